/** What a signal rule says, in the middle of a sentence; the only words that may call something a change. */
import type { Language } from './kpi.ts';
import type { Signal } from './results.ts';

type Side = 'above' | 'below';

interface Words {
  readonly outside: Readonly<Record<Side, string>>;
  readonly run: (side: Side, n: number) => string;
  readonly near: Readonly<Record<Side, string>>;
  readonly usual: string;
  readonly none: Readonly<Record<NonNullable<Signal['none']>, string>>;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    outside: { above: 'above its upper limit', below: 'below its lower limit' },
    run: (side, n) => `${n} in a row ${side} the centre`,
    near: {
      above: 'near its upper limit, three of four',
      below: 'near its lower limit, three of four',
    },
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
    run: (side, n) => `${n} seguidos ${side === 'above' ? 'sobre' : 'bajo'} el centro`,
    near: {
      above: 'cerca de su límite superior, tres de cuatro',
      below: 'cerca de su límite inferior, tres de cuatro',
    },
    usual: 'en su margen habitual',
    none: {
      tooFew: 'pronto para distinguirlo del ruido',
      flat: 'igual que siempre',
      counts: 'muy escaso para distinguirlo del ruido',
      noValue: 'sin anotar por completo',
    },
  },
};

/** A fired rule in words; without one, the usual range or why there is none. */
export function signalWords(signal: Signal, language: Language): string {
  const own = words[language];
  const side = signal.side ?? 'above';
  if (signal.rule === undefined) return signal.none === undefined ? own.usual : own.none[signal.none];
  switch (signal.rule) {
    case 'outside':
      return own.outside[side];
    case 'eightOneSide':
      return own.run(side, signal.run ?? 8);
    case 'threeOfFour':
      return own.near[side];
  }
}
