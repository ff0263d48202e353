/**
 * From plain rows to everything the importer knows of a file: what it is, what would be imported, what only a
 * person can say, what is wrong with it.
 *
 * `inspectFile` looks at one file alone; `inspectAll` opens archives; `inspectTogether` lets files of one drop
 * answer each other's questions (the network of a bare "Views", the year of TikTok's days, the range of a
 * Search Console table). Nothing is stored here, and nothing is guessed without a note.
 */
import { isoOf } from '../../../../shared/domain/time.ts';
import type { Day } from '../../../../shared/domain/time.ts';
import type { ExtractedTable, Inspection, ReadFile } from '../model.ts';
import { problem } from '../readers/codes.ts';
import { isManifest } from '../returned/carried.ts';
import { noFacts, whereOf } from './context.ts';
import type { ClientFacts, Findings, InspectContext, SharedFacts, Span, TableEnv } from './context.ts';
import { rangeOf } from './evidence/dates.ts';
import { likelyOnly, mergeFacts } from './evidence/dropFacts.ts';
import type { Inspected } from './evidence/dropFacts.ts';
import { extract } from './extract.ts';
import { dayOfStamp, exportDay as provenExportDay, statedSpan } from './evidence/facts.ts';
import { identitiesOf } from './evidence/identities.ts';
import type { Mapping } from './mapping.ts';
import { planTables } from './planTables.ts';
import type { Planned } from './planTables.ts';
import { networkFor, statedNetworks } from './evidence/whichNetwork.ts';

export type { InspectContext } from './context.ts';

/** One file by itself. For an archive, what is in it is inspected by `inspectAll`. */
export function inspectFile(read: ReadFile, context: InspectContext): Inspection {
  return inspectOne(read, context, noFacts, false).inspection;
}

/** One inspection a file; the files of an archive are named `archive.zip/inner.csv` and know each other. */
export function inspectAll(read: ReadFile, context: InspectContext): Inspection[] {
  return inspectTogether([read], context);
}

/** All files of one drop, archives opened. Two passes: what the first finds out, the second uses. */
export function inspectTogether(reads: readonly ReadFile[], context: InspectContext): Inspection[] {
  const files = reads.flatMap((read) => unpacked(read, read.name, false));
  const names = files.map((file) => file.read.name);
  const near = (name: string): InspectContext => ({
    ...forFile(context, name),
    siblings: [...(context.siblings ?? []), ...names.filter((one) => one !== name)],
  });
  const first = files.map(({ read, archived }) => inspectOne(read, near(read.name), noFacts, archived));
  if (files.length === 1) return first.map((one) => one.inspection);
  const shared = mergeFacts(first);
  return files.map(({ read, archived }, i) => {
    const alone = first[i];
    if (alone && !alone.lacks) return alone.inspection;
    return inspectOne(read, near(read.name), shared, archived).inspection;
  });
}

/** What is told of one file of a drop: its answers, its mappings, whose it is. */
export function forFile(context: InspectContext, name: string): InspectContext {
  return {
    ...forClient(context, context.clientByFile?.get(name)),
    answers: { ...context.answers, ...context.answersByFile?.get(name) },
    mappings: { ...context.mappings, ...context.mappingsByFile?.get(name) },
  };
}

/** The client's own words win over the catalogue's. */
function forClient(context: InspectContext, client: ClientFacts | undefined): InspectContext {
  if (!client) return context;
  return {
    ...context,
    catalogueAliases: new Map([...context.catalogueAliases, ...client.aliases]),
    units: new Map([...(context.units ?? []), ...client.units]),
    kpiNames: new Map([...(context.kpiNames ?? []), ...client.names]),
    clientNetworks: client.networks,
    currency: client.currency,
  };
}

interface Unpacked {
  readonly read: ReadFile;
  readonly archived: boolean;
}

function unpacked(read: ReadFile, name: string, archived: boolean): Unpacked[] {
  if (read.entries.length === 0) return [{ read: { ...read, name }, archived }];
  return read.entries.flatMap((entry) => unpacked(entry, `${name}/${entry.name}`, true));
}

/** What is known of a file by its head: enough to read the rest row by row (`large.ts`). */
interface HeadPlan {
  readonly inspection: Inspection;
  readonly tables: readonly (Planned & { readonly network: string })[];
}

