/** Cell styles as the library's format objects, each made once. */
import * as X from 'wasm-xlsxwriter';
import type { Border, CellStyle } from './model.ts';

/** An angle that nothing else here sets: `textRotation="1"`. */
const SHRINK_MARK = 1;
export const FONT = 'Calibri';

export function rgb(color: string): X.Color {
  return X.Color.rgb(Number.parseInt(color, 16));
}

function lineOf(border: Border): X.FormatBorder {
  switch (border.style) {
    case 'hair':
      return X.FormatBorder.Hair;
    case 'thin':
      return X.FormatBorder.Thin;
    case 'medium':
      return X.FormatBorder.Medium;
    case 'thick':
      return X.FormatBorder.Thick;
    case 'dotted':
      return X.FormatBorder.Dotted;
  }
}

function alignOf(align: NonNullable<CellStyle['align']>): X.FormatAlign {
  switch (align) {
    case 'left':
      return X.FormatAlign.Left;
    case 'center':
      return X.FormatAlign.Center;
    case 'right':
      return X.FormatAlign.Right;
  }
}

function valignOf(align: NonNullable<CellStyle['valign']>): X.FormatAlign {
  switch (align) {
    case 'top':
      return X.FormatAlign.Top;
    case 'center':
      return X.FormatAlign.VerticalCenter;
    case 'bottom':
      return X.FormatAlign.Bottom;
  }
}

function make(style: CellStyle): X.Format {
  const format = new X.Format();
  format.setFontName(FONT);
  format.setFontSize(style.size ?? 10);
  if (style.color) format.setFontColor(rgb(style.color));
  if (style.bold) format.setBold();
  if (style.italic) format.setItalic();
  if (style.underline) format.setUnderline(X.FormatUnderline.Single);
  if (style.hatch) {
    format.setPattern(X.FormatPattern.LightUp).setForegroundColor(rgb(style.hatch));
    if (style.fill) format.setBackgroundColor(rgb(style.fill));
  } else if (style.fill) {
    format.setBackgroundColor(rgb(style.fill));
  }
  if (style.align) format.setAlign(alignOf(style.align));
  format.setAlign(valignOf(style.valign ?? 'center'));
  if (style.indent) format.setIndent(style.indent);
  if (style.wrap) format.setTextWrap();
  // The library cannot shrink to fit; the patch layer turns this mark into it.
  if (style.shrink) format.setRotation(SHRINK_MARK);
  if (style.unlocked) format.setUnlocked();
  if (style.format) format.setNumFormat(style.format);
  if (style.top) format.setBorderTop(lineOf(style.top)).setBorderTopColor(rgb(style.top.color));
  if (style.bottom)
    format.setBorderBottom(lineOf(style.bottom)).setBorderBottomColor(rgb(style.bottom.color));
  if (style.left) format.setBorderLeft(lineOf(style.left)).setBorderLeftColor(rgb(style.left.color));
  if (style.right) format.setBorderRight(lineOf(style.right)).setBorderRightColor(rgb(style.right.color));
  return format;
}

/** Formats by style; styles that say the same are one format. */
export class Formats {
  readonly #byStyle = new WeakMap<CellStyle, { format: X.Format; key: string }>();
  readonly #byKey = new Map<string, X.Format>();

  of(style: CellStyle): X.Format {
    return this.#entry(style).format;
  }

  key(style: CellStyle): string {
    return this.#entry(style).key;
  }

  #entry(style: CellStyle): { format: X.Format; key: string } {
    const known = this.#byStyle.get(style);
    if (known) return known;
    const key = JSON.stringify(Object.entries(style).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    const format = this.#byKey.get(key) ?? make(style);
    this.#byKey.set(key, format);
    const entry = { format, key };
    this.#byStyle.set(style, entry);
    return entry;
  }
}
