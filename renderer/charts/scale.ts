/**
 * Round axes: four or five grid lines on numbers a person would choose, in the unit's own steps (a duration steps
 * by minutes and hours, not by 1,000 seconds), and tick labels with just the digits the step needs.
 */
import type { Unit } from '../../shared/domain/kpi.ts';
import { formatNumber, formatValue } from '../../shared/domain/format.ts';
import type { Style } from '../../shared/domain/format.ts';

export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

const decimals = [1, 2, 2.5, 3, 5, 6, 10] as const;
/** Seconds: from one second to a hundred days. */
const clock = [
  1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1200, 1800, 3600, 7200, 10_800, 14_400, 21_600, 43_200,
  86_400, 172_800, 432_000, 864_000, 1_728_000, 4_320_000, 8_640_000,
];

/** Steps worth trying for a range of this size, smallest first. */
function stepsFor(rough: number, unit: Unit): number[] {
  if (unit.kind === 'duration' && rough >= 1 && rough <= 8_640_000) {
    return clock.filter((step) => step >= rough / 4 && step <= rough * 4);
  }
  const power = 10 ** Math.floor(Math.log10(rough));
  const all = [...decimals.map((d) => (d * power) / 10), ...decimals.map((d) => d * power)];
  const whole = unit.kind === 'count' ? all.filter((step) => Number.isInteger(Number(step.toFixed(9)))) : all;
  return (whole.length > 0 ? whole : [1]).map((step) => Number(step.toPrecision(3)));
}

const clean = (value: number): number => Number(value.toPrecision(12));

/**
 * A scale over `values` with about `intervals` intervals. `zero` (bars) begins or ends at 0; `room` is the free part
 * of the height kept above the highest value.
 */
export function niceScale(
  values: readonly (number | null | undefined)[],
  unit: Unit,
  options: { readonly zero: boolean; readonly intervals?: number; readonly room?: number } = { zero: true },
): Scale {
  const known = values.filter((v): v is number => typeof v === 'number' && Number.isFinite(v));
  const intervals = options.intervals ?? 3;
  let low = known.length > 0 ? Math.min(...known) : 0;
  let high = known.length > 0 ? Math.max(...known) : 1;
  if (options.zero) {
    low = Math.min(0, low);
    high = Math.max(0, high);
  }
  if (low === high) {
    const pad = low === 0 ? (unit.kind === 'percent' ? 0.01 : 1) : Math.abs(low) * 0.1;
    if (!options.zero) low -= pad;
    high += pad;
  }
  const span = (high - low) * (1 + (options.room ?? 0.04));
  const within = (scale: Scale): boolean =>
    scale.max - scale.step * 0.001 >= low + span - (high - low) * 0.02;
  let best: Scale | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const step of stepsFor(span / intervals, unit)) {
    const min = clean(Math.floor(low / step + 1e-9) * step);
    let max = clean(Math.ceil(high / step - 1e-9) * step);
    while (!within({ min, max, step }) && max - high < step) max = clean(max + step);
    const count = Math.round((max - min) / step);
    // Wasted height costs; so does being far from the wanted number of lines.
    const cost =
      (max - min - span) / span +
      Math.abs(count - intervals) * (count < intervals ? 0.26 : 0.18) +
      (count > 5 ? 2 : 0);
    if (cost < bestCost) {
      best = { min, max, step };
      bestCost = cost;
    }
  }
  return best ?? { min: low, max: high, step: (high - low) / intervals };
}

/** Ticks of a scale, lowest first. */
export function ticksOf(scale: Scale): number[] {
  const count = Math.round((scale.max - scale.min) / scale.step);
  return Array.from({ length: count + 1 }, (_, i) => clean(scale.min + i * scale.step));
}

function digitsOf(step: number): number {
  for (let digits = 0; digits < 4; digits += 1) {
    if (Math.abs(step - Number(step.toFixed(digits))) < step * 1e-6) return digits;
  }
  return 4;
}

/** A tick as text: no more digits than the step has; from a million on in millions. */
export function formatTick(value: number, scale: Scale, unit: Unit, style: Style): string {
  switch (unit.kind) {
    case 'percent':
      return formatValue(value, unit, style, { digits: value === 0 ? 0 : digitsOf(scale.step * 100) });
    case 'duration':
      return value === 0 ? '0' : formatValue(value, unit, style);
    case 'money':
      if (scale.max < 1_000_000) return formatValue(value, unit, style, { digits: digitsOf(scale.step) });
      return `${formatNumber(value / 1e6, style, digitsOf(scale.step / 1e6))} M`;
    case 'points':
      return formatNumber(value, style, digitsOf(scale.step), value > 0);
    case 'count':
    case 'number':
    case 'rating':
      if (Math.abs(scale.max) < 1_000_000) return formatNumber(value, style, digitsOf(scale.step));
      return value === 0 ? '0' : `${formatNumber(value / 1e6, style, digitsOf(scale.step / 1e6))} M`;
  }
}
