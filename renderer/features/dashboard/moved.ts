/**
 * A signal in two lines: what it is, and the figures behind it. A text may call something a change only where a
 * rule fired; else it is within its usual range, or too early to tell.
 */
import type { Catalogue } from '../../i18n/en/index.ts';
import type { Format } from '../../i18n/format.tsx';
import { cadenceWord } from '../../../shared/domain/format.ts';
import type { Unit } from '../../../shared/domain/kpi.ts';
import type { Signal } from '../../../shared/domain/results.ts';
import type { Cadence } from '../../../shared/domain/time.ts';

export interface SignalWords {
  readonly title: string;
  readonly text: string;
}

export function signalWords(
  name: string,
  unit: Unit,
  signal: Signal,
  now: number | null,
  cadence: Cadence,
  format: Format,
  t: Catalogue,
): SignalWords {
  const words = t.dashboard.moved;
  const shown = now ?? signal.value ?? null;
  const value = shown === null ? '' : format.value(shown, unit);
  const above = signal.side !== 'below';
  const limit = above ? signal.upper : signal.lower;
  if (signal.rule === undefined) return quiet(name, unit, signal, value, format, t);
  switch (signal.rule) {
    case 'outside':
      return {
        title: words.outside(name, above),
        text:
          limit === undefined
            ? value
            : words.outsideText(format.value(signal.value ?? shown ?? 0, unit), format.value(limit, unit)),
      };
    case 'eightOneSide': {
      const run = signal.run ?? 8;
      return {
        title: words.run(name, run, cadenceWord(cadence, run, format.language), above),
        text: signal.centre === undefined ? value : words.runText(value, format.value(signal.centre, unit)),
      };
    }
    case 'threeOfFour':
      return { title: words.near(name, above), text: words.nearText(value) };
  }
}

function quiet(
  name: string,
  unit: Unit,
  signal: Signal,
  value: string,
  format: Format,
  t: Catalogue,
): SignalWords {
  const words = t.dashboard.moved;
  if (signal.none === undefined) {
    const { lower, upper } = signal;
    if (lower === undefined || upper === undefined)
      return { title: words.within(name), text: words.withinShort(value) };
    return {
      title: words.within(name),
      text: words.withinText(
        format.value(signal.value ?? 0, unit),
        format.value(lower, unit),
        format.value(upper, unit),
      ),
    };
  }
  switch (signal.none) {
    case 'tooFew':
      return { title: words.early(name), text: t.status.signal.tooFew(signal.points) };
    case 'flat':
      return { title: words.within(name), text: t.status.signal.flat };
    case 'counts':
      return { title: words.early(name), text: t.status.signal.counts };
    case 'noValue':
      return { title: name, text: t.status.signal.noValue };
  }
}
