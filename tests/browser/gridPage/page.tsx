/**
 * The figures screen alone, over a made book of 100,000 lines and a year of days: 1,000 KPIs on 100 channels. Figures are
 * reckoned from their place, so nothing is stored but what is typed; an answer takes as long as the real one's.
 */
import { createRoot } from 'react-dom/client';
import type { CallName, Input, Output } from '../../../shared/contract/api.ts';
import type { GridCell } from '../../../shared/contract/api/figures.ts';
import type { BackendEvent, Reply } from '../../../shared/contract/reply.ts';
import type { Transport } from '../../../shared/contract/transport.ts';
import type { KpiFace } from '../../../shared/contract/values.ts';
import { parseIso } from '../../../shared/domain/time.ts';
import { applyEvent, makeQueryClient } from '../../../renderer/api/queryClient.ts';
import { FiguresScreen } from '../../../renderer/features/figures/index.ts';
import { clientDto } from '../../support/clientDto.ts';
import { AtClient, Frame } from '../frame.tsx';

const KPIS = 1000;
const CHANNELS = 100;
/** What a page of cells takes the backend, in milliseconds. */
const ANSWER = 15;

const client = clientDto({ name: 'Bench', initials: 'B' });
const words = (text: string) => ({ en: text, es: text });
const kras = Array.from({ length: 10 }, (_, i) => ({ key: `area${i}`, name: words(`Result area ${i + 1}`) }));
const faces = Array.from({ length: KPIS }, (_, i): KpiFace => ({
  id: i + 1,
  key: `k${i}`,
  name: words(`KPI number ${i + 1}`),
  unit: { kind: i % 7 === 3 ? 'percent' : 'count' },
  direction: 'up',
  kra: `area${Math.floor((i * 10) / KPIS)}`,
  stage: 'engagement',
  level: 'operational',
  cadence: 'day',
  timeAggregation: 'sum',
  computed: false,
  vanity: false,
}));
const channels = Array.from({ length: CHANNELS }, (_, i) => ({
  id: String(i + 1),
  name: `Channel ${i + 1}`,
  network: 'other',
}));
const typed = new Map<string, number>();
const listeners = new Set<(event: BackendEvent) => void>();

function valueAt(kpi: number, channel: number, day: number): number | null {
  const own = typed.get(`${kpi}|${channel}|${day}`);
  if (own !== undefined) return own;
  const mixed = (kpi * 7919 + channel * 104_729 + day * 31) % 997;
  if (mixed % 23 === 0) return null;
  return kpi % 7 === 3 ? mixed / 997 : mixed * 13;
}

function cellOf(key: string, channel: string | null, day: number): GridCell {
  const kpi = Number(key.slice(1));
  if (channel === null) {
    let sum = 0;
    for (const one of channels) sum += valueAt(kpi, Number(one.id), day) ?? 0;
    return { value: sum, state: 'computed' };
  }
  const value = valueAt(kpi, Number(channel), day);
  return value === null
    ? { value, state: 'missing' }
    : { value, state: 'recorded', ...(day % 19 === 0 && { note: true }) };
}

function answer(name: CallName, input: unknown): unknown {
  switch (name) {
    case 'kpis.list':
      return faces.map((face) => ({ id: face.id, definition: { ...face, min: 0 } }));
    case 'catalogue.get':
      return { kras };
    case 'figures.lines': {
      const own = [null, ...channels.map((channel) => channel.id)];
      return {
        lines: faces.map((face) => ({ kpi: face.key, editable: true, channels: own })),
        kpis: faces,
        channels,
      };
    }
    case 'figures.cells': {
      const { from, periods, lines } = input as Input<'figures.cells'>;
      const first = parseIso(from) ?? 0;
      return {
        lines: lines.map(({ kpi, channel }) => {
          const cells = Array.from({ length: periods }, (_, i) => cellOf(kpi, channel, first + i));
          return { cells, total: { value: 1234, recorded: 30, expected: 31 } };
        }),
      };
    }
    case 'figures.set': {
      const { edits } = input as Input<'figures.set'>;
      for (const edit of edits) {
        const day = parseIso(edit.start) ?? 0;
        if (typeof edit.value === 'number') typed.set(`${edit.kpi - 1}|${edit.channel}|${day}`, edit.value);
      }
      for (const listener of listeners)
        listener({ type: 'changed', client: 1, areas: ['figures', 'imports'] });
      return { batch: 1, changed: edits.length };
    }
    case 'figures.history':
      return { steps: [], undo: null, redo: null, more: false };
    case 'figures.owed':
      return {
        period: { cadence: 'month', start: '2026-10-01' },
        missing: [],
        count: 0,
        unasked: [],
        notes: [],
        kpis: faces,
        channels,
      };
    case 'figures.origin':
      return { claims: [], note: null, finer: null };
    default:
      return [];
  }
}

const transport: Transport = {
  invoke: <N extends CallName>(name: N, input: Input<N>): Promise<Reply<Output<N>>> =>
    new Promise((resolve) => {
      setTimeout(
        () => resolve({ ok: true, data: answer(name, input) as Output<N> }),
        name === 'figures.cells' ? ANSWER : 1,
      );
    }),
  subscribe: (listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  upload: () => Promise.reject(new Error('no files here')),
  save: () => Promise.resolve({ outcome: 'cancelled' }),
  saveAll: () => Promise.resolve({ outcome: 'cancelled', files: [] }),
};
Object.defineProperty(window, 'pulsebook', { value: transport });

location.hash = '#/c/1/figures?by=day&reach=years';
const queries = makeQueryClient();
listeners.add((event) => applyEvent(queries, event));
const root = document.querySelector('#root');
if (root)
  createRoot(root).render(
    <Frame queries={queries} size={{ height: '100vh' }}>
      <AtClient client={client}>
        <FiguresScreen />
      </AtClient>
    </Frame>,
  );
