import type { Catalogue } from '../en/index.ts';

export const charts: Catalogue['charts'] = {
  asTable: 'Ver como tabla',
  asChart: 'Ver como gráfico',
  noData: 'sin dato',
  goal: 'Meta',
  goalLine: (goal: string) => `meta ${goal}`,
  period: 'Periodo',
  others: 'Otros canales',
};
