/** Which screen stands at which address. Screens of a client load when they are first opened. */
import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { useT } from '../i18n/index.tsx';
import { LinkButton } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ClientShell } from './ClientShell.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { MadeLayer } from './MadeLayer.tsx';
import { Page } from './Page.tsx';
import { Shell } from './Shell.tsx';

const PortfolioScreen = lazy(async () => ({
  default: (await import('../features/portfolio/index.ts')).PortfolioScreen,
}));
const DueScreen = lazy(async () => ({ default: (await import('../features/due/index.ts')).DueScreen }));
const NewClientScreen = lazy(async () => ({
  default: (await import('../features/clients/index.ts')).NewClientScreen,
}));
const TakeInScreen = lazy(async () => ({
  default: (await import('../features/clients/index.ts')).TakeInScreen,
}));
const SetupScreen = lazy(async () => ({
  default: (await import('../features/clients/index.ts')).SetupScreen,
}));
const SettingsScreen = lazy(async () => ({
  default: (await import('../features/settings/index.ts')).SettingsScreen,
}));
const BackupsScreen = lazy(async () => ({
  default: (await import('../features/settings/index.ts')).BackupsScreen,
}));
const PrivacyScreen = lazy(async () => ({
  default: (await import('../features/privacy/index.ts')).PrivacyScreen,
}));
const AboutScreen = lazy(async () => ({
  default: (await import('../features/settings/index.ts')).AboutScreen,
}));
const KpisScreen = lazy(async () => ({ default: (await import('../features/kpis/index.ts')).KpisScreen }));
const CatalogueScreen = lazy(async () => ({
  default: (await import('../features/kpis/index.ts')).CatalogueScreen,
}));
const OwnKpiScreen = lazy(async () => ({
  default: (await import('../features/kpis/index.ts')).OwnKpiScreen,
}));
const QualityScreen = lazy(async () => ({
  default: (await import('../features/kpis/index.ts')).QualityScreen,
}));
const CoverageScreen = lazy(async () => ({
  default: (await import('../features/kpis/index.ts')).CoverageScreen,
}));
const TargetScreen = lazy(async () => ({
  default: (await import('../features/kpis/index.ts')).TargetScreen,
}));
const TargetsScreen = lazy(async () => ({
  default: (await import('../features/kpis/index.ts')).TargetsScreen,
}));
const DashboardScreen = lazy(async () => ({
  default: (await import('../features/dashboard/index.ts')).DashboardScreen,
}));
const ScorecardScreen = lazy(async () => ({
  default: (await import('../features/scorecard/index.ts')).ScorecardScreen,
}));
const ExplorerScreen = lazy(async () => ({
  default: (await import('../features/explorer/index.ts')).ExplorerScreen,
}));
const ContentScreen = lazy(async () => ({
  default: (await import('../features/content/index.ts')).ContentScreen,
}));
const AdviceScreen = lazy(async () => ({
  default: (await import('../features/advice/index.ts')).AdviceScreen,
}));
const FiguresScreen = lazy(async () => ({
  default: (await import('../features/figures/index.ts')).FiguresScreen,
}));
const JournalScreen = lazy(async () => ({
  default: (await import('../features/journal/index.ts')).JournalScreen,
}));
const ImportScreen = lazy(async () => ({
  default: (await import('../features/imports/index.ts')).ImportScreen,
}));
const MappingScreen = lazy(async () => ({
  default: (await import('../features/mapping/index.ts')).MappingScreen,
}));
const ImportsOfAll = lazy(async () => ({
  default: (await import('../features/imports/index.ts')).ImportsOfAll,
}));
const BatchScreen = lazy(async () => ({
  default: (await import('../features/imports/index.ts')).BatchScreen,
}));
const ReturnScreen = lazy(async () => ({
  default: (await import('../features/returns/index.ts')).ReturnScreen,
}));
const ReturnOfNobody = lazy(async () => ({
  default: (await import('../features/returns/index.ts')).ReturnOfNobody,
}));
const ReportsScreen = lazy(async () => ({
  default: (await import('../features/reports/index.ts')).ReportsScreen,
}));

