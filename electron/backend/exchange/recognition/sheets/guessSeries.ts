/**
 * A row a date (or a member, or a post), a column a KPI: what each column is, with the reason.
 */
import { parseDate } from '../../../../../shared/domain/cells/dates.ts';
import { cellText, isEmptyCell } from '../cells.ts';
import type { InspectContext } from '../context.ts';
import { guessedCadence } from './guessCadence.ts';
import { columnName, dimensionOf, mappingBase, metricColumn, namesChannels, plain } from './guessing.ts';
import type { Guess, Scene } from './guessing.ts';
import { kpiFor, kpiOfTitles } from './kpiWords.ts';
import { dateShare, words, yearWords } from './looks.ts';
import type { Look } from './looks.ts';
import type { MappedColumn, Mapping } from '../mapping.ts';
import { networkIn } from '../networks.ts';
import { readValue } from '../rows/values.ts';
import { plainPeriod } from './periodText.ts';

const titleWords = words(
  'title titulo caption texto text copy publicacion post content contenido descripcion description mensaje',
);
const typeWords = words('type tipo format formato kind post_type tipo_de_publicacion media_type');

export function guessSeries(scene: Scene, date: Look | undefined): Guess {
  const { looks } = scene;
  const columns: MappedColumn[] = [];
  const unknown: Look[] = [];
  const numeric = looks.filter(
    (one) =>
      one.numeric >= 0.6 && one !== date && one.filled > 0 && scene.heads[one.index]?.summary === undefined,
  );
  // A KPI in a title is that of a table's only column of figures, or of one column for each network.
  const titled =
    numeric.length === 1 || numeric.every((one) => isBareName(scene.heads[one.index]?.rest ?? one.header));
  for (const one of looks) {
    const column = roleOf(one, date, titled, scene);
    columns.push(column ?? plain(one, 'ignored', { code: 'unknown' }));
    if (column === null) unknown.push(one);
  }
  settleTwins(columns, unknown, scene);
  const posts = isContent(columns, scene);
  const own = posts ? columns.map((column) => postColumn(column, scene)) : columns;
  const network = posts ? linkNetwork(own, scene) : undefined;
  const period = date === undefined || countsDays(scene, date) ? scene.period() : undefined;
  const cadence = date === undefined || posts ? undefined : guessedCadence(scene, date, columns);
  const mapping: Mapping = {
    ...mappingBase(own, posts ? 'posts' : 'table', scene),
    ...(posts ? { kind: 'content' as const } : {}),
    ...(network === undefined ? {} : { network }),
    ...(period === undefined ? {} : { period }),
    ...(cadence === undefined ? {} : { cadence }),
  };
  const asked = unknown.map(({ header, index }) => ({ index, name: columnName(header, index) }));
  return { mapping, shape: 'series', unknown: asked };
}

/** Null: figures that nothing explains. */
function roleOf(one: Look, date: Look | undefined, byTitle: boolean, scene: Scene): MappedColumn | null {
  const { block, context, heads } = scene;
  const { header, index } = one;
  const head = heads[index];
  if (one === date) return plain(one, 'date', { code: 'dates', params: { share: dateShare(one) } });
  if (one.filled === 0) return plain(one, 'ignored', { code: 'empty' });
  const answer = context.answers?.[`kpi:${block.name}:${columnName(header, index)}`];
  if (answer === 'ignore') return plain(one, 'ignored', { code: 'person' });
  if (answer !== undefined && context.units?.has(answer) !== false)
    return metricColumn(one, answer, head, context, { code: 'person' });
  if (scene.personal.has(index)) return plain(one, 'personal', { code: 'personal' });
  if (date && yearWords.has(one.folded) && lacksYear(scene, date))
    return plain(one, 'year', { code: 'name' });
  // A time of day beside its date.
  if (/^(?:time|hora|hour)$/.test(one.folded) && one.numeric >= 0.6)
    return plain(one, 'ignored', { code: 'name' });
  if (head?.summary !== undefined)
    return plain(one, head.summary === 'total' ? 'total' : 'ignored', { code: 'name' });
  const named = head?.kpi;
  if (one.numeric + one.damaged >= 0.6 || (named !== undefined && one.numeric >= 0.3)) {
    if (named && isOtherKind(header, named.key, context)) return null;
    if (named)
      return metricColumn(one, named.key, head, context, { code: 'alias', params: { alias: named.alias } });
    const titled = byTitle ? kpiOfTitles(block, context) : undefined;
    const key =
      kpiFor(header, block, context) ?? (isBareName(head?.rest ?? header) ? titled?.key : undefined);
    if (key !== undefined)
      return metricColumn(one, key, head, context, {
        code: 'alias',
        params: { alias: titled?.alias ?? header },
      });
    if (isIdentifier(one) || yearWords.has(one.folded)) return plain(one, 'ignored', { code: 'identifier' });
    return null;
  }
  if (one.dates >= 0.6) return plain(one, 'ignored', { code: 'dates', params: { share: one.dates } });
  if (namesChannels(one)) return plain(one, 'channel', { code: 'name' });
  if (isLinks(one)) return plain(one, 'link', { code: 'name' });
  return one.length <= 60 && one.distinct >= 1 ? dimensionOf(one) : plain(one, 'ignored', { code: 'words' });
}

