/**
 * The sentences of a drafted text in Spanish.
 *
 * Rules: every variant of a sentence has the same tokens; verbs take their number from the name, no adjective or participle
 * its gender; nothing is explained by anything else, and nothing is praised.
 */
import { listed } from '../inside.ts';
import type { Noun } from '../nouns.ts';
import type { Sentences } from './sentences.ts';
import { choose, detailOf, valueOf } from './sentences.ts';
import type { Said } from './said.ts';

const isMany = (list: readonly Noun[]): boolean => list.length > 1 || list[0]?.plural === true;
const verb = (list: Noun | readonly Noun[], one: string, many: string): string =>
  isMany('the' in list ? [list] : list) ? many : one;
const and = (parts: readonly string[], long = false): string => listed(parts, 'es', long);
const named = (list: readonly Noun[]): string => and(list.map((one) => one.the));
const others = (more: boolean): string => (more ? ', entre otros' : '');
/** "de" and "a" in front of a name: they draw "el" to themselves. */
const of = (one: Noun): string => (one.the.startsWith('el ') ? `del ${one.the.slice(3)}` : `de ${one.the}`);

const kindOfGoal = { atLeast: 'una meta de', atMost: 'un máximo de', between: 'un margen de' } as const;
const ownGoal = { atLeast: 'la meta de', atMost: 'el máximo de', between: 'el margen de' } as const;

const relations = {
  above: 'por encima de',
  level: 'al nivel de',
  below: 'por debajo de',
  within: 'dentro de',
  outside: 'fuera de',
} as const;

const against = (one: Said, first: boolean): string =>
  `con ${one.value} frente a ${first || one.sense !== 'atLeast' ? `${kindOfGoal[one.sense]} ` : ''}${one.goal}`;
const place = (one: Said): string => {
  const goal = ownGoal[one.sense];
  const relation = relations[one.relation];
  return goal.startsWith('el ')
    ? `${relation.replace(/ (?:de|a)$/, '')} del ${goal.slice(3)}`
    : `${relation} ${goal}`;
};
const stands = (one: Said): string =>
  one.adds ? verb(one, 'llega a', 'llegan a') : verb(one, 'se sitúa en', 'se sitúan en');
const clause = (one: Said): string => `${one.the} ${stands(one)} ${one.value}, ${place(one)} ${one.goal}`;
const clauses = (list: readonly Said[]): string => and(list.map(clause), true);
/** `interacciones, con 1.560 frente a una meta de 1.500, y en miembros, con ...`. */
const each = (list: readonly Said[], preposition: string, name: 'the' | 'bare', goalSaid = false): string =>
  and(
    list.map(
      (one, i) =>
        `${i === 0 || preposition === '' ? '' : `${preposition} `}${one[name]}, ${against(one, i === 0 && !goalSaid)}`,
    ),
    true,
  );
const difference = (one: Said): string => (one.differs ? `, con una diferencia de ${one.change}` : '');
const told = (one: Said, withGoal: boolean): string => {
  const goal =
    withGoal && one.judged !== null
      ? `; ${one.judged === 'met' ? '' : 'no '}${verb(one, 'cumple', 'cumplen')} su meta de ${one.goal}${one.sense === 'atMost' ? ' como máximo' : ''}`
      : '';
  return `${one.move}${difference(one)}${goal}`;
};

/** `las interacciones, sobre su límite superior, y en los miembros, ...`. */
const moves = (list: readonly Said[], preposition: string): string =>
  and(
    list.map((one, i) => `${i === 0 ? '' : preposition}${one.the}, ${one.move}`),
    true,
  );

