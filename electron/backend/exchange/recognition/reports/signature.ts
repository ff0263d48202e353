/**
 * What a signature is: one report of one platform, described as data.
 *
 * Adding a platform is adding one file under `signatures/` and naming it in `signatures/index.ts`; no code
 * elsewhere knows a platform by name. Column names are written as the platform writes them; they are folded
 * on loading.
 */
import type { DateOrder } from '../../../../../shared/domain/cells/dates.ts';
import type { Cadence } from '../../../../../shared/domain/time.ts';
import type { ColumnRole, ValueUnit } from '../../../../../shared/contract/imports/mapping.ts';
import type { CaseField } from '../cases/caseWords.ts';

/** Column names by language; one report may have several names for a column in one language. */
export type Names = Readonly<Record<string, string | readonly string[]>>;

export interface ColumnSpec {
  readonly role: ColumnRole;
  readonly names: Names;
  readonly kpi?: string;
  readonly unit?: ValueUnit;
  /** Canonical dimension of a dimension column. */
  readonly dimension?: string;
  /** A metric column that is one part of a whole: its dimension and member. */
  readonly split?: { readonly dimension: string; readonly member: string };
  /** Part of a support case that the column tells (kind `cases`). */
  readonly field?: CaseField;
  /** Taken only when the table has no other column for the same KPI. */
  readonly fallback?: true;
  /** The KPI this column is reckoned from: its values are missing where that column's are. */
  readonly from?: string;
  /** A name that no other platform writes: one of these is enough to know the report. */
  readonly telling?: true;
  /** The column must be there. */
  readonly required?: true;
}

export type ReportKind =
  /** A date column and figures. */
  | 'series'
  /** Members of a dimension and figures, no date inside. */
  | 'breakdown'
  /** One row a post or video, figures since publication. */
  | 'content'
  /** Stacked shares of an audience: names over values, pairs, or a matrix. */
  | 'audience'
  /** One row a support case. */
  | 'cases'
  /** One row an answer: counted by the day it was given, people's data left out. */
  | 'survey'
  /** Lines of "name","value" about one thing: one campaign, one account. */
  | 'pairs'
  /** One row a review or mention: counted by day (`counts`). */
  | 'counted'
  /** Says something about the other files of its export (a date range); holds no figures. */
  | 'facts';

/** The metric that a title names, for reports whose columns do not say what they hold. */
interface TitleMetric {
  readonly names: Names;
  readonly kpi: string;
  /** The KPI when the title names this network. */
  readonly kpiOn?: Readonly<Record<string, string>>;
  readonly unit?: ValueUnit;
}

