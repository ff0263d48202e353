/**
 * Which areas of the store each query looks at. A `changed` event names areas; every cached answer that
 * depends on one of them is asked for again. A query without an entry does not compile.
 */
import type { api, CallName } from '../../shared/contract/api.ts';
import type { Area } from '../../shared/contract/reply.ts';

export type QueryName = { [N in CallName]: (typeof api)[N]['kind'] extends 'query' ? N : never }[CallName];

const numbers = ['clients', 'channels', 'kpis', 'targets', 'figures', 'content', 'imports', 'logs'] as const;

export const dependsOn: Readonly<Record<QueryName, readonly Area[]>> = {
  'app.state': ['app', 'clients'],
  'backups.state': ['app'],
  'backups.list': ['app', 'imports'],
  'backups.look': ['app'],
  // Part of the app itself: nothing changes it while it runs.
  'app.licences': [],
  // Files are told of by nobody: whoever shows them asks again.
  'app.storage': ['app', 'imports'],
  'app.book': [...numbers, 'journal', 'reports', 'texts', 'layouts', 'tags', 'app'],
  'search.find': [...numbers, 'journal', 'reports', 'texts', 'layouts'],
  'clients.list': ['clients'],
  'clients.portfolio': [...numbers, 'journal', 'reports'],
  'clients.get': ['clients', 'figures', 'imports'],
  'clients.groups': ['clients', 'kpis'],
  'clients.deletion': [...numbers, 'journal', 'reports', 'texts', 'app'],
  'clients.copyPreview': ['clients', 'channels', 'kpis', 'targets', 'layouts'],
  'channels.accounts': ['channels', 'imports'],
  'channels.list': ['channels', 'figures', 'imports'],
  'catalogue.get': [],
  'kpis.list': ['kpis', 'targets', 'figures', 'imports'],
  'kpis.checkFormula': ['kpis'],
  'kpis.preview': numbers,
  'targets.list': ['targets', 'kpis'],
  'targets.preview': numbers,
  'targets.grid': numbers,
  'targets.smart': numbers,
  'catalogue.sources': [],
  'coverage.matrix': numbers,
  'recommendations.list': [...numbers, 'journal'],
  'actions.list': [...numbers, 'journal'],
  'breaks.list': ['kpis', 'channels'],
  'content.list': ['content', 'imports', 'kpis', 'channels', 'clients', 'tags'],
  'figures.grid': numbers,
  // Where there are figures, not what they are: a KPI's first one on a channel is told as a change of the channels.
  'figures.lines': ['clients', 'channels', 'kpis', 'content', 'logs'],
  'figures.cells': numbers,
  'figures.history': ['figures', 'imports'],
  'figures.owed': numbers,
  'figures.origin': ['figures', 'imports'],
  'imports.list': ['imports', 'figures'],
  'imports.batch': ['imports', 'figures', 'kpis', 'channels'],
  'recipes.list': ['imports'],
  'cases.list': ['logs', 'channels', 'imports', 'tags'],
  'cases.summary': ['logs', 'clients', 'channels', 'imports'],
  'cases.causes': ['logs', 'imports'],
  'evidence.kpis': ['logs', 'kpis', 'imports'],
  'evidence.list': ['logs', 'clients', 'channels', 'kpis'],
  'logs.list': ['logs', 'imports'],
  'scorecard.get': numbers,
  'dashboard.get': [...numbers, 'journal'],
  'dashboard.card': numbers,
  'explorer.get': [...numbers, 'journal'],
  'explorer.series': numbers,
  'explorer.breakdown': numbers,
  'numbers.made': numbers,
  'reports.model': [...numbers, 'journal', 'app', 'texts', 'layouts'],
  'reports.snapshot': [],
  'reports.compare': [...numbers, 'reports'],
  'reports.list': ['reports'],
  'deliveries.plan': [...numbers, 'journal', 'app', 'texts', 'layouts', 'reports'],
  'deliveries.message': [...numbers, 'journal', 'app', 'texts', 'layouts'],
  'texts.list': [...numbers, 'texts'],
  'texts.get': [...numbers, 'texts'],
  'texts.draft': [...numbers, 'journal'],
  'texts.preview': numbers,
  'due.list': ['clients', 'channels', 'kpis', 'figures', 'imports', 'logs', 'content'],
  'statusNotes.list': ['figures', 'clients'],
  'tags.list': ['tags', 'content', 'logs', 'imports'],
  'annotations.list': ['journal', 'kpis', 'channels'],
  'layouts.list': ['layouts'],
};

/** The client a query's input names, where it names one. */
export function clientOf(input: unknown): number | undefined {
  if (typeof input !== 'object' || input === null || !('client' in input)) return undefined;
  return typeof input.client === 'number' ? input.client : undefined;
}

/** True when a change in `areas` of `client` (`null`: of all) can alter the answer to a query. */
export function isStale(
  name: QueryName,
  input: unknown,
  change: { readonly client: number | null; readonly areas: readonly Area[] },
): boolean {
  const of = clientOf(input);
  if (change.client !== null && of !== undefined && of !== change.client) return false;
  return dependsOn[name].some((area) => change.areas.includes(area));
}
