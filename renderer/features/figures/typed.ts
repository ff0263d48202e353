/**
 * Figures as they are shown in a cell, typed, copied and pasted. What is shown may be rounded; what is put into the
 * editor or on the clipboard never is, so that nothing changes by being opened, copied or pasted back.
 */
import { notAllowed } from '../../../shared/domain/allowed.ts';
import type { Allowed } from '../../../shared/domain/allowed.ts';
import { parseNumber } from '../../../shared/domain/cells/numbers.ts';
import type { Decimal } from '../../../shared/domain/cells/numbers.ts';
import type { Style } from '../../../shared/domain/format.ts';
import { currencySymbol, formatNumber, formatValue, unitWords } from '../../../shared/domain/format.ts';
import type { Unit } from '../../../shared/domain/kpi.ts';
import { parseTyped, typedText } from '../../ui/index.ts';

/** What a person states about a cell: a number, missing (`null`), or not applicable. */
export type Stated = number | null | 'na';

/** Why a text or value was not taken. */
export type RefusalReason =
  | 'notNumber'
  | 'notDuration'
  | 'sheetError'
  | 'tooSmall'
  | 'tooLarge'
  | 'notWhole'
  | 'offStep'
  | 'computed'
  | 'otherUnit';
export interface Refusal {
  readonly reason: RefusalReason;
  /** `tooSmall`, `tooLarge`, `offStep`: the bound or the step, in the KPI's unit. */
  readonly limit?: number;
}
export type Reading = { readonly value: Stated } | Refusal;

/** A figure in the grid: zero is a plain 0; what stands in the unit column is not repeated. */
export function shownText(value: number, unit: Unit, style: Style): string {
  if (value === 0) return '0';
  switch (unit.kind) {
    case 'percent':
      return formatNumber(value * 100, style, Math.abs(value) < 0.01 ? 2 : 1);
    case 'money':
      return formatNumber(value, style, Math.abs(value) >= 1000 ? 0 : 2);
    default:
      return formatValue(value, unit, style);
  }
}

/** What the unit column says. Durations carry their units themselves. */
export function unitText(unit: Unit, style: Style): string {
  if (unit.kind === 'percent') return '%';
  if (unit.kind === 'money') return currencySymbol(style.currency);
  return unit.kind === 'duration' ? '' : unitWords(unit, style.language);
}

/** What the editor opens with. */
export function editText(stated: Stated, unit: Unit, style: Style): string {
  if (stated === null) return '';
  if (stated === 'na') return 'n/a';
  return unit.kind === 'duration' ? wordedDuration(stated, style) : typedText(stated, unit, style);
}

function wordedDuration(seconds: number, style: Style): string {
  if (seconds === 0) return '0';
  const whole = Math.floor(Math.abs(seconds) / 60);
  const rest = Number((Math.abs(seconds) - whole * 60).toPrecision(12));
  const decimals = String(rest).replace('.', style.numberFormat === '1,234.5' ? '.' : ',');
  const parts = [
    whole >= 60 && `${Math.floor(whole / 60)} h`,
    whole % 60 > 0 && `${whole % 60} min`,
    rest > 0 && `${decimals} s`,
  ];
  return (seconds < 0 ? '-' : '') + parts.filter(Boolean).join(' ');
}

/** For other programs: no grouping, a percent sign, durations as `h:mm:ss`. */
export function copyText(stated: Stated, unit: Unit, style: Style): string {
  if (stated === null) return '';
  if (stated === 'na') return 'n/a';
  if (unit.kind === 'duration') return clock(stated, style);
  const plain = unit.kind === 'percent' ? Number((stated * 100).toPrecision(12)) : stated;
  const text = String(plain).replace('.', style.numberFormat === '1,234.5' ? '.' : ',');
  return unit.kind === 'percent' ? `${text}%` : text;
}

function clock(seconds: number, style: Style): string {
  const whole = Math.floor(Math.abs(seconds) / 60);
  const rest = Number((Math.abs(seconds) - whole * 60).toFixed(6));
  const two = (n: number): string => (n < 10 ? `0${n}` : String(n));
  const text = `${Math.floor(whole / 60)}:${two(whole % 60)}:${two(rest)}`;
  return (seconds < 0 ? '-' : '') + (style.numberFormat === '1,234.5' ? text : text.replace('.', ','));
}

const naWords = /^(?:n|n\s?\/\s?a|na|n\.\s?a\.?|not applicable|no aplica|no procede)$/i;

/**
 * A typed text as a statement. `decimal`: the sign that the rest of a pasted block proves, where it is not the
 * client's own; then the text is read in that style.
 */
export function readTyped(
  text: string,
  unit: Unit,
  allowed: Allowed,
  style: Style,
  decimal?: Decimal,
): Reading {
  const bare = text.trim();
  if (naWords.test(bare)) return { value: 'na' };
  if (bare === '-' || bare === '\u2013' || bare === '\u2014' || /^#n\/[ad]!?$/i.test(bare))
    return { value: null };
  // #DIV/0!, #¡REF!, Err:502: what a sheet shows where it has no number.
  if (/^(?:#[\p{L}\u00a1\u00bf].*|err:\d+)$/iu.test(bare)) return { reason: 'sheetError' };
  const number = decimal === undefined ? parseTyped(bare, unit, style) : readAs(bare, unit, style, decimal);
  if (number === undefined) return { reason: unit.kind === 'duration' ? 'notDuration' : 'notNumber' };
  if (number === null) return { value: null };
  // A percentage typed as 1.1 is 0.011, not 0.011000000000000001.
  return within(unit.kind === 'percent' ? Number(number.toPrecision(15)) : number, allowed);
}

function readAs(text: string, unit: Unit, style: Style, decimal: Decimal): number | null | undefined {
  if (unit.kind === 'duration' || text === '') return parseTyped(text, unit, style);
  const number = parseNumber(text, decimal);
  if (Number.isNaN(number)) return parseTyped(text, unit, style);
  return unit.kind === 'percent' && !text.includes('%') ? number / 100 : number;
}

/** A value against what the KPI can be. */
export function within(value: number, allowed: Allowed): Reading {
  const wrong = notAllowed(value, allowed);
  return wrong === null ? { value } : wrong;
}
