/** What stands behind the numbers of a report: its KPIs with what they are made from, and the recorded figures. */
import type { BaseKind } from '../../../../shared/domain/base.ts';
import { sidesOf } from '../../../../shared/domain/bases.ts';
import { dependenciesOf } from '../../../../shared/domain/dependencies.ts';
import { engineOf } from '../../../../shared/domain/aggregate.ts';
import { breaksOf } from '../../../../shared/domain/breaks.ts';
import type { KpiDefinition, Language } from '../../../../shared/domain/kpi.ts';
import { periodsBack } from '../../../../shared/domain/period.ts';
import type { ReportFigure, ReportKpi } from '../../../../shared/domain/report.ts';
import type { ScoreRow } from '../../../../shared/domain/results.ts';
import { endOf, isoOf } from '../../../../shared/domain/time.ts';
import type { Day, Period } from '../../../../shared/domain/time.ts';
import { getBatch } from '../../../store/queries/batches.ts';
import { figuresOf } from '../../../store/queries/figures.ts';
import { cadenceOf } from '../../../store/rows.ts';
import type { ReadContext } from '../../context.ts';
import type { ClientBook } from '../book.ts';

/** KPIs on the scorecard and everything their formulas, weights and counters rest on. */
function neededKeys(book: ClientBook, rows: readonly ScoreRow[]): string[] {
  const keys = new Set<string>();
  for (const row of rows) {
    const definition = book.definition(row.kpi);
    for (const key of definition ? dependenciesOf(definition, (other) => book.definition(other)) : [])
      if (book.definition(key)) keys.add(key);
  }
  return [...keys];
}

/** `sources`: names of what stands behind the figures of some KPIs. */
export function reportKpis(
  book: ClientBook,
  rows: readonly ScoreRow[],
  language: Language,
  sources: (definitions: readonly KpiDefinition[]) => string[],
): ReportKpi[] {
  const engine = engineOf(book);
  return neededKeys(book, rows).flatMap((key): ReportKpi[] => {
    const d = book.definition(key);
    if (!d) return [];
    return [
      {
        key,
        name: d.name[language],
        definition: d.definition[language],
        unit: d.unit,
        direction: d.direction,
        timeAggregation: d.timeAggregation,
        channelAggregation: d.channelAggregation,
        formula: d.formula ?? null,
        weightBy: d.weightBy ?? null,
        kra: d.kra,
        stage: d.stage,
        vanity: d.vanity,
        counter: d.counter ?? null,
        min: d.min ?? null,
        max: d.max ?? null,
        step: d.step ?? null,
        sources: sources(madeFrom(book, d)),
        breaks: breaksOf(engine, key, null).map(({ day, note }) => ({ day: isoOf(day), note })),
      },
    ];
  });
}

/** A KPI and what its value is made from; its counter judges, and is no part of it. */
function madeFrom(book: ClientBook, definition: KpiDefinition): readonly KpiDefinition[] {
  const { counter: _counter, ...alone } = definition;
  return dependenciesOf(alone, (other) => book.definition(other)).flatMap(
    (key) => book.definition(key) ?? [],
  );
}

/** Recorded figures of the period, its base and the twelve periods of the trends. */
export function reportFigures(
  ctx: ReadContext,
  book: ClientBook,
  rows: readonly ScoreRow[],
  period: Period,
  base: BaseKind,
): ReportFigure[] {
  // Twelve periods of trend, the same one last year, and one before it for stocks that are carried.
  const from = periodsBack(period, 14).start;
  const sides = sidesOf(period, base, book.calendar);
  const early = [sides.now, ...(sides.base === null ? [] : [sides.base])].filter((side) => side.from < from);
  const stretches: readonly (readonly [Day, Day])[] = [
    ...joined(early.map((side) => [side.from, Math.min(side.to, from) as Day])),
    [from, endOf(period)],
  ];
  const labels = new Map<number, string>();
  const labelOf = (batch: number): string => {
    let label = labels.get(batch);
    if (label === undefined) labels.set(batch, (label = getBatch(ctx.store, batch)?.label ?? ''));
    return label;
  };
  return neededKeys(book, rows).flatMap((key) => {
    const kpi = book.kpiOf(key);
    if (!kpi) return [];
    return stretches
      .flatMap(([first, end]) => figuresOf(ctx.store, book.client.id, kpi.row.id, first, end))
      .map((row): ReportFigure => ({
        kpi: key,
        channel: String(row.channel),
        cadence: cadenceOf(row.cadence),
        start: isoOf(row.day as Day),
        value: row.value,
        batch: row.batch,
        source: labelOf(row.batch),
      }));
  });
}

/** Stretches of days, oldest first, those that touch or overlap as one. */
function joined(stretches: readonly (readonly [Day, Day])[]): (readonly [Day, Day])[] {
  const out: (readonly [Day, Day])[] = [];
  for (const [from, to] of stretches.toSorted((a, b) => a[0] - b[0])) {
    const last = out.at(-1);
    if (last !== undefined && from <= last[1]) out[out.length - 1] = [last[0], Math.max(last[1], to) as Day];
    else out.push([from, to]);
  }
  return out;
}
