/** The words of statuses, changes, signals and gaps: the same everywhere. */
import { statusWords } from '../../../shared/domain/statusWords.ts';
import { plural } from '../messages.ts';

export const status = {
  words: statusWords.en,
  /** Why a status, a value or a change is not there. */
  judgement: {
    noBase: 'No base to grow from, so there is no goal',
    baseZero: 'The base is zero, so there is no goal',
    lowCoverage: 'Under 80\u202f% of the period is recorded, so there is no status',
    definitionChanged: 'The definition changed since the base, so there is no goal',
    noTargetForPeriod: 'No target holds in this period',
    finerThanTarget: 'The target is set for longer periods than this one',
  },
  value: {
    nothingRecorded: 'Nothing recorded',
    divisionByZero: 'Division by zero: not computable',
    missingInput: 'A figure that the formula needs is missing',
    nonAdditive: 'Cannot be added up: needs a figure for exactly this period',
    weightZero: 'The weights add up to zero: not computable',
    cycle: 'The formula refers to itself',
    unknownKpi: 'The formula names a KPI that is not there',
    totalsOnly: 'Made from totals: no channel has all of its parts',
    staleStock: 'The newest figure is old for this period',
    disagreement: 'The recorded total and the sum of its parts disagree',
    mixedDefinition: 'The definition changed within this period',
    rebased: 'The base is converted into the new definition',
    unconfirmedLog: 'Nothing in the log, and nobody confirmed that nothing happened',
    itemsNotAtAge: 'Some items are too young to compare, or were first exported later',
    partial: 'Not every figure of the period is recorded',
  },
  change: {
    /** Behind "not comparable". */
    since: (date: string) => `since ${date}`,
    vs: (base: string) => `vs ${base}`,
    signal: 'Signal: outside its usual range',
    warning: 'Coverage under 80\u202f%',
    noBase: 'No base: it began later',
    baseMissing: (period: string) => `No base: nothing recorded in ${period}`,
    baseZero: 'The base is zero, so there is no percentage',
    notComparable: (date: string) => `Not comparable: the definition changed on ${date}`,
    noValue: 'Nothing recorded in this period',
  },
  signal: {
    none: 'Within its usual range',
    above: 'Above its upper limit',
    below: 'Below its lower limit',
    runAbove: (n: number) => `${n} in a row above the centre`,
    runBelow: (n: number) => `${n} in a row below the centre`,
    nearUpper: 'Near its upper limit',
    nearLower: 'Near its lower limit',
    tooFew: (n: number) => `Too few points for limits: ${n} of 8`,
    flat: 'Every value is the same: no limits',
    counts: 'Counts too small for limits',
    noValue: 'No complete figure in this period',
  },
  coverage: (recorded: number, expected: number, word: string) =>
    `${recorded} of ${expected} ${word} recorded`,
  asOf: (date: string) => `as of ${date}`,
  missing: 'missing',
  gap: 'Nothing recorded',
  goal: (goal: string) => `goal ${goal}`,
  floor: (floor: string) => `floor ${floor}`,
  unconfirmedWhile: (kpi: string, word: string) => `Unconfirmed while ${kpi} is ${word}`,
  count: (n: number, word: string) => `${n} ${word}`,
  points: (n: number) => plural('en', n, { one: 'point', other: 'points' }),
};
