/**
 * One row of the scorecard as live cells: value, base, change, p, status, score, by the rules of
 * docs/decisions/0002. As on Calc, each formula is evaluated here too; a cell whose formula would say something
 * else than the report keeps the report's answer as a plain value, and the row's basis names it.
 *
 * The status has a code behind it (3 met, 2 at risk, 1 off, empty none), which carries the icon and from which
 * the word follows.
 */
import type { ReportRow } from '../../../../../shared/domain/report.ts';
import type { Status } from '../../../../../shared/domain/results.ts';
import { literal } from '../book/address.ts';
import { SECONDS_PER_DAY } from '../numberFormats.ts';
import type { WorkbookWords } from '../words.ts';
import { same } from './calcMethods.ts';
import { edgesOf } from './edges.ts';
import type { Share } from './edges.ts';
import type { CalcRow } from './calc.ts';

export interface LiveCell {
  readonly formula?: string;
  readonly value: string | number | null;
}

/** Where the cells of the row stand, as addresses on the scorecard, and the refs it rests on. */
export interface RowPlace {
  readonly at: Readonly<
    Record<'now' | 'base' | 'goal' | 'floor' | 'upper' | 'share' | 'p' | 'code' | 'coverage', string>
  >;
  readonly nowRef: string | null;
  readonly baseRef: string | null;
  readonly recordedRef: string | null;
  /** Code cell of the KPI that keeps a vanity KPI honest, when it stands on the scorecard. */
  readonly counterCode: string | null;
}

export interface JudgedRow {
  readonly now: LiveCell;
  readonly base: LiveCell;
  readonly difference: LiveCell;
  readonly ratio: LiveCell;
  readonly coverage: LiveCell;
  readonly goal: number | null;
  readonly floor: number | null;
  readonly upper: number | null;
  readonly share: LiveCell;
  readonly p: LiveCell;
  readonly code: LiveCell;
  readonly word: LiveCell;
  readonly score: LiveCell;
  /** What of the row is not live; empty when all is. */
  readonly frozen: readonly ('now' | 'base' | 'change' | 'status' | 'score')[];
}

export interface RowInput {
  readonly row: ReportRow;
  readonly now: CalcRow | undefined;
  readonly base: CalcRow | undefined;
  readonly vanity: boolean;
  /** Status of the KPI that keeps a vanity KPI honest, when it stands on the scorecard. */
  readonly counterStatus: Status | null;
  readonly duration: boolean;
  /** Shown units per unit of the value, for the difference: 100 for points of a percentage. */
  readonly differenceFactor: number;
  readonly running: boolean;
  /** The step a running count is given as tolerance; 0: none. */
  readonly step: number;
  /** What the change says where it is no number. */
  readonly changeWord: string;
}

/** Coverage below this makes a flow incomplete (`enoughCoverage` of the rules). */
const ENOUGH = 0.8;
const UNCONFIRMED_AT_MOST = 6.6;

export function codeOf(status: Status): 1 | 2 | 3 | null {
  switch (status) {
    case 'met':
    case 'onPace':
      return 3;
    case 'atRisk':
    case 'behind':
    case 'unconfirmed':
      return 2;
    case 'off':
    case 'wellBehind':
      return 1;
    case 'tooEarly':
    case 'incomplete':
    case 'noData':
    case 'notApplicable':
    case 'noTarget':
      return null;
  }
}

