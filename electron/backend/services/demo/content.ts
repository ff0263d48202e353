/** Posts of the demo: what each had come to every Monday, as if somebody had exported them then. */
import { addDays, isoOf, weekdayOf } from '../../../../shared/domain/time.ts';
import type { Day } from '../../../../shared/domain/time.ts';
import { insertBatch } from '../../../store/queries/batches.ts';
import { insertConfirmed } from '../../../store/queries/confirmed.ts';
import { insertMetric, insertReading, itemFor } from '../../../store/queries/content.ts';
import { momentOf, newUid } from '../../context.ts';
import type { WriteContext } from '../../context.ts';
import { recordBatch } from '../batches.ts';
import type { DemoClient, DemoPosts } from './inputs.ts';
import { diceOf } from './random.ts';
import type { Timeline } from './timeline.ts';

/** As shares of the people reached, before chance. */
const shares = { likes: 0.061, comments: 0.006, shares: 0.004, saves: 0.009 } as const;
type Reaction = keyof typeof shares;
const reactions = Object.keys(shares) as Reaction[];

/** Exports look back so far; days in which a post makes two thirds of its way. */
const lookBack = 120;
const pace = { video: 11, other: 5 } as const;

/** KPIs that the posts of a client have figures of. */
export function contentKpis(demo: DemoClient): readonly string[] {
  return demo.content === undefined ? [] : ['reach', 'interactions', 'video_views', ...reactions];
}

interface Where {
  readonly client: number;
  readonly channel: number;
  readonly kpi: (key: string) => number;
  readonly timeline: Timeline;
}

interface Reading {
  readonly kpi: string;
  readonly asOf: Day;
  readonly value: number;
}

/** Writes a channel's posts as one batch. Call inside the transaction of the demo. */
export function writePosts(ctx: WriteContext, demo: DemoPosts, where: Where): void {
  const { client, channel, timeline } = where;
  const made = demo.posts.flatMap((post, i) => {
    const [month, day, type, reach, title] = post;
    const published = addDays(timeline.month(month).start, day - 1);
    const readings = readingsOf(
      `${demo.channel} ${i}`,
      published,
      timeline.today,
      reach,
      demo.videos.includes(type),
    );
    return readings.length === 0 ? [] : [{ number: i + 1, title, type, published, readings }];
  });
  const batch = insertBatch(ctx.store, {
    uid: newUid(),
    client,
    kind: 'demo',
    label: demo.label,
    at: momentOf(ctx),
    counts: JSON.stringify({
      added: made.reduce((sum, one) => sum + one.readings.length, 0),
      changed: 0,
      unchanged: 0,
      kept: 0,
      refused: 0,
    }),
  });
  recordBatch(ctx, batch);
  for (const { number, title, type, published, readings } of made) {
    const words = { title, link: `${demo.link}${isoOf(published)}-${number}`, type, published };
    const item = itemFor(ctx.store, {
      ...words,
      uid: newUid(),
      client,
      channel,
      external_id: `demo-${number}`,
      created_by: batch,
    });
    for (const asOf of new Set(readings.map((reading) => reading.asOf)))
      insertReading(ctx.store, item, asOf, batch, words);
    for (const { kpi, asOf, value } of readings)
      insertMetric(ctx.store, item, where.kpi(kpi), asOf, batch, value);
  }
  const days = made.map((one) => one.published);
  if (days.length === 0) return;
  insertConfirmed(ctx.store, {
    client,
    log: 'content',
    kpi: null,
    channel,
    first: Math.min(...days),
    last: Math.max(...days),
    batch,
    at: momentOf(ctx),
  });
}

/** Every Monday after publication and before today; totals only grow. */
function readingsOf(name: string, published: Day, today: Day, reach: number, video: boolean): Reading[] {
  const dice = diceOf(name);
  const likeable = new Map(reactions.map((kpi) => [kpi, shares[kpi] * (1 + 0.25 * dice.normal())]));
  const watched = 1.3 + 0.3 * dice.even();
  const readings: Reading[] = [];
  for (let age = 1; age <= lookBack; age += 1) {
    const asOf = addDays(published, age);
    if (asOf >= today) break;
    if (weekdayOf(asOf) !== 1) continue;
    const reached = Math.round(reach * (1 - Math.exp(-age / (video ? pace.video : pace.other))));
    const counts = reactions.map((kpi) => ({
      kpi,
      asOf,
      value: Math.round(reached * (likeable.get(kpi) ?? 0)),
    }));
    const interactions = counts.reduce((sum, { value }) => sum + value, 0);
    readings.push(
      { kpi: 'reach', asOf, value: reached },
      { kpi: 'interactions', asOf, value: interactions },
      ...(video ? [{ kpi: 'video_views', asOf, value: Math.round(reached * watched) }] : []),
      ...counts,
    );
  }
  return readings;
}
