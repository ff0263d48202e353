/**
 * The plain shapes that travel between the parts of the exchange: bytes -> sheets -> tables -> figures.
 *
 * Nothing in here has behaviour; everything is JSON-safe but for the typed arrays of `FigureColumn`,
 * which cross a process boundary by structured clone.
 */
import type {
  ColumnReasonCode,
  ImportNoteCode,
  ImportProblemCode,
  ImportQuestionCode,
} from '../../../shared/contract/imports/codes.ts';
import type { ColumnRole, TableMapping } from '../../../shared/contract/imports/mapping.ts';
import type { CaseKind } from '../../../shared/domain/kpi.ts';
import type { Cadence, IsoDate } from '../../../shared/domain/time.ts';

/** What a reader found in one cell. Plain text stays text: its meaning is decided per column, later. */
export type Cell = string | number | boolean | null | TypedCell;

/** A cell whose own number format says more than its number. */
export type TypedCell =
  | {
      readonly type: 'date';
      /** `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM:SS`. */ readonly iso: string;
      /** The raw serial, for columns that turn out not to be dates. */ readonly serial: number;
    }
  | { readonly type: 'time'; readonly seconds: number }
  | { readonly type: 'percent'; /** A fraction: 0.25 is 25 %. */ readonly value: number }
  | {
      readonly type: 'money';
      readonly value: number;
      /** ISO 4217 where the format names one, else its symbol. */ readonly currency: string;
    }
  | { readonly type: 'error'; /** `#N/A`, `#DIV/0!`. */ readonly text: string };

/** One sheet, or the whole of a delimited file. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly Cell[])[];
  /** 1-based line or row number of `rows[i]` in the source; `i + 1` where absent. */
  readonly lines?: readonly number[];
  /** Merged ranges, zero-based and inclusive: [top, left, bottom, right]. */
  readonly merges?: readonly (readonly [number, number, number, number])[];
  /** Rows that were read but are not in `rows` because the sheet is larger than a preview needs (see readers/). */
  readonly more?: number;
}

export type Container =
  | 'delimited'
  | 'xlsx'
  | 'xls'
  | 'xlsb'
  | 'ods'
  | 'spreadsheetml'
  | 'html'
  | 'zip'
  | 'gzip'
  | 'unknown';

/** Something a person should know about how a file was read; worded by the renderer and the command line. */
export interface ReadNote {
  readonly code: ImportNoteCode;
  readonly where?: string;
  readonly detail?: string;
}

/** One file as read, before anybody asked what it means. A ZIP holds further files. */
export interface ReadFile {
  readonly name: string;
  readonly container: Container;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheets: readonly Sheet[];
  readonly entries: readonly ReadFile[];
  /** When the file (or its ZIP entry) was last written, `YYYY-MM-DDTHH:MM:SS`. */
  readonly modified?: string;
  readonly notes: readonly ReadNote[];
  readonly error?: ImportProblem;
}

/** Why a file or a table is refused. */
export interface ImportProblem {
  readonly code: ImportProblemCode;
  /** English, for logs and the command line. */
  readonly message: string;
  /** File, sheet and cell, as far as known: `Posts.csv, row 14`. */
  readonly where: string;
  readonly detail?: Readonly<Record<string, string | number>>;
}

export type { ColumnRole };
export interface TableColumn {
  /** Zero-based, in the table. */
  readonly index: number;
  readonly header: string;
  readonly role: ColumnRole;
  /** Catalogue key, for a metric. */
  readonly kpi?: string;
  /** Unit kind the values were read as. */
  readonly unit?: string;
  /** Canonical dimension (`country`, `gender`, `age`, `device`, `source`, `city`, ...), for dimension columns. */
  readonly dimension?: string;
  /** Why it was read so, the strongest reason first. */
  readonly reasons?: readonly ColumnReason[];
}

