/** Which periods have no figure, in a few words: `W42 to W44`, `5, 6 and 9 Oct`. */
import type { MissingItem } from '../../../shared/contract/api/figures.ts';
import type { Language } from '../../../shared/domain/kpi.ts';
import { formatDate } from '../../../shared/domain/format.ts';
import { parseIso, shiftPeriod } from '../../../shared/domain/time.ts';
import type { Calendar, Period } from '../../../shared/domain/time.ts';
import { columnHead } from './span.ts';

/** Runs named before the rest is only counted. */
const NAMED = 3;

export function gapsText(item: MissingItem, calendar: Calendar, language: Language): string {
  const runs: [Period, Period][] = [];
  for (const start of item.starts) {
    const day = parseIso(start);
    if (day === undefined) continue;
    const period: Period = { cadence: item.cadence, start: day };
    const run = runs.at(-1);
    if (run && shiftPeriod(run[1], 1).start === day) run[1] = period;
    else runs.push([period, period]);
  }
  const to = language === 'es' ? 'a' : 'to';
  const name = (period: Period): string => {
    if (period.cadence === 'day') return formatDate(period.start, language, 'short');
    const [head, date] = columnHead(period, calendar, language);
    return period.cadence === 'week' ? head : `${head} ${date}`.trim();
  };
  const texts = runs
    .slice(0, NAMED)
    .map(([first, last]) =>
      first.start === last.start ? name(first) : `${name(first)} ${to} ${name(last)}`,
    );
  if (runs.length > NAMED) texts.push('…');
  return texts.join(', ');
}
