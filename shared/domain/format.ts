/**
 * Numbers, changes, dates and periods as text, in the client's number format and the reader's language.
 *
 * The only place where a number becomes words: screens, command line, workbook text and reports all use it.
 * A stored value is never rounded; what is shown is.
 */
import type { Language, Unit } from './kpi.ts';
import type { Change, Coverage, Judgement } from './results.ts';
import { cadenceWord } from './calendarWords.ts';

export { cadenceWord, formatDate, isoWeek, monthName, periodLabel } from './calendarWords.ts';
export type { DateLength } from './calendarWords.ts';

export const numberFormats = ['1,234.5', '1.234,5', '1 234,5'] as const;
export type NumberFormat = (typeof numberFormats)[number];

export interface Style {
  readonly language: Language;
  readonly numberFormat: NumberFormat;
  /** ISO 4217. */
  readonly currency: string;
}

export interface FormatOptions {
  /** Always with a sign, a true minus: for changes. */
  readonly sign?: boolean;
  /** Fraction digits; chosen by unit and size where absent. */
  readonly digits?: number;
}

const NARROW_SPACE = '\u202f';
const MINUS = '\u2212';

/** A plain number with the style's separators and a fixed number of fraction digits. */
export function formatNumber(value: number, style: Style, digits: number, sign = false): string {
  const [whole = '0', fraction = ''] = Math.abs(value).toFixed(digits).split('.');
  const [group, point] = separators(style.numberFormat);
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, group);
  const text = fraction ? grouped + point + fraction : grouped;
  const zero = /^[0.,\s\u202f]*$/.test(text);
  if (zero) return sign ? `\u00b1${text}` : text;
  if (value < 0) return MINUS + text;
  return sign ? `+${text}` : text;
}

function separators(format: NumberFormat): [group: string, point: string] {
  switch (format) {
    case '1,234.5':
      return [',', '.'];
    case '1.234,5':
      return ['.', ','];
    case '1 234,5':
      return [NARROW_SPACE, ','];
  }
}

/** Up to `most` fraction digits, as many as the value needs. */
function neededDigits(value: number, most: number): number {
  for (let digits = 0; digits < most; digits += 1) {
    if (Math.abs(value - Number(value.toFixed(digits))) < 1e-9 * Math.max(1, Math.abs(value))) return digits;
  }
  return most;
}

/** A value in its unit, without the grey words that `unitWords` gives: `1,560`, `4.6 %`, `3 h 40 min`, `3,42 €`. */
export function formatValue(value: number, unit: Unit, style: Style, options: FormatOptions = {}): string {
  const sign = options.sign ?? false;
  switch (unit.kind) {
    case 'count':
      return formatNumber(
        value,
        style,
        options.digits ?? (Math.abs(value) < 100 ? neededDigits(value, 1) : 0),
        sign,
      );
    case 'number':
      return formatNumber(
        value,
        style,
        options.digits ?? neededDigits(value, Math.abs(value) < 100 ? 2 : 1),
        sign,
      );
    case 'rating':
      return formatNumber(value, style, options.digits ?? 1, sign);
    case 'points':
      return formatNumber(
        value,
        style,
        options.digits ?? (Math.abs(value) < 100 ? neededDigits(value, 1) : 0),
        sign || value > 0,
      );
    case 'percent':
      return `${formatNumber(value * 100, style, options.digits ?? percentDigits(value), sign)}${NARROW_SPACE}%`;
    case 'duration':
      return formatDuration(value, style, sign);
    case 'money':
      return formatMoney(value, style, options.digits ?? (Math.abs(value) >= 1000 ? 0 : 2), sign);
  }
}

function percentDigits(fraction: number): number {
  return Math.abs(fraction) < 0.1 && Math.abs(fraction) > 0 && Math.abs(fraction) < 0.01 ? 2 : 1;
}

function formatDuration(seconds: number, style: Style, sign: boolean): string {
  const lead = seconds < 0 ? MINUS : sign && seconds > 0 ? '+' : '';
  const s = Math.abs(seconds);
  if (s < 60) return `${lead}${formatNumber(s, style, neededDigits(s, s < 10 ? 1 : 0))} s`;
  // Whole minutes that have passed, as spreadsheets show a duration: the workbook and the screen say the same.
  const minutes = Math.floor(Math.round(s) / 60);
  if (minutes < 60) {
    const rest = Math.round(s % 60);
    return s < 600 && rest > 0 && rest < 60
      ? `${lead}${Math.floor(s / 60)} min ${rest} s`
      : `${lead}${minutes} min`;
  }
  const hours = Math.floor(minutes / 60);
  if (hours >= 100) return `${lead}${formatNumber(Math.round(s / 3600), style, 0)} h`;
  return minutes % 60 === 0 ? `${lead}${hours} h` : `${lead}${hours} h ${minutes % 60} min`;
}

