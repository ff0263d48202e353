/** The small words around a number in a text: what it is against, over which days, on how much it stands. */
import type { Language } from '../kpi.ts';
import type { ValueState } from '../results.ts';

interface Words {
  readonly noValue: Readonly<Record<Exclude<ValueState, 'value'>, string>>;
  readonly noGoal: string;
  readonly to: string;
  /** Behind a coverage ("23/31 days"). */
  readonly recorded: (coverage: string) => string;
  readonly baseRecorded: (coverage: string) => string;
  readonly thin: string;
  readonly asOf: (date: string) => string;
  readonly totals: string;
  readonly mixed: string;
  readonly rebased: string;
  readonly without: (channels: string) => string;
  readonly perWeek: string;
  readonly and: string;
}

export const textWords: Readonly<Record<Language, Words>> = {
  en: {
    noValue: { missing: 'no value', notApplicable: 'not applicable', notComputable: 'not computable' },
    noGoal: 'no target',
    to: 'to',
    recorded: (coverage) => `${coverage} recorded`,
    baseRecorded: (coverage) => `${coverage} of the base recorded`,
    thin: 'on less than 80\u202f% of the figures',
    asOf: (date) => `as of ${date}`,
    totals: 'made from totals',
    mixed: 'the definition changed within it',
    rebased: 'base in the new definition',
    without: (channels) => `without ${channels}`,
    perWeek: 'per week',
    and: 'and',
  },
  es: {
    noValue: { missing: 'sin dato', notApplicable: 'no aplica', notComputable: 'no calculable' },
    noGoal: 'sin meta',
    to: 'a',
    recorded: (coverage) => `${coverage} con dato`,
    baseRecorded: (coverage) => `${coverage} de la base con dato`,
    thin: 'con menos del 80\u202f% de las cifras',
    asOf: (date) => `a ${date}`,
    totals: 'hecho con totales',
    mixed: 'la definición cambió a mitad',
    rebased: 'base en la nueva definición',
    without: (channels) => `sin ${channels}`,
    perWeek: 'por semana',
    and: 'y',
  },
};
