/**
 * What there is to say of some rows of a report, whatever the language: which KPIs met their goals, for which a rule fired,
 * which only look like a change, and of which nothing can be said and why.
 *
 * Rules: only a fired rule is a change; a row under 80 % of coverage is judged by nobody and its change is not told; a
 * vanity KPI whose counter does not hold is not met. One change is told in full; every list is bounded, and says so.
 */
import { enoughCoverage } from '../../reading.ts';
import type { Coverage, ScoreRow, SignalRule } from '../../results.ts';

/** Rows a sentence is about, and whether there were more of the kind than it names. */
export interface Told {
  readonly rows: readonly ScoreRow[];
  readonly more: boolean;
}

export interface Goals {
  readonly met: Told;
  readonly risk: Told;
  readonly off: Told;
  readonly onPace: Told;
  readonly behind: Told;
  readonly wellBehind: Told;
  readonly tooEarly: Told;
}

export interface Unsaid {
  /** Under 80 % of the period recorded, and so judged by nobody; judged all the same, as shares and means are. */
  readonly thin: Told;
  readonly partly: Told;
  /** Under 80 % of the base recorded. */
  readonly thinBase: Told;
  /** By the day from which it is another definition. */
  readonly broken: readonly (Told & { readonly since: string })[];
  readonly baseMissing: Told;
  readonly noBase: Told;
  /** None of all rows with a value has a base. */
  readonly noBaseAtAll: boolean;
  readonly baseZero: Told;
  readonly noValue: Told;
  readonly notComputable: Told;
  readonly notApplicable: Told;
  readonly unconfirmed: readonly { readonly row: ScoreRow; readonly counter: ScoreRow | string | null }[];
}

export interface Facts {
  /** Headlines (or, of an area, all rows). */
  readonly lead: Goals;
  /** Headlines with a value and no goal. */
  readonly plain: Told;
  /** The clearest change. */
  readonly fired: ScoreRow | null;
  /** Fired too, told by name. */
  readonly alsoFired: Told;
  /** Whether any row has limits to leave. */
  readonly known: boolean;
  /** Whether some row has too few points to have limits. */
  readonly young: boolean;
  /** The largest difference within the usual range that looks like a change. */
  readonly usual: ScoreRow | null;
  /** Furthest from goal, where nothing can be told from noise yet. */
  readonly distances: Told;
  readonly unsaid: Unsaid;
}

export interface FactsOf {
  readonly rows: readonly ScoreRow[];
  /** Told first; rows of `rows`. */
  readonly headlines: readonly ScoreRow[];
  /** False where the report is compared with nothing. */
  readonly compared: boolean;
  /** Names in a list; in a list of headlines. */
  readonly mostNames: number;
  readonly mostLeads: number;
  /** The period is not over: what is not there yet is no news. */
  readonly running: boolean;
  /** True where a figure is due for the period, not only for a longer one. */
  readonly due: (row: ScoreRow) => boolean;
  /** True where the rules tested what is told, no other period. */
  readonly tests: (row: ScoreRow) => boolean;
}

/** A difference that a reader would take for a change. */
const LOOKS_LIKE_ONE = 0.1;
const ranks: Readonly<Record<SignalRule, number>> = { outside: 0, eightOneSide: 1, threeOfFour: 2 };

export function factsOf(of: FactsOf): Facts {
  const { rows, headlines, compared, mostNames, mostLeads, tests } = of;
  const leads = new Set(headlines);
  const ordered = [...headlines, ...rows.filter((row) => !leads.has(row))];
  const some: Some = (list, most = mostNames) => ({
    rows: list.slice(0, most),
    more: list.length > most,
  });
  const lead: Some = (list) => some(list, mostLeads);
  const moved = ordered
    .filter((row) => row.signal.rule !== undefined && row.now.value !== null && !isThinRow(row))
    .toSorted((a, b) => rankOf(a) - rankOf(b));
  const known = rows.some((row) => row.signal.none === undefined);
  const young = rows.some((row) => row.signal.none === 'tooFew' && row.now.value !== null);
  return {
    lead: goalsOf(headlines, lead),
    plain: lead(
      headlines.filter(
        (row) => row.now.value !== null && row.judgement.status === 'noTarget' && !isThinRow(row),
      ),
    ),
    fired: moved[0] ?? null,
    alsoFired: some(moved.slice(1)),
    known,
    young,
    usual: compared ? (usualOf(ordered.filter(tests))[0] ?? null) : null,
    distances: known ? some([]) : some(distant(ordered), 2),
    unsaid: unsaidOf(ordered, of, some),
  };
}

