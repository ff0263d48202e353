/** A client as the backend tells of it; what a test is about is said in `over`. */
import type { Client } from '../../shared/contract/api/clients.ts';

export function clientDto(over: Partial<Client> = {}): Client {
  return {
    id: 1,
    name: 'Larkbed',
    trade: '',
    color: '#4750bd',
    language: 'en',
    numberFormat: '1,234.5',
    currency: 'EUR',
    weekStart: 1,
    fiscalYearStart: 1,
    reportCadence: 'month',
    reportAfter: 10,
    initials: (over.name ?? 'Larkbed').slice(0, 2).toUpperCase(),
    logo: null,
    archivedAt: null,
    weekStartFrozen: true,
    ...over,
  };
}
