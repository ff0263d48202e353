/**
 * Found cells by what they are of: each key once, whatever was copied. Of several cells with one key the one that says
 * something else than when it went out counts; where two of them do, and not the same, nobody knows which.
 */
import { plainWords, sameNumber } from '../../../../shared/domain/returned/same.ts';
import { parseIso } from '../../../../shared/domain/time.ts';
import type { IsoDate } from '../../../../shared/domain/time.ts';
import { readKey } from '../workbook/keys.ts';
import type { RowKey } from '../workbook/keys.ts';
import type { Baseline } from './baseline.ts';
import type { Printed } from './carried.ts';
import type { FoundCell } from './found.ts';

export interface Saying {
  /** Tells the cells of a session apart, and is the key it is carried under. */
  readonly id: string;
  readonly key: RowKey;
  /** Of a cell to fill in. */
  readonly start?: IsoDate;
  readonly cell: FoundCell;
  readonly was: Printed;
  readonly twice: boolean;
}

export function* cellsSaying(found: readonly FoundCell[], went: Baseline): Generator<Saying> {
  const added = new Map<string, number>();
  const seen = new Set<string>();
  const all = Map.groupBy(
    found.filter((cell) => cell.added !== true),
    (cell) => cell.key,
  );
  for (const cell of found) {
    if (cell.added === true) {
      const n = (added.get(cell.key) ?? 0) + 1;
      added.set(cell.key, n);
      const key = readKey(cell.key);
      if (key?.kind === 'text') yield { id: `${cell.key}+${n}`, key, cell, was: null, twice: false };
      continue;
    }
    if (seen.has(cell.key)) continue;
    seen.add(cell.key);
    const saying = sayingOf(all.get(cell.key) ?? [cell], cell, went);
    if (saying !== null) yield saying;
  }
}

function sayingOf(cells: readonly FoundCell[], first: FoundCell, went: Baseline): Saying | null {
  const { key: id, kind } = first;
  // The day of a cell to fill in stands behind the key of its row.
  const start = kind === 'entry' ? id.slice(-10) : undefined;
  const key = readKey(start === undefined ? id : id.slice(0, -11));
  if (key === null || key.kind !== kind || (start !== undefined && parseIso(start) === undefined))
    return null;
  const was = went.value(id) ?? null;
  const others = cells.filter((cell) => cell.failed || !same(cell.value, was));
  const cell = others[0] ?? first;
  const twice = others.some((one) => one.failed !== cell.failed || !same(one.value, cell.value));
  return { id, key, ...(start === undefined ? {} : { start }), cell, was, twice };
}

function same(a: Printed, b: Printed): boolean {
  if (typeof a === 'string' || typeof b === 'string')
    return plainWords(String(a ?? '')) === plainWords(String(b ?? ''));
  return sameNumber(a, b);
}