/** "Profit %" is no money: a share of a KPI that is none itself is another KPI, and asked about. */
function isOtherKind(header: string, kpi: string, { units }: InspectContext): boolean {
  const kind = units?.get(kpi);
  return header.includes('%') && kind !== undefined && kind !== 'percent';
}

/** A name that says nothing of its own: none, a network, "value". */
function isBareName(header: string): boolean {
  return header === '' || networkIn(header) !== undefined;
}

function isLinks(one: Look): boolean {
  return one.texts.filter((text) => /^https?:/.test(text)).length >= one.texts.length * 0.6;
}

function isIdentifier(one: Look): boolean {
  if (/(?:^| )(?:id|num|no|code|codigo|zip|cp|row|index|fila)(?: |$)/.test(one.folded)) return true;
  return one.length >= 9 && one.distinct > 1 && one.texts.every((text) => /^\d{9,25}$/.test(text));
}

/** Dates whose cells leave the year out: months, quarters or weeks by name or number. */
function lacksYear(scene: Scene, date: Look): boolean {
  const first = scene.block.rows.find((row) => !isEmptyCell(row[date.index] ?? null));
  const text = cellText(first?.[date.index] ?? null);
  if (/^\d{1,2}$/.test(text)) return true;
  const reading = parseDate(plainPeriod(text));
  return reading === undefined || reading.kind === 'month' || reading.kind === 'yearless';
}

/** Bare days of a month under "Día": the table's month completes them. */
function countsDays(scene: Scene, date: Look): boolean {
  return (
    /^(?:dia|day|fecha|date)$/.test(date.folded) &&
    date.texts.every((text) => /^\d{1,2}$/.test(text)) &&
    scene.block.rows.length > 0
  );
}

/** Two columns of one KPI and network: one that adds up the others is a total, any other is asked about. */
function settleTwins(columns: MappedColumn[], unknown: Look[], scene: Scene): void {
  const placeOf = (column: MappedColumn): string =>
    `${column.kpi}|${column.network ?? ''}|${column.account ?? ''}`;
  for (const [i, column] of columns.entries()) {
    if (column.role !== 'metric' || said(column)) continue;
    const kin = columns.filter(
      (other) => other.role === 'metric' && other.kpi === column.kpi && other !== column,
    );
    const parts = kin.filter((other) => other.network !== undefined);
    const look = scene.looks[i];
    if (!look) continue;
    if (
      column.network === undefined &&
      parts.length > 0 &&
      (scene.heads[i]?.total || addsUp(column, parts, scene))
    )
      columns[i] = plain(look, 'total', { code: 'name' });
    else if (kin.some((other) => other.index < column.index && placeOf(other) === placeOf(column))) {
      columns[i] = plain(look, 'ignored', { code: 'unknown' });
      unknown.push(look);
    }
  }
}

function said(column: MappedColumn): boolean {
  return column.reasons?.[0]?.code === 'person';
}

function addsUp(whole: MappedColumn, parts: readonly MappedColumn[], scene: Scene): boolean {
  if (parts.length < 2) return false;
  let checked = 0;
  let equal = 0;
  const plan = { unit: 'number', decimal: '.', scale: 1 } as const;
  for (const row of scene.block.rows.slice(0, 200)) {
    const total = readValue(row[whole.index] ?? null, plan);
    const sum = parts.reduce((n, part) => n + readValue(row[part.index] ?? null, plan), 0);
    if (!Number.isFinite(total) || !Number.isFinite(sum)) continue;
    checked += 1;
    if (Math.abs(total - sum) <= 1e-6 * Math.max(1, Math.abs(total))) equal += 1;
  }
  return checked > 0 && equal >= checked * 0.8;
}

/** One row a post: every row has its own link. */
function isContent(columns: readonly MappedColumn[], scene: Scene): boolean {
  const link = columns.find((column) => column.role === 'link');
  const one = link && scene.looks[link.index];
  if (!one || !columns.some((column) => column.role === 'metric')) return false;
  return one.filled >= 2 && one.distinct >= one.filled * 0.9;
}

function postColumn(column: MappedColumn, scene: Scene): MappedColumn {
  const one = scene.looks[column.index];
  if (
    !one ||
    (column.role !== 'dimension' && column.role !== 'ignored') ||
    column.reasons?.[0]?.code === 'empty'
  )
    return column;
  if (one.numeric >= 0.5) return column;
  if (titleWords.has(one.folded)) return plain(one, 'title', { code: 'name' });
  if (typeWords.has(one.folded)) return plain(one, 'type', { code: 'name' });
  return column;
}

function linkNetwork(columns: readonly MappedColumn[], scene: Scene): string | undefined {
  const link = columns.find((column) => column.role === 'link');
  const found = new Set((scene.looks[link?.index ?? -1]?.texts ?? []).map(networkOfLink));
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

function networkOfLink(link: string): string | undefined {
  const host = /^https?:\/\/([^/?#]{1,100})/i.exec(link)?.[1]?.toLowerCase() ?? '';
  if (/(?:^|\.)x\.com$/.test(host)) return 'x';
  if (/(?:^|\.)youtu\.be$/.test(host)) return 'youtube';
  return networkIn(host.split('.').at(-2) ?? '');
}
