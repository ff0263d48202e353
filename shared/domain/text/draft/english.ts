/**
 * The sentences of a drafted text in English.
 *
 * Rules: every variant of a sentence has the same tokens; verbs of the past need no number, the others take it from the
 * name; nothing is explained by anything else, and nothing is praised.
 */
import { listed } from '../inside.ts';
import type { Sentences } from './sentences.ts';
import { choose, detailOf, valueOf } from './sentences.ts';
import type { Said } from './said.ts';

const its = (one: Said): string => (one.plural ? 'their' : 'its');
const isMany = (list: readonly Said[]): boolean => list.length > 1 || list[0]?.plural === true;
const are = (list: readonly Said[]): string => (isMany(list) ? 'are' : 'is');
const were = (list: readonly Said[]): string => (isMany(list) ? 'were' : 'was');
const may = (list: readonly Said[], one: string, many: string): string => (list.length > 1 ? many : one);
const and = (parts: readonly string[], long = false): string => listed(parts, 'en', long);
const named = (list: readonly Said[]): string => and(list.map((one) => one.the));
const kindOfGoal = { atLeast: 'a goal of', atMost: 'a ceiling of', between: 'a range of' } as const;
const ownGoal = { atLeast: 'goal of', atMost: 'ceiling of', between: 'range of' } as const;
const fullGoal = { atLeast: 'goal of', atMost: 'goal of at most', between: 'goal of' } as const;
const relations = {
  above: 'above',
  level: 'level with',
  below: 'below',
  within: 'within',
  outside: 'outside',
} as const;

const at = (one: Said, first: boolean): string =>
  `at ${one.value} against ${first || one.sense !== 'atLeast' ? `${kindOfGoal[one.sense]} ` : ''}${one.goal}`;
const clause = (one: Said): string =>
  `${one.the} ${one.adds ? 'came to' : 'stood at'} ${one.value}, ${relations[one.relation]} the ${ownGoal[one.sense]} ${one.goal}`;
/** `for interactions, at 1,560 against a goal of 1,500, and for members, at ...`. */
const each = (list: readonly Said[], preposition: string, goalSaid = false): string =>
  and(
    list.map(
      (one, i) =>
        `${i === 0 || preposition === '' ? '' : `${preposition} `}${one.the}, ${at(one, i === 0 && !goalSaid)}`,
    ),
    true,
  );
const clauses = (list: readonly Said[]): string => and(list.map(clause), true);
const difference = (one: Said): string => (one.differs ? `, a difference of ${one.change}` : '');
/** What a fired rule says of the value, and whether a goal that was not told yet was met. */
const told = (one: Said, withGoal: boolean): string => {
  const goal =
    withGoal && one.judged !== null
      ? `; ${its(one)} ${fullGoal[one.sense]} ${one.goal} was ${one.judged}`
      : '';
  return `${one.move}${difference(one)}${goal}`;
};

/** `interactions, above their upper limit, and in members, ...`. */
const moves = (list: readonly Said[], preposition: string): string =>
  and(
    list.map((one, i) => `${i === 0 ? '' : preposition}${one.the}, ${one.move}`),
    true,
  );

