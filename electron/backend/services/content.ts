/**
 * Content items compared at equal age. What the store holds of them is kept with the client's book, and so as long as
 * nothing changes; readings of a metric are fetched when somebody asks for it.
 */
import type { Output, Parsed } from '../../../shared/contract/api.ts';
import type { ContentItemDto, ContentSummaryDto } from '../../../shared/contract/api/content.ts';
import type { TagFace } from '../../../shared/contract/api/tags.ts';
import { bare, tidy } from '../../../shared/domain/cells/text.ts';
import { engineOf } from '../../../shared/domain/aggregate.ts';
import { sidesOf } from '../../../shared/domain/bases.ts';
import { breaksOf } from '../../../shared/domain/breaks.ts';
import {
  atAge,
  compareSummaries,
  rateAtAge,
  standingsOf,
  summariseAtAge,
} from '../../../shared/domain/content.ts';
import type { AtAge, Reading } from '../../../shared/domain/content.ts';
import type { Scope } from '../../../shared/domain/engine.ts';
import { childrenOf, kpisIn, shiftsPeriod } from '../../../shared/domain/formula/ast.ts';
import type { Formula } from '../../../shared/domain/formula/ast.ts';
import { parseFormula } from '../../../shared/domain/formula/parse.ts';
import type { Change } from '../../../shared/domain/results.ts';
import { isoOf } from '../../../shared/domain/time.ts';
import type { Day } from '../../../shared/domain/time.ts';
import { countItemsByMetric, itemsOf, newestMetrics } from '../../store/queries/content.ts';
import type { StoredItem } from '../../store/queries/content.ts';
import type { ReadContext } from '../context.ts';
import { CallError } from '../errors.ts';
import { bookOf } from './book.ts';
import type { ClientBook } from './book.ts';
import { channelFace, requireChannel } from './channels.ts';
import { faceOf } from './kpis.ts';
import type { Kpi } from './kpis.ts';
import { dayOfIso, periodOf } from './periods.ts';
import { tagsOn } from './tags.ts';

/** One figure of an item, or a rate over several of them. */
interface Metric {
  readonly kpi: Kpi;
  readonly formula: Formula | null;
}

interface Library {
  readonly items: readonly StoredItem[];
  /** Those that most items have first. */
  readonly metrics: readonly Metric[];
}

const libraries = new WeakMap<ClientBook, Library>();
const none: readonly Reading[] = [];

function libraryOf(ctx: ReadContext, book: ClientBook): Library {
  let library = libraries.get(book);
  if (!library) libraries.set(book, (library = readLibrary(ctx, book)));
  return library;
}

function readLibrary(ctx: ReadContext, book: ClientBook): Library {
  const client = book.client.id;
  return {
    items: itemsOf(ctx.store, client),
    metrics: metricsOf(book, countItemsByMetric(ctx.store, client)),
  };
}

/** What exports say of items, then the rates over it: those that look at no other period and lack no input. */
function metricsOf(book: ClientBook, items: ReadonlyMap<number, number>): Metric[] {
  const stored = book.kpis
    .filter((kpi) => items.has(kpi.row.id))
    .toSorted((a, b) => (items.get(b.row.id) ?? 0) - (items.get(a.row.id) ?? 0) || rankOf(a) - rankOf(b));
  const keys = new Set(stored.map((kpi) => kpi.definition.key));
  const rates = book.kpis.flatMap((kpi): Metric[] => {
    const { key, formula } = kpi.definition;
    if (formula === undefined || keys.has(key)) return [];
    const parsed = parseFormula(formula);
    if (!parsed.ok || looksBack(parsed.formula)) return [];
    const inputs = [...kpisIn(parsed.formula).keys()];
    return inputs.length > 0 && inputs.every((input) => keys.has(input))
      ? [{ kpi, formula: parsed.formula }]
      : [];
  });
  return [...stored.map((kpi) => ({ kpi, formula: null })), ...rates];
}