export function judgeRow(input: RowInput, place: RowPlace, words: WorkbookWords): JudgedRow {
  const { row } = input;
  const { at } = place;
  const frozen: JudgedRow['frozen'][number][] = [];
  const scale = input.duration ? SECONDS_PER_DAY : 1;
  const toShown = (value: number | null | undefined): number | null =>
    value === null || value === undefined ? null : value / scale;

  const now = valueCell(place.nowRef, row.now.value, row.now.state, scale, words);
  const base = valueCell(place.baseRef, row.base.value, row.base.state, scale, words);
  if (!place.nowRef || input.now?.live === false) frozen.push('now');
  if (input.base?.live === false) frozen.push('base');

  const v = toShown(row.now.value);
  const b = toShown(row.base.value);
  const { difference, ratio, live: changeLive } = changeCells(input, at, v, b, words);
  if (!changeLive) frozen.push('change');

  const judgement = row.judgement;
  const goal = toShown(judgement.goal);
  const floor = toShown(judgement.floor);
  const upper = judgement.sense === 'between' ? toShown(judgement.goalTo) : null;
  const cover = row.now.kind === 'flow' && row.now.coverage ? row.now.coverage : null;
  const covered = cover && cover.expected > 0 ? cover.recorded / cover.expected : null;
  const coverage = coverageCell(input, place);

  // What goal and floor are scaled by: nothing, the coverage of a flow, or the share the report used.
  const expectedCode = codeOf(judgement.status);
  const incomplete = covered !== null && covered < ENOUGH;
  const gated = incomplete || judgement.status === 'tooEarly';
  const shares: Share[] = [{ value: 1, step: 0 }];
  if (covered !== null && cover)
    shares.push({
      formula: `IF(COUNT(${at.coverage})=0,1,${at.coverage}/${cover.expected})`,
      value: covered,
      step: 0,
    });
  const { pace } = judgement;
  if (pace) {
    // Of several periods together, or on a line between two goals, the goal as it stands is what the share comes from.
    const whole = judgement.goal ?? 0;
    const values = [pace.share, ...(whole === 0 ? [] : [pace.goal / whole])];
    for (const value of values)
      for (const step of new Set([input.step / scale, 0])) shares.push({ value, step });
  }
  const edges = edgesOf(judgement.sense ?? 'atLeast');
  const pOf = (share: Share): number | null => {
    if (v === null || goal === null || floor === null || gated) return null;
    const { g, f, u } = edges.values(share, goal, floor, upper);
    if (g === f) return (judgement.sense === 'atMost' ? v <= g : v >= g) ? 1 : -1;
    if (u === null) return (v - f) / (g - f);
    return v >= g && v <= u ? 1 : 1 - Math.max(g - v, v - u) / (g - f);
  };
  const expectedP = expectedCode === null ? null : judgement.p;
  const share = shares.find((candidate) =>
    expectedP === undefined ? codeAt(pOf(candidate)) !== null : same(pOf(candidate), expectedP),
  );
  const shownShare: LiveCell = goal === null || share === undefined ? { value: null } : cellOf(share);
  const gate =
    incomplete && cover
      ? `OR(COUNT(${at.now},${at.goal},${at.floor})<3,${at.coverage}<${ENOUGH}*${cover.expected})`
      : `COUNT(${at.now},${at.goal},${at.floor}${gated ? `,${at.share}` : ''})<${gated ? 4 : 3}`;
  const { g, f, u } = edges.formulas(share?.step ?? 0, at);
  const inner =
    upper === null
      ? `IF(${at.goal}=${at.floor},IF(${at.now}${judgement.sense === 'atMost' ? '<' : '>'}=${g},1,-1),(${at.now}-${f})/(${g}-${f}))`
      : `IF(AND(${at.now}>=${g},${at.now}<=${u}),1,1-MAX(${g}-${at.now},${at.now}-${u})/(${g}-${f}))`;
  const pValue = share ? pOf(share) : (judgement.p ?? null);
  const p: LiveCell = share
    ? { formula: `IF(${gate},"",${inner})`, value: pValue }
    : { value: expectedP ?? null };

  // Status: the code from p, held back at 2 while the counter KPI confirms nothing.
  const held = input.vanity && (judgement.status === 'unconfirmed' || judgement.counter !== undefined);
  const liveHeld =
    place.counterCode !== null &&
    input.counterStatus !== null &&
    (codeOf(input.counterStatus) ?? 0) < 2 === held;
  const counterIs = input.vanity && liveHeld ? `N(${place.counterCode})<2` : held ? 'TRUE' : 'FALSE';
  const plainCode = codeAt(pValue);
  const code: number | null = plainCode === 3 && held ? 2 : plainCode;
  const plainFormula = `IF(${at.p}="","",IF(${at.p}>=1,${counterIs === 'FALSE' ? '3' : `IF(${counterIs},2,3)`},IF(${at.p}>=0,2,1)))`;
  const codeLive = share !== undefined && code === expectedCode;
  const codeCell: LiveCell = codeLive ? { formula: plainFormula, value: code } : { value: expectedCode };
  const wordCell = statusWord(input, at, words, { counterIs, pValue, codeLive, held, incomplete });
  if (!codeLive || wordCell.formula === undefined) frozen.push('status');

  const scoreCell = scoreCellOf(input, at, { counterIs, held, pValue, live: share !== undefined });
  if (scoreCell.formula === undefined && judgement.score !== undefined) frozen.push('score');
  return {
    now,
    base,
    difference,
    ratio,
    coverage,
    goal,
    floor,
    upper,
    share: gated ? { value: null } : shownShare,
    p: gated && !incomplete ? { formula: `IF(${gate},"",${inner})`, value: null } : p,
    code: codeCell,
    word: wordCell,
    score: scoreCell,
    frozen,
  };
}

