/**
 * Support cases of an import: compared with the book, shown, stored.
 *
 * A case is named by its help desk and number. What a person changed of one stays; an older export changes nothing;
 * both can be taken on purpose (`imports.take`). Every case of a file leaves a reading, also one that says nothing new,
 * so that taking any batch back leaves what the others say.
 */
import type { ImportRow } from '../../../../shared/contract/imports/session.ts';
import { parseIso } from '../../../../shared/domain/time.ts';
import { allChannels } from '../../../store/queries/channels.ts';
import { insertCase } from '../../../store/queries/cases.ts';
import {
  caseColumns,
  casesBySource,
  editsOver,
  insertCaseSpan,
  insertReading,
  isOlder,
  newerOf,
  settleCase,
} from '../../../store/queries/caseReadings.ts';
import type { CaseData, CaseReading, KnownCase } from '../../../store/queries/caseReadings.ts';
import { momentOf, newUid } from '../../context.ts';
import type { WriteContext } from '../../context.ts';
import type { CaseEntry } from '../../exchange/model.ts';
import type { Catalogue } from '../../../../shared/domain/catalogue.ts';
import { openedDays } from '../../exchange/recognition/cases/cases.ts';
import { fate, isTaken, routeKey } from './session.ts';
import type { FateCode, ImportSession, Route, SessionFile, StagedCase, Taken } from './session.ts';

type CaseColumn = keyof CaseData;

/** What earlier files of the session said, by case. */
export type CaseOverlay = Map<string, { readonly data: CaseData; readonly asOf: string }>;

/** When the export was made: what a case's readings are ordered by. */
function asOfOf(file: SessionFile): string {
  return file.inspection.asOf ?? file.source.modified;
}

function sourceOf(file: SessionFile): string {
  return file.inspection.platform ?? 'generic';
}

/** Compares the cases of a file with the book and with what earlier files of the session say. */
export function stageCases(
  ctx: WriteContext,
  client: number,
  session: ImportSession,
  file: SessionFile,
  overlay: CaseOverlay,
): StagedCase[] {
  const entries = file.inspection.tables.flatMap((table) => table.cases);
  const known = knownCases(ctx, client, file, entries);
  const names = new Map(allChannels(ctx.store, client).map(({ id, name }) => [String(id), name]));
  return file.inspection.tables.flatMap((table) =>
    table.cases.map((entry) => {
      const route = file.routes.get(routeKey(entry.network, entry.account));
      if (!route) throw new Error(`no route for ${entry.network}`);
      const book = known.get(entry.externalId);
      const compared = { table: table.name, entry, route, book };
      return withChannelNames(stageCase(client, session.taken, file, compared, overlay), names);
    }),
  );
}

/** A channel is told by its name, also one that is still to be made. */
function withChannelNames(staged: StagedCase, names: ReadonlyMap<string, string>): StagedCase {
  if (!staged.changes.some((change) => change.field === 'channel')) return staged;
  const changes = staged.changes.map((change) =>
    change.field === 'channel'
      ? { ...change, before: names.get(change.before ?? '') ?? null, after: staged.route.name }
      : change,
  );
  return { ...staged, changes };
}

function knownCases(
  ctx: WriteContext,
  client: number,
  file: SessionFile,
  entries: readonly CaseEntry[],
): ReadonlyMap<string, KnownCase> {
  if (entries.length === 0) return new Map();
  const ids = entries.map((entry) => entry.externalId);
  return casesBySource(ctx.store, client, sourceOf(file), ids);
}

interface Compared {
  readonly table: string;
  readonly entry: CaseEntry;
  readonly route: Route;
  readonly book: KnownCase | undefined;
}

function stageCase(
  client: number,
  taken: Taken,
  file: SessionFile,
  { table, entry, route, book }: Compared,
  overlay: CaseOverlay,
): StagedCase {
  const asOf = asOfOf(file);
  const data = dataOf(entry, route.channel);
  const id = `${file.id}|case|${entry.externalId}`;
  const key = `${client}|${sourceOf(file)}|${entry.externalId}`;
  const earlier = overlay.get(key);
  const { row, shown } = book ?? {};
  const edits = row ? editsOver(row, shown) : null;
  const before: CaseData | null =
    earlier?.data ?? (row && shown ? { ...shown.data, ...edits?.fields } : null);
  const staged = (code: FateCode, why: StagedCase['why'], changes: StagedCase['changes']): StagedCase => {
    const over = why > 0 && code !== fate.kept;
    if (code === fate.added || code === fate.changed)
      overlay.set(key, { data: over ? data : { ...data, ...edits?.fields }, asOf });
    return { table, route, entry, id, fate: code, why, over, changes };
  };
  const mine = isTaken(taken, id);
  if (edits?.removed === true) return mine ? staged(fate.added, 1, []) : staged(fate.kept, 1, []);
  if (before === null) return staged(fate.added, 0, []);
  const different = caseColumns.filter((column) => before[column] !== data[column]);
  if (different.length === 0) return staged(fate.unchanged, 0, []);
  const all = changesFrom(before, data, different);
  const newest = earlier?.asOf ?? shown?.asOf;
  if (newest !== undefined && isOlder(asOf, newest)) return staged(mine ? fate.changed : fate.kept, 2, all);
  const edited = new Set(Object.keys(edits?.fields ?? {}));
  const free = different.filter((column) => !edited.has(column));
  if (mine && free.length < different.length) return staged(fate.changed, 1, all);
  return free.length > 0
    ? staged(fate.changed, 0, changesFrom(before, data, free))
    : staged(fate.kept, 1, all);
}

