/** KPIs that content items answer: items published, and what the middle one had come to at 28 days. */
import { describe, expect, it } from 'vitest';
import { breaksOf } from '../../../shared/domain/breaks.ts';
import { engineOf } from '../../../shared/domain/aggregate.ts';
import { makeBook } from '../../../shared/domain/book.ts';
import type { Book, BookParts, ConfirmedSpan, ContentItem, ContentLog } from '../../../shared/domain/book.ts';
import { compare } from '../../../shared/domain/comparison.ts';
import type { Reading } from '../../../shared/domain/content.ts';
import { explain } from '../../../shared/domain/explain.ts';
import type { ContentSource, KpiDefinition } from '../../../shared/domain/kpi.ts';
import { contentKindOf } from '../../../shared/domain/logs/contentKind.ts';
import { measure } from '../../../shared/domain/measure.ts';
import { addDays, defaultCalendar } from '../../../shared/domain/time.ts';
import { day, formula, kpi, period, run, times } from './support.ts';

const october = period('month', '2026-10-01');
const november = period('month', '2026-11-01');

interface Post {
  readonly on: string | null;
  readonly channel?: string;
  readonly kind?: ContentItem['kind'];
  /** Figures by KPI as exported so many days after publication. */
  readonly read?: Readonly<Record<number, Readonly<Record<string, number>>>>;
}

const span = (from: string, to: string, channel = 'ig'): ConfirmedSpan => ({
  from: day(from),
  to: day(to),
  channel,
});

function logOf(posts: readonly Post[], confirmed: readonly ConfirmedSpan[]): ContentLog {
  const items = posts.map(({ on, channel = 'ig', kind = 'image' }, i): ContentItem => ({
    id: `p${i}`,
    channel,
    kind,
    published: on === null ? null : day(on),
  }));
  const readings = new Map<string, Map<string, Reading[]>>();
  for (const [i, post] of posts.entries()) {
    const published = items[i]?.published ?? day('2026-10-01');
    for (const [age, values] of Object.entries(post.read ?? {}))
      for (const [key, value] of Object.entries(values)) {
        const ofKpi = readings.get(key) ?? new Map<string, Reading[]>();
        readings.set(key, ofKpi);
        ofKpi.set(`p${i}`, [...(ofKpi.get(`p${i}`) ?? []), { asOf: addDays(published, Number(age)), value }]);
      }
  }
  return { items, confirmed, readings: (key) => readings.get(key) ?? new Map() };
}

function sourced(
  measured: ContentSource['measure'],
  kinds: ContentSource['kinds'] = [],
  more: Partial<KpiDefinition> = {},
): KpiDefinition {
  const apart = { timeAggregation: 'none', channelAggregation: 'none' } as const;
  return kpi('answered', {
    source: { log: 'content', measure: measured, kinds },
    ...(measured === 'published' ? {} : apart),
    ...more,
  });
}

function bookOf(
  definition: KpiDefinition,
  posts: readonly Post[],
  confirmed: readonly ConfirmedSpan[] = [],
  more: Partial<BookParts> = {},
): Book {
  return makeBook({
    calendar: defaultCalendar,
    today: day('2026-12-20'),
    definitions: [definition, kpi('reach', { timeAggregation: 'none' }), kpi('likes')],
    channels: ['ig', 'fb'].map((id) => ({ id, activeFrom: null, activeTo: null })),
    series: [],
    contentLog: logOf(posts, confirmed),
    ...more,
  });
}

const value = (book: Book, channel: string | null = null, of = october) =>
  measure(book, 'answered', channel, of);

