/** Words of the explorer screen. */
export const explorer = {
  title: 'Explorer',
};
