/** Words of the scorecard screen. */
export const scorecard = {
  title: 'Scorecard',
};
