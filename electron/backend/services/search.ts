/**
 * Search across everything. The index says where words stand; here they are read, left out when they are gone, cut into
 * snippets and told with their place. Saved views of the explorer are few and read from their layouts.
 */
import type { Output, Parsed } from '../../../shared/contract/api.ts';
import { searchHitKinds } from '../../../shared/contract/api/search.ts';
import type { SearchHit, SearchHitKind } from '../../../shared/contract/api/search.ts';
import { isBase } from '../../../shared/domain/base.ts';
import { holdsAll, snippetOf, wordsOf } from '../../../shared/domain/matching.ts';
import { isoOf } from '../../../shared/domain/time.ts';
import type { Day } from '../../../shared/domain/time.ts';
import { listChannels } from '../../store/queries/channels.ts';
import { listClients } from '../../store/queries/clients.ts';
import type { ClientRow } from '../../store/queries/clients.ts';
import { listKpis } from '../../store/queries/kpis.ts';
import { matchesOf, queryOf, settleSearch } from '../../store/queries/search.ts';
import { foundRow } from '../../store/queries/searchRows.ts';
import type { FoundRow } from '../../store/queries/searchRows.ts';
import { cadenceOf } from '../../store/rows.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { requireClient } from './clients.ts';
import { layoutOf } from './layouts.ts';

/** Rows of one piece of indexing: about 40 ms. */
const PIECE = 2000;

/** Tokens of a commentary say their number only when it is read as a report. */
const withoutTokens = (text: string): string => text.replaceAll(/\{\{[^{}]*\}\}/g, '…');

export function findEverywhere(ctx: ReadContext, input: Parsed<'search.find'>): Output<'search.find'> {
  if (input.client !== null) requireClient(ctx, input.client);
  const query = queryOf(input.text, input.client);
  if (query === null) return { hits: [] };
  const words = wordsOf(input.text);
  const clients = new Map(listClients(ctx.store, true).map((client) => [client.id, client]));
  const lists = knownLists(ctx);
  const hits = searchHitKinds.flatMap((kind) => {
    if (kind === 'view') return viewsFound(ctx, [...clients.values()], input, words);
    const found: SearchHit[] = [];
    const seen = new Set<number>();
    for (const id of matchesOf(ctx.store, kind, query)) {
      const row = foundRow(ctx.store, kind, id);
      const client = row && clients.get(row.client);
      if (row === undefined || client === undefined || seen.has(row.id)) continue;
      if (row.listed !== undefined && !lists[row.listed](row.client).has(row.id)) continue;
      // Several files of one import are one hit; what only a token names is none.
      seen.add(row.id);
      if (kind === 'text' && !holdsAll(withoutTokens(row.texts.join(' ')), words)) continue;
      found.push(hitOf(kind, row, client, words, lists));
      if (found.length === input.limit) break;
    }
    return found;
  });
  return { hits };
}

interface Lists {
  readonly kpi: (client: number) => ReadonlyMap<number, { readonly en: string; readonly es: string }>;
  readonly channel: (client: number) => ReadonlyMap<number, string>;
}

/** KPIs and channels that are there, read once a client. */
function knownLists(ctx: ReadContext): Lists {
  const once = <T>(read: (client: number) => T): ((client: number) => T) => {
    const known = new Map<number, T>();
    return (client) => {
      const has = known.get(client);
      if (has !== undefined) return has;
      const made = read(client);
      known.set(client, made);
      return made;
    };
  };
  return {
    kpi: once(
      (client) =>
        new Map(
          listKpis(ctx.store, client).map(({ id, definition }) => {
            const { name, key } = JSON.parse(definition) as {
              name?: { en: string; es: string };
              key?: string;
            };
            return [id, name ?? { en: key ?? '', es: key ?? '' }];
          }),
        ),
    ),
    channel: once((client) => new Map(listChannels(ctx.store, client).map(({ id, name }) => [id, name]))),
  };
}

function hitOf(
  kind: Exclude<SearchHitKind, 'view'>,
  row: FoundRow,
  client: ClientRow,
  words: readonly string[],
  lists: Lists,
): SearchHit {
  const texts = row.texts.flatMap((text) => (text === null || text === '' ? [] : [text]));
  // The text that holds most of what was looked for; of several the first.
  const best = texts.map((text) => words.filter((word) => holdsAll(text, [word])).length);
  const text = texts[best.indexOf(Math.max(...best))] ?? '';
  const { text: cut, ranges } = snippetOf(kind === 'text' ? withoutTokens(text) : text, words);
  const kpi = row.kpi == null ? undefined : lists.kpi(row.client).get(row.kpi);
  const channel = row.channel == null ? undefined : lists.channel(row.client).get(row.channel);
  return {
    kind,
    id: row.id,
    client: { id: client.id, name: client.name, archived: client.archived_at !== null },
    text: cut,
    marks: ranges.map(([from, to]) => [from, to]),
    kpi: kpi === undefined || row.kpi == null ? null : { id: row.kpi, name: kpi },
    channel: channel === undefined || row.channel == null ? null : { id: row.channel, name: channel },
    day: row.day == null ? null : isoOf(row.day as Day),
    period:
      row.period === undefined
        ? null
        : { cadence: cadenceOf(row.period.cadence), start: isoOf(row.period.first as Day) },
    section:
      row.section !== undefined && isBase(row.section.base)
        ? {
            key: row.section.key,
            base: row.section.base,
            language: row.section.language === 'es' ? 'es' : 'en',
          }
        : null,
    query: null,
  };
}

function viewsFound(
  ctx: ReadContext,
  clients: readonly ClientRow[],
  { client: within, limit }: Parsed<'search.find'>,
  words: readonly string[],
): SearchHit[] {
  return clients
    .filter(({ id }) => within === null || id === within)
    .flatMap((client) =>
      (layoutOf(ctx, client.id, 'explorer')?.views ?? []).flatMap(({ name, query }, i) => {
        if (!holdsAll(name, words)) return [];
        const { text, ranges } = snippetOf(name, words);
        return [
          {
            kind: 'view' as const,
            id: i,
            client: { id: client.id, name: client.name, archived: client.archived_at !== null },
            text,
            marks: ranges.map(([from, to]): [number, number] => [from, to]),
            kpi: null,
            channel: null,
            day: null,
            period: null,
            section: null,
            query,
          },
        ];
      }),
    )
    .slice(0, limit);
}

/** Follows the book: the index is brought up to date in pieces that nobody has to wait for. */
export interface SearchKeeper {
  /** Call after each command. A small change is indexed at once, a large one while nothing else is asked. */
  look(): void;
  stop(): void;
}

export function createSearchKeeper(ctx: WriteContext, onError: (error: unknown) => void): SearchKeeper {
  let next: NodeJS.Immediate | null = null;
  let stopped = false;
  const piece = (): void => {
    next = null;
    if (stopped) return;
    try {
      if (settleSearch(ctx.store, PIECE)) next = setImmediate(piece);
    } catch (error) {
      // What is due stays due: the next command tries again.
      onError(error);
    }
  };
  return {
    look: () => {
      if (next === null) piece();
    },
    stop: () => {
      stopped = true;
      if (next !== null) clearImmediate(next);
    },
  };
}
