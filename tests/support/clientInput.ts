/** A client as tests need one; what a test is about is said in `over`. */
import type { Input } from '../../shared/contract/api.ts';

type NewClient = Input<'clients.create'>;

export function clientInput(over: Partial<NewClient> = {}): NewClient {
  return {
    name: 'Larkbed',
    trade: '',
    color: '#83397A',
    language: 'en',
    numberFormat: '1,234.5',
    currency: 'GBP',
    weekStart: 1,
    fiscalYearStart: 1,
    kpis: [],
    channels: [],
    logo: null,
    ...over,
  };
}
