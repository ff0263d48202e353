/**
 * A deck as plain data: the seam between what the slides say (pages/) and the file format (the rest of deck/).
 *
 * Lengths are points from the slide's top left corner; a slide is 960 x 540 (16:9). Text is never smaller than
 * `SMALLEST`, and what stands in a box has been measured to fit in it.
 */
import type { ChartSpec, Sheet } from '../../workbook/book/model.ts';
import type { FileProperties } from '../../fileProperties.ts';

export const SLIDE = { width: 960, height: 540 } as const;
/** Left and right edge of everything, and what stands between title and footer. */
export const PAGE = { left: 40, width: 880, bottom: 496 } as const;
/** Points; the smallest letter on any slide. */
export const SMALLEST = 11;

/**
 * A colour of the theme, so that it changes with it: `tx1` ink, `tx2` grey, `bg1` paper, `accent1` the client's accent,
 * `pale` and `soft` light tones of it. Or a fixed `RRGGBB`.
 */
export type Colour = 'tx1' | 'tx2' | 'bg1' | 'accent1' | 'pale' | 'soft' | (string & {});

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface TextRun {
  readonly text: string;
  readonly size?: number;
  readonly bold?: boolean;
  readonly color?: Colour;
  /** An http(s) address. */
  readonly link?: string;
}

export interface TextParagraph {
  readonly runs: readonly TextRun[];
  readonly align?: 'left' | 'center' | 'right';
  /** Character in front, with the text hanging beside it. */
  readonly bullet?: string;
  /** Points above. */
  readonly before?: number;
}

export interface Line {
  readonly color: Colour;
  /** Points. */
  readonly width: number;
}

export interface TextBox {
  readonly kind: 'text';
  readonly name: string;
  readonly box: Box;
  readonly paragraphs: readonly TextParagraph[];
  readonly anchor?: 'top' | 'middle' | 'bottom';
  readonly fill?: Colour;
  readonly line?: Line;
  /** Points inside, all around; 0 when absent. */
  readonly inset?: number;
  /** The placeholder of the layout that it fills. */
  readonly placeholder?: { readonly type?: 'body' | 'subTitle'; readonly index: number };
  /** For the eye alone: screen readers pass over it. */
  readonly decorative?: boolean;
}

export interface PlacedPicture {
  readonly kind: 'picture';
  readonly name: string;
  readonly alt: string;
  readonly box: Box;
}

export interface TableCell {
  readonly paragraphs: readonly TextParagraph[];
  /** How many columns it takes; 1 when absent. */
  readonly span?: number;
  /** Points in front of its text; the usual ones when absent. */
  readonly left?: number;
  readonly fill?: Colour;
  readonly top?: Line;
  readonly bottom?: Line;
}

export interface TableRow {
  /** Points: what its text needs. */
  readonly height: number;
  readonly cells: readonly TableCell[];
}

export interface PlacedTable {
  readonly kind: 'table';
  readonly name: string;
  readonly alt: string;
  readonly x: number;
  readonly y: number;
  /** Points. */
  readonly columns: readonly number[];
  /** The first one is its head. */
  readonly rows: readonly TableRow[];
}

/** A native chart, with the sheet behind it that "Edit data" opens. */
export interface PlacedChart {
  readonly kind: 'chart';
  readonly name: string;
  readonly box: Box;
  readonly spec: ChartSpec;
  readonly data: Sheet;
}

export type SlideElement = TextBox | PlacedPicture | PlacedTable | PlacedChart;

export interface Slide {
  readonly layout: 'cover' | 'plain';
  readonly title: {
    readonly text: string;
    /** Points of letters, and the box where it is not the layout's. */
    readonly size?: number;
    readonly box?: Box;
  };
  readonly elements: readonly SlideElement[];
  /** What the speaker reads, a paragraph each. */
  readonly notes: readonly string[];
}

export interface DeckBrand {
  /** `RRGGBB`. */
  readonly accent: string;
  readonly brand: string;
  readonly onBrand: string;
  readonly initials: string;
  readonly logo: { readonly bytes: Uint8Array; readonly width: number; readonly height: number } | null;
  /** Alternative text of the logo. */
  readonly logoAlt: string;
}

export interface Deck {
  readonly slides: readonly Slide[];
  readonly brand: DeckBrand;
  readonly footer: string;
  /** Creation date of the workbooks behind the charts: it does not change from one writing to the next. */
  readonly prepared: Date;
  /** Such as `en-GB`: the language of every run. */
  readonly locale: string;
  /** Names of layouts and masters, in the report's language. */
  readonly names: {
    readonly cover: string;
    readonly plain: string;
    readonly notes: string;
  };
  readonly properties: FileProperties;
}
