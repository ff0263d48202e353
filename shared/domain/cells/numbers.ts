/**
 * Numbers as people and exports write them, decided for a column as a whole.
 *
 * Why by column: `1.234` is twelve hundred in one country and one and a bit in another; the cells beside
 * it settle which. A cell that carries its own proof (`1.234,5`) decides; only where none does, the
 * siblings, the language and whether the KPI counts whole things are asked, in that order.
 * Invariants: pure; linear in the length of the text; a text that is no number gives `NaN`, never 0.
 */
import { bare, isNullText, tidy } from './text.ts';

export type Decimal = '.' | ',';

export interface NumberHints {
  /** The decimal sign that other columns of the same table prove. */
  readonly siblings?: Decimal | undefined;
  /** Language of the file, ISO 639: decides `1.234` when nothing else does. */
  readonly language?: string | undefined;
  /** True when the column counts whole things: then a lone separator before three digits groups. */
  readonly whole?: boolean | undefined;
}

/** How a column of numbers is written. */
export interface NumberReading {
  readonly decimal: Decimal;
  /** `proven` by a cell, taken from a `hint`, or `open`: both readings remain and a person must say. */
  readonly how: 'proven' | 'hint' | 'open' | 'plain';
  /** Cells that contradict the others (`1,5` among `1.5`). */
  readonly mixed: boolean;
  /** A text that can be read both ways, to show when asking. */
  readonly example?: string;
}

/** Longest text that can be a number; anything longer is prose. */
const longest = 40;

const multipliers: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['mil', 1e3],
  ['thousand', 1e3],
  ['tsd', 1e3],
  ['тыс', 1e3],
  ['m', 1e6],
  ['mm', 1e6],
  ['mn', 1e6],
  ['mio', 1e6],
  ['mill', 1e6],
  ['millon', 1e6],
  ['millones', 1e6],
  ['million', 1e6],
  ['millions', 1e6],
  ['mi', 1e6],
  ['milhao', 1e6],
  ['milhoes', 1e6],
  ['млн', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
  ['billion', 1e9],
]);

const currencySigns = /[$€£¥₹₽₴₺₩₪฿₫₱¢]/g;
const currencyWords =
  /(?:^|(?<=[\d\s.,)]))(?:us|mx|ar|cl|co|r|s\/|a|c|nz|hk)?(?:\$|usd|eur|gbp|mxn|ars|clp|cop|pen|brl|uah|chf|jpy|cad|aud|pln|uyu|bob|dop|gtq|crc)(?=$|[\s\d.,-])/i;

