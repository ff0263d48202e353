/** Words of the figures screen. */
export const figures = {
  title: 'Figures',
};
