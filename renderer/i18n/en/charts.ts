/** Words on and around charts. */
export const charts = {
  asTable: 'Show as a table',
  asChart: 'Show as a chart',
  noData: 'no data',
  goal: 'Goal',
  goalLine: (goal: string) => `goal ${goal}`,
  period: 'Period',
  others: 'Other channels',
};
