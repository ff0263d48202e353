/** The sentences of a cover message. Lines of findings have no verb, so that names need neither number nor gender. */
import { cadenceWord, formatDate, monthName } from '../calendarWords.ts';
import type { Language } from '../kpi.ts';
import type { Signal } from '../results.ts';
import { listed } from '../text/inside.ts';
import { civilOf, parseIso } from '../time.ts';
import type { Cadence, Day, IsoDate } from '../time.ts';

export type Attached = 'xlsx' | 'pdf' | 'pptx' | 'csv';
export type GoalState = 'met' | 'near' | 'missed' | 'onPace' | 'behind' | 'wellBehind';
export type Sense = 'atLeast' | 'atMost' | 'between';

export interface MessageWords {
  readonly subject: (client: string, when: string) => string;
  readonly greeting: string;
  /** `when`: the period as a subject, `October 2026`. */
  readonly attached: (when: string, formats: readonly Attached[]) => string;
  readonly nothingYet: (when: string) => string;
  readonly short: string;
  readonly soFar: (until: string) => string;
  readonly quiet: string;
  readonly on: (change: string, base: string) => string;
  readonly perWeek: string;
  readonly recorded: (coverage: string) => string;
  readonly signal: (signal: Signal, cadence: Cadence) => string;
  readonly goal: (state: GoalState, sense: Sense, goal: string) => string;
  readonly of: (of: number) => string;
  readonly range: (from: string, to: string) => string;
  readonly need: string;
  readonly figures: (names: readonly string[], more: number, sheet: string | null) => string;
  readonly action: (text: string, due: string) => string;
  readonly next: (steps: readonly string[]) => string;
  readonly step: (text: string, owner: string, due: string) => string;
  /** When an action is due; `late`: it was. */
  readonly due: (day: string, late: boolean) => string;
  readonly questions: string;
  readonly regards: string;
  /** A day as it stands in a mail: without the year while it is this one. */
  readonly day: (date: IsoDate, today: IsoDate) => string;
}

function dayIn(language: Language): MessageWords['day'] {
  return (date, today) => {
    const day = parseIso(date);
    if (day === undefined || date.slice(0, 4) !== today.slice(0, 4))
      return formatDate(date, language, 'long');
    const { day: of, month } = civilOf(day satisfies Day);
    const name = monthName(month, language, 'long');
    return language === 'es' ? `${of} de ${name}` : `${of} ${name}`;
  };
}

/** "de el" and "a el" are written as one word. */
export function joinedTo(preposition: 'de' | 'a', name: string): string {
  return name.startsWith('el ') ? `${preposition}l ${name.slice(3)}` : `${preposition} ${name}`;
}

const sides = {
  en: { above: 'above', below: 'below', top: 'top', bottom: 'bottom' },
  es: { above: 'por encima de', below: 'por debajo de', top: 'más alta', bottom: 'más baja' },
} as const;

const things: Readonly<Record<Language, Readonly<Record<Attached, string>>>> = {
  en: { xlsx: 'an Excel workbook', pdf: 'a PDF', pptx: 'slides', csv: 'a CSV file with the figures' },
  es: { xlsx: 'Excel', pdf: 'PDF', pptx: 'diapositivas', csv: 'CSV' },
};

const goals: Readonly<
  Record<Language, Readonly<Record<Sense, Readonly<Record<GoalState, (goal: string) => string>>>>>
