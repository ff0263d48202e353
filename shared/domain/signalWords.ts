/** What a signal rule says, in the middle of a sentence; the only words that may call something a change. */
import { cadenceWord } from './calendarWords.ts';
import type { Language } from './kpi.ts';
import type { Signal } from './results.ts';
import type { Cadence } from './time.ts';

type Side = 'above' | 'below';

interface Words {
  readonly outside: Readonly<Record<Side, string>>;
  readonly run: (side: Side, n: number, of: Cadence | null) => string;
  readonly near: (side: Side, of: Cadence | null) => string;
  readonly usual: string;
  readonly none: Readonly<Record<NonNullable<Signal['none']>, string>>;
}

const english = { above: 'upper', below: 'lower' } as const;
const spanish = { above: 'superior', below: 'inferior' } as const;

const words: Readonly<Record<Language, Words>> = {
  en: {
    outside: { above: 'above its upper limit', below: 'below its lower limit' },
    run: (side, n, of) =>
      `${n}${of === null ? '' : ` ${cadenceWord(of, n, 'en')}`} in a row ${side} the centre`,
    near: (side, of) =>
      of === null
        ? `near its ${english[side]} limit, three of four`
        : `near its ${english[side]} limit in three of four ${cadenceWord(of, 4, 'en')}`,
    usual: 'within its usual range',
    none: {
      tooFew: 'too early to tell from noise',
      flat: 'the same as ever',
      counts: 'too rare to tell from noise',
      noValue: 'not fully recorded',
    },
  },
  es: {
    outside: { above: 'sobre su límite superior', below: 'bajo su límite inferior' },
    run: (side, n, of) => {
      const periods =
        of === null ? 'seguidos' : `${cadenceWord(of, n, 'es')} ${of === 'week' ? 'seguidas' : 'seguidos'}`;
      return `${n} ${periods} ${side === 'above' ? 'sobre' : 'bajo'} el centro`;
    },
    near: (side, of) =>
      of === null
        ? `cerca de su límite ${spanish[side]}, tres de cuatro`
        : `cerca de su límite ${spanish[side]} en tres de cuatro ${cadenceWord(of, 4, 'es')}`,
    usual: 'en su margen habitual',
    none: {
      tooFew: 'pronto para distinguirlo del ruido',
      flat: 'igual que siempre',
      counts: 'muy escaso para distinguirlo del ruido',
      noValue: 'sin anotar por completo',
    },
  },
};

/**
 * A fired rule in words; without one, the usual range or why there is none. `asked`: the cadence of what is told, where the
 * points in a row are to be named ("8 months in a row").
 */
export function signalWords(signal: Signal, language: Language, asked: Cadence | null = null): string {
  const own = words[language];
  const side = signal.side ?? 'above';
  const of = asked === null ? null : (signal.cadence ?? asked);
  if (signal.rule === undefined) return signal.none === undefined ? own.usual : own.none[signal.none];
  switch (signal.rule) {
    case 'outside':
      return own.outside[side];
    case 'eightOneSide':
      return own.run(side, signal.run ?? 8, of);
    case 'threeOfFour':
      return own.near(side, of);
  }
}
