/** What each command of the one list (shared/domain/commands.ts) does in this window, at the place at hand. */
import { useSearch } from 'wouter';
import type { CommandId } from '../../../shared/domain/commands.ts';
import { shiftPeriod } from '../../../shared/domain/time.ts';
import { callOnce, useCall } from '../../api/index.ts';
import { useT } from '../../i18n/index.tsx';
import { dayOfIso, lastClosed, parsePeriod, periodParam } from '../../i18n/period.ts';
import { focusNewestToast, useToast } from '../../ui/Toast.tsx';
import { handOver, pickFiles } from '../drop.ts';
import { clientHref, screens } from '../hrefs.ts';
import type { ScreenName } from '../hrefs.ts';
import { navigate } from '../location.ts';
import { usePlaces } from '../places.ts';
import { calendarOf, useAppState } from '../state.ts';

export interface Openers {
  readonly palette: () => void;
  readonly shortcuts: () => void;
  readonly help: () => void;
}

/** Screens whose period the keys move. */
const ofPeriods: ReadonlySet<string> = new Set([
  'dashboard',
  'scorecard',
  'explorer',
  'content',
  'advice',
  'figures',
  'journal',
  'reports',
]);

export function useGlobalCommands(
  path: string,
  client: number | null,
  open: Openers,
): Readonly<Record<CommandId, () => void>> {
  const t = useT();
  const { today } = useAppState();
  const search = useSearch();
  const clients = useCall('clients.list', {}).data ?? [];
  const { clients: seen } = usePlaces();
  const toast = useToast();
  const params = new URLSearchParams(search);
  const period = params.get('period') ?? undefined;
  const base = params.get('base') ?? undefined;
  const screen = /^\/c\/\d+\/([a-z]+)/.exec(path)?.[1];

  const go = (name: ScreenName) => (): void => {
    // Outside of a client it is the one looked at last.
    const last = seen.findLast((one) => clients.some(({ id }) => id === one.client))?.client;
    const of = client ?? last ?? clients[0]?.id;
    if (of === undefined) navigate('/new');
    else navigate(clientHref(of, name, of === client ? { period, base } : {}));
  };
  const movePeriod = (by: number) => (): void => {
    const record = clients.find(({ id }) => id === client);
    if (record === undefined || screen === undefined || !ofPeriods.has(screen)) return;
    const calendar = calendarOf(record);
    const now = parsePeriod(period ?? null, calendar) ?? lastClosed('month', dayOfIso(today), calendar);
    const next = new URLSearchParams(search);
    next.set('period', periodParam(shiftPeriod(now, by)));
    navigate(`${path}?${next.toString().replaceAll('%3A', ':')}`);
  };
  const moveClient = (by: number) => (): void => {
    const at = clients.findIndex(({ id }) => id === client);
    const next = clients[(at + (at < 0 && by < 0 ? 0 : by) + clients.length) % clients.length];
    if (next === undefined || next.id === client) return;
    const same = screens.find((one) => one === screen) ?? 'dashboard';
    // Weeks and fiscal years differ from client to client; months do not.
    navigate(clientHref(next.id, same, { period: period?.startsWith('month:') ? period : undefined, base }));
  };
  return {
    search: open.palette,
    help: open.help,
    shortcuts: open.shortcuts,
    import: () => pickFiles((files) => handOver(client, files)),
    previousPeriod: movePeriod(-1),
    nextPeriod: movePeriod(1),
    previousClient: moveClient(-1),
    nextClient: moveClient(1),
    back: () => history.back(),
    forward: () => history.forward(),
    toasts: focusNewestToast,
    settings: () => navigate('/settings'),
    backup: () => {
      callOnce('backups.make', {}).then(
        () => toast({ text: t.app.jobs.backedUp }),
        () => toast({ text: t.errors.codes['backup-failed'].what }),
      );
    },
    newClient: () => navigate('/new'),
    goPortfolio: () => navigate('/'),
    goDue: () => navigate('/due'),
    goDeliver: () => navigate('/deliver'),
    goDashboard: go('dashboard'),
    goScorecard: go('scorecard'),
    goExplorer: go('explorer'),
    goContent: go('content'),
    goAdvice: go('advice'),
    goFigures: go('figures'),
    goJournal: go('journal'),
    goKpis: go('kpis'),
    goImports: go('imports'),
    goReports: go('reports'),
    goSetup: go('setup'),
  };
}