> = {
  en: {
    atLeast: {
      met: (goal) => `goal of ${goal} reached`,
      near: (goal) => `just short of the goal of ${goal}`,
      missed: (goal) => `goal of ${goal} missed`,
      onPace: (goal) => `on pace for the goal of ${goal}`,
      behind: (goal) => `behind the pace for the goal of ${goal}`,
      wellBehind: (goal) => `well behind the pace for the goal of ${goal}`,
    },
    atMost: {
      met: (goal) => `within the limit of ${goal}`,
      near: (goal) => `just over the limit of ${goal}`,
      missed: (goal) => `over the limit of ${goal}`,
      onPace: (goal) => `on pace for the limit of ${goal}`,
      behind: (goal) => `above the pace for the limit of ${goal}`,
      wellBehind: (goal) => `well above the pace for the limit of ${goal}`,
    },
    between: {
      met: (goal) => `within the range of ${goal}`,
      near: (goal) => `just outside the range of ${goal}`,
      missed: (goal) => `outside the range of ${goal}`,
      onPace: (goal) => `on pace for the range of ${goal}`,
      behind: (goal) => `off the pace for the range of ${goal}`,
      wellBehind: (goal) => `well off the pace for the range of ${goal}`,
    },
  },
  es: {
    atLeast: {
      met: (goal) => `meta de ${goal} cumplida`,
      near: (goal) => `a poco de la meta de ${goal}`,
      missed: (goal) => `meta de ${goal} no alcanzada`,
      onPace: (goal) => `a buen ritmo para la meta de ${goal}`,
      behind: (goal) => `por detrás del ritmo para la meta de ${goal}`,
      wellBehind: (goal) => `muy por detrás del ritmo para la meta de ${goal}`,
    },
    atMost: {
      met: (goal) => `dentro del límite de ${goal}`,
      near: (goal) => `un poco por encima del límite de ${goal}`,
      missed: (goal) => `por encima del límite de ${goal}`,
      onPace: (goal) => `a buen ritmo para el límite de ${goal}`,
      behind: (goal) => `por encima del ritmo para el límite de ${goal}`,
      wellBehind: (goal) => `muy por encima del ritmo para el límite de ${goal}`,
    },
    between: {
      met: (goal) => `dentro del rango de ${goal}`,
      near: (goal) => `casi en el rango de ${goal}`,
      missed: (goal) => `fuera del rango de ${goal}`,
      onPace: (goal) => `a buen ritmo para el rango de ${goal}`,
      behind: (goal) => `fuera del ritmo para el rango de ${goal}`,
      wellBehind: (goal) => `muy fuera del ritmo para el rango de ${goal}`,
    },
  },
};

const small: Readonly<Record<Language, readonly string[]>> = {
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  es: ['cero', 'uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez'],
};

