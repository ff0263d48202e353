/** One client's rows as the lines of an archive, numbered from 1 in the order they were made. */
import type { ReadStore } from '../openStore.ts';
import { columnsOf, hasColumn, keyOf, listed, tablesIn } from './columns.ts';
import type { ArchiveHead } from './format.ts';
import { ARCHIVE_FORMAT } from './format.ts';
import { insideMoved, ledgerIdMoved, ledgerMoved } from './inside.ts';
import type { Moves } from './inside.ts';
import { archiveTables } from './tables.ts';
import type { ArchiveTable, Column, NumberedTable } from './tables.ts';

export interface Extract {
  readonly head: ArchiveHead;
  /** Lines without their ends. Reads one state of the store only while the caller holds a transaction. */
  readonly lines: () => Generator<string>;
}

/** The client must exist. */
export function extractClient(
  { db }: ReadStore,
  client: number,
  told: Pick<ArchiveHead, 'app' | 'at' | 'by'>,
): Extract {
  const tables = tablesIn(db, archiveTables);
  const schema = Number(db.pragma('user_version', { simple: true }));
  const named = String(db.prepare('SELECT name FROM clients WHERE id = ?').pluck().get(client));
  const rows = tables.reduce(
    (sum, table) =>
      sum +
      Number(db.prepare(`SELECT count(*) FROM "${table.name}" t WHERE ${table.of}`).pluck().get({ client })),
    0,
  );
  const head: ArchiveHead = {
    pulsebook: 'client',
    format: ARCHIVE_FORMAT,
    schema,
    ...told,
    client: named,
    rows,
  };
  return {
    head,
    *lines() {
      yield JSON.stringify(head);
      const moves = movesTo(numbersOf(db, tables, client));
      for (const table of tables) {
        const columns = columnsOf(db, table.name);
        yield JSON.stringify({ table: table.name, columns: columns.map((column) => column.name) });
        const entity = hasColumn(columns, 'entity') ? columns.findIndex((c) => c.name === 'entity') : -1;
        const writers = columns.map((column) => writerOf(table, column, moves, entity));
        const read = db.prepare(
          `SELECT ${listed(
            columns.map((column) => column.name),
            't.',
          )} FROM "${table.name}" t WHERE ${table.of} ORDER BY ${listed(keyOf(columns), 't.')}`,
        );
        for (const row of read.raw().iterate({ client }) as IterableIterator<Cell[]>)
          yield JSON.stringify(writers.map((write, i) => write(row[i] ?? null, row)));
      }
      yield JSON.stringify({ end: rows });
    },
  };
}

type Numbers = ReadonlyMap<string, ReadonlyMap<number, number>>;

function numbersOf(db: ReadStore['db'], tables: readonly ArchiveTable[], client: number): Numbers {
  return new Map(
    tables.flatMap((table) => {
      if (table.numbered !== true) return [];
      const ids = db
        .prepare(`SELECT t.id FROM "${table.name}" t WHERE ${table.of} ORDER BY t.id`)
        .pluck()
        .all({ client }) as number[];
      return [[table.name, new Map(ids.map((id, i) => [id, i + 1]))] as const];
    }),
  );
}

function movesTo(numbers: Numbers): Moves {
  const batches = [...(numbers.get('batches')?.keys() ?? [])];
  return {
    row: (table, id) => numbers.get(table)?.get(id) ?? null,
    upTo: (batch) => batches.findLastIndex((id) => id <= batch) + 1,
  };
}

/** What a column of a row holds. */
type Cell = null | number | string | Buffer;
type Write = (value: Cell, row: readonly Cell[]) => Cell;

function writerOf(table: ArchiveTable, column: Column, moves: Moves, entity: number): Write {
  const { name } = column;
  const inside = table.inside?.[name];
  if (inside === 'ledger')
    return (value, row) => {
      const kind = textOf(row[entity] ?? null);
      if (value === null) return null;
      return name === 'entity_id'
        ? ledgerIdMoved(kind, Number(value), moves)
        : ledgerMoved(kind, textOf(value), moves);
    };
  if (inside !== undefined)
    return (value) => (value === null ? null : insideMoved(inside, textOf(value), moves));
  const of = name === 'id' && table.numbered === true ? (table.name as NumberedTable) : table.refs[name];
  if (of !== undefined) {
    const zero = table.zero?.includes(name) === true;
    return (value) => {
      if (value === null || (zero && value === 0)) return value;
      const moved = moves.row(of, Number(value));
      if (moved === null)
        throw new Error(
          `${table.name}.${name} names ${value.toString()}, which is no row of ${of} of this client`,
        );
      return moved;
    };
  }
  if (column.type === 'BLOB') return (value) => (Buffer.isBuffer(value) ? value.toString('base64') : value);
  return (value) => value;
}

function textOf(value: Cell): string {
  if (typeof value !== 'string') throw new Error('not a text');
  return value;
}
