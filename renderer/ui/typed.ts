/** Numbers as they are typed, in the client's format and the KPI's unit, and the same numbers as text to type over. Pure. */
import { parseDuration } from '../../shared/domain/cells/durations.ts';
import { formatValue } from '../../shared/domain/format.ts';
import type { Style } from '../../shared/domain/format.ts';
import type { Unit } from '../../shared/domain/kpi.ts';

/** Group and decimal signs of a number format, as regular expressions' text. */
function signs(style: Style): readonly [group: string, point: string, other: string] {
  switch (style.numberFormat) {
    case '1,234.5':
      return [',', '\\.', ','];
    case '1.234,5':
      return ['\\.', ',', '\\.'];
    case '1 234,5':
      return ['[ \\u00a0\\u202f]', ',', '\\.'];
  }
}

/**
 * A typed number; `null` for nothing, `undefined` when it is none. The format's own grouping is read as such;
 * the other format's decimal sign is understood where it cannot be grouping (`12.5` typed in `1.234,5`).
 */
export function parseTyped(text: string, unit: Unit, style: Style): number | null | undefined {
  const bare = text
    .replace(/[%€$£¥]/g, '')
    .trim()
    .replace(/^\u2212/, '-');
  if (bare === '') return null;
  if (unit.kind === 'duration') {
    // A bare number could be seconds, minutes or hours: it is asked for, not guessed. Zero is zero.
    if (bare === '0') return 0;
    const seconds = /[a-z:]/i.test(bare) ? parseDuration(bare) : Number.NaN;
    return Number.isFinite(seconds) ? seconds : undefined;
  }
  const [group, point, other] = signs(style);
  const grouped = new RegExp(`^[+-]?\\d{1,3}(?:${group}\\d{3})+(?:${point}\\d*)?$`);
  const plain = new RegExp(`^[+-]?(?:\\d+(?:${point}\\d*)?|${point}\\d+)$`);
  const foreign = new RegExp(`^[+-]?\\d+${other}\\d+$`);
  let digits: string;
  if (grouped.test(bare)) digits = bare.replace(new RegExp(group, 'g'), '').replace(',', '.');
  else if (plain.test(bare) || foreign.test(bare)) digits = bare.replace(',', '.');
  else return undefined;
  const number = Number(digits);
  return unit.kind === 'percent' ? number / 100 : number;
}

/** A value as it stands in the box: without the words that stand behind it. */
export function typedText(value: number | null, unit: Unit, style: Style): string {
  if (value === null) return '';
  if (unit.kind === 'duration') return formatValue(value, unit, style);
  const shown = unit.kind === 'percent' ? Number((value * 100).toPrecision(12)) : value;
  const group = style.numberFormat === '1,234.5' ? ',' : style.numberFormat === '1.234,5' ? '.' : '\u202f';
  const point = style.numberFormat === '1,234.5' ? '.' : ',';
  const [whole = '', fraction] = String(shown).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, group);
  return fraction === undefined ? grouped : grouped + point + fraction;
}
