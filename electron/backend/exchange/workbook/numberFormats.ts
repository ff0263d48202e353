/**
 * Units as number format codes. Codes are locale-neutral: separators and month names are those of the reader's
 * own spreadsheet program; only quoted words are in the report's language.
 *
 * Durations are seconds in Figures and Calc and days (so that `[h]` works) where people read them; differences
 * of durations are decimal hours, minutes or seconds, because a spreadsheet cannot show a negative time.
 */
import { currencySymbol } from '../../../../shared/domain/format.ts';
import type { Language, Unit } from '../../../../shared/domain/kpi.ts';

export interface UnitContext {
  readonly language: Language;
  readonly currency: string;
  /** Where the currency sign stands: behind the number unless the client writes `1,234.5`. */
  readonly signFirst: boolean;
}

/** Day, month name and year in the report's language (Excel's language codes), whatever the reader's is. */
export function dateFormat(language: Language): string {
  return `${LANGUAGE_CODES[language]}d\\ mmm\\ yyyy`;
}
/** `28 Oct`. */
export function dayFormat(language: Language): string {
  return `${LANGUAGE_CODES[language]}d\\ mmm`;
}
const LANGUAGE_CODES: Readonly<Record<Language, string>> = { en: '[$-809]', es: '[$-C0A]' };

export const SECONDS_PER_DAY = 86_400;
const MINUS = '\u2212';

const quoted = (text: string): string => `"${text.replaceAll('"', "'")}"`;

/** Fraction digits that a set of values needs: whole counts show none, small fractional ones do. */
function digits(values: readonly (number | null | undefined)[], most: number): number {
  const numbers = values.filter(
    (value): value is number => typeof value === 'number' && Number.isFinite(value),
  );
  if (numbers.every((value) => Number.isInteger(value))) return 0;
  return numbers.some((value) => Math.abs(value) < 100) ? most : 0;
}

function decimals(count: number, group = true): string {
  return (group ? '#,##0' : '0') + (count > 0 ? `.${'0'.repeat(count)}` : '');
}

function money(number: string, context: UnitContext): string {
  const symbol = quoted(currencySymbol(context.currency));
  return context.signFirst ? symbol + number : `${number}\\ ${symbol}`;
}

/** A value as people read it; `values` decide how many digits. */
export function valueFormat(
  unit: Unit,
  context: UnitContext,
  values: readonly (number | null | undefined)[] = [],
): string {
  switch (unit.kind) {
    case 'count':
      return decimals(digits(values, 1));
    case 'number':
      return decimals(digits(values, 2));
    case 'percent': {
      const small = values.some(
        (value) => typeof value === 'number' && value !== 0 && Math.abs(value) < 0.01,
      );
      return `0.${small ? '00' : '0'}\\ %`;
    }
    case 'money':
      return money(
        decimals(values.some((value) => typeof value === 'number' && Math.abs(value) < 1000) ? 2 : 0),
        context,
      );
    case 'duration':
      return `[<0.00069444][s]\\ "s";[<0.04166666][m]\\ "min";[h]\\ "h"\\ mm\\ "min"`;
    case 'rating':
      return `0.0${quoted(` ${context.language === 'es' ? 'de' : 'of'} ${unit.of ?? 5}`)}`;
    case 'points': {
      const number = decimals(digits(values, 1), false);
      return `+${number};${MINUS}${number};${number}`;
    }
  }
}

/** A value without the words of its unit: for axes and for goals behind a sign. */
export function bareFormat(
  unit: Unit,
  context: UnitContext,
  values: readonly (number | null | undefined)[] = [],
): string {
  return unit.kind === 'rating' ? '0.0' : valueFormat(unit, context, values);
}

/** Axis labels: short. */
export function axisFormat(unit: Unit, context: UnitContext, largest: number): string {
  switch (unit.kind) {
    case 'percent':
      return largest < 0.05 ? '0.0\\ %' : '0\\ %';
    case 'money':
      return money(decimals(largest < 10 ? 2 : 0), context);
    case 'duration':
      return largest < 60 / SECONDS_PER_DAY ? '[s]\\ "s"' : largest < 3 / 24 ? '[m]\\ "min"' : '[h]\\ "h"';
    case 'rating':
      return '0.0';
    case 'points':
      return `+0;${MINUS}0;0`;
    case 'count':
    case 'number':
      return largest < 5 ? '0.0' : '#,##0';
  }
}

/** The raw value as it is kept: seconds stay seconds. */
export function rawFormat(unit: Unit, context: UnitContext): string {
  if (unit.kind === 'duration') return '#,##0.###\\ "s"';
  if (unit.kind === 'count') return '#,##0.###';
  if (unit.kind === 'percent') return '0.00\\ %';
  if (unit.kind === 'number') return '#,##0.####';
  if (unit.kind === 'money') return money('#,##0.00', context);
  return '0.0#';
}

/** How much of a day (or of one, or a hundred) a difference is shown in, and its format. */
export function differenceFormat(
  unit: Unit,
  context: UnitContext,
  values: readonly (number | null | undefined)[],
): { readonly factor: number; readonly format: string } {
  const signed = (number: string, word = ''): string => {
    const tail = word ? quoted(` ${word}`) : '';
    return `+${number}${tail};${quoted(MINUS)}${number}${tail};${number}${tail}`;
  };
  switch (unit.kind) {
    case 'percent':
      return { factor: 100, format: signed('0.0', 'pts') };
    case 'duration': {
      const largest = Math.max(0, ...values.map((value) => Math.abs(value ?? 0)));
      if (largest >= 3600) return { factor: 24, format: signed('#,##0.0', 'h') };
      return largest >= 60
        ? { factor: 1440, format: signed('0.0', 'min') }
        : { factor: SECONDS_PER_DAY, format: signed('0.0', 's') };
    }
    case 'money': {
      const number = money(decimals(values.some((value) => Math.abs(value ?? 0) < 1000) ? 2 : 0), context);
      return { factor: 1, format: `+${number};${quoted(MINUS)}${number};${number}` };
    }
    case 'rating':
      return { factor: 1, format: signed('0.0') };
    case 'points':
      return { factor: 1, format: signed(decimals(digits(values, 1), false), 'pts') };
    case 'count':
      return { factor: 1, format: signed(decimals(digits(values, 1))) };
    case 'number':
      return { factor: 1, format: signed(decimals(digits(values, 2))) };
  }
}

/** `+30.0 %`, a true minus, the word for zero. */
export function ratioFormat(noChange: string): string {
  return `+#,##0.0\\ %;${quoted(MINUS)}#,##0.0\\ %;${quoted(noChange)}`;
}

/** `prefix 1,500 suffix` around a number format; sections of the format each get them. */
export function around(prefix: string, format: string, suffix = ''): string {
  return format
    .split(';')
    .map((section) => {
      const condition = /^\[[<>=][^\]]*\]/.exec(section)?.[0] ?? '';
      const rest = section.slice(condition.length);
      return condition + (prefix ? quoted(prefix) : '') + rest + (suffix ? quoted(suffix) : '');
    })
    .join(';');
}
