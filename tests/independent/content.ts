/**
 * Content items of the generated clients: two channels, one exported up to the day before yesterday, one behind; days that
 * no export covers; items exported again every fortnight, so that some were read at 28 days, some between, some first read
 * later and some too young; comments, which are no posts; items nobody knows the day of.
 */
import type { ConfirmedSpan, ContentItem, ContentLog } from '../../shared/domain/book.ts';
import type { Reading } from '../../shared/domain/content.ts';
import type { KpiDefinition } from '../../shared/domain/kpi.ts';
import type { Target } from '../../shared/domain/target.ts';
import { addDays, civilOf } from '../../shared/domain/time.ts';
import type { Day } from '../../shared/domain/time.ts';
import type { Client } from './generate.ts';
import { randomOf, seedOf } from './random.ts';

/** Channels that have items, and how many days the newest export lies back. */
const exported = { web: 2, slow: 15 } as const;
type Channel = keyof typeof exported;
export const contentChannels = Object.keys(exported) as Channel[];

const base: Omit<KpiDefinition, 'key' | 'timeAggregation' | 'channelAggregation' | 'source'> = {
  name: { en: 'content', es: 'content' },
  definition: { en: 'content', es: 'content' },
  unit: { kind: 'count' },
  direction: 'up',
  kra: 'content',
  stage: 'engagement',
  level: 'operational',
  cadence: 'day',
  vanity: false,
  aliases: { en: [], es: [] },
  target: { kind: 'atLeast' },
};

/** Items published, all and of one kind; the middle item's reach and interactions, which the channels hold differently. */
export const contentDefinitions: readonly KpiDefinition[] = [
  ...(['all_items', 'video_items'] as const).map((key) => ({
    ...base,
    key,
    timeAggregation: 'sum' as const,
    channelAggregation: 'sum' as const,
    source: { log: 'content', measure: 'published', kinds: key === 'all_items' ? [] : ['video'] } as const,
  })),
  ...(['reach', 'interactions'] as const).map((measure) => ({
    ...base,
    key: `middle_${measure}`,
    timeAggregation: 'none' as const,
    channelAggregation: 'none' as const,
    source: { log: 'content', measure, kinds: [] } as const,
  })),
];

export function contentTarget(client: Client): Target {
  return {
    id: 'all_items',
    kpi: 'all_items',
    channel: null,
    kind: 'atLeast',
    cadence: 'month',
    from: addDays(client.from, 100),
    to: null,
    goal: 14,
  };
}

/** An item as plain data: readings by KPI as pairs of day and value. */
interface PlainItem extends ContentItem {
  readonly read: Readonly<Record<string, readonly (readonly [Day, number])[]>>;
}

export interface Content {
  readonly items: readonly PlainItem[];
  readonly confirmed: readonly ConfirmedSpan[];
}

export function contentOf(client: Client): Content {
  const items = contentChannels.flatMap((channel) => itemsOn(client, channel));
  const confirmed = contentChannels.flatMap((channel) => {
    const [from, to] = [addDays(client.from, 40), addDays(client.today, -exported[channel])];
    const hole = addDays(client.from, channel === 'web' ? 300 : 411);
    // The spans of two exports may overlap.
    return [
      { channel, from, to: addDays(from, 90) },
      { channel, from: addDays(from, 70), to: addDays(hole, -1) },
      { channel, from: addDays(hole, 26), to },
    ];
  });
  return { items, confirmed };
}

function itemsOn(client: Client, channel: Channel): PlainItem[] {
  const random = randomOf(seedOf(client.name, 'content', channel));
  const last = addDays(client.today, -exported[channel]);
  const exports: Day[] = [];
  for (let day = addDays(client.from, 130); day <= last; day = addDays(day, random.whole(5, 23)))
    exports.push(day);
  const items: PlainItem[] = [];
  for (let day = addDays(client.from, 45); day <= last; day = addDays(day, 1)) {
    const { month } = civilOf(day);
    // A month without anything, so that zeros are counted too.
    if (month === 4 || !random.chance(0.4)) continue;
    for (let n = random.whole(1, 2); n > 0; n -= 1) {
      const reached = random.whole(40, 4000);
      const read: Record<string, (readonly [Day, number])[]> = {};
      for (const asOf of exports.filter((one) => one >= day && one <= day + 100)) {
        const share = 1 - 1 / (1 + (asOf - day) / 4);
        const put = (kpi: string, of: number): void => {
          (read[kpi] ??= []).push([asOf, Math.floor(reached * share * of)]);
        };
        put('reach', 1);
        if (channel === 'web') {
          put('likes', 0.125);
          put('comments', 0.0625);
          if (items.length % 9 !== 0) put('shares', 0.03125);
        } else {
          put('interactions', 0.25);
          put('likes', 0.125);
        }
      }
      items.push({
        id: `${channel}${items.length}`,
        channel,
        kind: random.pick(['image', 'video', 'video', 'comment'] as const),
        published: random.chance(0.02) ? null : day,
        read,
      });
    }
  }
  return items;
}

/** The same as the engine asks for it. */
export function logOf({ items, confirmed }: Content): ContentLog {
  const byKpi = new Map<string, Map<string, Reading[]>>();
  for (const { id, read } of items)
    for (const [kpi, pairs] of Object.entries(read)) {
      const known = byKpi.get(kpi) ?? new Map<string, Reading[]>();
      byKpi.set(kpi, known);
      known.set(
        id,
        pairs.map(([asOf, value]) => ({ asOf, value })),
      );
    }
  return { items, confirmed, readings: (kpi) => byKpi.get(kpi) ?? new Map() };
}
