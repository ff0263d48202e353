import type { Catalogue } from '../en/index.ts';

export const figures: Catalogue['figures'] = {
  title: 'Cifras',
};