export interface Signature {
  readonly platform: string;
  readonly report: string;
  readonly kind: ReportKind;
  /** The network of every figure, or the networks that a title, sibling or person must choose between. */
  readonly network: string | { readonly oneOf: readonly string[] };
  readonly columns: readonly ColumnSpec[];
  /** Titles that name the metric (series) or the dimension (audience). */
  readonly titleMetrics?: readonly TitleMetric[];
  readonly titleDimensions?: readonly { readonly names: Names; readonly dimension: string }[];
  /** Folded words that a `#` line carries in this report; settles the platform. */
  readonly comments?: readonly RegExp[];
  /** So many telling columns prove the report, whatever else it holds; a required one does so by itself. */
  readonly enough?: number;
  /** Folded names of further columns that the report is known to have and nobody imports. */
  readonly others?: readonly RegExp[];
  /** What may stand before a column's (folded) name: the range that a comparison puts there. The first column counts. */
  readonly prefixes?: readonly RegExp[];
  /** Columns with the first and last day that a row covers, where no column holds its day. */
  readonly rowRange?: { readonly from: Names; readonly to: Names };
  /** Folded words of titles and members that only one of the networks has. */
  readonly networkWords?: Readonly<Record<string, readonly RegExp[]>>;
  /** Tie-breakers, and for reports with plain headers the needed evidence. */
  readonly fileNames?: readonly RegExp[];
  readonly titles?: readonly RegExp[];
  /** Sibling file names that make a plain header certain. */
  readonly siblings?: readonly RegExp[];
  /** True when header alone is too plain: file name, title, comment, sibling or a telling column must agree. */
  readonly plain?: true;
  /** The first column is a dimension even where its name is new. */
  readonly openDimension?: true;
  readonly dateOrder?: DateOrder;
  /** Bare numbers in the date column are spreadsheet serials. */
  readonly serials?: true;
  readonly cadence?: Cadence;
  /** How bare percentages are written. */
  readonly percent?: 'bare' | 'fraction';
  /** KPIs whose zero days the platform leaves out. */
  readonly absentMeansZero?: readonly string[];
  /** Newest days that the platform still corrects. */
  readonly provisional?: number;
  /** Content ids carry their creation time (milliseconds or seconds since 1970 in the upper bits). */
  readonly idTime?: 'tiktok' | 'x';
  /** A list of content holds so many items at most: as long as that, its silence about others means nothing. */
  readonly listsUpTo?: number;
  /** Its totals also count what the list leaves out (deleted videos, those beyond its length): they need not agree. */
  readonly totalsHoldMore?: true;
  /** The KPI that the rows of a `counted` report are counted as. */
  readonly counts?: string;
  /** What a content item is where no column says: `comment`. */
  readonly itemType?: string;
  /** Items of other types mean something else by these columns and are refused: text messages among mailings. */
  readonly types?: RegExp;
  /** Rows of a day are parts of a whole (mailings, campaigns): what adds up is also a figure of the day. */
  readonly addsUp?: true;
  /** `fixture` and `memory`: nobody here has seen a real file; the person is asked to confirm (once a client). */
  readonly confidence: 'real' | 'documented' | 'fixture' | 'memory';
  /** A file as the platform writes it, made up, with what must come of it: its test, and its documentation. */
  readonly example?: SignatureExample;
}

/** Every text is invented; figures are small and sum to what `sums` says. */
export interface SignatureExample {
  readonly file: string;
  readonly text: string;
  /** Sum of all values by KPI, breakdowns as `kpi/dimension`; content metrics as `kpi`. */
  readonly sums: Readonly<Record<string, number>>;
  /** Content items, cases; none when absent. */
  readonly items?: number;
  readonly cases?: number;
  readonly network?: string;
  readonly language?: string;
  /** Answers the example needs: a network that no title tells. */
  readonly answers?: Readonly<Record<string, string>>;
}

type Options = Omit<ColumnSpec, 'role' | 'names' | 'kpi' | 'dimension'>;

/** A metric column. */
export function metric(kpi: string, names: Names | string, options: Options = {}): ColumnSpec {
  return { role: 'metric', kpi, names: typeof names === 'string' ? { en: names } : names, ...options };
}

/** One part of a metric: `part('impressions', 'distribution', 'organic', {...})`. */
export function part(
  kpi: string,
  of: string,
  member: string,
  names: Names | string,
  options: Options = {},
): ColumnSpec {
  return metric(kpi, names, { ...options, split: { dimension: of, member } });
}

export function dimension(name: string, names: Names | string, options: Options = {}): ColumnSpec {
  return {
    role: 'dimension',
    dimension: name,
    names: typeof names === 'string' ? { en: names } : names,
    ...options,
  };
}

/** Any other column: id, link, title, date, account, or one that is known and left out. */
export function column(role: ColumnRole, names: Names | string, options: Options = {}): ColumnSpec {
  return { role, names: typeof names === 'string' ? { en: names } : names, ...options };
}

/** Columns that the report has and nobody imports. */
export function ignored(...names: string[]): ColumnSpec {
  return { role: 'ignored', names: { en: names } };
}

export const must = { required: true } as const;
export const telling = { telling: true } as const;