/** What a person asks first about a post, where as many items have it. */
const asked = ['reach', 'views', 'impressions', 'video_views', 'interactions'];

function rankOf(kpi: Kpi): number {
  const at = asked.indexOf(kpi.definition.key);
  return at === -1 ? asked.length : at;
}

function looksBack(formula: Formula): boolean {
  return (
    (formula.kind === 'call' && shiftsPeriod(formula.name)) ||
    childrenOf(formula).some((one) => looksBack(one))
  );
}

/** An item with its metric at the age; `group` names those it may be compared with. */
interface Aged {
  readonly item: StoredItem;
  readonly group: string;
  readonly at: AtAge;
}

type Asked = Parsed<'content.list'>;

export function contentList(ctx: ReadContext, input: Asked): Output<'content.list'> {
  const book = bookOf(ctx, input.client);
  if (input.channel !== null) requireChannel(ctx, input.channel, input.client);
  const library = libraryOf(ctx, book);
  const metric = chosen(library, input.metric);
  const window = daysOf(input);
  const onChannel = library.items.filter((item) => input.channel === null || item.channel === input.channel);
  const alike = onChannel.filter((item) => input.type === null || item.type === input.type);
  const aged = metric === null ? [] : agedItems(book, metric, alike, input.age);
  const standings = standingsOf(aged);
  const tags = tagsOn(ctx, input.client, 'item');
  const bears = (item: StoredItem): boolean =>
    tags.get(item.id)?.some((tag) => tag.id === input.tag) === true;
  const sought = bare(tidy(input.text ?? ''));
  const rows = aged
    .map((one, i) => ({ ...one, standing: standings[i] ?? ({ kind: 'unsettled' } as const) }))
    .filter(({ item }) => isWithin(item.published, window))
    .filter(({ item }) => input.tag == null || bears(item))
    .filter(({ item }) => sought === '' || bare(`${item.title} ${item.link ?? ''}`).includes(sought))
    .toSorted((a, b) => compareRows(a, b, input));
  const sides = sidesOf(periodOf(input.period, book.calendar), input.base, book.calendar);
  const channels = new Set(library.items.map((item) => item.channel));
  return {
    metrics: library.metrics.map(({ kpi }) => faceOf(kpi)),
    metric: metric?.kpi.row.id ?? null,
    channels: book.channelRows.filter((row) => channels.has(row.id)).map(channelFace),
    types: [...new Set(onChannel.flatMap((item) => item.type ?? []))].toSorted(),
    items: rows
      .slice(input.offset, input.offset + input.limit)
      .map((row) => itemDto(ctx, row, metric?.kpi.row.id ?? null, tags.get(row.item.id) ?? [])),
    total: rows.length,
    all: library.items.length,
    span: sides.span,
    baseSpan: sides.baseSpan,
    tagged:
      input.tag == null
        ? null
        : {
            with: summariseAtAge(aged.filter(({ item }) => bears(item)).map(({ at }) => at)),
            without: summariseAtAge(aged.filter(({ item }) => !bears(item)).map(({ at }) => at)),
          },
    summaries: metric === null ? [] : summariesOf(book, metric, aged, sides.now, sides.base, input.age),
  };
}

function chosen(library: Library, id: number | null): Metric | null {
  if (id === null) return library.metrics[0] ?? null;
  const found = library.metrics.find((metric) => metric.kpi.row.id === id);
  if (!found) throw new CallError('kpi-not-found', `no item has a metric ${id}`);
  return found;
}

interface Days {
  readonly from: Day | null;
  readonly to: Day | null;
}

function daysOf({ from, to }: Asked): Days {
  return { from: from === null ? null : dayOfIso(from), to: to === null ? null : dayOfIso(to) };
}

/** An item nobody knows the day of stands in no window but the open one. */
function isWithin(published: number | null, { from, to }: Days): boolean {
  if (published === null) return from === null && to === null;
  return (from === null || published >= from) && (to === null || published <= to);
}

