/**
 * Tables whose KPI stands in the rows or whose dates (or networks) stand in the names of the columns: wide, long, and
 * the matrices between them. Null where the KPIs are columns under a date column: that is a series.
 */
import { parseDate } from '../../../../../shared/domain/cells/dates.ts';
import { readDates } from '../../../../../shared/domain/cells/dateColumn.ts';
import type { Cadence } from '../../../../../shared/domain/time.ts';
import { fold } from '../fold.ts';
import { steppedCadence } from './guessCadence.ts';
import { columnName, dimensionOf, mappingBase, namesChannels, placeOf, plain } from './guessing.ts';
import type { Guess, Scene } from './guessing.ts';
import type { Head } from './heads.ts';
import { kpiMatch, kpiOfTitles } from './kpiWords.ts';
import { dateShare, valueWords, words, yearWords } from './looks.ts';
import type { Look } from './looks.ts';
import type { MappedColumn, Mapping } from '../mapping.ts';
import { plainDates, plainPeriod } from './periodText.ts';
import { isActualWord } from './summaryWords.ts';

const metricWords = words(
  'metric kpi kpis metrica indicador indicator measure medida variable concepto metric_name nombre_de_la_metrica',
);

export function guessCells(scene: Scene, date: Look | undefined): Guess | null {
  const { looks, heads } = scene;
  const figures = looks.filter(
    (one) =>
      one !== date && one.filled > 0 && one.numeric + one.damaged >= 0.5 && !scene.personal.has(one.index),
  );
  const label = labelColumn(scene, date);
  const dated = datedHeads(scene);
  const usable = dated.filter((head) => head.summary === undefined);
  if (date === undefined && usable.length >= 2) return across(scene, usable, label);
  if (date === undefined && usable.length === 1 && label !== undefined && label.known > 0)
    return across(scene, usable, label);
  const values = figures.filter((one) => {
    const head = heads[one.index];
    return head?.summary === undefined && head?.date === undefined && !yearWords.has(one.folded);
  });
  const [only] = values;
  if (label === undefined) return null;
  const netted = values.filter((one) => isNetworkOnly(heads[one.index]));
  if (netted.length >= 2 && netted.length === values.length) return matrix(scene, date, values, label.look);
  const named = values.find((one) => valueWords.has(one.folded) || isActualWord(one.header));
  const value = named ?? (values.length === 1 ? only : undefined);
  if (value === undefined || (value !== named && heads[value.index]?.kpi !== undefined)) return null;
  if (date === undefined && label.known === 0) return null;
  return matrix(scene, date, [value], label.look);
}

interface Label {
  readonly look: Look;
  /** How many of its texts name a KPI. */
  readonly known: number;
}

/** The column whose texts name KPIs: by what they say, else by its own name. */
function labelColumn(scene: Scene, date: Look | undefined): Label | undefined {
  let best: Label | undefined;
  for (const one of scene.looks) {
    if (one === date || one.filled === 0 || one.numeric >= 0.5 || scene.personal.has(one.index)) continue;
    const known = one.texts.filter((text) => kpiMatch(text, scene.context) !== undefined).length;
    const share = known / Math.max(one.texts.length, 1);
    const named = metricWords.has(one.folded);
    if (!named && (known === 0 || share < 0.2)) continue;
    if (best === undefined || known > best.known || (named && known === best.known))
      best = { look: one, known };
  }
  return best;
}

/** Columns whose names hold dates, finest cadence only: a year beside its months is their sum. */
function datedHeads(scene: Scene): readonly Head[] {
  const found = withWeeks(scene).filter((head) => {
    const one = scene.looks[head.index];
    return (
      head.date !== undefined && one !== undefined && (one.filled === 0 || one.numeric + one.damaged >= 0.3)
    );
  });
  const kinds = new Map<string, Head[]>();
  for (const head of found) {
    const kind = kindOf(head.date ?? '', scene.year);
    kinds.set(kind, [...(kinds.get(kind) ?? []), head]);
  }
  const [most] = [...kinds.values()].toSorted((a, b) => b.length - a.length);
  return most ?? [];
}

/** "S1", "S2" are half-years by themselves; beside "S3" they are weeks. */
function withWeeks(scene: Scene): readonly Head[] {
  const weeks = scene.heads.filter((head) => /^s\s?\d{1,2}$/i.test(head.header));
  if (!weeks.some((head) => Number(head.header.replace(/\D/g, '')) > 2)) return scene.heads;
  return scene.heads.map((head) => (weeks.includes(head) ? { ...head, date: head.header, rest: '' } : head));
}

function kindOf(date: string, year: number | undefined): string {
  const reading = parseDate(plainPeriod(date, year ?? 2001));
  if (reading?.kind === 'period') return reading.cadence;
  return reading?.kind === 'range' ? 'range' : 'day';
}

function isNetworkOnly(head: Head | undefined): boolean {
  return head?.network !== undefined && head.kpi === undefined && head.summary === undefined;
}