describe('items published', () => {
  const published = sourced('published');

  it('count on the day they were published, channel by channel and together', () => {
    const posts = [{ on: '2026-10-02' }, { on: '2026-10-02' }, { on: '2026-10-31' }, { on: '2026-11-01' }];
    const book = bookOf(
      published,
      [...posts, { on: '2026-10-09', channel: 'fb' }],
      [span('2026-10-01', '2026-11-10'), span('2026-10-01', '2026-10-31', 'fb')],
    );
    expect(value(book, 'ig')).toMatchObject({ value: 3, coverage: { recorded: 31, expected: 31 } });
    expect(value(book, 'fb')).toMatchObject({ value: 1 });
    expect(value(book)).toMatchObject({ value: 4, state: 'value' });
  });

  it('an item nobody knows the day of counts nowhere', () => {
    expect(value(bookOf(published, [{ on: null }, { on: '2026-10-04' }])).value).toBe(1);
  });

  it('no item means zero only where an export holds those days', () => {
    const posts = [{ on: '2026-09-20' }];
    const none = bookOf(published, posts, [span('2026-09-01', '2026-09-30')]);
    expect(value(none)).toMatchObject({ value: null, state: 'missing', reasons: ['unconfirmedLog'] });
    const covered = bookOf(published, posts, [span('2026-09-01', '2026-10-31')]);
    expect(value(covered)).toMatchObject({ value: 0, coverage: { recorded: 31, expected: 31 } });
    const partly = bookOf(published, [...posts, { on: '2026-10-20' }], [span('2026-10-01', '2026-10-10')]);
    expect(value(partly)).toMatchObject({ value: 1, coverage: { recorded: 11, expected: 31 } });
  });

  it('give way to a figure of exactly the period, on its channel alone', () => {
    const posts = [{ on: '2026-10-02' }, { on: '2026-10-03', channel: 'fb' }];
    const spans = [span('2026-10-01', '2026-10-31'), span('2026-10-01', '2026-10-31', 'fb')];
    const book = bookOf(published, posts, spans, {
      series: [run('answered', 'ig', 'month', '2026-10-01', [9])],
    });
    expect(value(book, 'ig').value).toBe(9);
    expect(value(book).value).toBe(10);
  });

  it('days counted by the network win where they know as much', () => {
    const book = bookOf(published, [{ on: '2026-10-02' }], [span('2026-10-01', '2026-10-31')], {
      series: [run('answered', 'ig', 'day', '2026-10-01', times(31, 2))],
    });
    expect(value(book).value).toBe(62);
  });

  it('are of the kinds asked for, and silence tells of a kind only where exports name it', () => {
    const reels = sourced('published', ['reel']);
    const posts: Post[] = [
      { on: '2026-10-02', kind: 'reel' },
      { on: '2026-10-03', kind: 'image' },
      { on: '2026-10-03', kind: 'image', channel: 'fb' },
    ];
    const spans = [span('2026-10-01', '2026-11-30'), span('2026-10-01', '2026-11-30', 'fb')];
    const book = bookOf(reels, posts, spans);
    expect(value(book).value).toBe(1);
    expect(value(book, 'ig', november).value).toBe(0);
    expect(value(book, 'fb', november).value).toBeNull();
    const unclear = bookOf(reels, [...posts, { on: '2026-10-05', kind: null }], spans);
    expect(value(unclear, 'ig', november).value).toBeNull();
  });

  it('comments and mailings are no posts, unless they are asked for', () => {
    const posts: Post[] = [
      { on: '2026-10-02', kind: 'comment' },
      { on: '2026-10-02', kind: 'mailing' },
    ];
    expect(value(bookOf(published, posts)).value).toBeNull();
    expect(value(bookOf(sourced('published', ['mailing']), posts)).value).toBe(1);
  });

  it('a running month is compared like for like up to the newest day the exports hold', () => {
    const book = bookOf(
      published,
      [{ on: '2026-10-02' }, { on: '2026-10-20' }, { on: '2026-11-03' }, { on: '2026-11-04' }],
      [span('2026-10-01', '2026-11-07')],
      { today: day('2026-11-10') },
    );
    const { now, base, span: days, wholeBase } = compare(book, 'answered', null, november, 'previous');
    expect([now.value, base.value, wholeBase?.value]).toEqual([2, 1, 2]);
    expect(days.to).toBe('2026-11-07');
  });

  it('a channel whose newest export ends before the running month is left out of both sides, and named', () => {
    const book = bookOf(
      published,
      [{ on: '2026-10-02' }, { on: '2026-10-03', channel: 'fb' }, { on: '2026-11-03' }],
      [span('2026-10-01', '2026-11-07'), span('2026-10-01', '2026-10-25', 'fb')],
      { today: day('2026-11-10') },
    );
    const { now, base, left } = compare(book, 'answered', null, november, 'previous');
    expect([now.value, base.value, left]).toEqual([1, 1, ['fb']]);
  });

  it('feed a formula: interactions per post on the days both are known', () => {
    const rate = formula('per_post', 'likes / answered');
    const book = bookOf(
      published,
      [{ on: '2026-10-02' }, { on: '2026-10-03' }],
      [span('2026-10-01', '2026-10-31')],
      {
        definitions: [published, rate, kpi('likes')],
        series: [run('likes', 'ig', 'day', '2026-10-01', times(31, 10))],
      },
    );
    expect(measure(book, 'per_post', null, october).value).toBe(155);
  });

  it('are explained by their number', () => {
    const book = bookOf(
      published,
      [{ on: '2026-10-02' }, { on: '2026-10-03' }],
      [span('2026-10-01', '2026-10-31')],
    );
    const [root] = explain(book, 'answered', null, october, 'previous');
    expect(root).toMatchObject({ used: 2, over: { kind: 'log', log: 'content', entries: 2 } });
  });
});

