import type { Catalogue } from '../en/index.ts';

export const reports: Catalogue['reports'] = {
  title: 'Informes',
};
