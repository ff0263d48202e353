/**
 * One KPI behind the contract for the tests of the target editor: thirteen months of interactions on two channels. The
 * answer to a preview is made from the target asked about, so that a test sees which one was.
 */
import type { CallName, Input, Output } from '../../shared/contract/api.ts';
import type { Smart, TargetPreview } from '../../shared/contract/api/advice.ts';
import type { Client } from '../../shared/contract/api/clients.ts';
import type { TargetDto } from '../../shared/contract/api/kpis.ts';
import type { BackendEvent, Reply } from '../../shared/contract/reply.ts';
import type { Transport } from '../../shared/contract/transport.ts';
import type { KpiDefinition } from '../../shared/domain/kpi.ts';
import type { Status } from '../../shared/domain/results.ts';
import { applyEvent, makeQueryClient } from '../../renderer/api/queryClient.ts';
import { TargetScreen } from '../../renderer/features/kpis/index.ts';
import { clientDto } from '../support/clientDto.ts';
import { AtClient, Frame } from './frame.tsx';

type Fields = Input<'targets.set'>;

const words = (text: string) => ({ en: text, es: text });
const interactions: KpiDefinition = {
  key: 'interactions',
  name: { en: 'Interactions', es: 'Interacciones' },
  definition: words('Comments, replies and shares.'),
  unit: { kind: 'count' },
  direction: 'up',
  timeAggregation: 'sum',
  channelAggregation: 'sum',
  kra: 'engagement',
  stage: 'engagement',
  level: 'strategic',
  cadence: 'day',
  vanity: false,
  aliases: { en: [], es: [] },
  target: { kind: 'atLeast' },
};
const months = Array.from({ length: 15 }, (_, i) => {
  const month = i + 11;
  return `${2025 + Math.floor((month - 1) / 12)}-${String(((month - 1) % 12) + 1).padStart(2, '0')}-01`;
});
/** November 2025 to October 2026 closed, November running, two to come. */
const history = [1000, 1040, 1010, 1080, null, 1120, 1150, 1190, 1160, 1220, 1260, 1300, 420];

/** How a month would have been judged: ten per cent under the goal is the floor. */
function statusOf(value: number | null, goal: number): Status {
  if (value === null) return 'noData';
  return value >= goal ? 'met' : value >= goal * 0.9 ? 'atRisk' : 'off';
}

function smartOf(target: Fields): Smart[] {
  const goal = target.goal;
  const growth = {
    asked: goal / 1300 - 1,
    usual: 0.03,
    most: 0.12,
    samples: 11,
    periods: 3,
    cadence: 'month',
  };
  return [
    target.channel === null
      ? { light: 'specific', state: 'partly', reasons: [{ code: 'allChannels', values: { channels: 2 } }] }
      : {
          light: 'specific',
          state: 'yes',
          reasons: [{ code: 'namesChannel', values: { channel: String(target.channel) } }],
        },
    {
      light: 'measurable',
      state: 'yes',
      reasons: [{ code: 'recorded', values: { unit: 'day', figures: 11 } }],
    },
    goal <= 1300
      ? {
          light: 'achievable',
          state: 'yes',
          reasons: [{ code: 'alreadyThere', values: { value: 1300, goal } }],
        }
      : goal > 1300 * 1.12
        ? { light: 'achievable', state: 'no', reasons: [{ code: 'beyond', values: growth }] }
        : { light: 'achievable', state: 'yes', reasons: [{ code: 'within', values: growth }] },
    {
      light: 'relevant',
      state: 'yes',
      reasons: [{ code: 'kra', values: { kra: 'engagement', stage: 'engagement' } }],
    },
    target.to === null
      ? { light: 'timeBound', state: 'no', reasons: [{ code: 'noEnd', values: {} }] }
      : {
          light: 'timeBound',
          state: 'yes',
          reasons: [{ code: 'ends', values: { last: '2026-12-31', periods: 3, cadence: 'month' } }],
        },
  ];
}

