/** A session as the window sees it. */
import type {
  ImportColumn,
  ImportFile,
  ImportSession as SessionDto,
} from '../../../../shared/contract/imports/session.ts';
import { isoOf } from '../../../../shared/domain/time.ts';
import type { Day } from '../../../../shared/domain/time.ts';
import { findSameFile } from '../../../store/queries/batches.ts';
import { getClient } from '../../../store/queries/clients.ts';
import { listKpis } from '../../../store/queries/kpis.ts';
import type { WriteContext } from '../../context.ts';
import type { TableColumn } from '../../exchange/model.ts';
import { caseKpis } from './cases.ts';
import { contentKpis } from './content.ts';
import { toldColumn } from '../../exchange/recognition/sheets/toldColumn.ts';
import { importEffect } from './effect.ts';
import { ownerElsewhere } from './owners.ts';
import { readyFiles } from './ready.ts';
import { foldName } from './routes.ts';
import { countFates, newsOf } from './rows.ts';
import type { ImportSession, SessionFile } from './session.ts';

export function sessionDto(ctx: WriteContext, session: ImportSession): SessionDto {
  const files = session.files.map((file) => fileDto(ctx, file));
  const ready = readyFiles(ctx, session);
  const parts = [...Map.groupBy(ready, (file) => file.owner.client)].map(([client, own]) =>
    partDto(ctx, client, own),
  );
  const counts = parts.reduce((sum, part) => addCounts(sum, part.counts), noCounts);
  return {
    session: session.id,
    client: session.client,
    at: session.at,
    files,
    counts,
    parts,
    drafts: session.drafts.map(({ client, key, kpi }) => ({ ...kpi, key, client })),
    checks: ready.flatMap((file) =>
      file.inspection.tables.flatMap((table) =>
        table.totals.map((total) => ({
          ...total,
          file: file.id,
          wider: total.wider === true,
          agrees: Math.abs(total.stated - total.summed) <= 1e-6 * Math.max(1, Math.abs(total.stated)),
        })),
      ),
    ),
    ready: ready.some((file) => newsOf(file) > 0),
  };
}

function partDto(
  ctx: WriteContext,
  client: number,
  files: readonly SessionFile[],
): SessionDto['parts'][number] {
  const known = new Set(listKpis(ctx.store, client).map((row) => row.key));
  const kpis = new Set([
    ...files.flatMap((file) => [
      ...file.columns.map((staged) => staged.column.kpi),
      ...file.metrics.map((metric) => metric.kpi),
    ]),
    ...caseKpis(ctx.catalogue, files),
    ...Object.values(contentKpis(ctx.catalogue, files)).flat(),
  ]);
  const channels = new Map(
    files.flatMap((file) =>
      [...file.routes.values()]
        .filter((route) => route.channel === null)
        .map((route) => [foldName(route.name), route.name] as const),
    ),
  );
  return {
    client,
    name: getClient(ctx.store, client)?.name ?? '',
    counts: files.map(countFates).reduce(addCounts, noCounts),
    newKpis: [...kpis].filter((key) => !known.has(key)),
    newChannels: [...channels.values()],
    effect: importEffect(ctx, client, files),
  };
}

const noCounts = { added: 0, changed: 0, unchanged: 0, kept: 0, refused: 0 };

type Counts = ImportFile['counts'];
function addCounts(a: Counts, b: Counts): Counts {
  return {
    added: a.added + b.added,
    changed: a.changed + b.changed,
    unchanged: a.unchanged + b.unchanged,
    kept: a.kept + b.kept,
    refused: a.refused + b.refused,
  };
}

function fileDto(ctx: WriteContext, file: SessionFile): ImportFile {
  const { inspection, owner } = file;
  const { client } = owner;
  const same = client === null ? undefined : findSameFile(ctx.store, client, file.source.sha256, file.name);
  const columns = inspection.tables.flatMap((table) => table.figures);
  const range = dayRange(columns.map((column) => column.days));
  const items = new Set(inspection.tables.flatMap((table) => table.content.map((item) => item.externalId)));
  const published = inspection.tables
    .flatMap((table) => [
      ...table.content.map((item) => item.published ?? ''),
      ...table.cases.map((one) => one.opened.slice(0, 10)),
    ])
    .filter(Boolean)
    .toSorted();
  return {
    id: file.id,
    name: file.name,
    owner: { ...owner },
    status: inspection.status,
    included: file.included,
    platform: inspection.platform,
    report: inspection.report,
    language: inspection.language,
    rows: inspection.tables.reduce((n, table) => n + table.rows, 0),
    figures: columns.reduce((n, column) => n + column.days.length, 0),
    items: items.size,
    cases: inspection.tables.reduce((n, table) => n + table.cases.length, 0),
    firstDate: range ? isoOf(range.first) : (published[0] ?? null),
    lastDate: range ? isoOf(range.last) : (published.at(-1) ?? null),
    asOf: inspection.asOf ?? null,
    tables: inspection.tables.map((table) => ({
      name: table.name,
      shape: table.shape,
      rows: table.rows,
      columns: table.columns.map((column) => columnDto(column, file.mappedBy === 'recipe')),
      mappable: table.mapping !== undefined,
    })),
    mappedBy: file.mappedBy,
    questions: inspection.questions.map((question) => ({
      ...question,
      params: { ...question.params },
      input: question.input ?? null,
      choices: question.choices.map((choice) => ({
        ...choice,
        ...(choice.params ? { params: { ...choice.params } } : {}),
      })) as ImportFile['questions'][number]['choices'],
      answer: question.answer ?? null,
    })),
    errors: inspection.errors.map((error) => ({
      ...error,
      ...(error.detail ? { detail: { ...error.detail } } : {}),
    })),
    notes: [...inspection.notes, ...inspection.tables.flatMap((table) => table.notes)].map((note) => ({
      ...note,
    })),
    ...returnedOf(file),
    routes: [...file.routes.values()],
    counts: countFates(file),
    sameAs: same ? { batch: same.batch, at: same.at, live: same.live === 1 } : null,
    otherClient: client === null ? null : ownerElsewhere(ctx, client, file),
  };
}

/** A workbook of ours can be opened from where it lies; not one inside an archive, nor one named on the command line. */
function returnedOf({ inspection, source, name }: SessionFile): Pick<ImportFile, 'returned'> {
  const own = inspection.errors.some((error) => error.code === 'own-workbook');
  return own && name === source.name && source.handle !== '' ? { returned: { handle: source.handle } } : {};
}

/** A column as the window sees it; what a recipe says is not what a person said. */
function columnDto(column: TableColumn, recalled: boolean): ImportColumn {
  const told = toldColumn(column);
  if (!recalled) return told;
  return {
    ...told,
    reasons: told.reasons.map((reason) =>
      reason.code === 'person' ? { ...reason, code: 'recipe' } : reason,
    ),
  };
}

function dayRange(lists: readonly Int32Array[]): { first: Day; last: Day } | null {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const days of lists) {
    for (const day of days) {
      if (day < first) first = day;
      if (day > last) last = day;
    }
  }
  return Number.isFinite(first) ? { first: first as Day, last: last as Day } : null;
}