function cellOf({ formula, value }: Share): LiveCell {
  return formula === undefined ? { value } : { formula, value };
}

function codeAt(p: number | null | undefined): 1 | 2 | 3 | null {
  if (p === null || p === undefined) return null;
  return p >= 1 ? 3 : p >= 0 ? 2 : 1;
}

function valueCell(
  ref: string | null,
  value: number | null,
  state: ReportRow['now']['state'],
  scale: number,
  words: WorkbookWords,
): LiveCell {
  const otherwise =
    state === 'notApplicable' ? words.notApplicable : state === 'notComputable' ? words.notComputable : '';
  const shown = value === null ? otherwise : value / scale;
  if (ref === null) return { value: shown };
  const divided = scale === 1 ? ref : `${ref}/${scale}`;
  return { formula: `IF(ISNUMBER(${ref}),${divided},${literal(otherwise)})`, value: shown };
}

function changeCells(
  input: RowInput,
  at: RowPlace['at'],
  v: number | null,
  b: number | null,
  words: WorkbookWords,
): { difference: LiveCell; ratio: LiveCell; live: boolean } {
  const { change } = input.row;
  const factor = input.differenceFactor;
  if (change.kind === 'notComparable') {
    return { difference: { value: null }, ratio: { value: input.changeWord }, live: true };
  }
  const both = `COUNT(${at.now},${at.base})`;
  const withoutBase =
    change.kind === 'noBase' || change.kind === 'baseMissing' ? input.changeWord : words.noBase;
  const difference: LiveCell = {
    formula: `IF(${both}<2,"",IF(${at.base}=0,"",(${at.now}-${at.base})${factor === 1 ? '' : `*${factor}`}))`,
    value: v === null || b === null || b === 0 ? '' : (v - b) * factor,
  };
  const word =
    v === null ? words.noValue : b === null ? withoutBase : v === 0 ? words.noChange : words.baseZero;
  const ratio: LiveCell = {
    formula:
      `IF(${both}=2,IF(${at.base}=0,IF(${at.now}=0,${literal(words.noChange)},${literal(words.baseZero)}),` +
      `(${at.now}-${at.base})/ABS(${at.base})),IF(COUNT(${at.now})=0,${literal(words.noValue)},${literal(withoutBase)}))`,
    value: v === null || b === null || b === 0 ? word : (v - b) / Math.abs(b),
  };
  const computed = typeof ratio.value === 'number' ? ratio.value : null;
  if (same(computed, change.kind === 'change' ? (change.ratio ?? null) : null))
    return { difference, ratio, live: true };
  if (change.kind === 'change') {
    const ownDifference =
      change.difference === undefined
        ? null
        : (change.difference / (input.duration ? SECONDS_PER_DAY : 1)) * factor;
    return { difference: { value: ownDifference }, ratio: { value: change.ratio ?? null }, live: false };
  }
  return { difference: { value: null }, ratio: { value: input.changeWord }, live: false };
}

