/** What the screens of a client ask: answered alike, two clients are alike. */
import type { Question } from './sameAnswers.ts';

const october = { cadence: 'month', start: '2026-10-01' } as const;
const november = { cadence: 'month', start: '2026-11-01' } as const;
const report = (client: number) => ({ client, period: october, base: 'previous', language: 'en' }) as const;

const lastYear = 'lastYear' as const;
const previous = 'previous' as const;
export const questions: readonly Question[] = [
  ['channels.list', (client) => ({ client })],
  ['kpis.list', (client) => ({ client })],
  ['targets.list', (client) => ({ client })],
  ['breaks.list', (client) => ({ client })],
  ['tags.list', (client) => ({ client })],
  ['imports.list', (client) => ({ client })],
  ['recipes.list', (client) => ({ client })],
  ['layouts.list', (client) => ({ client })],
  ['statusNotes.list', (client) => ({ client, period: october })],
  ['scorecard.get', (client) => ({ client, period: october, base: lastYear, groupBy: 'kra' as const })],
  ['scorecard.get', (client) => ({ client, period: november, base: previous, groupBy: 'channel' as const })],
  ['dashboard.get', (client) => ({ client, period: october, base: lastYear })],
  ['figures.grid', (client) => ({ client, cadence: 'day', from: '2026-10-01', periods: 40, all: true })],
  ['cases.list', (client) => ({ client, offset: 0, limit: 500 })],
  ['cases.summary', (client) => ({ client, period: october })],
  ['evidence.kpis', (client) => ({ client })],
  ['logs.list', (client) => ({ client, log: 'cases' as const, kpi: null })],
  ['actions.list', (client) => ({ client })],
  ['annotations.list', (client) => ({ client, offset: 0, limit: 500 })],
  ['coverage.matrix', (client) => ({ client, period: october })],
  ['recommendations.list', (client) => ({ client, period: october, base: previous })],
  [
    'content.list',
    (client) => ({
      client,
      channel: null,
      type: null,
      metric: null,
      age: 30,
      from: null,
      to: null,
      period: october,
      base: previous,
      sort: 'published' as const,
      order: 'down' as const,
      offset: 0,
      limit: 100,
    }),
  ],
  ['channels.accounts', (client) => ({ client })],
  ['clients.groups', (client) => ({ client })],
  ['reports.list', (client) => ({ client })],
  ['texts.list', report],
  ['reports.model', report],
];
