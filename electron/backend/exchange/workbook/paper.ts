/**
 * The paper a client prints on, by the money they count in: Letter where US Letter is the usual size (CLDR, territories
 * with paper size "US-Letter"), A4 everywhere else.
 */
const letter: ReadonlySet<string> = new Set([
  'USD',
  'CAD',
  'MXN',
  'CLP',
  'COP',
  'CRC',
  'GTQ',
  'NIO',
  'PAB',
  'PHP',
  'SVC',
  'VES',
  'BZD',
]);

export function paperOf(currency: string): 'a4' | 'letter' {
  return letter.has(currency) ? 'letter' : 'a4';
}

/**
 * What a page in landscape holds between our margins (book/emitter.ts), in pixels. Column widths follow the default font's
 * digits: where Calibri is missing its stand-in may be a sixth wider, so the width keeps that much in hand.
 */
export const pages = {
  a4: { width: 1045 * 0.82, height: 693 * 0.97 },
  letter: { width: 979 * 0.82, height: 715 * 0.97 },
} as const;
