/**
 * What a report that went out says, against the same report today: every number that is another one, and which figures,
 * targets or definitions made it so.
 *
 * Rules: numbers are compared as they are kept, not as they are rounded; a row that stands in one of the two only is told
 * as such. Figures behind a number are those of its KPI and of what it is made from, on its channel and in its days.
 */
import { kpisIn } from './formula/ast.ts';
import { parseFormula } from './formula/parse.ts';
import type { Unit } from './kpi.ts';
import type { ReportFigure, ReportKpi, ReportModel, ReportRow } from './report.ts';
import type { Span, Status } from './results.ts';

export type ReportBecause =
  /** `gone`: the batch's figures are no longer there; else they came or changed. */
  | { readonly kind: 'figures'; readonly batch: number; readonly figures: number; readonly gone: boolean }
  | { readonly kind: 'target' | 'definition' | 'scorecard' | 'other' };

export interface ReportDifference {
  readonly kpi: string;
  readonly name: string;
  /** Id of the channel; `null`: all. */
  readonly channel: string | null;
  readonly unit: Unit;
  readonly what: 'value' | 'base' | 'goal' | 'row';
  readonly then: number | null;
  readonly now: number | null;
  readonly statusThen: Status | null;
  readonly statusNow: Status | null;
  readonly because: readonly ReportBecause[];
}

/** The differences in the scorecard's order, and how many rows have none. */
export function differencesOf(
  then: ReportModel,
  now: ReportModel,
): { readonly differences: readonly ReportDifference[]; readonly same: number } {
  const [before, after] = [rowsByKey(then), rowsByKey(now)];
  const changes = new ChangedFigures(then, now);
  let same = 0;
  const differences = [...new Set([...before.keys(), ...after.keys()])].flatMap((key): ReportDifference[] => {
    const [old, today] = [before.get(key), after.get(key)];
    const row = old ?? today;
    if (row === undefined) return [];
    const found = differencesOfRow(row, old, today, { then, now, changes });
    if (found.length === 0) same += 1;
    return found;
  });
  return { differences, same };
}

interface Sides {
  readonly then: ReportModel;
  readonly now: ReportModel;
  readonly changes: ChangedFigures;
}

function differencesOfRow(
  row: ReportRow,
  old: ReportRow | undefined,
  today: ReportRow | undefined,
  { then, now, changes }: Sides,
): ReportDifference[] {
  const kpi = kpiOf(now, row.kpi) ?? kpiOf(then, row.kpi);
  const face = {
    kpi: row.kpi,
    name: kpi?.name ?? row.kpi,
    channel: row.channel,
    unit: kpi?.unit ?? { kind: 'number' as const },
    statusThen: old?.judgement.status ?? null,
    statusNow: today?.judgement.status ?? null,
  };
  if (old === undefined || today === undefined) {
    const [a, b] = [old?.now.value ?? null, today?.now.value ?? null];
    return [{ ...face, what: 'row', then: a, now: b, because: [{ kind: 'scorecard' }] }];
  }
  const redefined = changes.isRedefined(row.kpi);
  const why = (span: Span | null): readonly ReportBecause[] => {
    const figures = span === null ? [] : changes.behind(row, span);
    if (figures.length > 0) return figures;
    return [{ kind: redefined ? 'definition' : 'other' }];
  };
  const out: ReportDifference[] = [];
  if (!isSame(old.now.value, today.now.value))
    out.push({ ...face, what: 'value', then: old.now.value, now: today.now.value, because: why(now.span) });
  if (!isSame(old.base.value, today.base.value))
    out.push({
      ...face,
      what: 'base',
      then: old.base.value,
      now: today.base.value,
      because: why(now.baseSpan ?? then.baseSpan),
    });
  const [goalThen, goalNow] = [old.judgement.goal ?? null, today.judgement.goal ?? null];
  if (!isSame(goalThen, goalNow))
    out.push({ ...face, what: 'goal', then: goalThen, now: goalNow, because: [{ kind: 'target' }] });
  return out;
}

/** The same number but for what arithmetic in another order leaves. */
function isSame(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

function rowsByKey(model: ReportModel): Map<string, ReportRow> {
  const rows = model.groups.flatMap((group) => group.rows);
  return new Map(rows.map((row) => [`${row.kpi}|${row.channel ?? ''}`, row]));
}

function kpiOf(model: ReportModel, key: string): ReportKpi | undefined {
  return model.kpis.find((kpi) => kpi.key === key);
}

interface Changed {
  readonly figure: ReportFigure;
  readonly gone: boolean;
}

/** Figures that one of two reports has and the other has not, or with another value. */
class ChangedFigures {
  readonly #changed: readonly Changed[];
  readonly #then: ReportModel;
  readonly #now: ReportModel;

  constructor(then: ReportModel, now: ReportModel) {
    this.#then = then;
    this.#now = now;
    const key = ({ kpi, channel, cadence, start }: ReportFigure): string =>
      `${kpi}|${channel}|${cadence}|${start}`;
    const before = new Map(then.figures.map((figure) => [key(figure), figure]));
    const after = new Map(now.figures.map((figure) => [key(figure), figure]));
    this.#changed = [
      ...now.figures.flatMap((figure): Changed[] => {
        const old = before.get(key(figure));
        return old !== undefined && old.value === figure.value ? [] : [{ figure, gone: false }];
      }),
      ...then.figures.flatMap((figure): Changed[] =>
        after.has(key(figure)) ? [] : [{ figure, gone: true }],
      ),
    ];
  }

  /** Newest batch first. */
  behind(row: Pick<ReportRow, 'kpi' | 'channel'>, span: Span): ReportBecause[] {
    const kpis = this.#madeFrom(row.kpi);
    const found = new Map<string, { batch: number; figures: number; gone: boolean }>();
    for (const { figure, gone } of this.#changed) {
      if (!kpis.has(figure.kpi) || figure.start > span.to) continue;
      // What a stock stands at may have been recorded before.
      const stock = kpiOf(this.#now, figure.kpi)?.timeAggregation === 'last';
      if (!stock && figure.start < span.from) continue;
      if (row.channel !== null && figure.channel !== row.channel) continue;
      const key = `${figure.batch} ${gone}`;
      const known = found.get(key) ?? { batch: figure.batch, figures: 0, gone };
      known.figures += 1;
      found.set(key, known);
    }
    return [...found.values()]
      .toSorted((a, b) => b.batch - a.batch)
      .map((one) => ({ kind: 'figures' as const, ...one }));
  }

  isRedefined(key: string): boolean {
    return [...this.#madeFrom(key)].some((one) => {
      const [a, b] = [kpiOf(this.#then, one), kpiOf(this.#now, one)];
      return (
        a?.formula !== b?.formula ||
        a?.timeAggregation !== b?.timeAggregation ||
        a?.channelAggregation !== b?.channelAggregation
      );
    });
  }

  #madeFrom(key: string): ReadonlySet<string> {
    const all = new Set([key]);
    for (const one of all) {
      for (const model of [this.#then, this.#now]) {
        const kpi = kpiOf(model, one);
        if (kpi === undefined) continue;
        if (kpi.weightBy !== null) all.add(kpi.weightBy);
        const parsed = kpi.formula === null ? null : parseFormula(kpi.formula);
        if (parsed?.ok === true) for (const input of kpisIn(parsed.formula).keys()) all.add(input);
      }
    }
    return all;
  }
}
