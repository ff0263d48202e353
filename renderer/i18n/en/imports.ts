/** Words of the imports screen. */
export const imports = {
  title: 'Imports',
};
