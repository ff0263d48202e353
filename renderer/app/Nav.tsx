/** The left column: the client at hand and its screens, all clients with what needs the person, where things are kept. */
import type { ReactNode } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import type { Client, PortfolioRow } from '../../shared/contract/api/clients.ts';
import { useCall } from '../api/index.ts';
import { useT } from '../i18n/index.tsx';
import { ClientBadge } from '../ui/ClientBadge.tsx';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/Icon.tsx';
import type { IconName } from '../ui/Icon.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';
import { Menu } from '../ui/Menu.tsx';
import { JobLines } from './JobLine.tsx';
import { lastPlaceOf } from './places.ts';
import { sinceMidnight } from './moments.ts';
import { navigate } from './location.ts';
import css from './Nav.module.css';
import { clientHref, importsHref } from './hrefs.ts';
import type { ScreenName } from './hrefs.ts';
import { useOpenImport } from './openImports.ts';
import { useAppState } from './state.ts';
import { usePortfolio } from './usePortfolio.ts';

const sections: readonly { readonly screen: Exclude<ScreenName, 'setup'>; readonly icon: IconName }[] = [
  { screen: 'dashboard', icon: 'bars' },
  { screen: 'scorecard', icon: 'scorecard' },
  { screen: 'explorer', icon: 'trend' },
  { screen: 'content', icon: 'image' },
  { screen: 'advice', icon: 'signpost' },
  { screen: 'figures', icon: 'table' },
  { screen: 'journal', icon: 'book' },
  { screen: 'kpis', icon: 'target' },
  { screen: 'imports', icon: 'import' },
  { screen: 'reports', icon: 'file' },
];

export function Nav({ client: id, onHelp }: { readonly client: number | null; readonly onHelp: () => void }) {
  const t = useT();
  const [path] = useLocation();
  const clients = useCall('clients.list', {}).data ?? [];
  const { rows } = usePortfolio();
  const listed = clients.find((c) => c.id === id);
  // One in the archive stands in no list; whoever opens it still finds its screens, and the way back.
  const own = useCall('clients.get', id === null ? null : { client: id }).data;
  const client = listed ?? (own?.id === id && own?.archivedAt !== null ? own : undefined);
  const open = useOpenImport(id) === null ? 0 : 1;
  const missing = rows
    .find((row) => row.client.id === id)
    ?.needs.find((need) => need.kind === 'missing')?.count;
  return (
    <nav className={css['nav']} aria-label={t.app.nav.label}>
      {client ? (
        <>
          <Switcher client={client} clients={clients} />
          <ul className={css['list']}>
            {client.archivedAt !== null && (
              <Item to={clientHref(client.id, 'setup')} icon={<Icon name="archive" />} quiet>
                {t.clients.inArchive}
              </Item>
            )}
            {sections.map(({ screen, icon }) => (
              <Section
                key={screen}
                client={client.id}
                screen={screen}
                icon={icon}
                count={screen === 'figures' ? missing : screen === 'imports' ? open : undefined}
                silentCount={screen === 'imports'}
              />
            ))}
          </ul>
        </>
      ) : (
        <ul className={cx(css['list'], css['home'])}>
          <Item to="/" icon={<Icon name="grid" />} current={path === '/'}>
            {t.app.nav.allClients}
          </Item>
          {clients.length > 0 && (
            <Item
              to={importsHref(null)}
              icon={<Icon name="import" />}
              count={open}
              strongCount
              silentCount
              current={path.startsWith('/imports') || path.startsWith('/returned')}
            >
              {t.app.nav.imports}
            </Item>
          )}
          {clients.length > 0 && (
            <Item to="/deliver" icon={<Icon name="file" />} current={path === '/deliver'}>
              {t.deliveries.title}
            </Item>
          )}
        </ul>
      )}
      <div className={css['clients']}>
        <div className={css['heading']}>
          <h2>{t.app.nav.clients}</h2>
          {rows.some((row) => row.needs.length > 0) && <span>{t.app.nav.needsYou}</span>}
        </div>
        <ul className={css['list']}>
          {client && (
            <Item to="/" icon={<Icon name="grid" />}>
              {t.app.nav.allClients}
            </Item>
          )}
          {clients.map((c) => (
            <ClientItem
              key={c.id}
              client={c}
              current={c.id === id}
              needs={rows.find((row) => row.client.id === c.id)?.needs}
            />
          ))}
          <Item to="/new" icon={<Icon name="plus" />} quiet current={path === '/new'}>
            {t.app.nav.newClient}
          </Item>
        </ul>
      </div>
      <JobLines path={path} />
      <button type="button" className={cx(css['item'], css['quiet'], css['help'])} onClick={onHelp}>
        <Icon name="question" />
        <span className={css['name']}>{t.app.footer.help}</span>
        <KeyHint keys="F1" />
      </button>
      <Footer />
    </nav>
  );
}

/** The search of the address that a change of screen or client keeps: period and base. */
function useKept(sameClient: boolean): Readonly<Record<string, string | undefined>> {
  const params = new URLSearchParams(useSearch());
  const period = params.get('period') ?? undefined;
  // Weeks and fiscal years differ from client to client; months do not.
  return {
    period: sameClient || period?.startsWith('month:') ? period : undefined,
    base: params.get('base') ?? undefined,
  };
}