/** Recorded units, as a number; the format adds what was expected. */
function coverageCell(input: RowInput, place: RowPlace): LiveCell {
  const { now } = input.row;
  if (!now.coverage) return { value: null };
  const live = place.recordedRef !== null && input.now?.recorded === now.coverage.recorded;
  return live && place.recordedRef
    ? { formula: place.recordedRef, value: now.coverage.recorded }
    : { value: now.coverage.recorded };
}

function statusWord(
  input: RowInput,
  at: RowPlace['at'],
  words: WorkbookWords,
  facts: { counterIs: string; pValue: number | null; codeLive: boolean; held: boolean; incomplete: boolean },
): LiveCell {
  const { status } = input.row.judgement;
  const said = words.status[status];
  if (!facts.codeLive) return { value: said };
  const [met, risk, off] = input.running
    ? [words.status.onPace, words.status.behind, words.status.wellBehind]
    : [words.status.met, words.status.atRisk, words.status.off];
  const q = literal;
  const middle =
    facts.counterIs === 'FALSE' ? q(risk) : `IF(${at.p}>=1,${q(words.status.unconfirmed)},${q(risk)})`;
  const notApplicable = input.row.now.state === 'notApplicable';
  const blank = words.status[status === 'tooEarly' || status === 'incomplete' ? status : 'incomplete'];
  const formula =
    `IF(${at.code}<>"",CHOOSE(${at.code},${q(off)},${middle},${q(met)}),` +
    (notApplicable
      ? `IF(COUNT(${at.now})=0,${q(words.status.notApplicable)},IF(COUNT(${at.goal})=0,${q(words.status.noTarget)},${q(blank)})))`
      : `IF(COUNT(${at.goal})=0,${q(words.status.noTarget)},IF(COUNT(${at.now})=0,${q(words.status.noData)},${q(blank)})))`);
  const code = codeAt(facts.pValue);
  const missing = input.row.now.value === null ? words.status.noData : blank;
  const without = notApplicable
    ? words.status.notApplicable
    : input.row.judgement.goal === undefined
      ? words.status.noTarget
      : missing;
  const high = facts.held ? words.status.unconfirmed : met;
  const computed = code === 3 ? high : code === 2 ? risk : code === 1 ? off : without;
  return computed === said ? { formula, value: said } : { value: said };
}

function scoreCellOf(
  input: RowInput,
  at: RowPlace['at'],
  facts: { counterIs: string; held: boolean; pValue: number | null; live: boolean },
): LiveCell {
  const expected = input.row.judgement.score;
  const clamp = (score: number): number => Math.max(0, Math.min(10, score));
  const hold = (score: number): number => (facts.held ? Math.min(UNCONFIRMED_AT_MOST, score) : score);
  const kinds = [
    { of: (p: number) => clamp((10 / 3) * (1 + p)), formula: `MAX(0,MIN(10,10/3*(1+${at.p})))` },
    {
      of: (p: number) => clamp((10 / 3) * (1 + 2 * Math.min(p, 1))),
      formula: `MAX(0,MIN(10,10/3*(1+2*MIN(1,${at.p}))))`,
    },
  ];
  const { pValue } = facts;
  const kind = kinds.find(({ of }) =>
    expected === undefined ? pValue === null : pValue !== null && same(hold(of(pValue)), expected),
  );
  if (!kind || !facts.live) return { value: expected ?? null };
  const score =
    facts.counterIs === 'FALSE'
      ? kind.formula
      : `IF(${facts.counterIs},MIN(${UNCONFIRMED_AT_MOST},${kind.formula}),${kind.formula})`;
  return { formula: `IF(${at.p}="","",${score})`, value: expected ?? '' };
}
