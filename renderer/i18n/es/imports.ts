import type { Catalogue } from '../en/index.ts';

export const imports: Catalogue['imports'] = {
  title: 'Importaciones',
};
