/**
 * The cadence that the column of dates of a known report names: "Week" over the first days of weeks, "Month" over the
 * first of each month. Two rows alone do not show their step, and a first of the month is no day.
 */
import { noDay } from '../../../../../shared/domain/cells/dateColumn.ts';
import { defaultCalendar, periodAt } from '../../../../../shared/domain/time.ts';
import type { Cadence, Day } from '../../../../../shared/domain/time.ts';
import { fold } from '../fold.ts';

const names: readonly (readonly [Cadence, RegExp])[] = [
  ['week', /^(?:week|semana|semaine|woche|settimana)\b/],
  ['month', /^(?:month|me|mes|mois|monat|mese)\b/],
  ['quarter', /^(?:quarter|trimestre|quartal)\b/],
  ['year', /^(?:year|ano|annee|jahr|anno)\b/],
];

/** Undefined where the header names none, or the days are closer together than it says. */
export function columnCadence(header: string, days: Int32Array): Cadence | undefined {
  const cadence = names.find(([, pattern]) => pattern.test(fold(header)))?.[0];
  if (cadence === undefined) return undefined;
  const own = [...new Set(days)].filter((day) => day !== noDay).toSorted((a, b) => a - b);
  const apart =
    cadence === 'week'
      ? own.every((day) => (day - (own[0] ?? day)) % 7 === 0)
      : new Set(own.map((day) => periodAt(cadence, day as Day, defaultCalendar).start)).size === own.length;
  return own.length > 0 && apart ? cadence : undefined;
}