export interface ColumnReason {
  readonly code: ColumnReasonCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Figures of one KPI read from one column: parallel arrays, one item a figure. */
export interface FigureColumn {
  readonly kpi: string;
  /** Network or place (`instagram`, `web`, `google-search`, ...); see recognition/networks.ts. */
  readonly network: string;
  /** A channel the file itself names inside that network (handle, property, forum section), where it does. */
  readonly account?: string;
  readonly cadence: Cadence;
  /** Day numbers of the periods' first days. */
  readonly days: Int32Array;
  readonly values: Float64Array;
  /** Source row numbers (1-based), for "where". */
  readonly rows: Int32Array;
  readonly header: string;
  /** The last `provisional` figures (newest days) may still change at the source. */
  readonly provisional?: number;
  /** The source leaves out days that are zero: inside the file's own range they mean 0. */
  readonly absentMeansZero?: boolean;
  /** Present for a breakdown: the canonical dimension, and the member of each value. */
  readonly dimension?: string;
  readonly members?: readonly string[];
  /**
   * The days that the values really cover, where they are no period of a calendar (28 days up to the export).
   * The figure then stands at the cadence and day of `days` as a snapshot, and is never added up with others.
   */
  readonly span?: { readonly first: number; readonly last: number };
}

/** One post or video with its metrics as of a date. */
export interface ContentRow {
  readonly network: string;
  readonly account?: string;
  readonly externalId: string;
  readonly title: string;
  readonly link?: string;
  readonly type?: string;
  /** Publish day; absent where the file gives none (then the row feeds no figures). */
  readonly published?: IsoDate;
  readonly metrics: Readonly<Record<string, number>>;
  readonly row: number;
}

/** One support case as a help desk exports it. Moments are civil, `YYYY-MM-DDTHH:MM`. */
export interface CaseEntry {
  readonly network: string;
  readonly account?: string;
  readonly externalId: string;
  readonly kind: CaseKind;
  readonly opened: string;
  readonly firstReply?: string;
  readonly resolved?: string;
  readonly escalated: boolean;
  readonly sentiment?: 'positive' | 'neutral' | 'negative';
  readonly cause?: string;
  readonly link?: string;
  readonly row: number;
}

export interface RefusedRow {
  readonly where: string;
  readonly header?: string;
  readonly text: string;
  readonly code: ImportProblemCode;
}

/** A total the file itself states, kept as a check and never imported. */
export interface StatedTotal {
  readonly kpi: string;
  readonly stated: number;
  readonly summed: number;
  readonly where: string;
  /** The platform's totals count more than its list shows. */
  readonly wider?: true;
}

export interface ExtractedTable {
  /** Sheet, block title or file name; tells the tables of one file apart. */
  readonly name: string;
  readonly shape: TableShape;
  /** How the table was read, as a person may correct it; absent where there is nothing to choose (stacked audiences). */
  readonly mapping?: TableMapping;
  readonly platform: string;
  readonly report: string;
  readonly rows: number;
  readonly columns: readonly TableColumn[];
  readonly figures: readonly FigureColumn[];
  readonly content: readonly ContentRow[];
  /**
   * Days of which a list of content holds everything that was published: what its file states; absent where nothing states
   * it (from the first to the last item then), `null` where the list may have left some out.
   */
  readonly covers?: { readonly first: number; readonly last: number } | null;
  readonly cases: readonly CaseEntry[];
  readonly refused: readonly RefusedRow[];
  readonly totals: readonly StatedTotal[];
  readonly notes: readonly ReadNote[];
}

/** Rows with a date, KPIs in columns; KPIs in rows under dates; one figure a row; or what the report's kind says. */
export type TableShape = 'series' | 'wide' | 'long' | 'content' | 'audience' | 'cases' | 'survey' | 'facts';

/** Something only a person can know. `id` is stable for the same file, so that an answer can be remembered. */
export interface Question {
  readonly id: string;
  readonly code: ImportQuestionCode;
  /** English; `params` let the renderer word it in the person's language. */
  readonly text: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly choices: readonly Choice[];
  /** Present where the answer is typed: a rate, a period. `choices` may still propose some. */
  readonly input?: 'number' | 'period';
  /** The answer in force; a question stays with its file once answered, so that the answer can be changed. */
  readonly answer?: string;
}

export interface Choice {
  readonly id: string;
  readonly text: string;
  /** Why one might choose it: "fits the file date", "312 days overlap". */
  readonly hint?: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export type Answers = Readonly<Record<string, string>>;

/** A person's reading of tables, by the table's name. */
export type Mappings = Readonly<Record<string, TableMapping>>;

/** Everything the importer knows of one file; what `inspect` prints and what an import stages. */
export interface Inspection {
  readonly file: string;
  readonly status: 'recognised' | 'mapped' | 'needs-answers' | 'refused';
  readonly platform: string | null;
  readonly report: string | null;
  readonly language: string | null;
  readonly container: Container;
  /** Account identities found (id, handle or property), for "whose is it". */
  readonly identities: readonly {
    readonly network: string;
    readonly account: string;
    readonly name?: string;
  }[];
  /** Rates a person typed that were used: one unit of the currency in the client's. */
  readonly rates?: Readonly<Record<string, number>>;
  /** When the export was made, from the file's own text, else its ZIP entry or time stamp. */
  readonly asOf?: string;
  readonly tables: readonly ExtractedTable[];
  readonly questions: readonly Question[];
  readonly errors: readonly ImportProblem[];
  readonly notes: readonly ReadNote[];
  readonly ms: number;
}
