/** Words of the recommendations screen: rules, the figures that fired them, actions and what came of them. */
import { plural } from '../messages.ts';

export const advice = {
  title: 'Recommendations',
  counts: (n: number, kpis: number) =>
    `${plural('en', n, { one: '1 proposal', other: `${n} proposals` })} on ${plural('en', kpis, { one: '1 KPI', other: `${kpis} KPIs` })}`,
  urgency: { now: 'Now', soon: 'Soon', watch: 'Keep an eye on' },
  /** What each rule is called. */
  rules: {
    goalMissed: 'Goal missed, with a signal',
    offTwice: 'Off twice running',
    signalBadSide: 'Signal on the wrong side',
    vanityUnconfirmed: 'Met, but not confirmed',
    forecastMisses: 'Heading past the goal',
    trendWorsening: 'Getting worse, goal still met',
    neverReached: 'Target never reached',
    alwaysReached: 'Target always reached',
    figuresMissing: 'Figures missing',
    lowCoverage: 'Too little recorded',
    channelBehind: 'A channel lags behind',
    noTarget: 'Recorded, never judged',
    breakNotRebased: 'Definition changed, no factor',
    learnFromPeak: 'A peak to learn from',
    furthestFromTarget: 'Far from its target',
  },
  /** The text an action begins with. */
  propose: {
    goalMissed: (kpi: string) => `Find out why ${kpi} missed its goal, and agree one change`,
    offTwice: (kpi: string) => `Agree a plan to bring ${kpi} back to its goal`,
    signalBadSide: (kpi: string) => `Find out what moved ${kpi}`,
    vanityUnconfirmed: (kpi: string) => `Look into the counter of ${kpi} before showing it as met`,
    forecastMisses: (kpi: string) => `Decide what can still bring ${kpi} to its goal`,
    trendWorsening: (kpi: string) => `Stop the slide of ${kpi} while its goal still holds`,
    neverReached: (kpi: string) => `Set the target of ${kpi} by what its history can reach`,
    alwaysReached: (kpi: string) => `Ask more of ${kpi}: its target is always reached`,
    figuresMissing: (kpi: string) => `Bring in the missing figures of ${kpi}`,
    lowCoverage: (kpi: string) => `Complete the figures of ${kpi}`,
    channelBehind: (kpi: string, channel: string) => `Export ${channel} again, for ${kpi}`,
    noTarget: (kpi: string) => `Set a target for ${kpi}`,
    breakNotRebased: (kpi: string) => `Find the factor between the old and the new ${kpi}`,
    learnFromPeak: (kpi: string) => `Note what made ${kpi} stand out, and try it again`,
    furthestFromTarget: (kpi: string) => `Agree a first step for ${kpi}`,
  },
  because: {
    missed: (value: string, period: string, goal: string, status: string) =>
      `${value} in ${period}, goal ${goal}: ${status}.`,
    missedBefore: (value: string, period: string, goal: string, status: string) =>
      `Before that ${value} in ${period}, goal ${goal}: ${status}.`,
    met: (value: string, period: string, goal: string) => `${value} in ${period}, goal ${goal}: met.`,
    outside: (value: string, period: string, limit: string, above: boolean) =>
      `${value} in ${period}, ${above ? 'above its upper' : 'below its lower'} limit of ${limit}.`,
    run: (n: string, centre: string, period: string, above: boolean) =>
      `${n} in a row ${above ? 'above' : 'below'} the centre of ${centre}, to ${period}.`,
    near: (limit: string, period: string, above: boolean) =>
      `Three of four nearer the ${above ? 'upper' : 'lower'} limit of ${limit} than the centre, to ${period}.`,
    missedBeforeShort: (period: string, value: string, status: string) =>
      `${period}: ${value}, also ${status}.`,
    metShort: (goal: string) => `Goal ${goal}: met.`,
    outsideShort: (limit: string, above: boolean) =>
      `${above ? 'Above its upper' : 'Below its lower'} limit of ${limit}.`,
    net: 'Net change:',
    counter: (kpi: string, status: string) => `Its counter ${kpi}: ${status}.`,
    counterValue: (kpi: string, value: string, period: string, goal: string, status: string) =>
      `Its counter ${kpi}: ${value} in ${period}${goal === '' ? '' : `, goal ${goal}`}: ${status}.`,
    counterMissing: 'No counter KPI keeps it honest.',
    forecast: (value: string, band: string, period: string, goal: string) =>
      `${period} is heading for ${value}${band === '' ? '' : ` (${band})`}, goal ${goal}.`,
    band: (low: string, high: string) => `${low} to ${high}`,
    daysLeft: (n: number, of: number) =>
      `${plural('en', n, { one: '1 day', other: `${n} days` })} of ${of} left.`,
    trend: (slope: string, per: string, n: string, p: string) => `Trend ${slope} ${per} over ${n} (${p}).`,
    reached: (n: number, of: string) => `Reached in ${n} of ${of}.`,
    usual: (median: string) => `Usually ${median}.`,
    usualGoal: (median: string, goal: string) => `Usually ${median}; the goal is ${goal}.`,
    nothing: (period: string) => `Nothing recorded in ${period}.`,
    recordedOf: (coverage: string, period: string) => `${coverage} in ${period}.`,
    lag: (channel: string, days: string) => `${channel} ends ${days} before the other channels.`,
    lagLast: (channel: string, days: string, last: string) =>
      `${channel} ends on ${last}, ${days} before the other channels.`,
    recorded: (value: string, period: string) => `${value} in ${period}, and no goal to hold it against.`,
    break: (date: string) => `The definition changed on ${date}: growth across it is withheld.`,
    breakNote: (date: string, note: string) =>
      `The definition changed on ${date} (${note}): growth across it is withheld.`,
    distance: (value: string, period: string, goal: string) => `${value} in ${period}, goal ${goal}.`,
    distanceBy: (value: string, period: string, goal: string, by: string) =>
      `${value} in ${period}, goal ${goal}: ${by} away.`,
    tooEarly: (n: number, of: number) => `Too early to tell from noise: ${n} of ${of} points.`,
    other: 'Fired by a rule this version has no words for.',
  },
  openExplorer: (kpi: string) => `${kpi} in the explorer`,
  make: 'Make it an action',
  makeOf: (kpi: string, rule: string) => `Make it an action: ${kpi}, ${rule}`,
  dismiss: 'Dismiss',
  dismissOf: (kpi: string, rule: string) => `Dismiss: ${kpi}, ${rule}`,
  dismissed: (kpi: string) => `Dismissed: ${kpi}`,
  dismissedCount: (n: number) => plural('en', n, { one: '1 dismissed', other: `${n} dismissed` }),
  showDismissed: 'Show',
  hideDismissed: 'Hide',
  bringBack: 'Bring back',
  bringBackOf: (kpi: string, rule: string) => `Bring back: ${kpi}, ${rule}`,
  form: {
    text: 'What to do',
    owner: 'Who',
    due: 'By',
    submit: 'Add to actions',
    made: (text: string) => `Action: ${text}`,
  },
  actions: {
    title: 'Actions',
    open: (n: number) => plural('en', n, { one: '1 open', other: `${n} open` }),
    add: 'Add',
    none: 'None decided yet.',
    noneText: 'A proposal becomes one, or write your own.',
    stateOf: (text: string) => `State of ${text}`,
    states: { open: 'Open', doing: 'Doing', done: 'Done', dropped: 'Dropped' },
    edit: (text: string) => `Edit: ${text}`,
    by: (date: string) => `by ${date}`,
    overdue: (date: string) => `was due ${date}`,
    doneOn: (date: string) => `done ${date}`,
    over: (n: number) => `${n} done or dropped`,
    since: (before: string, from: string, after: string, to: string) =>
      `${before} in ${from}, ${after} in ${to}`,
    signal: 'signal',
    usual: 'within its usual range',
    waiting: (value: string, period: string) => `${value} in ${period}; nothing closed since`,
    noValue: 'no figure',
  },
  empty: {
    title: 'Nothing to recommend',
    text: (period: string) =>
      `Up to ${period} no rule fired: goals met, no signal on the wrong side, nothing missing.`,
    noFigures: 'Nothing to recommend yet',
    noFiguresText:
      'Recommendations come from figures, goals and signals. Import the first files, then set goals.',
    bring: 'Go to imports',
    allAnswered: 'Every proposal has an answer: an action, or dismissed.',
    noKpis: 'No KPIs to advise on',
    noKpisText: 'Recommendations come from figures, goals and signals. Pick KPIs first.',
    pick: 'Pick KPIs',
  },
};
