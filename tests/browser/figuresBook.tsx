/**
 * A small book behind the contract for the tests of the figures screen: three KPIs and a computed one, four weeks of
 * a client who writes decimal commas. It keeps what it is told, batch by batch, as the backend does.
 */
import type { CallName, Input, Output } from '../../shared/contract/api.ts';
import type { EditStep, FigureEdit, GridCell } from '../../shared/contract/api/figures.ts';
import type { Client } from '../../shared/contract/api/clients.ts';
import type { BackendEvent, Reply } from '../../shared/contract/reply.ts';
import type { Transport } from '../../shared/contract/transport.ts';
import type { KpiFace } from '../../shared/contract/values.ts';
import type { Unit } from '../../shared/domain/kpi.ts';
import { isoOf, parseIso } from '../../shared/domain/time.ts';
import type { Day } from '../../shared/domain/time.ts';
import { applyEvent, makeQueryClient } from '../../renderer/api/queryClient.ts';
import { FiguresScreen } from '../../renderer/features/figures/index.ts';
import { clientDto } from '../support/clientDto.ts';
import { AtClient, Frame } from './frame.tsx';

export interface Call {
  readonly name: string;
  readonly input: unknown;
}

export interface Book {
  readonly client: Client;
  readonly calls: Call[];
  /** Every `figures.set` so far, as its edits. */
  edits(): readonly (readonly FigureEdit[])[];
  /** What each action was called. */
  labels(): readonly (string | undefined)[];
  /** Makes the next `figures.set` wait until the returned function is called. */
  hold(): () => void;
  /** Makes the next `figures.set` fail. */
  fail(code: 'disk-full' | 'figure-value'): void;
  value(kpi: string, start: string): number | null | 'na' | undefined;
}

const words = (text: string) => ({ en: text, es: text });
interface KpiLike {
  readonly id: number;
  readonly key: string;
  readonly unit: Unit;
  readonly min?: number;
  readonly max?: number;
  readonly computed?: true;
}
const usual: readonly KpiLike[] = [
  { id: 1, key: 'interactions', unit: { kind: 'count' }, min: 0 },
  { id: 2, key: 'response_rate', unit: { kind: 'percent' }, min: 0, max: 1 },
  { id: 3, key: 'first_reply', unit: { kind: 'duration' }, min: 0 },
  { id: 4, key: 'engagement_rate', unit: { kind: 'percent' }, computed: true },
];
const face = (kpi: KpiLike): KpiFace => ({
  id: kpi.id,
  key: kpi.key,
  name: words(kpi.key),
  unit: kpi.unit,
  direction: 'up',
  kra: kpi.id < 4 ? 'engagement' : 'growth',
  stage: 'engagement',
  level: 'operational',
  cadence: 'week',
  timeAggregation: kpi.computed ? 'formula' : 'sum',
  computed: kpi.computed ?? false,
  vanity: false,
});

let clients = 0;
type Stated = number | null | 'na' | undefined;
interface Change {
  readonly key: string;
  readonly before: Stated;
  readonly after: Stated;
}

interface Step {
  readonly batch: number;
  readonly label: string;
  readonly changes: readonly Change[];
  live: boolean;
}

export interface BookOptions {
  /** Further KPIs, without figures of their own. */
  readonly more?: number;
  readonly channels?: boolean;
  readonly numberFormat?: Client['numberFormat'];
}

