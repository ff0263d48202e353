/** Places on the axis of time, from the first days of the points of a series. */
import type { Format } from '../i18n/format.tsx';
import { dayOfIso } from '../i18n/period.ts';
import { civilOf, endOf } from '../../shared/domain/time.ts';
import type { Cadence, Day, IsoDate } from '../../shared/domain/time.ts';
import { monthName } from '../../shared/domain/format.ts';
import type { AxisBreak } from './explorer.ts';
import type { Note, Slot } from './model.ts';

/** A year stands under the first slot and under each that opens a new one; under days it is the month. */
export function slotsOf(starts: readonly IsoDate[], cadence: Cadence, format: Format): Slot[] {
  let last = '';
  return starts.map((start): Slot => {
    const day = dayOfIso(start);
    const { year, month, day: ofMonth } = civilOf(day);
    const title = format.period({ cadence, start: day }, 'long');
    const label = cadence === 'day' ? String(ofMonth) : format.period({ cadence, start: day }, 'axis');
    const group =
      cadence === 'day' || cadence === 'week'
        ? `${monthName(month, format.language, 'short')} ${year}`
        : String(year);
    const opens = group !== last && cadence !== 'year';
    last = group;
    return opens ? { label, sub: group, title } : { label, title };
  });
}

/** Words under a long axis: months (years under quarters) where they begin. `bold` is the one being looked at. */
export function breaksOf(
  starts: readonly IsoDate[],
  cadence: Cadence,
  format: Format,
  bold: { readonly from: number; readonly to: number } | null,
): AxisBreak[] {
  let last = '';
  return starts.flatMap((start, at): AxisBreak[] => {
    const day = dayOfIso(start);
    // A week belongs to the month that holds its fourth day.
    const { year, month } = civilOf(cadence === 'week' ? ((day + 3) as typeof day) : day);
    const key = cadence === 'quarter' || cadence === 'year' ? String(year) : `${year}-${month}`;
    if (key === last) return [];
    const newYear = last !== '' && !last.startsWith(String(year));
    last = key;
    const text =
      cadence === 'quarter' || cadence === 'year'
        ? String(year)
        : newYear
          ? `${monthName(month, format.language, 'short')} ${year}`
          : monthName(month, format.language, 'short');
    return [{ at, text, bold: bold !== null && at >= bold.from && at < bold.to }];
  });
}

/** Slots next to each other, `to` exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The slots that lie in a stretch of days (`to` exclusive) by more than half; `null` when there are none on the axis. */
export function stretchOf(
  starts: readonly IsoDate[],
  cadence: Cadence,
  days: { readonly from: Day; readonly to: Day },
): Stretch | null {
  const inside = starts.map((start) => {
    const slot = { cadence, start: dayOfIso(start) };
    const middle = (slot.start + endOf(slot)) / 2;
    return middle >= days.from && middle < days.to;
  });
  const from = inside.indexOf(true);
  return from < 0 ? null : { from, to: inside.lastIndexOf(true) + 1 };
}

/** The slot that holds a day, with how far into it the day is; `null` outside of the axis. */
export function placeOf(day: IsoDate, starts: readonly IsoDate[], end: IsoDate): number | null {
  if (starts.length === 0 || day >= end || day < (starts[0] ?? day)) return null;
  const index = starts.findLastIndex((start) => start <= day);
  const start = starts[index];
  if (start === undefined) return null;
  const next = starts[index + 1] ?? end;
  const share = (dayOfIso(day) - dayOfIso(start)) / Math.max(1, dayOfIso(next) - dayOfIso(start));
  return index + Math.min(0.85, Math.max(0.15, share));
}

/** Annotations as numbered (or lettered) marks, oldest first; those outside of the axis keep their number. */
export function notesOf(
  annotations: readonly { readonly day: IsoDate; readonly text: string }[],
  starts: readonly IsoDate[],
  end: IsoDate,
  letters: boolean,
): Note[] {
  return annotations.flatMap((annotation, i) => {
    const at = placeOf(annotation.day, starts, end);
    return at === null ? [] : [{ at, mark: noteMark(i, letters), text: annotation.text }];
  });
}

export function noteMark(index: number, letters: boolean): string {
  return letters ? String.fromCodePoint(65 + (index % 26)) : String(index + 1);
}