function rankOf(row: ScoreRow): number {
  return row.signal.rule === undefined ? 9 : ranks[row.signal.rule];
}

type Some = (list: readonly ScoreRow[], most?: number) => Told;

function goalsOf(rows: readonly ScoreRow[], some: Some): Goals {
  const of = (status: ScoreRow['judgement']['status']): Told =>
    some(rows.filter((row) => row.judgement.status === status && row.now.value !== null));
  return {
    met: of('met'),
    risk: of('atRisk'),
    off: of('off'),
    onPace: of('onPace'),
    behind: of('behind'),
    wellBehind: of('wellBehind'),
    tooEarly: of('tooEarly'),
  };
}

/** Differences that look like a change, of rows that have limits and stayed within them; the largest first. */
function usualOf(rows: readonly ScoreRow[]): ScoreRow[] {
  return rows
    .filter(
      ({ change, signal }) =>
        change.kind === 'change' &&
        change.warning !== true &&
        signal.rule === undefined &&
        signal.none === undefined &&
        Math.abs(change.ratio ?? 0) >= LOOKS_LIKE_ONE,
    )
    .toSorted((a, b) => Math.abs(b.change.ratio ?? 0) - Math.abs(a.change.ratio ?? 0));
}

function distant(rows: readonly ScoreRow[]): ScoreRow[] {
  return rows
    .filter((row) => row.now.value !== null && row.judgement.goal !== undefined && (row.judgement.p ?? 1) < 1)
    .toSorted((a, b) => (a.judgement.p ?? 0) - (b.judgement.p ?? 0));
}

function unsaidOf(rows: readonly ScoreRow[], { compared, running, due }: FactsOf, some: Some): Unsaid {
  const valued = rows.filter((row) => row.now.value !== null);
  const changes = (kind: ScoreRow['change']['kind']): readonly ScoreRow[] =>
    compared ? valued.filter((row) => row.change.kind === kind) : [];
  const states = (state: ScoreRow['now']['state']): readonly ScoreRow[] =>
    rows.filter((row) => row.now.value === null && row.now.state === state);
  const thin = valued.filter(isThinRow);
  const noBase = changes('noBase');
  const broken = changes('notComparable');
  const days = [...new Set(broken.flatMap((row) => row.change.since ?? []))];
  return {
    thin: some(thin.filter((row) => row.judgement.p === undefined)),
    partly: some(running ? [] : thin.filter((row) => row.judgement.p !== undefined)),
    thinBase: some(
      valued.filter(
        (row) => compared && !isThinRow(row) && row.base.value !== null && isThin(row.base.coverage),
      ),
    ),
    broken: days.map((since) => ({ since, ...some(broken.filter((row) => row.change.since === since)) })),
    baseMissing: some(running ? [] : changes('baseMissing')),
    noBase: some(noBase),
    noBaseAtAll: noBase.length > 1 && noBase.length === valued.length,
    baseZero: some(changes('baseZero').filter((row) => row.change.difference !== 0)),
    noValue: some(running ? [] : states('missing').filter(due)),
    notComputable: some(states('notComputable')),
    notApplicable: some(states('notApplicable')),
    unconfirmed: valued
      .filter((row) => row.judgement.status === 'unconfirmed')
      .slice(0, 2)
      .map((row) => ({ row, counter: counterOf(rows, row) })),
  };
}

/** The row of its counter, where its figure is the one it was judged by; else the counter's key. */
function counterOf(rows: readonly ScoreRow[], { judgement, channel }: ScoreRow): ScoreRow | string | null {
  const { counter } = judgement;
  if (counter === undefined) return null;
  const own = rows.filter((row) => row.kpi === counter.kpi && row.now.value === counter.value);
  return own.find((row) => row.channel === channel) ?? own[0] ?? counter.kpi;
}

function isThinRow(row: ScoreRow): boolean {
  return isThin(row.now.coverage);
}

function isThin(coverage: Coverage | undefined): boolean {
  return (
    coverage !== undefined && coverage.expected > 0 && coverage.recorded / coverage.expected < enoughCoverage
  );
}