export const messageWords: Readonly<Record<Language, MessageWords>> = {
  en: {
    subject: (client, when) => `${client}: report for ${when}`,
    greeting: 'Hi,',
    attached: (when, formats) =>
      formats.length === 0
        ? `Here is the report for ${when}.`
        : `Please find attached the report for ${when} as ${listed(
            formats.map((format) => things.en[format]),
            'en',
          )}.`,
    nothingYet: (when) => `There are no figures for ${when} yet, so there is nothing to report so far.`,
    short: 'In short:',
    soFar: (until) => `The period is still running; this is where we stand as of ${until}:`,
    quiet: 'Nothing left its usual range. In short:',
    on: (change, base) => `${change} on ${base}`,
    perWeek: 'per week',
    recorded: (coverage) => `${coverage} recorded`,
    signal: (signal, cadence) => {
      const side = signal.side ?? 'above';
      if (signal.rule === undefined) return 'within the usual range';
      switch (signal.rule) {
        case 'outside':
          return `${sides.en[side]} the usual range`;
        case 'eightOneSide': {
          const run = signal.run ?? 8;
          return `${small.en[run] ?? String(run)} ${cadenceWord(cadence, run, 'en')} in a row ${sides.en[side]} the usual level`;
        }
        case 'threeOfFour':
          return `near the ${sides.en[side === 'above' ? 'top' : 'bottom']} of the usual range in three of the last four ${cadenceWord(cadence, 4, 'en')}`;
      }
    },
    goal: (state, sense, goal) => goals.en[sense][state](goal),
    of: (of) => `of ${of}`,
    range: (from, to) => `${from} to ${to}`,
    need: 'From you I still need:',
    figures: (names, more, sheet) =>
      `the figures for ${listed(more > 0 ? [...names, `${more} more`] : names, 'en')}${
        sheet === null ? '' : ` (there is a sheet for them in the workbook, “${sheet}”)`
      }`,
    action: (text, due) => `“${text}”${due === '' ? '' : `, ${due}`}`,
    next: (steps) => `${steps.length === 1 ? 'Next step' : 'Next steps'}: ${steps.join('; ')}.`,
    step: (text, owner, due) => {
      const by = [owner, due].filter(Boolean).join(', ');
      return `“${text}”${by === '' ? '' : ` (${by})`}`;
    },
    due: (day, late) => (late ? `due ${day} and still open` : `by ${day}`),
    questions: 'If you have any questions, just reply to this email.',
    regards: 'Best wishes,',
    day: dayIn('en'),
  },
  es: {
    subject: (client, when) => `${client}: informe ${joinedTo('de', when)}`,
    greeting: 'Hola:',
    attached: (when, formats) => {
      const report = `el informe ${joinedTo('de', when)}`;
      if (formats.length === 0) return `Aquí tienes ${report}.`;
      return `Te adjunto ${report} en ${listed(
        formats.map((format) => things.es[format]),
        'es',
      )}.`;
    },
    nothingYet: (when) =>
      `Todavía no hay cifras ${joinedTo('de', when)}, así que de momento no hay nada que contar.`,
    short: 'En resumen:',
    soFar: (until) => `El periodo sigue en curso; así vamos a ${until}:`,
    quiet: 'Nada se ha salido de lo habitual. En resumen:',
    on: (change, base) => `${change} respecto ${joinedTo('a', base)}`,
    perWeek: 'por semana',
    recorded: (coverage) => `${coverage} con dato`,
    signal: (signal, cadence) => {
      const side = signal.side ?? 'above';
      const feminine = cadence === 'week';
      if (signal.rule === undefined) return 'dentro de lo habitual';
      switch (signal.rule) {
        case 'outside':
          return `${sides.es[side]} lo habitual`;
        case 'eightOneSide': {
          const run = signal.run ?? 8;
          return `${small.es[run] ?? String(run)} ${cadenceWord(cadence, run, 'es')} ${feminine ? 'seguidas' : 'seguidos'} ${sides.es[side]} su nivel habitual`;
        }
        case 'threeOfFour':
          return `en la parte ${sides.es[side === 'above' ? 'top' : 'bottom']} de lo habitual en tres de ${feminine ? 'las últimas' : 'los últimos'} cuatro ${cadenceWord(cadence, 4, 'es')}`;
      }
    },
    goal: (state, sense, goal) => goals.es[sense][state](goal),
    of: (of) => `de ${of}`,
    range: (from, to) => `${from} a ${to}`,
    need: 'De tu parte me falta:',
    figures: (names, more, sheet) =>
      `las cifras de ${listed(more > 0 ? [...names, `${more} KPI más`] : names, 'es')}${
        sheet === null ? '' : ` (puedes ponerlas en la hoja «${sheet}» del Excel)`
      }`,
    action: (text, due) => `«${text}»${due === '' ? '' : `, ${due}`}`,
    next: (steps) => `${steps.length === 1 ? 'Siguiente paso' : 'Siguientes pasos'}: ${steps.join('; ')}.`,
    step: (text, owner, due) => {
      const by = [owner, due].filter(Boolean).join(', ');
      return `«${text}»${by === '' ? '' : ` (${by})`}`;
    },
    due: (day, late) => (late ? `era para el ${day} y sigue pendiente` : `para el ${day}`),
    questions: 'Si tienes cualquier duda, responde a este correo y lo vemos.',
    regards: 'Un saludo,',
    day: dayIn('es'),
  },
};