function dataOf(entry: CaseEntry, channel: number | null): CaseData {
  return {
    channel,
    kind: entry.kind,
    opened: entry.opened,
    first_reply: entry.firstReply ?? null,
    resolved: entry.resolved ?? null,
    escalated: entry.escalated ? 1 : 0,
    sentiment: entry.sentiment ?? null,
    cause: entry.cause ?? null,
    link: entry.link ?? null,
  };
}

const fieldNames = {
  channel: 'channel',
  kind: 'kind',
  opened: 'opened',
  first_reply: 'firstReply',
  resolved: 'resolved',
  escalated: 'escalated',
  sentiment: 'sentiment',
  cause: 'cause',
  link: 'link',
} as const satisfies Record<CaseColumn, string>;

function changesFrom(
  before: CaseData,
  after: CaseData,
  columns: readonly CaseColumn[],
): StagedCase['changes'] {
  return columns.map((column) => ({
    field: fieldNames[column],
    before: textOf(before, column),
    after: textOf(after, column),
  }));
}

/** As codes and civil moments, which the window words; a channel by its id as yet. */
function textOf(data: CaseData, column: CaseColumn): string | null {
  const value = data[column];
  return value === null ? null : column === 'escalated' ? (value === 1 ? 'yes' : 'no') : String(value);
}

/** Offers the cases of one fate to the preview. */
export function caseRows(
  file: SessionFile,
  name: ImportRow['fate'],
  code: number,
  offer: (make: () => ImportRow) => void,
): void {
  for (const staged of file.cases) if (staged.fate === code) offer(() => caseRow(file, staged, name));
}

function caseRow(file: SessionFile, staged: StagedCase, name: ImportRow['fate']): ImportRow {
  const { entry } = staged;
  return {
    id: staged.id,
    fate: name,
    file: file.id,
    kpi: '',
    channel: staged.route.name,
    cadence: null,
    start: entry.opened.slice(0, 10),
    detail: entry.externalId.split('|')[0] ?? entry.externalId,
    before: null,
    after: null,
    text: null,
    where: `${staged.table}, ${entry.row}`,
    reason: staged.why === 0 ? null : staged.why === 1 ? 'your-edit' : 'newer-export',
    case: {
      kind: entry.kind,
      opened: entry.opened,
      firstReply: entry.firstReply ?? null,
      resolved: entry.resolved ?? null,
      changes: staged.changes.map((change) => ({ ...change })),
    },
  };
}

/** Adds the cases of a file to its counts, by fate code. */
export function countCaseFates(file: SessionFile, counts: number[]): void {
  for (const { fate: code } of file.cases) counts[code] = (counts[code] ?? 0) + 1;
}

/** Call in the transaction of the batch, when the routes have their channels. */
export function writeCases(ctx: WriteContext, client: number, batch: number, file: SessionFile): void {
  const asOf = asOfOf(file);
  const known = knownCases(
    ctx,
    client,
    file,
    file.cases.map((one) => one.entry),
  );
  for (const { entry, route, over } of file.cases) {
    const reading = { batch, asOf, data: dataOf(entry, route.channel), over };
    const book = known.get(entry.externalId);
    const id = book?.row.id ?? newCase(ctx, client, sourceOf(file), entry.externalId, reading);
    insertReading(ctx.store, id, reading);
    if (book) settleCase(ctx.store, { ...book, shown: newerOf(book.shown, reading) });
  }
  coverDays(ctx, client, batch, file);
}

function newCase(
  ctx: WriteContext,
  client: number,
  source: string,
  externalId: string,
  { batch, data }: CaseReading,
): number {
  return insertCase(ctx.store, {
    uid: newUid(),
    client,
    ...data,
    note: null,
    external_id: externalId,
    batch,
    source,
    edited: null,
    removed: 0,
  });
}

/**
 * From the first to the last day it has a case of, the export is complete: on the channels it has cases of, and of the
 * kinds it tells apart there.
 */
function coverDays(ctx: WriteContext, client: number, batch: number, file: SessionFile): void {
  const range = openedDays(file.cases.map((one) => one.entry));
  const [first, last] = [parseIso(range?.first ?? ''), parseIso(range?.last ?? '')];
  if (first === undefined || last === undefined) return;
  const kinds = JSON.stringify([...new Set(file.cases.map((one) => one.entry.kind))].toSorted());
  for (const channel of new Set(file.cases.map((one) => one.route.channel)))
    if (channel !== null)
      insertCaseSpan(ctx.store, { client, channel, first, last, batch, at: momentOf(ctx), kinds });
}

/** KPIs of the catalogue that the cases of files answer. */
export function caseKpis(catalogue: Catalogue, files: readonly SessionFile[]): string[] {
  const entries = files.flatMap((file) => file.cases.map((one) => one.entry));
  const kinds = new Set(entries.map((entry) => entry.kind));
  const replied = entries.some((entry) => entry.firstReply !== undefined);
  const resolved = entries.some((entry) => entry.resolved !== undefined);
  return catalogue.kpis.flatMap(({ key, source }) => {
    if (source?.log !== 'cases' || !source.kinds.some((kind) => kinds.has(kind))) return [];
    switch (source.measure) {
      case 'opened':
        return [key];
      case 'answered':
      case 'firstReplyMean':
      case 'firstReplyMedian':
        return replied ? [key] : [];
      case 'resolved':
      case 'resolvedUnescalated':
      case 'resolutionMean':
      case 'resolutionMedian':
      case 'unescalatedShare':
        return resolved ? [key] : [];
      case 'sentiment':
        return entries.some((entry) => entry.sentiment !== undefined) ? [key] : [];
    }
  });
}
