/**
 * What a workbook carries of itself when it goes out: every value that is read back, so that what comes back can be held
 * against it in any book, with no snapshot at hand. Kept in the very hidden manifest (`packed.ts`), made by `carry.ts`,
 * read back through `carriedSchema.ts`: whatever it says of itself, it is a stranger's text by then.
 *
 * Rows and columns count from 0. Plain arrays instead of records: small, and no name in it can be mistaken for a property.
 */
import type { BaseKind } from '../../../../shared/domain/base.ts';
import type { Language, Unit } from '../../../../shared/domain/kpi.ts';
import type { Cadence, IsoDate } from '../../../../shared/domain/time.ts';
import type { RowKey } from '../workbook/keys.ts';

/** Of the manifest. Readers of a lower one refuse the file; of a higher one they read it as far as it goes. */
export const MANIFEST_VERSION = 2;
export const MANIFEST_FORMAT = 'pulsebook-workbook';

/** Whether the first cells of a sheet are the manifest's. */
export function isManifest(first: unknown, second: unknown): boolean {
  return first === 'format' && second === MANIFEST_FORMAT;
}

export type Printed = string | number | null;

/** Figures of one KPI on one channel at one cadence, by their first days. */
export type CarriedSeries = readonly [
  kpi: string,
  channel: string,
  cadence: Cadence,
  /** Days after the one before; the first since 1970. */
  days: readonly number[],
  /** `null`: stated not applicable. */
  values: readonly (number | null)[],
];

/** A note of the scorecard as it was printed; `own`: the person's words and not what the figures say by themselves. */
export type CarriedNote = readonly [key: string, printed: string | null, own: boolean];

/** A paragraph as it was printed, in its pieces. */
export type CarriedText = readonly [
  key: string,
  pieces: readonly (readonly [text: string, token: number | null])[],
];

/** A row to fill in, as its cells stand: durations in days. */
export type CarriedEntry = readonly [
  key: string,
  cells: readonly (readonly [start: IsoDate, value: number | null])[],
];

/** Where a sheet had what, for finding it again and for formulas that were overwritten. */
export interface CarriedSheet {
  readonly name: string;
  /** What its keys are of. */
  readonly kinds: readonly RowKey['kind'][];
  /** Column of the row keys; `null`: none. */
  readonly keys: number | null;
  /** The row with the heads of a keyed list, and these by column. */
  readonly head: number | null;
  readonly heads: readonly string[];
  /** Column of the paragraphs, and what else stands in it between them and below. */
  readonly text: number | null;
  readonly others: readonly string[];
  /** Keys of rows with formulas. Empty for Figures, whose rows are in the order of `figures`. */
  readonly rows: readonly (readonly [row: number, key: string])[];
  readonly formulas: readonly (readonly [col: number, from: number, to: number])[];
  /** What the formulas showed, in their order; empty where nobody reads the sheet. */
  readonly results: readonly Printed[];
}

export interface Carried {
  readonly client: { readonly uid: string; readonly name: string };
  readonly language: Language;
  readonly period: { readonly cadence: Cadence; readonly start: IsoDate; readonly label: string };
  readonly base: BaseKind;
  readonly preparedOn: IsoDate;
  readonly kpis: readonly (readonly [key: string, name: string, unit: Unit])[];
  readonly channels: readonly (readonly [id: string, name: string, network: string])[];
  readonly figures: readonly CarriedSeries[];
  readonly notes: readonly CarriedNote[];
  readonly texts: readonly CarriedText[];
  readonly entries: readonly CarriedEntry[];
  readonly sheets: readonly CarriedSheet[];
}
