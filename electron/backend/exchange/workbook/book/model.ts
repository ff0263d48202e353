/**
 * A workbook as plain data: the seam between what a report says (sheets/) and the library that writes bytes
 * (emitter.ts). Nothing here knows the library; nothing outside book/ knows the file format.
 *
 * Rows and columns count from 0. Colours are `RRGGBB`. Number formats are locale-neutral format codes.
 * A formula always carries its cached result, so that viewers which do not calculate show the same number.
 */
import type { FileProperties } from '../../fileProperties.ts';

export interface Border {
  readonly style: 'hair' | 'thin' | 'medium' | 'thick' | 'dotted';
  readonly color: string;
}

export interface CellStyle {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly color?: string;
  readonly fill?: string;
  /** Thin diagonal hatching over `fill`, the sign of a missing figure. */
  readonly hatch?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly valign?: 'top' | 'center' | 'bottom';
  readonly indent?: number;
  readonly wrap?: boolean;
  readonly shrink?: boolean;
  readonly format?: string;
  /** May be typed over where the sheet is protected. */
  readonly unlocked?: boolean;
  readonly top?: Border;
  readonly bottom?: Border;
  readonly left?: Border;
  readonly right?: Border;
}

export interface Run {
  readonly text: string;
  readonly style: CellStyle;
}

export interface Cell {
  /** The value, or a formula's cached result. `null`: an empty cell that only has a style. */
  readonly value: string | number | null;
  /** English function names, `,` as separator, with or without the leading `=`. */
  readonly formula?: string;
  readonly style?: CellStyle;
  /** `internal:'Sheet'!A1` or an http(s) address. */
  readonly link?: string;
  /** Differently styled parts of one text; `value` is then their joined text. */
  readonly runs?: readonly Run[];
}

export interface Range {
  readonly row: number;
  readonly col: number;
  readonly toRow: number;
  readonly toCol: number;
}

export interface Table {
  readonly name: string;
  readonly range: Range;
  readonly headers: readonly string[];
}

export type Conditional =
  | { readonly kind: 'icons'; readonly range: Range; readonly icons: '3Signs' }
  | {
      readonly kind: 'bar';
      readonly range: Range;
      readonly min: number;
      readonly max: number;
      readonly color: string;
    }
  | {
      readonly kind: 'when';
      readonly range: Range;
      /** Written for the range's first cell. */
      readonly formula: string;
      readonly color?: string;
      readonly bold?: boolean;
      readonly italic?: boolean;
      readonly fill?: string;
      readonly hatch?: string;
    };

export interface Validation {
  readonly range: Range;
  readonly rule:
    | { readonly kind: 'list'; readonly choices: readonly string[] }
    /** Whole numbers, or any; an absent bound is none. */
    | {
        readonly kind: 'decimal' | 'whole';
        readonly min?: number | undefined;
        readonly max?: number | undefined;
      }
    /** Written for the range's first cell. */
    | { readonly kind: 'formula'; readonly formula: string };
  readonly title: string;
  readonly message: string;
  /** Shown while the cell is selected. */
  readonly prompt?: string;
}

export interface Sparkline {
  /** Sheet-qualified range of the points. */
  readonly source: string;
  readonly row: number;
  readonly col: number;
}

export interface Sparklines {
  readonly color: string;
  readonly lastColor: string;
  readonly items: readonly Sparkline[];
}

export interface Picture {
  readonly image: Uint8Array;
  readonly row: number;
  readonly col: number;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

export interface ChartRef {
  /** Sheet-qualified absolute range, such as `'Growth'!$B$5:$B$16`. */
  readonly range: string;
  readonly cache: readonly (string | number | null)[];
}

export interface ChartSeriesSpec {
  readonly type: 'bar' | 'line';
  readonly name: { readonly ref: string; readonly text: string };
  readonly categories: ChartRef;
  readonly values: ChartRef;
  readonly color: string;
  readonly format: string;
  readonly secondary?: boolean;
  readonly dash?: boolean;
  readonly markers?: boolean;
  readonly width?: number;
  /** Points coloured or labelled on their own: the compared months. `label` is the colour of its words. */
  readonly points?: readonly { readonly index: number; readonly color?: string; readonly label?: string }[];
  /** Where labels stand; above the bar or point when absent. */
  readonly labelAt?: 'inBase' | 'inEnd';
  /** Labels on every point, for few and wide bars. */
  readonly labels?: boolean;
}

/** The parts of a whole as a ring, each with its share of it. */
export interface RingSpec {
  readonly title: string;
  /** Second line of the title: what the figures say. */
  readonly finding?: string;
  readonly alt: string;
  readonly kind: 'ring';
  readonly name: { readonly ref: string; readonly text: string };
  readonly categories: ChartRef;
  readonly values: ChartRef;
  readonly format: string;
  /** One for each part. */
  readonly colors: readonly string[];
}

export interface Axis {
  readonly format: string;
  readonly min?: number;
  readonly max?: number;
  readonly majorUnit?: number;
  readonly title?: string;
}

export interface AxisChartSpec {
  readonly title: string;
  /** Second line of the title: what the figures say. */
  readonly finding?: string;
  readonly alt: string;
  readonly kind: 'columns' | 'rows' | 'stacked';
  readonly series: readonly ChartSeriesSpec[];
  readonly axis: Axis;
  readonly secondAxis?: Axis;
  /** Show every n-th category label. */
  readonly labelEvery?: number;
  readonly legend: boolean;
  readonly gap?: number;
}

export type ChartSpec = AxisChartSpec | RingSpec;

export interface PlacedChart {
  readonly row: number;
  readonly col: number;
  /** Pixels at 96 dpi. */
  readonly width: number;
  readonly height: number;
  readonly offset?: { readonly x: number; readonly y: number };
  readonly chart: ChartSpec;
}

export interface PrintSetup {
  readonly landscape: boolean;
  readonly area?: Range;
  readonly repeat?: { readonly from: number; readonly to: number };
  /**
   * Either pages wide and high (0 high: as many as it takes), or a scale in percent with page breaks before these
   * rows: spreadsheet programs ignore breaks while they fit pages.
   */
  readonly fit:
    | { readonly wide: number; readonly high: number }
    | { readonly scale: number; readonly breaks: readonly number[] };
  /** Texts of the footer; page numbers are added. */
  readonly footer: string;
}

export interface Sheet {
  readonly name: string;
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, Cell>>;
  readonly widths: readonly { readonly col: number; readonly toCol: number; readonly width: number }[];
  readonly hiddenColumns: readonly number[];
  readonly hiddenRows: readonly number[];
  /** Points. */
  readonly heights: ReadonlyMap<number, number>;
  readonly merges: readonly Range[];
  readonly freeze?: { readonly rows: number; readonly cols: number };
  readonly filter?: Range;
  readonly table?: Table;
  readonly conditionals: readonly Conditional[];
  readonly validations: readonly Validation[];
  readonly sparklines: readonly Sparklines[];
  readonly charts: readonly PlacedChart[];
  readonly pictures: readonly Picture[];
  readonly print?: PrintSetup;
  readonly tab?: string;
  readonly zoom?: number;
  readonly gridlines: boolean;
  /** Only unlocked cells can be typed into, until someone unprotects the sheet: it has no password. */
  readonly protected: boolean;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
}

export interface Book {
  readonly sheets: readonly Sheet[];
  readonly names: readonly { readonly name: string; readonly formula: string }[];
  readonly properties: FileProperties;
  /** Language of charts and proofing, such as `en-GB`. */
  readonly locale: string;
  readonly paper: 'a4' | 'letter';
}
