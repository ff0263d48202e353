/** A session as the window sees it. */
import type { ImportFile, ImportSession as SessionDto } from '../../../../shared/contract/api/imports.ts';
import { isoOf } from '../../../../shared/domain/time.ts';
import type { Day } from '../../../../shared/domain/time.ts';
import { findSameFile } from '../../../store/queries/batches.ts';
import { listKpis } from '../../../store/queries/kpis.ts';
import type { WriteContext } from '../../context.ts';
import { importEffect } from './effect.ts';
import { foldName, ownerElsewhere } from './routes.ts';
import { countFates } from './rows.ts';
import { isReady } from './session.ts';
import type { ImportSession, SessionFile } from './session.ts';

export function sessionDto(ctx: WriteContext, session: ImportSession): SessionDto {
  const files = session.files.map((file) => fileDto(ctx, session.client, file));
  const known = new Set(listKpis(ctx.store, session.client).map((row) => row.key));
  const ready = session.files.filter(
    (file) => isReady(file) && ownerElsewhere(ctx, session.client, file) === null,
  );
  const kpis = new Set(
    ready.flatMap((file) => [
      ...file.columns.map((staged) => staged.column.kpi),
      ...file.metrics.map((metric) => metric.kpi),
    ]),
  );
  const channels = new Map(
    ready.flatMap((file) =>
      [...file.routes.values()]
        .filter((route) => route.channel === null)
        .map((route) => [foldName(route.name), route.name] as const),
    ),
  );
  const counts = files
    .filter((_, i) => ready.includes(session.files[i] as SessionFile))
    .reduce((sum, file) => addCounts(sum, file.counts), {
      added: 0,
      changed: 0,
      unchanged: 0,
      kept: 0,
      refused: 0,
    });
  return {
    session: session.id,
    client: session.client,
    at: session.at,
    files,
    counts,
    newKpis: [...kpis].filter((key) => !known.has(key)),
    newChannels: [...channels.values()],
    checks: ready.flatMap((file) =>
      file.inspection.tables.flatMap((table) =>
        table.totals.map((total) => ({
          ...total,
          agrees: Math.abs(total.stated - total.summed) <= 1e-6 * Math.max(1, Math.abs(total.stated)),
        })),
      ),
    ),
    effect: importEffect(ctx, session, ready),
    ready: counts.added + counts.changed > 0,
  };
}

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

function fileDto(ctx: WriteContext, client: number, file: SessionFile): ImportFile {
  const { inspection } = file;
  const same = findSameFile(ctx.store, client, file.source.sha256, file.name);
  const columns = inspection.tables.flatMap((table) => table.figures);
  const range = dayRange(columns.map((column) => column.days));
  const items = new Set(inspection.tables.flatMap((table) => table.content.map((item) => item.externalId)));
  const published = inspection.tables
    .flatMap((table) => table.content.map((item) => item.published ?? ''))
    .filter(Boolean)
    .toSorted();
  return {
    id: file.id,
    name: file.name,
    status: inspection.status,
    included: file.included,
    platform: inspection.platform,
    report: inspection.report,
    language: inspection.language,
    rows: inspection.tables.reduce((n, table) => n + table.rows, 0),
    figures: columns.reduce((n, column) => n + column.days.length, 0),
    items: items.size,
    firstDate: range ? isoOf(range.first) : (published[0] ?? null),
    lastDate: range ? isoOf(range.last) : (published.at(-1) ?? null),
    asOf: inspection.asOf ?? null,
    tables: inspection.tables.map((table) => ({
      name: table.name,
      rows: table.rows,
      columns: table.columns.map((column) => ({
        header: column.header,
        role: column.role,
        kpi: column.kpi ?? null,
        unit: column.unit ?? null,
      })),
    })),
    questions: inspection.questions.map((question) => ({
      id: question.id,
      code: question.code,
      text: question.text,
      params: { ...question.params },
      choices: question.choices.map((choice) => ({
        ...choice,
        ...(choice.params ? { params: { ...choice.params } } : {}),
      })) as ImportFile['questions'][number]['choices'],
      answer: file.answers[question.id] ?? null,
    })),
    errors: inspection.errors.map((error) => ({
      ...error,
      ...(error.detail ? { detail: { ...error.detail } } : {}),
    })),
    notes: [...inspection.notes, ...inspection.tables.flatMap((table) => table.notes)].map((note) => ({
      ...note,
    })),
    routes: [...file.routes.values()],
    counts: countFates(file),
    sameAs: same ? { batch: same.batch, at: same.at, live: same.live === 1 } : null,
    otherClient: ownerElsewhere(ctx, client, file),
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
