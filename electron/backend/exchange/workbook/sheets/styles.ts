/** Cell styles that sheets share. */
import type { Border, CellStyle } from '../book/model.ts';
import { ink } from '../palette.ts';
import type { Palette } from '../palette.ts';

const hairline: Border = { style: 'thin', color: ink.hairline };

export function stylesOf(palette: Palette) {
  const head: CellStyle = {
    bold: true,
    color: ink.white,
    fill: palette.accent,
    valign: 'center',
    align: 'left',
    indent: 1,
  };
  const cell: CellStyle = { color: ink.first, bottom: hairline, align: 'left', indent: 1 };
  return {
    title: { size: 18, bold: true, color: ink.first },
    subtitle: { color: ink.third },
    small: { size: 9, color: ink.third },
    section: {
      size: 12,
      bold: true,
      color: palette.accentText,
      bottom: { style: 'thin', color: palette.accent },
    },
    link: { color: palette.accentText, underline: true },
    text: { color: ink.first, wrap: true, valign: 'top' },
    head,
    headRight: { ...head, align: 'right' },
    headWrap: { ...head, wrap: true },
    headHelper: { size: 9, bold: true, color: ink.third, fill: 'EEF0F2', wrap: true },
    cell,
    cellName: { ...cell, shrink: true },
    cellBold: { ...cell, bold: true },
    cellMutedName: { ...cell, color: ink.third, shrink: true },
    cellMuted: { ...cell, color: ink.third },
    cellRight: { ...cell, align: 'right' },
    cellMutedRight: { ...cell, color: ink.third, align: 'right' },
    cellWrap: { ...cell, wrap: true, valign: 'top' },
    helper: { size: 9, color: ink.third, bottom: hairline },
    group: {
      bold: true,
      color: palette.accentText,
      fill: palette.accentSoft,
      bottom: { style: 'thin', color: palette.accentLine },
      indent: 1,
    },
    missing: { hatch: ink.hatch, fill: ink.gapGround, bottom: hairline },
  } as const satisfies Record<string, CellStyle>;
}

export type Styles = ReturnType<typeof stylesOf>;

/** With a capital: Spanish month names are lower case but where a sentence begins. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Pixels of a column: Calibri 11 digits are 7 wide, and a cell pads 5. */
export function pixelsOf(width: number): number {
  return Math.round(width * 7 + 5);
}

/** Average width of a letter at size 10 in the widest font that is likely to stand in for Calibri. */
const LETTER = 5.75;

/** Lines that a text of size 10 wraps to in so many pixels: an estimate that errs towards one line more. */
export function linesIn(text: string, pixels: number): number {
  const fits = Math.max(1, pixels / LETTER);
  return text.split('\n').reduce((lines, part) => lines + Math.max(1, Math.ceil(part.length / fits)), 0);
}
