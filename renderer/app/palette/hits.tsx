/** What the book holds of the words typed: the client at hand first, a line each, with what it is and where it stands. */
import { Command } from 'cmdk';
import type { SearchHit, SearchHitKind } from '../../../shared/contract/api/search.ts';
import { useCall } from '../../api/index.ts';
import { makeFormat } from '../../i18n/format.tsx';
import { useLanguage, useT } from '../../i18n/index.tsx';
import { ClientBadge } from '../../ui/ClientBadge.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { IconName } from '../../ui/Icon.tsx';
import { navigate } from '../location.ts';
import css from '../Palette.module.css';
import { calendarOf } from '../state.ts';
import { hitHref } from './hitHref.ts';
import { Marked } from './Line.tsx';

const hitIcons: Readonly<Record<SearchHitKind, IconName>> = {
  client: 'grid',
  kpi: 'trend',
  channel: 'globe',
  content: 'image',
  annotation: 'flag',
  action: 'check',
  figureNote: 'note',
  statusNote: 'note',
  text: 'file',
  evidence: 'book',
  case: 'book',
  tag: 'tag',
  view: 'trend',
  import: 'import',
  deliverable: 'file',
  recipe: 'import',
};

export interface Hit extends SearchHit {
  readonly key: string;
}

const EACH = 4;
const MOST = 14;

/** Hits for a text; what other lines of the palette show already is left out. */
export function useHits(
  text: string,
  here: number | null,
): { readonly hits: readonly Hit[]; readonly isLoading: boolean } {
  const { data, isFetching } = useCall(
    'search.find',
    text.length < 2 ? null : { text, client: null, limit: EACH },
  );
  if (text.length < 2) return { hits: [], isLoading: false };
  const hits = (data?.hits ?? [])
    .filter((hit) => hit.kind !== 'client' || hit.client.archived)
    .filter((hit) => hit.kind !== 'kpi' || hit.client.id !== here)
    .toSorted((a, b) => Number(b.client.id === here) - Number(a.client.id === here))
    .slice(0, MOST);
  return {
    hits: hits.map((hit) => ({ ...hit, key: `hit ${hit.kind} ${hit.client.id} ${hit.id}` })),
    isLoading: isFetching,
  };
}

export function HitLines({
  hits,
  onSelect,
}: {
  readonly hits: readonly Hit[];
  readonly onSelect: (go: () => void) => void;
}) {
  const t = useT();
  const language = useLanguage();
  const clients = useCall('clients.list', { archived: true }).data ?? [];
  if (hits.length === 0) return null;
  return (
    <Command.Group heading={t.app.palette.found} className={css['group']}>
      {hits.map((hit) => {
        const client = clients.find(({ id }) => id === hit.client.id);
        const format = makeFormat(language, client ?? null);
        const where = [
          t.app.palette.kinds[hit.kind],
          hit.kind === 'kpi' ? undefined : hit.kpi?.name[language],
          hit.kind === 'channel' ? undefined : hit.channel?.name,
          hit.period !== null
            ? format.period(hit.period, 'medium')
            : hit.day !== null
              ? format.date(hit.day, 'medium')
              : undefined,
          hit.client.archived ? t.app.palette.archived : undefined,
        ];
        return (
          <Command.Item
            key={hit.key}
            value={hit.key}
            className={css['hit']}
            onSelect={() => onSelect(() => navigate(hitHref(hit, calendarOf(client ?? null))))}
          >
            <Icon name={hitIcons[hit.kind]} />
            <span className={css['found']}>
              <span className={css['snippet']}>
                <Marked text={hit.text} marks={hit.marks} />
              </span>
              <span className={css['where']}>{where.filter(Boolean).join(' · ')}</span>
            </span>
            <span className={css['of']}>
              {client !== undefined && <ClientBadge client={client} />}
              {hit.client.name}
            </span>
          </Command.Item>
        );
      })}
    </Command.Group>
  );
}