describe('the middle item at 28 days', () => {
  const reach = sourced('reach');
  const settled = (on: string, at28: number, more: Partial<Post> = {}): Post => ({
    on,
    read: { 28: { reach: at28 } },
    ...more,
  });
  const whole = [span('2026-10-01', '2026-11-30')];

  it('is the median of those published in the period, each at the same age', () => {
    const posts = [settled('2026-10-02', 10), settled('2026-10-03', 100), settled('2026-10-04', 40)];
    const between: Post = { on: '2026-10-05', read: { 20: { reach: 400 }, 40: { reach: 1000 } } };
    expect(value(bookOf(reach, posts, whole))).toMatchObject({ value: 40, reasons: [] });
    // 400 at 20 days and 1000 at 40 make 640 at 28.
    expect(value(bookOf(reach, [...posts, between], whole)).value).toBe(70);
  });

  it('leaves out what was not read at that age, says so, and covers fewer days', () => {
    const young: Post = { on: '2026-10-30', read: { 9: { reach: 9000 } } };
    const late: Post = { on: '2026-10-29', read: { 60: { reach: 9000 } } };
    const book = bookOf(reach, [settled('2026-10-02', 10), young, late], whole);
    expect(value(book)).toMatchObject({
      value: 10,
      reasons: ['itemsNotAtAge'],
      coverage: { recorded: 29, expected: 31 },
    });
    const [root] = explain(book, 'answered', null, october, 'previous');
    const over = root?.over ?? explain(book, 'answered', 'ig', october, 'previous')[0]?.over;
    expect(over).toEqual({ kind: 'log', log: 'content', entries: 1, age: 28, left: 2 });
  });

  it('has no value, never 0, while every item of the period is too young', () => {
    const book = bookOf(reach, [{ on: '2026-10-30', read: { 9: { reach: 900 } } }], whole);
    expect(value(book)).toMatchObject({ value: null, state: 'missing', reasons: ['itemsNotAtAge'] });
  });

  it('is told channel by channel: two networks have no middle together', () => {
    const posts = [settled('2026-10-02', 10), settled('2026-10-02', 500, { channel: 'fb' })];
    const book = bookOf(reach, posts, [...whole, span('2026-10-01', '2026-11-30', 'fb')]);
    expect([value(book, 'ig').value, value(book, 'fb').value]).toEqual([10, 500]);
    expect(value(book)).toMatchObject({ value: null, reasons: ['nonAdditive'] });
  });

  it('of a figure that only some items have takes those, and no channel without any', () => {
    const views = sourced('views');
    const video = (n: number): Post => ({ on: '2026-10-02', read: { 28: { video_views: n } } });
    const posts: Post[] = [video(5), { on: '2026-10-03', read: { 28: { reach: 1 } } }];
    const book = bookOf(
      views,
      [...posts, { on: '2026-10-03', channel: 'fb' }],
      [...whole, span('2026-10-01', '2026-10-31', 'fb')],
    );
    expect(value(book)).toMatchObject({ value: 5, reasons: [] });
    expect(engineOf(book).recordedOn('answered')).toEqual(['ig']);
  });

  it('adds the parts of interactions up the same way for all items of a channel', () => {
    const interactions = sourced('interactions');
    const parts = (n: number) => ({ likes: n, comments: 1, shares: 1, saves: 1 });
    const posts: Post[] = [
      { on: '2026-10-02', read: { 28: parts(7) } },
      { on: '2026-10-03', read: { 28: parts(17) } },
      { on: '2026-10-04', read: { 28: { likes: 1000 } } },
      { on: '2026-10-02', channel: 'fb', read: { 28: { interactions: 33, likes: 1, comments: 1 } } },
    ];
    const book = bookOf(interactions, posts, whole);
    expect([value(book, 'ig').value, value(book, 'fb').value]).toEqual([15, 33]);
  });

  it('inherits a change of what the items hold', () => {
    const changed = { kpi: 'reach', day: day('2026-10-15'), channel: null, factor: 2, note: 'Counted anew' };
    const book = bookOf(reach, [settled('2026-10-02', 10), settled('2026-11-02', 20)], whole, {
      breaks: [changed],
    });
    expect(breaksOf(engineOf(book), 'answered', null)).toMatchObject([{ factor: null }]);
    expect(compare(book, 'answered', 'ig', november, 'previous').change.kind).toBe('notComparable');
  });
});

describe('the kind of an item', () => {
  it.each([
    ['IG reel', 'reel'],
    ['Reel de IG', 'reel'],
    ['IG image', 'image'],
    ['Imagen de IG', 'image'],
    ['IG carousel', 'carousel'],
    ['Secuencia de IG', 'carousel'],
    ['Historia de IG', 'story'],
    ['Videos', 'video'],
    ['Vídeo en directo', 'live'],
    ['Photos', 'image'],
    ['comment', 'comment'],
    ['campaign', 'mailing'],
    ['Organic', null],
    [null, null],
  ])('%s is %s', (type, kind) => {
    expect(contentKindOf(type)).toBe(kind);
  });
});
