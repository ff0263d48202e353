/** What of the content is shown and how: kept in the address, so that a link leads to the same view. */
import type { Input } from '../../../shared/contract/api.ts';
import { contentSorts } from '../../../shared/contract/api/content.ts';
import { defaultAge } from '../../../shared/domain/content.ts';
import { endOf, isoOf } from '../../../shared/domain/time.ts';
import type { Day } from '../../../shared/domain/time.ts';
import type { usePlace } from '../../app/index.ts';
import { toDto } from '../../i18n/period.ts';

type Place = ReturnType<typeof usePlace>;

export const ages = [7, 28, 90] as const;
export type Sort = Input<'content.list'>['sort'];

export interface ContentView {
  /** `null`: the metric that most items have. */
  readonly metric: number | null;
  readonly age: number;
  readonly channel: number | null;
  readonly type: string | null;
  readonly tag: number | null;
  /** Words of the title or link. */
  readonly text: string;
  /** Only items published in the period of the place. */
  readonly inPeriod: boolean;
  readonly sort: Sort;
  readonly order: 'down' | 'up';
}

export function viewOf(place: Place): ContentView {
  const age = Number(place.param('age'));
  return {
    metric: idOf(place.param('metric')),
    age: ages.find((one) => one === age) ?? defaultAge,
    channel: idOf(place.param('channel')),
    type: place.param('type') ?? null,
    tag: idOf(place.param('tag')),
    text: place.param('text') ?? '',
    inPeriod: place.param('published') === 'period',
    sort: contentSorts.find((one) => one === place.param('sort')) ?? 'published',
    order: place.param('order') === 'up' ? 'up' : 'down',
  };
}

function idOf(text: string | undefined): number | null {
  const id = Number(text);
  return Number.isInteger(id) && id > 0 ? id : null;
}

/** Puts changes of the view into the address; what is the usual is left out of it. */
export function setView(place: Place, change: Partial<ContentView>): void {
  const view = { ...viewOf(place), ...change };
  place.set(
    {
      metric: view.metric === null ? undefined : String(view.metric),
      age: view.age === defaultAge ? undefined : String(view.age),
      channel: view.channel === null ? undefined : String(view.channel),
      type: view.type ?? undefined,
      tag: view.tag === null ? undefined : String(view.tag),
      text: view.text === '' ? undefined : view.text,
      published: view.inPeriod ? 'period' : undefined,
      sort: view.sort === 'published' ? undefined : view.sort,
      order: view.order === 'down' ? undefined : view.order,
    },
    { replace: true },
  );
}

/** What the view asks of the backend, without client and page. */
export function askedBy(
  view: ContentView,
  place: Place,
): Omit<Input<'content.list'>, 'client' | 'offset' | 'limit'> {
  const { inPeriod, ...rest } = view;
  return {
    ...rest,
    from: inPeriod ? isoOf(place.period.start) : null,
    to: inPeriod ? isoOf((endOf(place.period) - 1) as Day) : null,
    period: toDto(place.period),
    base: place.base,
  };
}
