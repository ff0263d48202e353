import type { Catalogue } from '../en/index.ts';

export const scorecard: Catalogue['scorecard'] = {
  title: 'Cuadro de mando',
};
