/** Moments of the machine's clock as short text. The only place where the clock's time zone matters. */
import { formatDate } from '../../shared/domain/format.ts';
import type { Language } from '../../shared/domain/kpi.ts';
import type { IsoDate } from '../../shared/domain/time.ts';

function localDate(at: Date): IsoDate {
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}-${String(at.getDate()).padStart(2, '0')}`;
}

function clockTime(at: Date): string {
  return `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`;
}

/** `14:02` on the day itself, else `9 Nov`. */
export function sinceMidnight(moment: string, today: IsoDate, language: Language): string {
  const at = new Date(moment);
  if (localDate(at) !== today) return formatDate(localDate(at), language, 'short');
  return clockTime(at);
}

/** `9 Nov 14:02`. */
export function momentText(moment: string, language: Language): string {
  const at = new Date(moment);
  return `${formatDate(localDate(at), language, 'short')} ${clockTime(at)}`;
}

/** `9 Nov 2026, 14:02`. */
export function momentFull(moment: string, language: Language): string {
  const at = new Date(moment);
  return `${formatDate(localDate(at), language, 'medium')}, ${clockTime(at)}`;
}

/** The civil date of a moment on this machine. */
export function momentDate(moment: string): IsoDate {
  return localDate(new Date(moment));
}
