import type { Catalogue } from '../en/index.ts';

export const explorer: Catalogue['explorer'] = {
  title: 'Explorador',
};
