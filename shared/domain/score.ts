/**
 * Scores of a group of rows: a key result area, a stage, a channel.
 *
 * Rule: weighted mean of the KPIs' scores. A KPI's weight is shared among its scored rows (channels); a KPI
 * without a score leaves the mean, and the weight that had one is told. All weights 0: no score.
 */
import type { GroupScore, ScoreRow, Status } from './results.ts';

/** The part of a row that a group needs. */
export type Scored = Pick<ScoreRow, 'kpi' | 'weight' | 'judgement'>;

/** Score at which a goal is reached, and at which a floor is: the bounds of met and at risk. */
const metFrom = 20 / 3;
const atRiskFrom = 10 / 3;
const rounding = 1e-9;

/** The group's score from its rows; `baseRows`: the same rows judged in the period compared with. */
export function groupScore(rows: readonly Scored[], baseRows?: readonly Scored[]): GroupScore {
  const { score, covered } = meanScore(rows);
  return {
    score,
    baseScore: baseRows === undefined ? null : meanScore(baseRows).score,
    covered,
    status: score === null ? withoutScore(rows) : statusOfScore(score),
  };
}

/** The status a score reads as. */
function statusOfScore(score: number): Status {
  if (score >= metFrom - rounding) return 'met';
  return score >= atRiskFrom - rounding ? 'atRisk' : 'off';
}

function meanScore(rows: readonly Scored[]): { score: number | null; covered: number | null } {
  let sum = 0;
  let scoredWeight = 0;
  let weight = 0;
  for (const [, own] of Map.groupBy(rows, (row) => row.kpi)) {
    const ownWeight = own[0]?.weight ?? 0;
    weight += ownWeight;
    const scores = own.map((row) => row.judgement.score).filter((score) => score !== undefined);
    if (scores.length === 0) continue;
    scoredWeight += ownWeight;
    sum += (ownWeight * scores.reduce((a, b) => a + b, 0)) / scores.length;
  }
  return {
    score: scoredWeight > 0 ? sum / scoredWeight : null,
    covered: weight > 0 ? scoredWeight / weight : null,
  };
}

/** Why a group has no score: the first that applies to any of its rows. */
function withoutScore(rows: readonly Scored[]): Status {
  const order: readonly Status[] = ['tooEarly', 'incomplete', 'noData', 'notApplicable'];
  return order.find((status) => rows.some((row) => row.judgement.status === status)) ?? 'noTarget';
}
