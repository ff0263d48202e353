/** What a returned workbook is found to say, before anything is compared: plain values that cross from the parser process. */
import type { BaseKind } from '../../../../shared/domain/base.ts';
import type { Language } from '../../../../shared/domain/kpi.ts';
import type { Cadence, IsoDate } from '../../../../shared/domain/time.ts';
import type { RowKey } from '../workbook/keys.ts';
import type { Carried, Printed } from './carried.ts';

/** A cell that is read back. */
export interface FoundCell {
  /** Its row's key; of a cell to fill in `|` and the first day of its period; of a new paragraph the key of the one above. */
  readonly key: string;
  readonly kind: RowKey['kind'];
  /** A paragraph that somebody put in, under the one whose key it has. */
  readonly added?: true;
  readonly sheet: string;
  /** `E14`. */
  readonly cell: string;
  readonly value: Printed;
  /** A formula that shows an error, or that nobody has calculated. */
  readonly failed: boolean;
}

export interface Overwritten {
  readonly sheet: string;
  readonly cell: string;
  readonly was: Printed;
  readonly came: Printed;
}

export interface FoundProblem {
  readonly code: 'manifestDamaged' | 'sheetMissing' | 'columnMissing' | 'rowsWithoutKey';
  readonly where: string;
  readonly count?: number;
}

/** What the workbook says of itself, in plain lines. */
export interface ManifestHead {
  readonly uid: string;
  readonly client: string;
  readonly language: Language;
  readonly period: { readonly cadence: Cadence; readonly start: IsoDate };
  readonly label: string;
  readonly base: BaseKind;
  /** When the file was made: its document property, or the day it was prepared. */
  readonly made: string | null;
}

export interface ReturnedBook {
  readonly head: ManifestHead;
  /** `null`: damaged, or of a version that carried nothing. */
  readonly carried: Carried | null;
  readonly found: readonly FoundCell[];
  /** Up to `MOST_OVERWRITTEN` of them. */
  readonly overwritten: readonly Overwritten[];
  readonly overwrittenTotal: number;
  readonly problems: readonly FoundProblem[];
}

export type ReturnedFile =
  | { readonly state: 'read'; readonly book: ReturnedBook }
  /** No manifest of ours in it. */
  | { readonly state: 'foreign' }
  | { readonly state: 'newer' }
  /** Ours, but saved as something whose formulas and keys cannot be told, or its manifest says nothing any more. */
  | { readonly state: 'unreadable' };

export const MOST_OVERWRITTEN = 500;
