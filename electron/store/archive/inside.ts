/**
 * Numbers of rows that stand inside texts: formulas, live tokens, marks, layouts, what was said of a case, the ledger.
 *
 * `insideMoved` answers the text with every such number moved. What names a row that is gone says 0 from then on, which
 * nothing is called; in a layout it is left out, in the ledger it keeps its own number below zero.
 * Throws when a text is not of its kind.
 */
import { parseText } from '../../../shared/domain/text/tokens.ts';
import { ledgerTables } from './tables.ts';
import type { InsideKind, NumberedTable } from './tables.ts';

export interface Moves {
  /** The new number of a row; `null`: it is not there. */
  readonly row: (table: NumberedTable, id: number) => number | null;
  /** The newest batch that is not newer than this one; 0 where there is none. */
  readonly upTo: (batch: number) => number;
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
type JsonObject = { readonly [key: string]: Json };

export function insideMoved(kind: Exclude<InsideKind, 'ledger'>, text: string, moves: Moves): string {
  switch (kind) {
    case 'definition':
      return definitionMoved(text, moves);
    case 'text':
      return textMoved(text, moves);
    case 'told':
      return JSON.stringify(
        listOf(text).map((one) =>
          isObject(one) && typeof one['token'] === 'string'
            ? { ...one, token: textMoved(one['token'], moves) }
            : one,
        ),
      );
    case 'mark':
      return markMoved(text, moves);
    case 'fired': {
      const fired = objectOf(text);
      const { mark } = fired;
      return JSON.stringify(typeof mark === 'string' ? { ...fired, mark: markMoved(mark, moves) } : fired);
    }
    case 'layout':
      return JSON.stringify(layoutMoved(objectOf(text), moves));
    case 'caseData':
      return JSON.stringify(caseMoved(objectOf(text), moves));
    case 'caseEdits': {
      const edits = objectOf(text);
      const { after, fields } = edits;
      if (typeof after !== 'number' || !isObject(fields))
        throw new Error('not what a person changed of a case');
      return JSON.stringify({ ...edits, after: moves.upTo(after), fields: caseMoved(fields, moves) });
    }
  }
}

/** The number an entry of the ledger is about, in the table its kind points to. */
export function ledgerIdMoved(entity: string, id: number, moves: Moves): number {
  const table = ledgerTables[entity];
  return table === undefined ? id : kept(moves.row(table, id), id);
}

/** What was, or became, of an entry of the ledger. */
export function ledgerMoved(entity: string, text: string, moves: Moves): string {
  const row: unknown = JSON.parse(text);
  return isObject(row) ? JSON.stringify(rowMoved(entity, row, moves)) : text;
}

const rowTables: Readonly<Record<string, NumberedTable>> = {
  client: 'clients',
  kpi: 'kpis',
  channel: 'channels',
  batch: 'batches',
  created_by: 'batches',
  item: 'content_items',
  case_id: 'cases',
  tag: 'tags',
};

function rowMoved(entity: string, row: JsonObject, moves: Moves): JsonObject {
  const table = ledgerTables[entity];
  return Object.fromEntries(
    Object.entries(row).map(([key, value]): [string, Json] => {
      const of = key === 'id' ? table : Object.hasOwn(rowTables, key) ? rowTables[key] : undefined;
      if (of !== undefined && typeof value === 'number' && Number.isSafeInteger(value) && value !== 0)
        return [key, kept(moves.row(of, value), value)];
      if (typeof value !== 'string') return [key, value];
      if (key === 'definition' && entity === 'kpi') return [key, definitionMoved(value, moves)];
      if (key === 'body' && entity === 'text') return [key, textMoved(value, moves)];
      if (key === 'mark') return [key, markMoved(value, moves)];
      return [key, value];
    }),
  );
}

/** What is gone keeps its number, below zero: no row of any client has one there. */
function kept(moved: number | null, id: number): number {
  return moved ?? -Math.abs(id);
}

function definitionMoved(text: string, moves: Moves): string {
  const definition = objectOf(text);
  const { formula } = definition;
  if (typeof formula !== 'string') return text;
  return JSON.stringify({
    ...definition,
    formula: formula.replaceAll(/\{(\d+)\}/g, (_, id: string) => `{${moves.row('kpis', Number(id)) ?? 0}}`),
  });
}

function textMoved(text: string, moves: Moves): string {
  return parseText(text)
    .map((part) => {
      if (part.kind !== 'token') return part.source;
      let { source } = part;
      // From the back: what stands before a replaced number keeps its place.
      for (const [named, table] of [
        [part.token.channel, 'channels'],
        [part.token.kpi, 'kpis'],
      ] as const) {
        if (named === null || named.id === null) continue;
        const at = named.at - part.at;
        source = `${source.slice(0, at)}#${moves.row(table, named.id) ?? 0}${source.slice(at + named.length)}`;
      }
      return source;
    })
    .join('');
}

/** `rule|kpi|channel|what it is the same by`: the third is a channel, or empty. */
function markMoved(mark: string, moves: Moves): string {
  const parts = mark.split('|');
  const channel = Number(parts[2]);
  if (parts.length >= 3 && Number.isSafeInteger(channel) && channel > 0)
    parts[2] = String(moves.row('channels', channel) ?? 0);
  return parts.join('|');
}

function caseMoved(fields: JsonObject, moves: Moves): JsonObject {
  const { channel } = fields;
  return typeof channel === 'number' ? { ...fields, channel: moves.row('channels', channel) } : fields;
}

const layoutTables: Readonly<Record<string, NumberedTable>> = { kpi: 'kpis', channel: 'channels' };

/** Cards name KPIs and channels in fields of those names; kept charts name them in an address. */
function layoutMoved(layout: JsonObject, moves: Moves): JsonObject {
  const gone = Symbol('gone');
  const walk = (value: Json): Json | typeof gone => {
    if (Array.isArray(value)) {
      const list: readonly Json[] = value;
      return list.flatMap((one) => {
        const moved = walk(one);
        return moved === gone ? [] : [moved];
      });
    }
    if (!isObject(value)) return value;
    const out: Record<string, Json> = {};
    for (const [key, inner] of Object.entries(value)) {
      const table = Object.hasOwn(layoutTables, key) ? layoutTables[key] : undefined;
      if (table !== undefined && typeof inner === 'number') {
        const moved = moves.row(table, inner);
        if (moved === null) return gone;
        out[key] = moved;
      } else if (key === 'query' && typeof inner === 'string') out[key] = addressMoved(inner, moves);
      else {
        const moved = walk(inner);
        if (moved !== gone) out[key] = moved;
      }
    }
    return out;
  };
  const moved = walk(layout);
  return moved === gone ? layout : (moved as JsonObject);
}

/** Values of a chart's address that are numbers of rows; the rest of it stays letter for letter. */
const addressTables: Readonly<Record<string, NumberedTable>> = {
  kpi: 'kpis',
  with: 'kpis',
  channel: 'channels',
};

function addressMoved(query: string, moves: Moves): string {
  return query.replaceAll(
    /(^|&)(kpi|with|channel)=(\d+)(?=&|$)/g,
    (_, before: string, key: string, id: string) => {
      const table = addressTables[key];
      const moved = table === undefined ? Number(id) : (moves.row(table, Number(id)) ?? 0);
      return `${before}${key}=${moved}`;
    },
  );
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objectOf(text: string): JsonObject {
  const value: unknown = JSON.parse(text);
  if (!isObject(value)) throw new Error('not an object');
  return value;
}

function listOf(text: string): readonly Json[] {
  const value: unknown = JSON.parse(text);
  if (!Array.isArray(value)) throw new Error('not a list');
  return value;
}
