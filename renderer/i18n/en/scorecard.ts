/** Words of the scorecard screen. */
import { plural } from '../messages.ts';

export const scorecard = {
  title: 'Scorecard',
  by: { label: 'Group by', kra: 'Key area', stage: 'Stage', channel: 'Channel' },
  filter: 'Show only these statuses',
  overall: 'Overall score',
  head: {
    kpi: 'KPI',
    channel: 'Channel',
    change: 'Change',
    goal: 'Goal',
    status: 'Status',
    score: 'Score',
    trend: '12 periods',
    trendMonth: '12 months',
    coverage: 'Coverage',
  },
  covered: (share: string) => `covered weight ${share}`,
  allChannels: 'All',
  count: (n: number) => plural('en', n, { one: '1 KPI', other: `${n} KPIs` }),
  open: (kpi: string) => `${kpi}: open in the explorer`,
  why: (kpi: string, word: string) => `${kpi}: ${word.toLowerCase()}. Why?`,
  empty: {
    title: 'No KPIs picked yet',
    text: 'Pick what this client is worked for: from the catalogue, or your own.',
    action: 'Pick KPIs',
  },
  noMatch: {
    title: 'No KPI has these statuses',
    text: 'Take a filter out to see the others.',
    action: 'Show all',
  },
  vanity: {
    title: (kpi: string) => `${kpi} is unconfirmed`,
    tag: 'Vanity KPI',
    both: (change: string) =>
      `It moved ${change} and meets its goal, but its counter KPI does not bear it out:`,
    plain: 'It meets its goal, but its counter KPI does not bear it out:',
    while: (word: string) =>
      `While that is ${word.toLowerCase()}, it counts as at risk and scores 6.6 at most. It reads so in the workbook too.`,
    goal: (goal: string) => `goal ${goal}`,
    see: 'See the counter KPI',
    change: 'Change the counter KPI',
  },
  reason: {
    coverage: (coverage: string) => `${coverage} recorded.`,
    target: 'Set a target',
    fill: 'Fill in the figures',
  },
};
