/** Dates as people type them: `31 Dec 2026`, `31/12/2026`, `2026-12-31`. Day before month, as they are shown. Pure. */
import { monthName } from '../../shared/domain/format.ts';
import { languages } from '../../shared/domain/kpi.ts';
import { civilOf, dayOf, isoOf, parseIso } from '../../shared/domain/time.ts';
import type { Day, IsoDate } from '../../shared/domain/time.ts';

function monthOf(word: string): number | undefined {
  const low = word.toLowerCase().replace(/\.$/, '');
  if (low.length < 3) return undefined;
  for (let month = 1; month <= 12; month += 1) {
    if (languages.some((language) => monthName(month, language, 'long').toLowerCase().startsWith(low)))
      return month;
  }
  return undefined;
}

/** The date a text means; `undefined` when it means none. A year that was left out is that of `today`. */
export function parseTypedDate(text: string, today: Day): IsoDate | undefined {
  const bare = text.trim();
  const iso = parseIso(bare);
  if (iso !== undefined) return bare;
  const numbers = /^(\d{1,2})[./-](\d{1,2})(?:[./-](\d{4}|\d{2}))?$/.exec(bare);
  const words = /^(\d{1,2})\s*(?:de\s+)?(\p{L}+\.?)(?:\s*(?:de\s+)?,?\s*(\d{4}))?$/u.exec(bare);
  const match = numbers ?? words;
  if (match === null) return undefined;
  const month = numbers ? Number(match[2]) : monthOf(match[2] ?? '');
  const year =
    match[3] === undefined ? civilOf(today).year : Number(match[3]) + (match[3].length === 2 ? 2000 : 0);
  if (month === undefined || month < 1 || month > 12) return undefined;
  const candidate = isoOf(dayOf(year, month, Number(match[1])));
  // A day the month does not have would roll over into the next one.
  return candidate.endsWith(String(match[1]).padStart(2, '0')) ? candidate : undefined;
}