/** Dates in the names of columns. */
function across(scene: Scene, dated: readonly Head[], label: Label | undefined): Guess {
  const { looks, heads, context, block } = scene;
  const titled = kpiOfTitles(block, context);
  const byColumn = dated.filter((head) => head.kpi !== undefined).length;
  const texts = looks.filter((one) => !dated.some((head) => head.index === one.index));
  // The KPI stands in the rows, else over the columns, else in a title; else the first column is asked about.
  const inRows = byColumn * 2 >= dated.length ? undefined : (label?.known ?? 0) > 0 ? label?.look : undefined;
  const fallback =
    inRows === undefined && byColumn === 0 && titled === undefined
      ? (label?.look ?? texts.find((one) => one.filled > 0 && one.numeric < 0.5 && !namesChannels(one)))
      : undefined;
  const kpi = inRows ?? fallback;
  const columns = looks.map((one): MappedColumn => {
    const head = heads[one.index];
    if (dated.some((other) => other.index === one.index)) {
      const answer = context.answers?.[`kpi:${block.name}:${restName(head, one)}`];
      if (kpi === undefined && answer === 'ignore') return plain(one, 'ignored', { code: 'person' });
      if (kpi === undefined && answer !== undefined)
        return { ...plain(one, 'value', { code: 'person' }, placeOf(head)), kpi: answer };
      const over = kpi === undefined ? (head?.kpi ?? (byColumn === 0 ? titled : undefined)) : undefined;
      if (kpi === undefined && over === undefined) return plain(one, 'ignored', { code: 'unknown' });
      return {
        ...plain(one, 'value', { code: 'date-headers' }, placeOf(head)),
        ...(over === undefined ? {} : { kpi: over.key }),
      };
    }
    return besideFigures(one, kpi, scene);
  });
  // One question for a KPI over all its months.
  const unknown = looks
    .filter(
      (one) =>
        columns[one.index]?.reasons?.[0]?.code === 'unknown' &&
        dated.some((head) => head.index === one.index),
    )
    .map((one) => ({ index: one.index, name: restName(heads[one.index], one) }));
  const cadence = cadenceAcross(scene, dated);
  const mapping: Mapping = {
    ...mappingBase(columns, 'wide', scene),
    ...(cadence === undefined ? {} : { cadence }),
  };
  return { mapping, shape: 'wide', unknown };
}

/** A column's name without its date. */
function restName(head: Head | undefined, one: Look): string {
  return columnName(head === undefined || head.rest === '' ? one.header : head.rest, one.index);
}

/** Columns beside those of figures: labels, channels, dimensions, totals. */
function besideFigures(one: Look, kpi: Look | undefined, scene: Scene): MappedColumn {
  const head = scene.heads[one.index];
  if (one === kpi) return plain(one, 'kpi', { code: metricWords.has(one.folded) ? 'name' : 'words' });
  if (one.filled === 0) return plain(one, 'ignored', { code: 'empty' });
  if (scene.personal.has(one.index)) return plain(one, 'personal', { code: 'personal' });
  if (head?.summary !== undefined || (head?.date !== undefined && one.numeric >= 0.5)) {
    const total = head.summary === 'total' || head.summary === undefined;
    return plain(one, total ? 'total' : 'ignored', { code: 'name' });
  }
  if (one.numeric >= 0.5) return plain(one, 'ignored', { code: 'unknown' });
  if (namesChannels(one)) return plain(one, 'channel', { code: 'name' });
  if (isUnitColumn(one) || one.length > 60) return plain(one, 'ignored', { code: 'words' });
  return dimensionOf(one);
}

/** Beside a KPI its unit or its area: nothing that splits figures. */
function isUnitColumn(one: Look): boolean {
  return /^(?:unit|unidad|unidade|area|kra|tipo de dato|formato|frecuencia|frequency|fuente|source|responsable|owner|definicion|definition|descripcion|description|formula)$/.test(
    one.folded,
  );
}

/** What one column covers where the dates alone would mislead; undefined where they say it. */
function cadenceAcross(scene: Scene, dated: readonly Head[]): Cadence | undefined {
  const cells = plainDates(
    dated.map((head) => head.date ?? ''),
    'date',
    { year: scene.year },
  );
  const dates = readDates(cells, { today: scene.context.today, order: 'dmy' });
  if (dates.years !== null || dates.ends !== null || dates.cadence !== 'day') return undefined;
  return steppedCadence(dates.days);
}

/** One KPI a row: its value in one column, or in one column for each network. */
function matrix(scene: Scene, date: Look | undefined, values: readonly Look[], label: Look): Guess {
  const { looks, heads } = scene;
  const columns = looks.map((one): MappedColumn => {
    const head = heads[one.index];
    if (one === date) return plain(one, 'date', { code: 'dates', params: { share: dateShare(one) } });
    if (values.includes(one))
      return plain(
        one,
        'value',
        { code: valueWords.has(fold(one.header)) ? 'name' : 'numbers' },
        placeOf(head),
      );
    if (date && yearWords.has(one.folded)) return plain(one, 'year', { code: 'name' });
    return besideFigures(one, label, scene);
  });
  const period = date === undefined ? scene.period() : undefined;
  return {
    mapping: {
      ...mappingBase(columns, values.length > 1 ? 'wide' : 'long', scene),
      ...(period === undefined ? {} : { period }),
    },
    shape: values.length > 1 ? 'wide' : 'long',
    unknown: [],
  };
}