/** The bare digits-and-separators of a number, with what stood around them. */
interface Core {
  readonly digits: string;
  readonly negative: boolean;
  readonly percent: boolean;
  readonly scale: number;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Strips sign, currency, percent and multiplier; `undefined` when what is left is no number. */
function coreOf(raw: string): Core | undefined {
  let text = tidy(raw);
  if (text.length === 0 || text.length > longest) return undefined;
  let negative = false;
  if (text.startsWith('(') && text.endsWith(')')) {
    negative = true;
    text = text.slice(1, -1).trim();
  }
  let percent = false;
  if (text.endsWith('%')) {
    percent = true;
    text = text.slice(0, -1).trim();
  } else if (text.startsWith('%')) {
    percent = true;
    text = text.slice(1).trim();
  }
  let sign = false;
  ({ text, sign } = unsign(text));
  negative = negative !== sign;
  text = text.replace(currencySigns, ' ').trim();
  if (/[a-z]/i.test(text)) {
    text = text
      .replace(/^(?:us|mx|ar|r|s\/|a|c|nz|hk)\s+(?=\d)/i, '')
      .replace(currencyWords, ' ')
      .trim();
  }
  ({ text, sign } = unsign(text));
  negative = negative !== sign;
  let scale = 1;
  let end = text.length;
  while (end > 0 && !isDigit(text.charCodeAt(end - 1)) && text[end - 1] !== '.' && text[end - 1] !== ',')
    end -= 1;
  const dotted = end > 0 && text[end - 1] === '.' && end < text.length;
  if (end < text.length && !dotted) {
    const suffix = multipliers.get(bare(text.slice(end).trim()));
    if (suffix === undefined) return undefined;
    scale = suffix;
    text = text.slice(0, end).trim();
  } else {
    // A full stop closes an abbreviation: "3,4 mill."
    const word = /^([\d.,'’ ]+?)\s?(\p{L}{1,8})\.$/u.exec(text);
    if (word) {
      const suffix = multipliers.get(bare(word[2] ?? ''));
      if (suffix === undefined) return undefined;
      scale = suffix;
      text = word[1] ?? '';
    }
  }
  if (!isDigit(text.charCodeAt(text.length - 1)) || !/^[\d.,'’ ]+$/.test(text)) return undefined;
  return { digits: text, negative, percent, scale };
}

function unsign(text: string): { text: string; sign: boolean } {
  const first = text[0];
  if (first === '-' || first === '−' || first === '–' || first === '‐' || first === '‑')
    return { text: text.slice(1).trim(), sign: true };
  if (first === '+') return { text: text.slice(1).trim(), sign: false };
  const last = text.at(-1);
  if (text.length > 1 && (last === '-' || last === '−'))
    return { text: text.slice(0, -1).trim(), sign: true };
  return { text, sign: false };
}

/** What one number says about the decimal sign: it proves one, allows both, or has no separator at all. */
function evidenceOf(digits: string): Decimal | 'either' | 'none' | 'broken' {
  let dots = 0;
  let commas = 0;
  let last = -1;
  for (let i = 0; i < digits.length; i += 1) {
    const c = digits[i];
    if (c === '.') {
      dots += 1;
      last = i;
    } else if (c === ',') {
      commas += 1;
      last = i;
    }
  }
  if (dots === 0 && commas === 0) return 'none';
  if (dots > 1 && commas > 1) return 'broken';
  if (dots > 1) return ',';
  if (commas > 1) return '.';
  const sign = digits[last] === '.' ? '.' : ',';
  if (dots === 1 && commas === 1) return sign;
  const before = digits.slice(0, last);
  const after = digits.length - last - 1;
  if (after !== 3 || before.length === 0 || before.length > 3 || before.startsWith('0')) return sign;
  if (/[ '’]/.test(before)) return sign;
  return 'either';
}

/** Reads the digits with a known decimal sign; `NaN` when the groups do not fit. */
function valueOf(digits: string, decimal: Decimal): number {
  const at = digits.lastIndexOf(decimal);
  const whole = at < 0 ? digits : digits.slice(0, at);
  const rest = at < 0 ? '' : digits.slice(at + 1);
  if (rest !== '' && !/^\d+$/.test(rest)) return Number.NaN;
  let plain = whole;
  if (!/^\d*$/.test(whole)) {
    // Groups of three, or of two and a last three as in India.
    if (!/^\d{1,3}(?:[.,'’ ]\d{2,3})*[.,'’ ]\d{3}$/.test(whole)) return Number.NaN;
    plain = whole.replace(/[.,'’ ]/g, '');
  }
  return Number(`${plain === '' ? '0' : plain}.${rest === '' ? '0' : rest}`);
}

/**
 * One number, in a column whose decimal sign is known. A per cent sign makes a fraction (`25%` is 0.25),
 * a multiplier is applied (`1.2K` is 1200), `(12)` is -12. `NaN` for anything else, bounds (`< 1%`) included.
 */
export function parseNumber(text: string, decimal: Decimal): number {
  const simple = simpleNumber(text, decimal);
  if (!Number.isNaN(simple)) return simple;
  if (/^-?\d{1,20}(?:\.\d{1,20})?e[+-]?\d{1,3}$/i.test(text)) {
    const far = Number(text);
    return Number.isFinite(far) ? far : Number.NaN;
  }
  const core = coreOf(text);
  if (!core) return Number.NaN;
  let value = valueOf(core.digits, decimal);
  if (Number.isNaN(value)) {
    // A cell that proves the other sign by itself is still a number: `1,234.5` in a column of commas.
    const own = evidenceOf(core.digits);
    if (own !== '.' && own !== ',') return Number.NaN;
    value = valueOf(core.digits, own);
  }
  if (core.percent) value /= 100;
  value *= core.scale;
  return core.negative && value !== 0 ? -value : value;
}

/** The common case without a single allocation beyond the number: digits, one sign, one decimal sign. */
function simpleNumber(text: string, decimal: Decimal): number {
  const n = text.length;
  if (n === 0 || n > 24) return Number.NaN;
  let at = text.charCodeAt(0) === 45 ? 1 : 0;
  if (at === n) return Number.NaN;
  let point = -1;
  for (; at < n; at += 1) {
    const c = text.charCodeAt(at);
    if (isDigit(c)) continue;
    if (c !== 46 || point >= 0 || decimal !== '.') return Number.NaN;
    point = at;
  }
  if (point === n - 1) return Number.NaN;
  return Number(text);
}

/** True when the text carries a per cent sign. */
export function hasPercent(text: string): boolean {
  return text.includes('%');
}

const commaLanguages: ReadonlySet<string> = new Set([
  'es',
  'pt',
  'de',
  'fr',
  'it',
  'nl',
  'ru',
  'uk',
  'el',
  'pl',
  'tr',
  'vi',
  'sv',
]);

/** Decides how the numbers of a column are written. `texts` may hold nulls and non-numbers: they are passed over. */
export function decideNumbers(texts: Iterable<string>, hints: NumberHints = {}): NumberReading {
  let dot = 0;
  let comma = 0;
  let example: string | undefined;
  for (const text of texts) {
    if (text === '' || !/[.,]/.test(text) || isNullText(text)) continue;
    const core = coreOf(text);
    if (!core) continue;
    const says = evidenceOf(core.digits);
    if (says === '.') dot += 1;
    else if (says === ',') comma += 1;
    else if (says === 'either' && example === undefined) example = text;
  }
  const mixed = dot > 0 && comma > 0;
  if (dot > 0 || comma > 0) return { decimal: dot >= comma ? '.' : ',', how: 'proven', mixed };
  if (example === undefined) return { decimal: hints.siblings ?? '.', how: 'plain', mixed };
  if (hints.siblings) return { decimal: hints.siblings, how: 'hint', mixed, example };
  if (hints.whole === true)
    return { decimal: example.includes('.') ? ',' : '.', how: 'hint', mixed, example };
  if (hints.language !== undefined) {
    const decimal: Decimal = commaLanguages.has(hints.language.slice(0, 2)) ? ',' : '.';
    return { decimal, how: 'hint', mixed, example };
  }
  return { decimal: example.includes('.') ? ',' : '.', how: 'open', mixed, example };
}