const DeliverScreen = lazy(async () => ({
  default: (await import('../features/deliveries/index.ts')).DeliverScreen,
}));

const HelpScreen = lazy(async () => ({ default: (await import('../features/help/index.ts')).HelpScreen }));

export function Routes() {
  const [path] = useLocation();
  return (
    <Shell>
      <MadeLayer>
        <ErrorBoundary place={path}>
          <Suspense fallback={null}>
            <Switch>
              <Route path="/" component={PortfolioScreen} />
              <Route path="/due" component={DueScreen} />
              <Route path="/deliver" component={DeliverScreen} />
              <Route path="/new" component={NewClientScreen} />
              <Route path="/take-in" component={TakeInScreen} />
              <Route path="/settings" component={SettingsScreen} />
              <Route path="/settings/backups" component={BackupsScreen} />
              <Route path="/settings/privacy" component={PrivacyScreen} />
              <Route path="/settings/about" component={AboutScreen} />
              <Route path="/help">
                <HelpScreen page={null} />
              </Route>
              <Route path="/help/:page">{({ page }) => <HelpScreen page={page} />}</Route>
              <Route path="/imports" component={ImportsOfAll} />
              <Route path="/imports/map" component={MappingScreen} />
              <Route path="/returned/:session">{({ session }) => <ReturnOfNobody session={session} />}</Route>
              <Route path="/c/:id/*?">{({ id }) => <ClientRoutes id={Number(id)} />}</Route>
              <Route component={NotFound} />
            </Switch>
          </Suspense>
        </ErrorBoundary>
      </MadeLayer>
    </Shell>
  );
}

function ClientRoutes({ id }: { readonly id: number }) {
  return (
    <ClientShell id={id}>
      <Switch>
        <Route path="/c/:id/dashboard" component={DashboardScreen} />
        <Route path="/c/:id/scorecard" component={ScorecardScreen} />
        <Route path="/c/:id/explorer" component={ExplorerScreen} />
        <Route path="/c/:id/content" component={ContentScreen} />
        <Route path="/c/:id/advice" component={AdviceScreen} />
        <Route path="/c/:id/figures" component={FiguresScreen} />
        <Route path="/c/:id/journal" component={JournalScreen} />
        <Route path="/c/:id/kpis" component={KpisScreen} />
        <Route path="/c/:id/kpis/catalogue" component={CatalogueScreen} />
        <Route path="/c/:id/kpis/quality" component={QualityScreen} />
        <Route path="/c/:id/kpis/coverage" component={CoverageScreen} />
        <Route path="/c/:id/kpis/targets" component={TargetsScreen} />
        <Route path="/c/:id/kpis/target/:kpi">{({ kpi }) => <TargetScreen kpi={Number(kpi)} />}</Route>
        <Route path="/c/:id/kpis/own">
          <OwnKpiScreen />
        </Route>
        <Route path="/c/:id/kpis/own/:kpi">{({ kpi }) => <OwnKpiScreen kpi={Number(kpi)} />}</Route>
        <Route path="/c/:id/imports/map" component={MappingScreen} />
        <Route path="/c/:id/imports" component={ImportScreen} />
        <Route path="/c/:id/imports/:batch">{({ batch }) => <BatchScreen batch={Number(batch)} />}</Route>
        <Route path="/c/:id/returned/:session">{({ session }) => <ReturnScreen session={session} />}</Route>
        <Route path="/c/:id/reports" component={ReportsScreen} />
        <Route path="/c/:id/setup" component={SetupScreen} />
        <Route path="/c/:id">
          <Redirect to={`/c/${id}/dashboard`} replace />
        </Route>
        <Route component={NotFound} />
      </Switch>
    </ClientShell>
  );
}

function NotFound() {
  const t = useT();
  return (
    <Page title={t.app.notFound.title}>
      <EmptyState
        title={t.app.notFound.title}
        centred
        action={<LinkButton to="/">{t.app.notFound.action}</LinkButton>}
      >
        {t.app.notFound.text}
      </EmptyState>
    </Page>
  );
}