function Section({
  client,
  screen,
  icon,
  count,
  silentCount,
}: {
  readonly client: number;
  readonly screen: Exclude<ScreenName, 'setup'>;
  readonly icon: IconName;
  readonly count: number | undefined;
  readonly silentCount: boolean;
}) {
  const t = useT();
  const [path] = useLocation();
  const kept = useKept(true);
  return (
    <Item
      to={clientHref(client, screen, kept)}
      icon={<Icon name={icon} />}
      count={count}
      strongCount
      silentCount={silentCount}
      current={
        path.startsWith(`/c/${client}/${screen}`) ||
        // A workbook that came back is on its way in, too.
        (screen === 'imports' && path.startsWith(`/c/${client}/returned`))
      }
    >
      {t.app.nav[screen]}
    </Item>
  );
}

function ClientItem({
  client,
  current,
  needs,
}: {
  readonly client: Client;
  readonly current: boolean;
  readonly needs: PortfolioRow['needs'] | undefined;
}) {
  const t = useT();
  const [path] = useLocation();
  const kept = useKept(false);
  const screen = sections.find((s) => path.endsWith(`/${s.screen}`))?.screen ?? 'dashboard';
  const count = needs?.length;
  // From client to client the screen stays the same; from outside it is where one left this client.
  const inClient = path.startsWith('/c/');
  return (
    <Item
      to={(inClient ? null : lastPlaceOf(client.id)) ?? clientHref(client.id, screen, kept)}
      icon={<ClientBadge client={client} />}
      count={count}
      countLabel={count ? t.app.nav.needs(count) : undefined}
      here={current}
    >
      {client.name}
    </Item>
  );
}

interface ItemProps {
  readonly to: string;
  readonly icon: ReactNode;
  readonly children: ReactNode;
  readonly count?: number | undefined;
  readonly countLabel?: string | undefined;
  readonly strongCount?: boolean;
  /** For the eye alone: the screen itself says what it counts. */
  readonly silentCount?: boolean;
  /** The screen being looked at. */
  readonly current?: boolean;
  /** The client being looked at. */
  readonly here?: boolean;
  readonly quiet?: boolean;
}

function Item({
  to,
  icon,
  children,
  count,
  countLabel,
  strongCount,
  silentCount,
  current,
  here,
  quiet,
}: ItemProps) {
  return (
    <li>
      <Link
        href={to}
        className={cx(css['item'], current && css['current'], here && css['here'], quiet && css['quiet'])}
        aria-current={current ? 'page' : here ? 'true' : undefined}
      >
        {icon}
        <span className={css['name']}>{children}</span>
        {count !== undefined && count > 0 && (
          <span
            className={cx(css['count'], strongCount && css['strongCount'])}
            title={countLabel}
            aria-hidden={silentCount}
          >
            {count}
          </span>
        )}
      </Link>
    </li>
  );
}

function Switcher({ client, clients }: { readonly client: Client; readonly clients: readonly Client[] }) {
  const t = useT();
  return (
    <Menu
      trigger={
        <button type="button" className={css['switcher']} title={t.app.nav.switchClient}>
          <ClientBadge client={client} size={20} />
          <span className={css['name']}>{client.name}</span>
          <Icon name="chevronDown" />
        </button>
      }
      groups={[
        [
          {
            id: 'setup',
            label: t.app.nav.setup,
            icon: 'pencil',
            onSelect: () => navigate(clientHref(client.id, 'setup')),
          },
          {
            id: 'handOver',
            label: t.archives.handOver,
            icon: 'export',
            onSelect: () => navigate(clientHref(client.id, 'setup', { do: 'handOver' })),
          },
        ],
        clients
          .filter((c) => c.id !== client.id)
          .map((c) => ({
            id: String(c.id),
            label: c.name,
            mark: <ClientBadge client={c} />,
            onSelect: () => navigate(clientHref(c.id, 'dashboard')),
          })),
        [
          { id: 'all', label: t.app.nav.allClients, icon: 'grid', onSelect: () => navigate('/') },
          { id: 'new', label: t.app.nav.newClient, icon: 'plus', onSelect: () => navigate('/new') },
          { id: 'takeIn', label: t.archives.takeIn, icon: 'import', onSelect: () => navigate('/take-in') },
        ],
      ]}
    />
  );
}

function Footer() {
  const t = useT();
  const { lastBackup, settings, today } = useAppState();
  return (
    <div className={css['footer']}>
      <Link href="/settings/backups" className={css['kept']} title={t.settings.rooms.backups}>
        <Icon name="lock" />
        <span>
          <span>{t.app.footer.kept}</span>{' '}
          <span>
            {lastBackup === null
              ? t.app.footer.noBackup
              : t.app.footer.backedUp(sinceMidnight(lastBackup, today, settings.language))}
          </span>
        </span>
      </Link>
      <Link
        href="/settings"
        className={css['settings']}
        aria-label={t.app.footer.settings}
        title={t.app.footer.settings}
      >
        <Icon name="sliders" />
      </Link>
    </div>
  );
}