export const english: Sentences = {
  language: 'en',
  met: ({ list, more, when, nth }) => {
    const goals = may(list, 'its goal', 'its goals');
    const tail = more ? ', among others' : '';
    return choose(nth, [
      () => `${when.subject} met ${goals} for ${each(list, 'for', true)}${tail}`,
      () => `${when.during}, ${clauses(list)}${tail}`,
      () => `${when.subject} closed on goal for ${each(list, 'for', true)}${tail}`,
      () =>
        `${when.during} the ${may(list, 'goal', 'goals')} ${may(list, 'was', 'were')} met for ${each(list, 'for', true)}${tail}`,
    ]);
  },
  off: ({ list, more, nth, after, opens, when }) => {
    const tail = more ? ', among others' : '';
    const then = opens ? `${when.during} ` : '';
    return choose(nth, [
      () =>
        `${then}${may(list, 'the goal was', 'the goals were')} missed for ${each(list, 'for', true)}${tail}`,
      () => `${opens ? `${when.during}, ` : after ? 'by contrast, ' : ''}${clauses(list)}${tail}`,
      () =>
        `off goal${opens ? ` ${when.during}` : after ? ', in turn,' : ''} ${were(list)} ${each(list, '')}${tail}`,
    ]);
  },
  risk: ({ list, more, nth, opens, when }) => {
    const tail = more ? ', among others' : '';
    return choose(nth, [
      () => `at risk ${opens ? `${when.during} ` : ''}${are(list)} ${each(list, '')}${tail}`,
      () => `${opens ? `${when.during}, ` : ''}${each(list, '')}${tail}, ended at risk`,
    ]);
  },
  plain: ({ list, when, nth, opens, goalless }) => {
    const none = goalless ? ', without a goal yet' : '';
    const values = and(list.map((one) => `${one.the} ${one.adds ? 'came to' : 'stood at'} ${one.value}`));
    if (!opens) return `${values}${none}`;
    return choose(nth, [
      () => `${when.subject} closed with ${and(list.map((one) => `${one.the} at ${one.value}`))}${none}`,
      () => `${when.during}, ${values}${none}`,
    ]);
  },
  running: ({ when }) => `${when.subject} is still running, so these figures are of its first part`,
  onPace: ({ list, more, nth }) =>
    choose(nth, [
      () => `On pace ${are(list)} ${pace(list)}${more ? ', among others' : ''}`,
      () => `${pace(list)}${more ? ', among others' : ''}, ${are(list)} on pace`,
    ]),
  behind: ({ list, more }) => `Behind ${are(list)} ${pace(list)}${more ? ', among others' : ''}`,
  wellBehind: ({ list, more }) => `Well behind ${are(list)} ${pace(list)}${more ? ', among others' : ''}`,
  tooEarly: ({ list, more }) => `It is too early to judge ${named(list)}${more ? ', among others' : ''}`,
  outside: ({ one, again, goal, nth }) =>
    choose(nth, [
      () => `the clearest change was in ${one.the}: ${valueOf(one, again)}${told(one, goal)}`,
      () => `${one.the} left ${its(one)} usual range: ${valueOf(one, again)}${told(one, goal)}`,
      () => `a change shows in ${one.the}: ${valueOf(one, again)}${told(one, goal)}`,
    ]),
  grew: ({ one, again, goal }) =>
    `${one.the} grew ${one.side === 'above' ? 'more' : 'less'} than usual${again ? '' : `, to ${one.value}`}: ${told(one, goal)}`,
  elsewhere: ({ list }) => `the newest closed figures show a change in ${moves(list, 'in ')}`,
  shifted: ({ one, again, goal, nth }) =>
    choose(nth, [
      () => `the level of ${one.the} has shifted${again ? '' : `, to ${one.value}`}: ${told(one, goal)}`,
      () => `${one.the} settled at another level${again ? '' : `, at ${one.value}`}: ${told(one, goal)}`,
    ]),
  edged: ({ one, again, goal, nth }) =>
    choose(nth, [
      () =>
        `${one.the} moved to the edge of ${its(one)} usual range: ${valueOf(one, again)}${told(one, goal)}`,
      () => `${one.the} stayed away from ${its(one)} centre: ${valueOf(one, again)}${told(one, goal)}`,
    ]),
  alsoFired: ({ list, more, nth }) =>
    choose(nth, [
      () => `a change also shows in ${moves(list, 'in ')}${more ? ', and in others on the scorecard' : ''}`,
      () => `the scorecard also marks ${moves(list, '')}${more ? ', and others' : ''}`,
    ]),
  nothingFired: ({ nth, again }) =>
    choose(nth, [
      () => 'no KPI left its usual range',
      () => `none of ${again ? 'these' : 'the'} KPIs left its usual range`,
    ]),
  usual: ({ one, nth }) =>
    choose(nth, [
      () =>
        `The difference in ${one.the}, ${one.change}, is no change: ${one.plural ? 'they lie' : 'it lies'} ${one.move}`,
      () => `With ${one.change}, ${one.the} still lay ${one.move}`,
      () => `${one.the} may look like a change, with ${one.change}, but stayed ${one.move}`,
    ]),
  young: ({ list }) => {
    const early = 'it is too early to tell a change from noise';
    if (list.length === 0) return early;
    return `${early}; the largest ${may(list, 'distance from goal is', 'distances from goal are')} in ${named(list)}`;
  },
  thin: ({ list, more, nth }) =>
    choose(nth, [
      () =>
        `Nothing firm can be said of ${and(
          list.map((one) => `${one.the}, with only ${one.coverage} recorded`),
          true,
        )}${more ? ', and of others' : ''}`,
      () =>
        `No conclusion is drawn from ${and(
          list.map((one) => `${one.the}, with only ${one.coverage} recorded`),
          true,
        )}${more ? ', nor from others' : ''}`,
    ]),
  partly: ({ list }) =>
    `only ${and(list.map((one, i) => `${one.coverage} ${i === 0 ? 'are recorded ' : ''}for ${one.the}`))}`,
  thinBase: ({ list }) =>
    `The change in ${and(
      list.map((one) => `${one.the}, with a base of ${one.base}`),
      true,
    )}, is not told`,
  broken: ({ list, date }) =>
    `${named(list)} cannot be compared with the base: the definition changed on ${date}`,
  noBaseAtAll: ({ base }) => `There is no base to compare with: nothing was recorded ${base}`,
  noBase: ({ list, more }) => `There is no base for ${named(list)}${more ? ', among others' : ''}`,
  baseMissing: ({ list, more, base }) =>
    `The base of ${named(list)}${more ? ', among others,' : ''} was not recorded ${base}`,
  baseZero: ({ list, more }) =>
    `The base of ${named(list)}${more ? ', among others,' : ''} is zero, so there is no percentage`,
  noValue: ({ list, more, when, nth }) =>
    choose(nth, [
      () => `There is no figure ${when.during} for ${named(list)}${more ? ', among others' : ''}`,
      () => `Nothing was recorded ${when.during} for ${named(list)}${more ? ', among others' : ''}`,
    ]),
  notComputable: ({ list, more }) =>
    `${named(list)}${more ? ', among others,' : ''} could not be computed from the figures recorded`,
  notApplicable: ({ list, when }) =>
    `${named(list)} ${isMany(list) ? 'do' : 'does'} not apply ${when.during}`,
  unconfirmed: ({ one, running, counter, detail }) => {
    const goal = running ? `${pace([one])}, would be on pace, but` : `${clause(one)}, but`;
    if (counter === null) return `${goal} nothing confirms it`;
    return `${goal} ${counter.the} ${counter.plural ? 'do' : 'does'} not confirm it${detailOf(detail, (said) => `, ${at(said, true)}`)}`;
  },
  next: ({ text, due, owner, nth }) => {
    const who = owner === '' ? '' : `, by ${owner}`;
    return choose(nth, [
      () => `The next action is “${text}”${due === null ? '' : `, due ${due}`}${who}`,
      () => `Next comes “${text}”${due === null ? '' : `, due ${due}`}${who}`,
      () => `As the next step, “${text}” is planned${due === null ? '' : `, due ${due}`}${who}`,
    ]);
  },
};

/** `interactions, with 700 of a goal of 2,000`: what a running period has to reach. */
function pace(list: readonly Said[]): string {
  return and(
    list.map(
      (one, i) =>
        `${one.the}, with ${one.value} against ${i === 0 || one.sense !== 'atLeast' ? `${kindOfGoal[one.sense]} ` : ''}${one.goal}`,
    ),
    true,
  );
}
