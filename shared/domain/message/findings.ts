/**
 * The two or three things of a report that are worth a line in a mail, and how each is told.
 *
 * Rules: a fired rule is the only thing called a change; a percentage stands beside what it is against, and only where
 * that is known and both sides are recorded; a goal is told as the judgement has it.
 */
import { standsOnLittle } from '../attention.ts';
import { parseBase } from '../base.ts';
import { formatChange, formatCoverage, formatValue } from '../format.ts';
import type { Style } from '../format.ts';
import type { Unit } from '../kpi.ts';
import type { ReportModel, ReportRow } from '../report.ts';
import type { Status } from '../results.ts';
import type { GoalState, MessageWords } from './words.ts';

const goalStates: Readonly<Partial<Record<Status, GoalState>>> = {
  met: 'met',
  atRisk: 'near',
  off: 'missed',
  onPace: 'onPace',
  behind: 'behind',
  wellBehind: 'wellBehind',
};

/**
 * The `most` rows worth telling, the weightiest first: what a rule fired for, goals missed and reached, headlines. Where
 * one goal was missed and another reached, both are told.
 */
export function tellingRows(model: ReportModel, most: number): ReportRow[] {
  const all = weighedRows(model);
  const told = all.slice(0, most);
  for (const states of [good, bad]) {
    const isOne = (row: ReportRow): boolean => states.has(goalStates[row.judgement.status]);
    const other = all.find(isOne);
    if (other === undefined || told.some(isOne) || most < 2) continue;
    told.splice(-1, 1, other);
  }
  return told;
}

const good: ReadonlySet<GoalState | undefined> = new Set(['met', 'onPace'] as const);
const bad: ReadonlySet<GoalState | undefined> = new Set(['missed', 'wellBehind'] as const);

function weighedRows(model: ReportModel): ReportRow[] {
  const rows = model.groups.flatMap((group) => group.rows);
  const isHeadline = (row: ReportRow): boolean =>
    model.headlines.some((one) => one.kpi === row.kpi && one.channel === row.channel);
  const weighed = rows
    .filter((row) => row.now.value !== null)
    .map((row, at) => ({ row, at, weight: weightOf(row, isHeadline(row), model) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight || a.at - b.at);
  const told = new Set<string>();
  return weighed.flatMap(({ row }) => {
    if (told.has(row.kpi)) return [];
    told.add(row.kpi);
    return [row];
  });
}

const ruleWeight = { outside: 4, eightOneSide: 3, threeOfFour: 2 } as const;

function weightOf(row: ReportRow, headline: boolean, model: ReportModel): number {
  const { rule } = row.signal;
  const goal = goalStates[row.judgement.status];
  const moved = firesIn(model) && rule !== undefined ? ruleWeight[rule] : 0;
  const judged = goal === undefined ? 0 : goal === 'met' || goal === 'onPace' ? 2 : 3;
  const sum = moved + judged + (headline ? 4 : 0);
  // What stands on too little, and what has no worth of its own, is told only where nothing else is.
  const vanity = model.kpis.find((kpi) => kpi.key === row.kpi)?.vanity === true;
  return standsOnLittle(row) || vanity ? sum / 10 : sum;
}

/**
 * True where the signals of the rows are of what is told: rules test the newest closed period, which is not the one told
 * while it runs, or where several stand together.
 */
export function firesIn(model: ReportModel): boolean {
  const kind = parseBase(model.base.kind)?.kind;
  return !model.running && kind !== 'rolling' && kind !== 'yearToDate' && kind !== 'fiscalYearToDate';
}

/** True where every row that has a value is known to be within its usual range. */
export function allUsual(model: ReportModel): boolean {
  const rows = model.groups.flatMap((group) => group.rows).filter((row) => row.now.value !== null);
  return (
    firesIn(model) &&
    rows.length > 0 &&
    rows.every((row) => row.signal.rule === undefined && row.signal.none === undefined)
  );
}

interface Told {
  readonly words: MessageWords;
  /** What changes are against; empty: nothing. */
  readonly against: string;
  /** Said of all rows already: that nothing left its usual range. */
  readonly quiet: boolean;
}

/** `Leads: 1,560 (+30.0 % on October 2025), above the usual range; goal of 1,500 reached`. */
export function findingLine(row: ReportRow, model: ReportModel, style: Style, how: Told): string {
  const { words, quiet } = how;
  const kpi = model.kpis.find((one) => one.key === row.kpi);
  const { value } = row.now;
  if (kpi === undefined || value === null) return '';
  const { coverage } = row.now;
  const notes = [
    changeText(row, model, kpi.unit, style, how),
    standsOnLittle(row) && coverage ? words.recorded(formatCoverage(coverage, style.language)) : '',
  ].filter(Boolean);
  const of = kpi.unit.kind === 'rating' ? ` ${words.of(kpi.unit.of ?? 5)}` : '';
  const parts = [
    `${formatValue(value, kpi.unit, style)}${of}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}`,
    quiet ? '' : signalText(row, model, words),
  ].filter(Boolean);
  const goal = goalText(row, kpi.unit, style, words);
  return `${nameOf(row, model, kpi.name)}: ${parts.join(', ')}${goal === '' ? '' : `${parts.length > 1 ? ';' : ','} ${goal}`}`;
}

/** With its channel where the KPI has a row for each. */
function nameOf(row: ReportRow, model: ReportModel, name: string): string {
  const rows = model.groups.flatMap((group) => group.rows).filter((one) => one.kpi === row.kpi);
  const channel = model.channels.find((one) => one.id === row.channel);
  return rows.length > 1 && channel !== undefined ? `${name} (${channel.name})` : name;
}

function changeText(
  { change }: ReportRow,
  model: ReportModel,
  unit: Unit,
  style: Style,
  { words, against }: Told,
): string {
  // While the period runs, each KPI is compared over days of its own: the report tells them, a line cannot.
  if (model.running || model.base.label === '' || change.kind !== 'change' || change.warning === true)
    return '';
  const { text, number } = formatChange(change, unit, style);
  // A change too small to be written is none.
  if (!number || text.startsWith('±')) return '';
  return words.on(change.perWeek === undefined ? text : `${text} ${words.perWeek}`, against);
}

function signalText({ signal }: ReportRow, model: ReportModel, words: MessageWords): string {
  const { cadence } = model.period;
  const own = signal.cadence === undefined || signal.cadence === cadence;
  if (!firesIn(model) || !own || signal.none !== undefined) return '';
  return words.signal(signal, cadence);
}

function goalText({ judgement }: ReportRow, unit: Unit, style: Style, words: MessageWords): string {
  const state = goalStates[judgement.status];
  if (state === undefined || judgement.goal === undefined) return '';
  const sense = judgement.sense ?? 'atLeast';
  const goal = formatValue(judgement.goal, unit, style);
  const to = judgement.goalTo;
  return words.goal(
    state,
    sense,
    sense === 'between' && to !== undefined ? words.range(goal, formatValue(to, unit, style)) : goal,
  );
}
