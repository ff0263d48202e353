/** Which days the explorer looks at: a preset back from the end of the chosen period, or days a person chose. Pure. */
import {
  addDays,
  civilOf,
  dayOf,
  endOf,
  isoOf,
  parseIso,
  periodAt,
  shiftPeriod,
} from '../../../shared/domain/time.ts';
import type { Cadence, Calendar, Day, IsoDate, Period } from '../../../shared/domain/time.ts';

/** Steps offered on screen; the finest last one that still reads. */
export const steps = ['day', 'week', 'month', 'quarter'] as const satisfies readonly Cadence[];
export type Step = (typeof steps)[number];

export const presets = ['13w', '1y', '2y', 'all'] as const;
export type Preset = (typeof presets)[number];

/** Months looked back. */
const months: Readonly<Record<Exclude<Preset, '13w'>, number>> = { '1y': 12, '2y': 24, all: 120 };
const WEEKS = 13;

export interface DaySpan {
  readonly from: IsoDate;
  /** Inclusive. */
  readonly to: IsoDate;
}

export type SpanChoice = { readonly preset: Preset } | ({ readonly preset: null } & DaySpan);

/** What a step begins with. */
export function defaultPreset(step: Step): Preset {
  switch (step) {
    case 'day':
      return '13w';
    case 'week':
      return '1y';
    case 'month':
      return '2y';
    case 'quarter':
      return 'all';
  }
}

export function isStep(text: string | undefined): text is Step {
  return (steps as readonly (string | undefined)[]).includes(text);
}

/** The span of an address: a preset's name, or `2026-01-01..2026-03-31`. */
export function spanChoice(text: string | null, step: Step): SpanChoice {
  const preset = presets.find((one) => one === text);
  if (preset !== undefined) return { preset };
  const [from = '', to = ''] = (text ?? '').split('..');
  if (parseIso(from) !== undefined && parseIso(to) !== undefined && from <= to)
    return { preset: null, from, to };
  return { preset: defaultPreset(step) };
}

/** First and last day, inclusive, of whole steps that end with the period. */
export function spanOf(period: Period, step: Step, back: number, calendar: Calendar): DaySpan {
  const end = endOf(period);
  const last = addDays(end, -1);
  const { year, month } = civilOf(end);
  const at = year * 12 + (month - 1) - back;
  const first = dayOf(Math.floor(at / 12), (((at % 12) + 12) % 12) + 1, 1);
  return { from: isoOf(periodAt(step, first, calendar).start), to: isoOf(last) };
}

/** The days of a choice. What a person chose is taken as it is; presets end with the period and what has begun since. */
export function daysOf(
  choice: SpanChoice,
  period: Period,
  step: Step,
  now: { readonly today: Day; readonly calendar: Calendar },
): DaySpan {
  if (choice.preset === null) return { from: choice.from, to: choice.to };
  const span =
    choice.preset === '13w'
      ? weeksBack(period, step, now.calendar)
      : spanOf(period, step, months[choice.preset], now.calendar);
  return withRunning(span, period, step, now);
}

function weeksBack(period: Period, step: Step, calendar: Calendar): DaySpan {
  const end = endOf(period);
  return {
    from: isoOf(periodAt(step, addDays(end, -7 * WEEKS), calendar).start),
    to: isoOf(addDays(end, -1)),
  };
}

/** Beside the newest closed period stands what has begun since: its newest points, and the forecast of the running one. */
export function withRunning(
  span: DaySpan,
  period: Period,
  step: Step,
  { today, calendar }: { readonly today: Day; readonly calendar: Calendar },
): DaySpan {
  const next = shiftPeriod(period, 1);
  if (today < next.start || today >= endOf(next)) return span;
  return { from: span.from, to: isoOf(addDays(endOf(periodAt(step, today, calendar)), -1)) };
}