export function previewOf(target: Fields): TargetPreview {
  const { goal } = target;
  return {
    smart: smartOf(target),
    points: months.map((start, i) => {
      const value = history[i] ?? null;
      const running = i === 12;
      return {
        start,
        value,
        state: value !== null ? 'value' : i > 12 ? 'notExpected' : 'missing',
        running,
        goal,
        goalTo: target.goalTo ?? null,
        floor: target.floor ?? goal * 0.9,
        status: i > 12 ? null : running ? 'behind' : statusOf(value, goal),
      };
    }),
    now: {
      period: { cadence: 'month', start: '2026-11-01' },
      judgement: { status: 'behind', goal, floor: goal * 0.9, sense: 'atLeast' },
      value: 420,
      forecast: { value: 1310, low: 1240, high: 1390, points: 28, outlook: 'open' },
    },
    pace: Array.from({ length: 30 }, (_, i) => ({
      day: `2026-11-${String(i + 1).padStart(2, '0')}`,
      value: i < 9 ? 47 * (i + 1) : null,
      goal: (goal * (i + 1)) / 30,
    })),
    growth: { asked: goal / 1300 - 1, usual: 0.03, most: 0.12, samples: 11, periods: 3 },
  };
}

export interface TargetBook {
  readonly client: Client;
  /** Targets asked about so far, newest last. */
  readonly previews: Fields[];
  readonly set: Fields[];
}

const listeners = new Set<(event: BackendEvent) => void>();
let current: ((name: CallName, input: unknown) => unknown) | null = null;
const transport: Transport = {
  invoke: async <N extends CallName>(name: N, input: Input<N>) =>
    ({ ok: true, data: current?.(name, input) }) as Reply<Output<N>>,
  subscribe: (listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  upload: () => Promise.reject(new Error('no files here')),
  save: () => Promise.resolve({ outcome: 'cancelled' }),
  saveAll: () => Promise.resolve({ outcome: 'cancelled', files: [] }),
};
Object.defineProperty(window, 'pulsebook', { value: transport });

let clients = 0;

export function makeBook(targets: readonly TargetDto[] = []): TargetBook {
  clients += 1;
  const client = clientDto({ id: clients, name: 'Northline Labs', initials: 'NL' });
  const held = [...targets];
  const book: TargetBook = { client, previews: [], set: [] };
  current = (name, input) => {
    switch (name) {
      case 'kpis.list':
        return [
          {
            id: 1,
            client: client.id,
            definition: interactions,
            shown: true,
            own: false,
            weight: 1,
            headline: null,
            figures: 365,
            targets: held.length,
          },
        ];
      case 'targets.list':
        return [...held];
      case 'channels.list':
        return [
          { id: 7, name: 'Forum', network: 'discourse' },
          { id: 8, name: 'Discord', network: 'discord' },
        ];
      case 'catalogue.get':
        return {
          kras: [{ key: 'engagement', name: words('Community engagement') }],
          stages: [{ key: 'engagement', name: words('Engagement') }],
        };
      case 'targets.preview': {
        const { target } = input as Input<'targets.preview'>;
        book.previews.push(target);
        return previewOf(target);
      }
      case 'targets.set': {
        const target = input as Fields;
        book.set.push(target);
        held.push({ ...target, id: held.length + 1 });
        for (const listener of listeners)
          listener({ type: 'changed', client: client.id, areas: ['targets', 'kpis'] });
        return { ...target, id: held.length };
      }
      default:
        throw new Error(`the book does not answer ${name}`);
    }
  };
  return book;
}

/** The screen as the app shows it: today is 10 November 2026, the newest closed month October. */
export function Screen({
  book,
  language = 'en',
}: {
  readonly book: TargetBook;
  readonly language?: 'en' | 'es';
}) {
  const queries = makeQueryClient();
  listeners.add((event) => applyEvent(queries, event));
  return (
    <Frame language={language} queries={queries} size={{ width: 1072, height: 780 }}>
      <AtClient client={book.client}>
        <TargetScreen kpi={1} />
      </AtClient>
    </Frame>
  );
}