export function inspectHead(read: ReadFile, context: InspectContext): HeadPlan {
  const { inspection, planned } = inspectOne(read, context, noFacts, false);
  const quiet: Findings = { questions: [], problems: [], notes: [], languages: [] };
  const tables = planned.map((plan) => ({
    ...plan,
    network: networkFor(plan, planned, read, context, noFacts, quiet),
  }));
  return { inspection, tables };
}

function inspectOne(
  read: ReadFile,
  context: InspectContext,
  shared: SharedFacts,
  archived: boolean,
): Inspected {
  const started = performance.now();
  const findings: Findings = { questions: [], problems: [], notes: [...read.notes], languages: [] };
  if (read.error) return failed(read, [read.error], started);
  if (read.sheets.some(({ rows }) => isManifest(rows[0]?.[0], rows[0]?.[1])))
    return failed(read, [problem('own-workbook', read.name)], started);
  const planned = planTables(read, context, shared, archived, findings);
  const stated = statedNetworks(planned);
  const { tables, exportDay } = extractTables(planned, read, context, shared, findings);
  const main = mainTable(planned);
  const { mapping } = main ?? {};
  const status = statusOf(planned, tables, findings);
  const asOf = exportDay === undefined ? asOfFrom(read, planned) : isoOf(exportDay);
  const span = mapping ? spanOf(mapping, tables) : undefined;
  const inspection: Inspection = {
    file: read.name,
    status,
    platform: mapping?.platform ?? null,
    report: mapping?.report ?? null,
    language: languageOf(planned, findings),
    container: read.container,
    identities: identitiesOf(planned, tables),
    ...(asOf === undefined ? {} : { asOf }),
    ...ratesOf(findings.questions),
    // A file of which nothing goes in as it is read can still be read otherwise.
    tables: status === 'refused' && !isBare(findings) ? [] : tables,
    questions: status === 'refused' && !isBare(findings) ? [] : unique(findings.questions),
    errors: findings.problems,
    notes: findings.notes,
    ms: Math.round(performance.now() - started),
  };
  const platform = mapping?.recognised ? mapping.platform : null;
  return {
    inspection,
    planned,
    platform,
    networks: stated,
    ...(span ? { span } : {}),
    ...(exportDay === undefined ? {} : { exportDay }),
    lacks:
      inspection.questions.some((question) => question.answer === undefined) ||
      findings.notes.some((note) => likelyOnly.has(note.code)) ||
      tables.some((table) => table.notes.some((note) => likelyOnly.has(note.code))),
  };
}

/** Dated tables first: their range is that of the undated ones beside them (a workbook of one export). */
function extractTables(
  planned: readonly Planned[],
  read: ReadFile,
  context: InspectContext,
  shared: SharedFacts,
  findings: Findings,
): { readonly tables: readonly ExtractedTable[]; readonly exportDay?: Day } {
  const tables = new Map<Planned, ExtractedTable>();
  const spans = new Map(shared.spans);
  const own = new Set<string>();
  let exportDay: Day | undefined;
  for (const plan of [...planned.filter(dated), ...planned.filter((one) => !dated(one))]) {
    const network = networkFor(plan, planned, read, context, shared, findings);
    const env: TableEnv = { ...plan.env, shared: { ...shared, spans } };
    const { table, exportDay: made } = extract(plan.block, plan.mapping, plan.shape, network, env, findings);
    exportDay ??= made;
    tables.set(plan, table);
    if (holdsNothing(plan, table))
      findings.notes.push({
        code: 'table-left-out',
        where: whereOf(env, plan.block.headerLine),
        detail: 'no-figures',
      });
    const { platform, recognised, kind } = plan.mapping;
    const days = table.figures.find((column) => column.dimension === undefined)?.days;
    const range =
      days && recognised && kind === 'series' && dated(plan) && !own.has(platform)
        ? rangeOf(days)
        : undefined;
    if (range) {
      own.add(platform);
      spans.set(platform, range);
    }
  }
  return {
    tables: planned.map((plan) => tables.get(plan)).filter((table) => table !== undefined),
    ...(exportDay === undefined ? {} : { exportDay }),
  };
}

/** A known report with rows of which nothing can be imported: said, so that nobody waits for its figures. */
function holdsNothing({ mapping, block }: Planned, table: ExtractedTable): boolean {
  return (
    mapping.recognised &&
    (mapping.kind === 'series' || mapping.kind === 'breakdown' || mapping.kind === 'content') &&
    block.rows.length > 0 &&
    mapping.columns.every((column) => column.role !== 'metric') &&
    table.content.length === 0
  );
}