/** Items published under another definition of the metric are another group. */
function agedItems(
  book: ClientBook,
  { kpi, formula }: Metric,
  items: readonly StoredItem[],
  age: number,
): Aged[] {
  const engine = engineOf(book);
  const breaks = new Map<number, readonly Day[]>();
  const changesOn = (channel: number): readonly Day[] => {
    let days = breaks.get(channel);
    if (!days) {
      days = breaksOf(engine, kpi.definition.key, [String(channel)]).map((one) => one.day);
      breaks.set(channel, days);
    }
    return days;
  };
  return items.map((item) => {
    const published = item.published as Day | null;
    const readingsOf = (key: string): readonly Reading[] =>
      book.contentLog().readings(key).get(String(item.id)) ?? none;
    const era = changesOn(item.channel).filter((day) => published !== null && day <= published).length;
    return {
      item,
      group: `${item.channel}|${era}`,
      at:
        formula === null
          ? atAge(readingsOf(kpi.definition.key), published, age)
          : rateAtAge(formula, readingsOf, published, age),
    };
  });
}

type Row = Aged & { readonly standing: ContentItemDto['standing'] };

/** What has no value comes last whichever way it is sorted; the newest first among equals. */
function compareRows(a: Row, b: Row, { sort, order }: Asked): number {
  const [x, y] = [sortValue(a, sort), sortValue(b, sort)];
  if (x !== y) {
    if (x === null) return 1;
    if (y === null) return -1;
    return order === 'down' ? y - x : x - y;
  }
  return (b.item.published ?? 0) - (a.item.published ?? 0) || b.item.id - a.item.id;
}

function sortValue({ item, at, standing }: Row, sort: Asked['sort']): number | null {
  switch (sort) {
    case 'published':
      return item.published;
    case 'value':
      return at.state === 'none' ? null : at.value;
    case 'ratio':
      return standing.kind === 'compared' ? standing.ratio : null;
  }
}

function itemDto(
  ctx: ReadContext,
  { item, at, standing }: Row,
  metric: number | null,
  tags: readonly TagFace[],
): ContentItemDto {
  return {
    id: item.id,
    channel: String(item.channel),
    type: item.type,
    title: item.title,
    link: item.link,
    published: item.published === null ? null : isoOf(item.published as Day),
    at,
    standing,
    tags,
    others: newestMetrics(ctx.store, item.id)
      .filter(({ kpi }) => kpi !== metric)
      .map(({ kpi, value, as_of }) => ({ kpi, value, asOf: isoOf(as_of as Day) })),
  };
}

/** Channel by channel: figures of two networks are not one kind of thing. */
function summariesOf(
  book: ClientBook,
  { kpi }: Metric,
  aged: readonly Aged[],
  now: Scope,
  base: Scope | null,
  age: number,
): ContentSummaryDto[] {
  const engine = engineOf(book);
  return book.channelRows.flatMap((channel): ContentSummaryDto[] => {
    const own = aged.filter(({ item }) => item.channel === channel.id);
    const of = (scope: Scope) =>
      summariseAtAge(
        own.flatMap(({ item, at }) =>
          item.published !== null && item.published >= scope.from && item.published < scope.to ? [at] : [],
        ),
      );
    const nowSummary = of(now);
    const baseSummary = base === null ? null : of(base);
    if ([nowSummary, baseSummary].every((one) => one === null || one.n + one.provisional + one.without === 0))
      return [];
    const change = compareSummaries(nowSummary, baseSummary);
    const broken =
      base !== null &&
      breaksOf(engine, kpi.definition.key, [String(channel.id)]).find(
        ({ day }) => day > Math.min(base.from, now.from) && day < Math.max(base.to, now.to) + age,
      );
    return [
      {
        channel: String(channel.id),
        now: nowSummary,
        base: baseSummary,
        change: broken && isNumber(change) ? { kind: 'notComparable', since: isoOf(broken.day) } : change,
      },
    ];
  });
}

function isNumber(change: Change | null): boolean {
  return change?.kind === 'change' || change?.kind === 'baseZero';
}