export const spanish: Sentences = {
  language: 'es',
  met: ({ list, more, when, nth }) =>
    choose(nth, [
      () => `${when.subject} cumple la meta en ${each(list, 'en', 'bare', true)}${others(more)}`,
      () => `${when.during}, ${clauses(list)}${others(more)}`,
      () => `${when.subject} cierra con la meta cumplida en ${each(list, 'en', 'bare', true)}${others(more)}`,
      () => `${when.during} se cumple la meta en ${each(list, 'en', 'bare', true)}${others(more)}`,
    ]),
  off: ({ list, more, nth, after, opens, when }) =>
    choose(nth, [
      () =>
        `${opens ? `${when.during} ` : ''}no se cumple la meta en ${each(list, 'ni en', 'bare', true).replaceAll(/([;,]) y ni en/g, '$1 ni en')}${others(more)}`,
      () => `${opens ? `${when.during}, ` : after ? 'en cambio, ' : ''}${clauses(list)}${others(more)}`,
      () =>
        `fuera de meta ${verb(list, 'queda', 'quedan')} ${opens ? `${when.during} ` : ''}${each(list, '', 'the')}${others(more)}`,
    ]),
  risk: ({ list, more, nth, opens, when }) =>
    choose(nth, [
      () =>
        `en riesgo ${verb(list, 'queda', 'quedan')} ${opens ? `${when.during} ` : ''}${each(list, '', 'the')}${others(more)}`,
      () =>
        `${opens ? `${when.during}, ` : ''}${each(list, '', 'the')}${others(more)}, ${verb(list, 'queda', 'quedan')} en riesgo`,
    ]),
  plain: ({ list, when, nth, opens, goalless }) => {
    const none = goalless ? ', aún sin meta' : '';
    const values = and(list.map((one) => `${one.the} ${stands(one)} ${one.value}`));
    if (!opens) return `${values}${none}`;
    return choose(nth, [
      () => `${when.subject} cierra con ${and(list.map((one) => `${one.value} en ${one.bare}`))}${none}`,
      () => `${when.during}, ${values}${none}`,
    ]);
  },
  running: ({ when }) => `${when.subject} sigue en curso: las cifras son de su primera parte`,
  onPace: ({ list, more, nth }) =>
    choose(nth, [
      () => `En ritmo ${verb(list, 'va', 'van')} ${each(list, '', 'the')}${others(more)}`,
      () => `${each(list, '', 'the')}${others(more)}, ${verb(list, 'va', 'van')} en ritmo`,
    ]),
  behind: ({ list, more }) => `Por detrás ${verb(list, 'va', 'van')} ${each(list, '', 'the')}${others(more)}`,
  wellBehind: ({ list, more }) =>
    `Muy por detrás ${verb(list, 'va', 'van')} ${each(list, '', 'the')}${others(more)}`,
  tooEarly: ({ list, more }) => `Aún es pronto para valorar ${named(list)}${others(more)}`,
  outside: ({ one, again, goal, nth }) =>
    choose(nth, [
      () => `el cambio más claro está en ${one.the}: ${valueOf(one, again)}${told(one, goal)}`,
      () =>
        `${one.the} ${verb(one, 'sale', 'salen')} de su margen habitual: ${valueOf(one, again)}${told(one, goal)}`,
      () => `hay un cambio en ${one.the}: ${valueOf(one, again)}${told(one, goal)}`,
    ]),
  grew: ({ one, again, goal }) =>
    `${one.the} ${verb(one, 'crece', 'crecen')} ${one.side === 'above' ? 'más' : 'menos'} de lo habitual${again ? '' : `, hasta ${one.value}`}: ${told(one, goal)}`,
  elsewhere: ({ list }) => `las últimas cifras cerradas muestran un cambio en ${moves(list, 'en ')}`,
  shifted: ({ one, again, goal, nth }) =>
    choose(nth, [
      () => `el nivel ${of(one)} ha cambiado${again ? '' : `, con ${one.value}`}: ${told(one, goal)}`,
      () =>
        `${one.the} se ${verb(one, 'mueve', 'mueven')} en otro nivel${again ? '' : `, con ${one.value}`}: ${told(one, goal)}`,
    ]),
  edged: ({ one, again, goal, nth }) =>
    choose(nth, [
      () =>
        `${one.the} se ${verb(one, 'acerca', 'acercan')} al borde de su margen habitual: ${valueOf(one, again)}${told(one, goal)}`,
      () =>
        `${one.the} se ${verb(one, 'aparta', 'apartan')} de su centro: ${valueOf(one, again)}${told(one, goal)}`,
    ]),
  alsoFired: ({ list, more, nth }) =>
    choose(nth, [
      () =>
        `también hay cambio en ${moves(list, 'en ')}${more ? ', y en otros KPI del cuadro de mando' : ''}`,
      () => `el cuadro de mando señala, además, ${moves(list, '')}${more ? ', y otros KPI' : ''}`,
    ]),
  nothingFired: ({ nth, again }) =>
    choose(nth, [
      () => 'ningún KPI sale de su margen habitual',
      () => `ninguno de ${again ? 'estos' : 'los'} KPI sale de su margen habitual`,
    ]),
  usual: ({ one, nth }) =>
    choose(nth, [
      () => `La diferencia en ${one.bare}, ${one.change}, no es un cambio: queda ${one.move}`,
      () => `Con ${one.change}, ${one.the} ${verb(one, 'sigue', 'siguen')} ${one.move}`,
      () => `En ${one.bare} la diferencia parece un cambio, con ${one.change}, pero queda ${one.move}`,
    ]),
  young: ({ list }) => {
    const early = 'aún es pronto para distinguir un cambio del ruido';
    if (list.length === 0) return early;
    const [one, many] = ['la mayor distancia con la meta está', 'las mayores distancias con la meta están'];
    return `${early}; ${list.length > 1 ? many : one} en ${and(list.map((said) => said.bare))}`;
  },
  thin: ({ list, more, nth }) =>
    choose(nth, [
      () =>
        `no se puede decir nada firme ${and(
          list.map((one) => `${of(one)}, con dato en solo ${one.coverage}`),
          true,
        )}${more ? ', ni de otros KPI' : ''}`,
      () =>
        `${and(
          list.map((one) => `${one.the}, con dato en solo ${one.coverage}`),
          true,
        )}${others(more)}, ${verb(list, 'queda', 'quedan')} sin valorar`,
    ]),
  partly: ({ list }) => `solo hay dato ${and(list.map((one) => `de ${one.coverage} en ${one.bare}`))}`,
  thinBase: ({ list }) =>
    `No se da el cambio en ${and(
      list.map((one) => `${one.bare}, con una base de ${one.base}`),
      true,
    )}`,
  broken: ({ list, date }) =>
    `${named(list)} no ${verb(list, 'admite', 'admiten')} comparación con la base: la definición cambió el ${date}`,
  noBaseAtAll: ({ base }) => `No hay base con la que comparar: nada anotado ${base}`,
  noBase: ({ list, more }) => `No hay base para ${named(list)}${others(more)}`,
  baseMissing: ({ list, more, base }) => `La base ${of(joint(list))}${others(more)} no está anotada ${base}`,
  baseZero: ({ list, more }) =>
    `La base ${of(joint(list))}${more ? ', entre otros,' : ''} es cero y no hay porcentaje`,
  noValue: ({ list, more, when, nth }) =>
    choose(nth, [
      () => `${when.during} no hay dato de ${and(list.map((one) => one.bare))}${others(more)}`,
      () => `Falta el dato de ${and(list.map((one) => one.bare))} ${when.during}${others(more)}`,
    ]),
  notComputable: ({ list, more }) =>
    `Con las cifras anotadas no se puede calcular ${named(list)}${others(more)}`,
  notApplicable: ({ list, when }) => `${named(list)} no ${verb(list, 'aplica', 'aplican')} ${when.during}`,
  unconfirmed: ({ one, running, counter, detail }) => {
    const goal = running
      ? `${each([one], '', 'the')}, ${verb(one, 'iría', 'irían')} en ritmo, pero`
      : `${clause(one)}, pero`;
    if (counter === null) return `${goal} nada lo confirma`;
    return `${goal} ${counter.the} no lo ${verb(counter, 'confirma', 'confirman')}${detailOf(detail, (said) => `, ${against(said, true)}`)}`;
  },
  next: ({ text, due, owner, nth }) => {
    const when = due === null ? '' : `, con fecha del ${due}`;
    const who = owner === '' ? '' : `, a cargo de ${owner}`;
    return choose(nth, [
      () => `La próxima acción es «${text}»${when}${who}`,
      () => `Lo siguiente es «${text}»${when}${who}`,
      () => `Como próximo paso está prevista la acción «${text}»${when}${who}`,
    ]);
  },
};

/** Several names as one, for what stands in front of them: `de los pedidos y el alcance`. */
function joint(list: readonly Said[]): Noun {
  return { the: named(list), bare: '', plural: isMany(list) };
}
