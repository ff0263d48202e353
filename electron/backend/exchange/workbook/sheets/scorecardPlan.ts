/** Where everything stands on the scorecard, and every row judged, before a cell is written: Summary needs both. */
import { formatChange } from '../../../../../shared/domain/format.ts';
import type { Unit } from '../../../../../shared/domain/kpi.ts';
import type { ReportGroup, ReportKpi, ReportRow } from '../../../../../shared/domain/report.ts';
import { stepOf } from '../../../../../shared/domain/target-goal.ts';
import { address } from '../book/address.ts';
import { differenceFormat } from '../numberFormats.ts';
import { judgeRow } from '../plan/judge.ts';
import type { JudgedRow } from '../plan/judge.ts';
import { kpiOf } from './context.ts';
import type { PlannedContext } from './context.ts';

export const cols = {
  kpi: 1,
  channel: 2,
  now: 3,
  base: 4,
  difference: 5,
  ratio: 6,
  goal: 7,
  code: 8,
  word: 9,
  score: 10,
  trend: 11,
  coverage: 12,
  note: 13,
  /** Hidden, and within the filter, so that it is sorted with its note: what the way back knows a note by. */
  noteKey: 14,
  floor: 15,
  upper: 16,
  share: 17,
  p: 18,
  weight: 19,
  counted: 20,
  basis: 21,
  key: 22,
} as const;

export const HEAD = 3;
export const FIRST = HEAD + 1;

export interface PlacedRow {
  readonly row: ReportRow;
  readonly at: number;
  readonly unit: Unit;
  readonly judged: JudgedRow;
  readonly difference: { readonly factor: number; readonly format: string };
}

export interface PlacedGroup {
  readonly group: ReportGroup;
  readonly at: number;
  readonly rows: readonly PlacedRow[];
}

export interface ScorecardPlan {
  readonly groups: readonly PlacedGroup[];
  /** Last row, 0-based. */
  readonly bottom: number;
  readonly rowOf: (kpi: string, channel: string | null) => PlacedRow | undefined;
}

export function planScorecard(context: PlannedContext): ScorecardPlan {
  const { model, plan, spans, calc, words } = context;
  let next = FIRST;
  const places = model.groups.map((group) => {
    const at = next;
    next += 1 + group.rows.length;
    return { group, at };
  });
  const positions = new Map<string, { at: number; row: ReportRow }>();
  for (const { group, at } of places) {
    group.rows.forEach((row, index) =>
      positions.set(keyOf(row.kpi, row.channel), { at: at + 1 + index, row }),
    );
  }

  const judgeAt = (row: ReportRow, at: number): PlacedRow => {
    const kpi = kpiOf(context, row.kpi);
    const unit: Unit = kpi?.unit ?? { kind: 'number' };
    const now = plan.row(row.kpi, row.channel, spans.now);
    const base = spans.base ? plan.row(row.kpi, row.channel, spans.base) : undefined;
    const counter =
      kpi?.vanity && kpi.counter !== null
        ? (positions.get(keyOf(kpi.counter, row.channel)) ?? positions.get(keyOf(kpi.counter, null)))
        : undefined;
    const difference = differenceFormat(unit, context.units, [row.change.difference ?? null]);
    const cell = (col: number): string => `$${address(at, col)}`;
    const judged = judgeRow(
      {
        row,
        now,
        base,
        vanity: kpi?.vanity ?? false,
        counterStatus: counter?.row.judgement.status ?? null,
        duration: unit.kind === 'duration',
        differenceFactor: difference.factor,
        running: model.running,
        step: kpi === undefined ? 0 : stepOfKpi(kpi),
        changeWord: formatChange(row.change, unit, context.style).text,
      },
      {
        at: {
          now: cell(cols.now),
          base: cell(cols.base),
          goal: cell(cols.goal),
          floor: cell(cols.floor),
          upper: cell(cols.upper),
          share: cell(cols.share),
          p: cell(cols.p),
          code: cell(cols.code),
          coverage: cell(cols.coverage),
        },
        nowRef: now ? calc.ref(now) : null,
        baseRef: base ? calc.ref(base) : null,
        recordedRef: now && now.recorded !== null ? calc.ref(now, 'recorded') : null,
        counterCode: counter ? `$${address(counter.at, cols.code)}` : null,
      },
      words,
    );
    return { row, at, unit, judged, difference };
  };

  const groups = places.map(({ group, at }) => ({
    group,
    at,
    rows: group.rows.map((row, index) => judgeAt(row, at + 1 + index)),
  }));
  const byKey = new Map(
    groups.flatMap(({ rows }) => rows.map((row) => [keyOf(row.row.kpi, row.row.channel), row] as const)),
  );
  return {
    groups,
    bottom: Math.max(FIRST, next - 1),
    rowOf: (kpi, channel) => byKey.get(keyOf(kpi, channel)),
  };
}

function stepOfKpi({ unit, step, max }: ReportKpi): number {
  return stepOf({ unit, ...(step !== null && { step }), ...(max !== null && { max }) });
}

function keyOf(kpi: string, channel: string | null): string {
  return `${kpi}|${channel ?? '*'}`;
}
