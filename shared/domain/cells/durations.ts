/**
 * Durations: clock texts, worded lengths, and the unit a header names.
 *
 * Values leave here in seconds. Invariants: pure, linear, `NaN` for what is no duration.
 */
import { bare, tidy } from './text.ts';

type DurationUnit = 'ms' | 'seconds' | 'minutes' | 'hours' | 'days';

/** Seconds in one unit. */
export function secondsIn(unit: DurationUnit): number {
  switch (unit) {
    case 'ms':
      return 0.001;
    case 'seconds':
      return 1;
    case 'minutes':
      return 60;
    case 'hours':
      return 3600;
    case 'days':
      return 86_400;
  }
}

/** `h:mm:ss`, `m:ss`, `h:mm:ss.s`; two parts are minutes and seconds. */
export function parseClock(text: string): number {
  const m = /^(-?)(?:(\d{1,6}):)?(\d{1,4}):(\d{2}(?:[.,]\d{1,6})?)$/.exec(text.trim());
  if (!m) return Number.NaN;
  const minutes = Number(m[3]);
  const seconds = Number((m[4] ?? '').replace(',', '.'));
  if (seconds >= 60 || (m[2] !== undefined && minutes >= 60)) return Number.NaN;
  const total = Number(m[2] ?? 0) * 3600 + minutes * 60 + seconds;
  return m[1] === '-' ? -total : total;
}

const words: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ms: 0.001,
    s: 1,
    sec: 1,
    secs: 1,
    seg: 1,
    second: 1,
    seconds: 1,
    segundo: 1,
    segundos: 1,
    m: 60,
    min: 60,
    mins: 60,
    minute: 60,
    minutes: 60,
    minuto: 60,
    minutos: 60,
    h: 3600,
    hr: 3600,
    hrs: 3600,
    hour: 3600,
    hours: 3600,
    hora: 3600,
    horas: 3600,
    d: 86_400,
    day: 86_400,
    days: 86_400,
    dia: 86_400,
    dias: 86_400,
  }),
);

/** `1h 02m 03s`, `2 min 5 seg`, `45s`. */
function parseWorded(raw: string): number {
  const text = bare(tidy(raw));
  if (text.length === 0 || text.length > 40) return Number.NaN;
  const parts = text.match(/\d+(?:[.,]\d+)?|[a-z]+|[^\s]/g) ?? [];
  if (parts.length < 2 || parts.length % 2 !== 0) return Number.NaN;
  let total = 0;
  for (let i = 0; i < parts.length; i += 2) {
    const n = Number((parts[i] ?? '').replace(',', '.'));
    const unit = words.get(parts[i + 1] ?? '');
    if (Number.isNaN(n) || unit === undefined) return Number.NaN;
    total += n * unit;
  }
  return total;
}

/** A duration written as a clock or in words, in seconds. */
export function parseDuration(text: string): number {
  const clock = parseClock(text);
  return Number.isNaN(clock) ? parseWorded(text) : clock;
}

/** The unit that a header names in brackets or words: `Watch time (hours)`, `Duración (segundos)`, `(ms)`. */
export function unitInHeader(header: string): DurationUnit | undefined {
  const text = ` ${bare(header).replace(/[^a-z]+/g, ' ')} `;
  if (/ (?:ms|milliseconds?|milisegundos?) /.test(text)) return 'ms';
  if (/ (?:hours?|horas?|hrs?|h) /.test(text)) return 'hours';
  if (/ (?:minutes?|minutos?|mins?) /.test(text)) return 'minutes';
  if (/ (?:seconds?|segundos?|secs?|seg) /.test(text)) return 'seconds';
  return undefined;
}
