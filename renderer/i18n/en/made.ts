/** Words of how a number was made. */
import { plural } from '../messages.ts';
import type { Cadence } from '../../../shared/domain/time.ts';

const adjective: Readonly<Record<Cadence, string>> = {
  day: 'daily',
  week: 'weekly',
  month: 'monthly',
  quarter: 'quarterly',
  year: 'yearly',
};

function figures(n: number, cadence: Cadence | null): string {
  const kind = cadence === null ? '' : `${adjective[cadence]} `;
  return plural('en', n, { one: `1 ${kind}figure`, other: `${n} ${kind}figures` });
}

export const made = {
  ask: 'How was this made?',
  title: 'How this number was made',
  scoreTitle: 'How this score was made',
  close: 'Close the panel',
  back: (name: string) => `Back to ${name}`,
  deeper: (name: string) => `${name}: how was this made?`,
  formula: 'Formula',
  parts: 'Made of',
  rows: 'Made of, with figure, what is recorded and where it comes from',
  figure: 'Figure',
  recorded: 'Recorded',
  from: 'Comes from',
  all: 'All channels',
  time: {
    sum: (n: number, cadence: Cadence | null) => `Sum of ${figures(n, cadence)}.`,
    last: () => 'The newest figure counts.',
    mean: (n: number, cadence: Cadence | null) => `Mean of ${figures(n, cadence)}.`,
    weightedMean: (n: number, cadence: Cadence | null) =>
      `Mean of ${figures(n, cadence)}, each with its weight.`,
    min: (n: number, cadence: Cadence | null) => `The lowest of ${figures(n, cadence)}.`,
    max: (n: number, cadence: Cadence | null) => `The highest of ${figures(n, cadence)}.`,
    none: () => 'Does not add up over time.',
    formula: () => 'Worked out from inputs already put together.',
  },
  heldOn: (date: string) => `On ${date}.`,
  exact: 'One figure, recorded for exactly this period.',
  /** What is taken of each channel, then what becomes of them. */
  each: {
    sum: 'Each channel: its figures added up.',
    last: 'Each channel: its newest figure.',
    mean: 'Each channel: the mean of its figures.',
    weightedMean: 'Each channel: the mean of its figures, each with its weight.',
    min: 'Each channel: its lowest figure.',
    max: 'Each channel: its highest figure.',
    none: 'Each channel: the figure of exactly this period.',
    formula: 'Each channel: the formula on its own figures.',
  },
  channels: {
    sum: 'Then the channels added up.',
    mean: 'Then the mean of the channels.',
    weightedMean: 'Then the mean of the channels, each with its weight.',
    max: 'Then the highest channel.',
    none: 'Channels of this KPI do not add up.',
    formula: 'Then the channels added up.',
  },
  fromLog: 'From the log',
  oneChannel: 'Recorded on one channel.',
  peak: {
    max: (unit: string) => `Channels added up first, then the highest: ${unit}.`,
    min: (unit: string) => `Channels added up first, then the lowest: ${unit}.`,
  },
  log: {
    cases: (n: number) =>
      plural('en', n, { one: 'From 1 case of the case log.', other: `From ${n} cases of the case log.` }),
    evidence: (n: number) =>
      plural('en', n, { one: 'From 1 entry of evidence.', other: `From ${n} entries of evidence.` }),
    content: (n: number) =>
      plural('en', n, { one: 'From 1 item published.', other: `From ${n} items published.` }),
  },
  items: {
    link: (n: number) => plural('en', n, { one: '1 item', other: `${n} items` }),
    middle: (n: number, age: number) =>
      plural('en', n, {
        one: `What the only item had come to ${age} days after it was published.`,
        other: `The middle of ${n} items, each ${age} days after it was published.`,
      }),
    left: (n: number) =>
      plural('en', n, { one: '1 item does not count yet.', other: `${n} items do not count yet.` }),
  },
  computed: 'Worked out from inputs already put together, never averaged.',
  inside: 'computed',
  again: 'as above',
  rebased: (factor: string) => `Converted into the new definition: times ${factor}.`,
  paired: (units: string, whole: string) =>
    `Only the ${units} that every part has. Over the whole span: ${whole}.`,
  pairedNone: (units: string) => `Only the ${units} that every part has.`,
  ratio: 'Parts of a ratio count only where all of them are recorded, on the same channels.',
  weight: (name: string) => `Weight: ${name}`,
  carried: (date: string) => `Carried on from ${date}.`,
  condition: 'Condition',
  holds: 'It holds: the first value counts.',
  holdsNot: 'It does not hold: the second value counts.',
  takenFirst: 'Taken: it has a value.',
  taken: 'Taken: what stands before it has no value.',
  notTaken: 'No value, so the next one was asked.',
  prev: (span: string) => `The period before: ${span}.`,
  yoy: (span: string) => `A year earlier: ${span}.`,
  during: (span: string) => `In ${span}.`,
  notCounted: 'Not counted.',
  sources: {
    import: (id: number) => `Import ${id}`,
    edit: 'typed',
    demo: 'demo',
    of: (n: number) => plural('en', n, { one: '1 figure', other: `${n} figures` }),
    zeros: (n: number) => plural('en', n, { one: '1 left out, so zero', other: `${n} left out, so zero` }),
    none: 'nothing recorded',
    open: (what: string, date: string) => `${what}, ${date}`,
  },
  left: (names: string) => `${names}: more than 7 days behind the others, so left out on both sides.`,
  running: (done: number, of: number, word: string) => `Recorded by every channel: ${done} of ${of} ${word}.`,
  change: {
    title: 'Change',
    difference: 'Difference',
    share: 'Of the base',
    perWeek: 'Per week, now and before',
    base: 'How was the base made?',
    wholeBase: (span: string) => `All of ${span}, not mixed in`,
  },
  goal: {
    title: 'Goal',
    target: (said: string) => `Target: ${said}.`,
    kind: {
      atLeast: (goal: string) => `at least ${goal}`,
      atMost: (goal: string) => `at most ${goal}`,
      between: (goal: string, to: string) => `${goal} to ${to}`,
      growPrevious: (goal: string) => `${goal} on the period before`,
      growLastYear: (goal: string) => `${goal} on last year`,
      baseline: (goal: string, from: string) =>
        from === '' ? `${goal} by the end` : `from ${from} to ${goal}`,
    },
    each: { day: 'a day', week: 'a week', month: 'a month', quarter: 'a quarter', year: 'a year' },
    since: (from: string) => `since ${from}`,
    until: (from: string, to: string) => `${from} to ${to}`,
    goal: 'Goal',
    floor: 'Floor',
    line: (share: string) => `Goal for the ${share} that counts so far`,
    score: 'Score, of 10',
    scored: (score: string) => `score ${score}`,
    open: 'Open the target',
    counter: (name: string, word: string) => `Its counter ${name}: ${word}.`,
  },
  range: 'Usual range',
  rangeOf: (lower: string, upper: string) => `${lower} to ${upper}`,
  break: (date: string) => `The definition changed on ${date}.`,
  open: { explorer: 'Explorer', figures: 'Figures', kpi: 'KPI' },
  score: {
    rule: 'Mean of the scores of its KPIs, each with its weight. A KPI without a score leaves the mean.',
    overall: 'Mean of the scores of all KPIs, each with its weight. A KPI without a score leaves the mean.',
    kpi: 'KPI',
    score: 'Score',
    weight: 'Weight',
    covered: (share: string) => `${share} of the weight has a score.`,
    none: 'No KPI in it has a score.',
    overallName: 'All areas',
    back: 'the score',
  },
};