function formatMoney(value: number, style: Style, digits: number, sign: boolean): string {
  const number = formatNumber(value, style, digits, sign);
  const symbol = currencySymbol(style.currency);
  if (style.numberFormat !== '1,234.5') return `${number}${NARROW_SPACE}${symbol}`;
  return symbol.length === 1
    ? number.replace(/^([+\u2212\u00b1]?)/, `$1${symbol}`)
    : `${symbol}${NARROW_SPACE}${number}`;
}

const symbols: Readonly<Record<string, string>> = {
  EUR: '€',
  USD: '$',
  GBP: '£',
  JPY: '¥',
  MXN: 'MX$',
  BRL: 'R$',
};
export function currencySymbol(currency: string): string {
  return symbols[currency] ?? currency;
}

/** The grey words after a figure: `posts`, `of 5`, `points`; empty where the number says it all. */
export function unitWords(unit: Unit, language: Language): string {
  if (unit.kind === 'rating') return `${language === 'es' ? 'de' : 'of'} ${unit.of ?? 5}`;
  if (unit.kind === 'points') return language === 'es' ? 'puntos' : 'points';
  return unit.label?.[language] ?? '';
}

export interface ChangeText {
  /** `+30.0 %`, `+1.0 points`, or words where there is no number. */
  readonly text: string;
  /** `(+25.0 %)` behind points and ratings. */
  readonly detail?: string;
  /** False when `text` is words, to be shown grey. */
  readonly number: boolean;
}

const changeWords: Readonly<
  Record<
    Language,
    Readonly<Record<'noValue' | 'noBase' | 'baseMissing' | 'baseZero' | 'notComparable' | 'noChange', string>>
  >
> = {
  en: {
    noValue: 'no value',
    noBase: 'no base',
    baseMissing: 'base not recorded',
    baseZero: 'base is zero',
    notComparable: 'not comparable',
    noChange: 'no change',
  },
  es: {
    noValue: 'sin dato',
    noBase: 'sin base',
    baseMissing: 'base sin dato',
    baseZero: 'base cero',
    notComparable: 'no comparable',
    noChange: 'sin cambio',
  },
};

/** A change as a person reads it: points first for percentages, the difference first for ratings, words where a number would lie. */
export function formatChange(change: Change, unit: Unit, style: Style): ChangeText {
  const words = changeWords[style.language];
  if (change.kind !== 'change') {
    if (change.kind === 'baseZero' && change.difference === 0) return { text: words.noChange, number: false };
    return { text: words[change.kind], number: false };
  }
  if (change.difference === 0) return { text: words.noChange, number: false };
  const ratio = change.ratio ?? 0;
  const percent = `${formatNumber(ratio * 100, style, Math.abs(ratio) >= 10 ? 0 : 1, true)}${NARROW_SPACE}%`;
  const difference = change.difference ?? 0;
  switch (unit.kind) {
    case 'percent':
      return {
        text: `${formatNumber(difference * 100, style, 1, true)} ${pointsWord(style.language)}`,
        detail: `(${percent})`,
        number: true,
      };
    case 'points':
      return {
        text: `${formatNumber(difference, style, 1, true)} ${pointsWord(style.language)}`,
        number: true,
      };
    case 'rating':
      return { text: formatNumber(difference, style, 1, true), detail: `(${percent})`, number: true };
    default:
      return { text: percent, number: true };
  }
}

function pointsWord(language: Language): string {
  return language === 'es' ? 'pts' : 'pts';
}

/** `≥ 1,500`, `≤ 3 h`, `40 to 50`; empty without a goal. */
export function formatGoal(judgement: Judgement, unit: Unit, style: Style): string {
  if (judgement.goal === undefined) return '';
  const goal = formatValue(judgement.goal, unit, style);
  if (judgement.sense === 'between' && judgement.goalTo !== undefined) {
    return `${goal} ${style.language === 'es' ? 'a' : 'to'} ${formatValue(judgement.goalTo, unit, style)}`;
  }
  return `${judgement.sense === 'atMost' ? '\u2264' : '\u2265'}${NARROW_SPACE}${goal}`;
}

const channelUnits: Readonly<Record<Language, (units: string) => string>> = {
  en: (units) => `channel ${units}`,
  es: (units) => `${units} de canal`,
};

/** What is counted: `days`, or `channel days` where several channels are counted together. */
export function coverageUnits(coverage: Coverage, language: Language): string {
  const { expected, cadence, channels = 1 } = coverage;
  const units = cadenceWord(cadence, expected, language);
  return channels > 1 ? channelUnits[language](units) : units;
}

/**
 * `23/31 days`, `1/1 month`. Of several channels together: `31/31 days` while nothing lacks, else `85/93 channel days`,
 * since nobody would believe in 93 days of October.
 */
export function formatCoverage(coverage: Coverage, language: Language): string {
  const { recorded, expected, cadence, channels = 1 } = coverage;
  const each = expected / channels;
  if (channels > 1 && (recorded !== expected || !Number.isInteger(each))) {
    return `${recorded}/${expected} ${coverageUnits(coverage, language)}`;
  }
  return `${recorded / channels}/${each} ${cadenceWord(cadence, each, language)}`;
}