const listeners = new Set<(event: BackendEvent) => void>();
let current: ((name: CallName, input: unknown) => Promise<Reply<unknown>>) | null = null;
const transport: Transport = {
  invoke: async <N extends CallName>(name: N, input: Input<N>) =>
    (await (current?.(name, input) ??
      Promise.resolve({ ok: false, error: { code: 'internal', message: 'no book' } }))) as Reply<Output<N>>,
  subscribe: (listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  upload: () => Promise.reject(new Error('no files here')),
  save: () => Promise.resolve({ outcome: 'cancelled' }),
  saveAll: () => Promise.resolve({ outcome: 'cancelled', files: [] }),
};
Object.defineProperty(window, 'pulsebook', { value: transport });

/** A book of its own client, so that nothing is left over from another test. It answers until the next one is made. */
export function makeBook({ channels = true, numberFormat = '1.234,5', more = 0 }: BookOptions = {}): Book {
  const kpis: readonly KpiLike[] = [
    ...usual,
    ...Array.from({ length: more }, (_, i): KpiLike => ({
      id: 100 + i,
      key: `more_${i}`,
      unit: { kind: 'count' },
    })),
  ];
  clients += 1;
  const client = clientDto({
    id: clients,
    name: 'Almazara',
    color: '#66741a',
    numberFormat,
    initials: 'AO',
  });
  const calls: Call[] = [];
  const stated = new Map<string, Stated>();
  const steps: Step[] = [];
  const unasked = new Map<string, string>();
  let why: string | null = null;
  const made = channels ? [{ id: 7, name: 'Forum', network: 'discourse' }] : [];
  let gate: Promise<void> = Promise.resolve();
  let failure: 'disk-full' | 'figure-value' | null = null;
  const keyOf = (kpi: number, start: string): string => `${kpi}|${start}`;
  for (const [i, start] of weeks('2026-08-31', 10).entries()) {
    stated.set(keyOf(1, start), 100 + i);
    if (i !== 5) stated.set(keyOf(2, start), 0.9);
    stated.set(keyOf(3, start), 7384.5);
  }

  const stepOf = ({ batch, label, changes, live }: Step): EditStep => ({
    batch,
    label,
    at: '2026-11-10T09:00:00.000Z',
    live,
    undoneAt: live ? null : '2026-11-10T09:05:00.000Z',
    figures: changes.length,
    notes: 0,
  });
  function ends(): { undo: EditStep | null; redo: EditStep | null } {
    const last = steps.findLast((step) => step.live);
    const next = steps.find((step) => !step.live && step.batch > (last?.batch ?? 0));
    return { undo: last ? stepOf(last) : null, redo: next ? stepOf(next) : null };
  }
  function cell(kpi: KpiLike, channel: string | null, start: string): GridCell {
    if (channel === null && !kpi.computed) return { value: 500, state: 'computed' };
    if (channel !== null && channel !== '7') return { value: null, state: 'notExpected' };
    if (kpi.computed) return { value: 0.05, state: 'computed' };
    const value = stated.get(keyOf(kpi.id, start));
    if (value === 'na') return { value: null, state: 'notApplicable' };
    if (typeof value === 'number') return { value, state: 'recorded' };
    return { value: null, state: start < '2026-11-09' ? 'missing' : 'notExpected' };
  }
  function tell(): void {
    for (const listener of listeners)
      listener({ type: 'changed', client: client.id, areas: ['figures', 'imports', 'channels'] });
  }
  function put(changes: readonly Change[], side: 'before' | 'after'): void {
    for (const change of changes) stated.set(change.key, change[side]);
    tell();
  }
  const ok = (data: unknown): Reply<unknown> => ({ ok: true, data });
  const no = (code: 'disk-full' | 'figure-value'): Reply<unknown> => ({
    ok: false,
    error: { code, message: code },
  });

  async function answer(name: CallName, input: unknown): Promise<Reply<unknown>> {
    calls.push({ name, input });
    switch (name) {
      case 'kpis.list':
        return ok(kpis.map((kpi) => ({ id: kpi.id, definition: { ...kpi, cadence: 'week' } })));
      case 'catalogue.get':
        return ok({
          kras: [
            { key: 'engagement', name: words('Community engagement') },
            { key: 'growth', name: words('Community growth') },
          ],
        });
      case 'figures.lines':
        return ok({
          lines:
            made.length === 0
              ? []
              : kpis.map((kpi) => ({
                  kpi: kpi.key,
                  editable: !kpi.computed,
                  channels: kpi.computed ? [null] : made.map((one) => String(one.id)),
                })),
          kpis: kpis.map(face),
          channels: made.map((one) => ({ ...one, id: String(one.id) })),
        });
      case 'figures.cells': {
        const { from, periods, lines } = input as Input<'figures.cells'>;
        const starts = weeks(from, periods);
        return ok({
          lines: lines.map(({ kpi: key, channel }) => {
            const kpi = kpis.find((one) => one.key === key);
            return {
              cells: kpi ? starts.map((start) => cell(kpi, channel, start)) : [],
              total: { value: 507, recorded: 5, expected: 5 },
            };
          }),
        });
      }
      case 'figures.owed': {
        const gaps = kpis.flatMap((kpi) =>
          kpi.computed || made.length === 0
            ? []
            : weeks('2026-09-28', 5)
                .filter((start) => cell(kpi, '7', start).state === 'missing')
                .map((start) => ({ kpi: kpi.key, start })),
        );
        const missing = [...Map.groupBy(gaps, (gap) => gap.kpi)].map(([kpi, list]) => ({
          kpi,
          channel: '7',
          cadence: 'week' as const,
          starts: list.map(({ start }) => start),
          recorded: 5 - list.length,
          expected: 5,
        }));
        return ok({
          period: { cadence: 'month', start: '2026-10-01' },
          missing: missing.filter((one) => !unasked.has(one.kpi)),
          count: gaps.filter((gap) => !unasked.has(gap.kpi)).length,
          unasked: [...unasked].map(([kpi, since]) => ({ kpi, channel: '7', since })),
          notes:
            made.length === 0
              ? []
              : [
                  {
                    kpi: 'response_rate',
                    channel: '7',
                    value: 0.5,
                    judgement: { status: 'off', goal: 0.9, sense: 'atLeast' },
                    text: why,
                  },
                ],
          kpis: kpis.map(face),
          channels: made.map((one) => ({ ...one, id: String(one.id) })),
        });
      }
      case 'figures.ask': {
        const { kpi, since } = input as Input<'figures.ask'>;
        const key = kpis.find((one) => one.id === kpi)?.key ?? '';
        if (since === null) unasked.delete(key);
        else unasked.set(key, since);
        tell();
        return ok({ before: null });
      }
      case 'statusNotes.set':
        why = (input as Input<'statusNotes.set'>).text;
        tell();
        return ok({ before: null });
      case 'figures.history':
        return ok({ steps: steps.map(stepOf).toReversed(), ...ends(), more: false });
      case 'figures.undo':
      case 'figures.redo': {
        const { undo, redo } = ends();
        const one = steps.find((step) => step.batch === (name === 'figures.undo' ? undo : redo)?.batch);
        if (!one) return ok({ step: null, steps: 0, cells: 0, keptLater: 0 });
        one.live = name === 'figures.redo';
        put(one.changes, one.live ? 'after' : 'before');
        return ok({ step: stepOf(one), steps: 1, cells: one.changes.length, keptLater: 0 });
      }
      case 'figures.backTo': {
        const to = (input as Input<'figures.backTo'>).batch ?? 0;
        for (const one of steps.toReversed()) {
          if (one.live && one.batch > to) put(one.changes, 'before');
          if (one.batch > to) one.live = false;
        }
        for (const one of steps) {
          if (!one.live && one.batch <= to) put(one.changes, 'after');
          if (one.batch <= to) one.live = true;
        }
        return ok({ step: null, steps: 1, cells: 1, keptLater: 0 });
      }
      case 'figures.set': {
        const { edits, label } = input as Input<'figures.set'>;
        await gate;
        if (failure) {
          const code = failure;
          failure = null;
          return no(code);
        }
        const changes = edits.flatMap((edit): Change[] => {
          const key = keyOf(edit.kpi, edit.start);
          const after = edit.value ?? undefined;
          return edit.value === undefined ? [] : [{ key, before: stated.get(key), after }];
        });
        steps.push({ batch: steps.length + 1, label: label ?? '', changes, live: true });
        put(changes, 'after');
        return ok({ batch: steps.length, changed: changes.length });
      }
      case 'figures.origin':
        return ok({ claims: [], note: null, finer: null });
      case 'channels.create': {
        const channel = input as Input<'channels.create'>;
        made.push({ id: 7, name: channel.name, network: channel.network });
        tell();
        return ok({ id: 7 });
      }
      default:
        throw new Error(`the book does not answer ${name}`);
    }
  }
  current = answer;
  return {
    client,
    calls,
    edits: () =>
      calls
        .filter((call) => call.name === 'figures.set')
        .map((call) => (call.input as Input<'figures.set'>).edits),
    labels: () =>
      calls
        .filter((call) => call.name === 'figures.set')
        .map((call) => (call.input as Input<'figures.set'>).label),
    hold: () => {
      let open = (): void => undefined;
      gate = new Promise((resolve) => {
        open = resolve;
      });
      return () => open();
    },
    fail: (code) => {
      failure = code;
    },
    value: (kpi, start) => stated.get(keyOf(kpis.find((one) => one.key === kpi)?.id ?? 0, start)),
  };
}

function weeks(from: string, count: number): string[] {
  const first = parseIso(from) ?? 0;
  return Array.from({ length: count }, (_, i) => isoOf((first + 7 * i) as Day));
}

/** The screen as the app shows it: today is 10 November 2026, the columns weeks 36 to 45 and later. */
export function Screen({ book, language = 'en' }: { readonly book: Book; readonly language?: 'en' | 'es' }) {
  const queries = makeQueryClient();
  listeners.add((event) => applyEvent(queries, event));
  return (
    <Frame language={language} queries={queries} size={{ width: 1240, height: 700 }}>
      <AtClient client={book.client}>
        <FiguresScreen />
      </AtClient>
    </Frame>
  );
}
