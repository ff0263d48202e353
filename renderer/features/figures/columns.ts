/** What the columns are called: for their heads, for what is read aloud, and to be found by what another program calls them. */
import type { Language } from '../../../shared/domain/kpi.ts';
import { periodLabel } from '../../../shared/domain/format.ts';
import type { Calendar, Period } from '../../../shared/domain/time.ts';
import { parseIso } from '../../../shared/domain/time.ts';
import { plain } from './lines.ts';
import type { Sheet } from './plan.ts';
import { columnHead } from './span.ts';

const languages: readonly Language[] = ['en', 'es'];

/** Every name of every column, without capitals and accents. */
export function columnWords(sheet: Sheet): readonly (readonly string[])[] {
  const { channelNames } = sheet;
  if (channelNames !== null) return channelNames.map((name) => [plain(name)]);
  return sheet.starts.map((start) => {
    const day = parseIso(start);
    return day === undefined
      ? [start]
      : [start, ...namesOf({ cadence: sheet.cadence, start: day }, sheet.calendar)];
  });
}

function namesOf(period: Period, calendar: Calendar): readonly string[] {
  return languages.flatMap((language) => {
    const [name, date] = columnHead(period, calendar, language);
    const full = [
      `${name} ${date}`,
      ...(['medium', 'long'] as const).map((how) => periodLabel(period, calendar, language, how)),
    ];
    // A weekday, or a month without its year, names many columns.
    const own = period.cadence === 'week' || period.cadence === 'quarter' ? [name, date] : [date];
    return [...full, ...(period.cadence === 'month' ? [] : own)].map(plain);
  });
}