function dated(plan: Planned): boolean {
  return plan.mapping.columns.some((column) => column.role === 'date');
}

function failed(read: ReadFile, errors: Inspection['errors'], started: number): Inspected {
  return {
    inspection: {
      file: read.name,
      status: 'refused',
      platform: null,
      report: null,
      language: null,
      container: read.container,
      identities: [],
      tables: [],
      questions: [],
      errors,
      notes: read.notes,
      ms: Math.round(performance.now() - started),
    },
    planned: [],
    platform: null,
    networks: [],
    lacks: false,
  };
}

/** The table that names the file: the recognised one with most rows. */
function mainTable(planned: readonly Planned[]): Planned | undefined {
  let best: Planned | undefined;
  for (const plan of planned) {
    if (!best || (plan.mapping.recognised && !best.mapping.recognised)) best = plan;
    else if (
      plan.mapping.recognised === best.mapping.recognised &&
      plan.mapping.kind !== 'facts' &&
      weight(plan) > weight(best)
    )
      best = plan;
  }
  return best;
}

function weight(plan: Planned): number {
  return plan.block.rows.length * plan.mapping.columns.filter((column) => column.role === 'metric').length;
}

function statusOf(
  planned: readonly Planned[],
  tables: readonly ExtractedTable[],
  findings: Findings,
): Inspection['status'] {
  if (planned.length === 0 || findings.problems.length > 0) return 'refused';
  if (findings.questions.some((question) => question.answer === undefined)) return 'needs-answers';
  if (planned.some((plan) => plan.mapping.recognised)) return 'recognised';
  if (
    tables.every(
      (table) => table.figures.length === 0 && table.content.length === 0 && table.cases.length === 0,
    )
  ) {
    findings.problems.push(problem('no-figures', tables[0]?.name ?? ''));
    return 'refused';
  }
  return 'mapped';
}

/** Nothing is wrong with the file but that no figure comes of it. */
function isBare({ problems }: Findings): boolean {
  return problems.length > 0 && problems.every((one) => one.code === 'no-figures');
}

/** The headers' language; where they are English in every language (TikTok), that of the dates. */
function languageOf(planned: readonly Planned[], findings: Findings): string | null {
  const [written] = findings.languages;
  if (
    written !== undefined &&
    planned.every(({ mapping }) => mapping.language === null || mapping.language === 'en')
  )
    return written;
  for (const { mapping } of planned) if (mapping.language !== null) return mapping.language;
  return null;
}

/** The rates that a person typed for the file's currencies. */
export function ratesOf(questions: Inspection['questions']): Pick<Inspection, 'rates'> {
  const rates = Object.fromEntries(
    questions.flatMap(({ code, params, answer }) =>
      code === 'currency' && answer !== undefined
        ? [[String(params['currency']), Number(answer)] as const]
        : [],
    ),
  );
  return Object.keys(rates).length === 0 ? {} : { rates };
}

function asOfFrom(read: ReadFile, planned: readonly Planned[]): string | undefined {
  const plan = planned[0];
  const proven = plan ? provenExportDay(plan.env, plan.mapping.platform) : undefined;
  if (proven === undefined || plan?.env.archived) return read.modified;
  return lists(plan, read.name) && (dayOfStamp(read.modified) ?? proven) > proven
    ? read.modified
    : isoOf(proven);
}

/** A list of posts whose name states when they were published: their totals are of the day of the export. */
function lists(plan: Planned | undefined, name: string): boolean {
  return plan?.mapping.kind === 'content' && statedSpan([], [], name) !== undefined;
}

/** The range a file lends to undated files of its export: Search Console's chart to its tables. */
function spanOf(mapping: Mapping, tables: readonly ExtractedTable[]): Span | undefined {
  if (!mapping.recognised || mapping.kind !== 'series' || mapping.platform === 'meta') return undefined;
  const days = tables[0]?.figures.find((column) => column.dimension === undefined)?.days;
  return days ? rangeOf(days) : undefined;
}

function unique<T extends { readonly id: string }>(questions: readonly T[]): T[] {
  const seen = new Set<string>();
  return questions.filter(({ id }) => !seen.has(id) && seen.add(id) !== undefined);
}
