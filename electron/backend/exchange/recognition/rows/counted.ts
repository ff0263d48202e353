/**
 * Lists of what happened, one row a review or mention, counted by day. What people wrote, and who they are, stays out.
 *
 * Stars become favourable (four, five), middling (three) and unfavourable reviews, and their mean; a row with an
 * answer counts as answered. A day inside the list without a row is a day on which nothing happened
 * (`absentMeansZero`), which a mean has none of.
 */
import { noDay } from '../../../../../shared/domain/cells/dateColumn.ts';
import { isTotalText } from '../../../../../shared/domain/cells/text.ts';
import type { FigureColumn, RefusedRow } from '../../model.ts';
import type { Block } from '../tables/blocks.ts';
import { FigureBuilder } from './builders.ts';
import { cellText, dateCell, isEmptyCell } from '../cells.ts';
import type { Findings, TableEnv } from '../context.ts';
import { tableDates } from '../evidence/dates.ts';
import { placeReader } from './figureRows.ts';
import type { Place } from './figureRows.ts';
import { refuse } from './refusals.ts';
import type { Mapping } from '../mapping.ts';
import { planValues, readValue } from './values.ts';

interface Counted {
  readonly figures: readonly FigureColumn[];
  readonly refused: readonly RefusedRow[];
}

/** What a day of one place has seen. */
interface DayCount {
  readonly place: Place;
  readonly day: number;
  readonly row: number;
  all: number;
  answered: number;
  readonly stars: number[];
}

const answeredKpi = 'reviews_answered';
const starsKpi = 'average_review_rating';

export function extractCounted(
  block: Block,
  mapping: Mapping,
  network: string,
  env: TableEnv,
  findings: Findings,
): Counted {
  const refused: RefusedRow[] = [];
  const counts = mapping.signature?.counts;
  const date = mapping.columns.find((column) => column.role === 'date');
  const id = mapping.columns.find((column) => column.role === 'id');
  const answer = mapping.columns.find((column) => column.kpi === answeredKpi);
  const stars = mapping.columns.find((column) => column.kpi === starsKpi);
  if (!counts || !date) return { figures: [], refused };
  const cells = block.rows.map((row) => dateCell(row[date.index] ?? null));
  const dates = tableDates(cells, date.header, block.name, mapping, env, undefined, findings);
  const [plan] = stars ? planValues([stars], block.rows, mapping, mapping.decimal) : [];
  const placeOf = placeReader(mapping, network);
  const days = new Map<string, DayCount>();
  const seen = new Set<string>();
  for (const [r, row] of block.rows.entries()) {
    const line = block.lines[r] ?? 0;
    const cell = row[date.index] ?? null;
    if (isTotalText(cellText(cell))) continue;
    const own = id ? cellText(row[id.index] ?? null) : '';
    if (own !== '' && seen.has(own)) {
      refuse(refused, env, line, id?.header ?? '', own, 'duplicate-row');
      continue;
    }
    seen.add(own);
    const day = dates.days[r] ?? noDay;
    if (day === noDay) {
      refuse(
        refused,
        env,
        line,
        date.header,
        cell,
        isEmptyCell(cell) ? 'row-without-date' : 'dates-impossible',
      );
      continue;
    }
    const place = placeOf(row);
    const key = `${place.network}|${place.account ?? ''}|${day}`;
    const known = days.get(key) ?? { place, day, row: line, all: 0, answered: 0, stars: [] };
    days.set(key, known);
    known.all += 1;
    if (answer && !isEmptyCell(row[answer.index] ?? null)) known.answered += 1;
    const given = stars && plan ? readValue(row[stars.index] ?? null, plan.plan) : Number.NaN;
    if (given >= 1 && given <= 5) known.stars.push(given);
  }
  const kpis: readonly (readonly [string, (one: DayCount) => number])[] = [
    [counts, (one) => one.all],
    ...(answer ? [[answeredKpi, (one: DayCount) => one.answered] as const] : []),
    ...(stars ? starKpis : []),
  ];
  return { figures: figuresOf([...days.values()], kpis, date.header), refused };
}

const starKpis: readonly (readonly [string, (one: DayCount) => number])[] = [
  ['positive_reviews', ({ stars }) => stars.filter((n) => n > 3.5).length],
  ['neutral_reviews', ({ stars }) => stars.filter((n) => n > 2.5 && n <= 3.5).length],
  ['negative_reviews', ({ stars }) => stars.filter((n) => n <= 2.5).length],
  [
    starsKpi,
    ({ stars }) => (stars.length === 0 ? Number.NaN : stars.reduce((a, b) => a + b, 0) / stars.length),
  ],
];

function figuresOf(
  days: readonly DayCount[],
  kpis: readonly (readonly [string, (one: DayCount) => number])[],
  header: string,
): FigureColumn[] {
  const builders = new Map<string, FigureBuilder>();
  for (const one of days.toSorted((a, b) => a.day - b.day)) {
    for (const [kpi, valueOf] of kpis) {
      const value = valueOf(one);
      if (Number.isNaN(value)) continue;
      const key = `${kpi}|${one.place.network}|${one.place.account ?? ''}`;
      const builder =
        builders.get(key) ??
        new FigureBuilder({
          kpi,
          ...one.place,
          cadence: 'day',
          header,
          ...(kpi === starsKpi ? {} : { absentMeansZero: true }),
        });
      builders.set(key, builder);
      builder.push(one.day, value, one.row);
    }
  }
  return [...builders.values()].map((builder) => builder.finish());
}
