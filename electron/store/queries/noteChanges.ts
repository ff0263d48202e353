/**
 * Notes on figures as statements of batches, like figures: the note shown is what the newest live batch says of it, and
 * what stood there before the first of them where none lives. So a note goes back with the edit that wrote it, in
 * whatever order edits are taken back.
 */
import type { ReadStore, WriteStore } from '../openStore.ts';
import { statement } from '../rows.ts';
import type { CellKey } from './claims.ts';
import { saveNote } from './figures.ts';

const CELL = 'client = ? AND kpi = ? AND channel = ? AND cadence = ? AND day = ?';

function at(cell: CellKey): number[] {
  return [cell.client, cell.kpi, cell.channel, cell.cadence, cell.day];
}

/** What a batch did to a note; said twice of one cell, the first `before` and the last `after` count. */
export function recordNote(
  store: WriteStore,
  batch: number,
  cell: CellKey,
  change: { before: string | null; after: string | null },
): void {
  statement<unknown[], never>(
    store,
    `INSERT INTO note_changes (batch, client, kpi, channel, cadence, day, before, after) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET after = excluded.after`,
  ).run(batch, ...at(cell), change.before, change.after);
}

/** The note of one figure. */
export function noteOf(store: ReadStore, cell: CellKey): string | null {
  return (
    statement<number[], { text: string }>(store, `SELECT text FROM figure_notes WHERE ${CELL}`).get(
      ...at(cell),
    )?.text ?? null
  );
}

/** Makes every note a batch changed say what holds now. Call after the batch's `live` changed, in the same transaction. */
export function settleNotes(
  store: WriteStore,
  batch: number,
  moment: string,
): { notes: number; keptLater: number } {
  const cells = statement<[number], CellKey>(
    store,
    'SELECT client, kpi, channel, cadence, day FROM note_changes WHERE batch = ?',
  ).all(batch);
  let keptLater = 0;
  for (const cell of cells) {
    const changes = statement<
      number[],
      { batch: number; live: number; before: string | null; after: string | null }
    >(
      store,
      `SELECT n.batch, b.live, n.before, n.after FROM batches b CROSS JOIN note_changes n ON n.batch = b.id
       WHERE b.client = ? AND b.kind = 'edit' AND n.kpi = ? AND n.channel = ? AND n.cadence = ? AND n.day = ?
       ORDER BY n.batch`,
    ).all(...at(cell));
    const newest = changes.findLast((change) => change.live === 1);
    const text = newest === undefined ? (changes[0]?.before ?? null) : newest.after;
    if (newest !== undefined && newest.batch > batch) keptLater += 1;
    saveNote(store, { ...cell, text, at: moment });
  }
  return { notes: cells.length, keptLater };
}

/** Notes that a batch changed. */
export function noteCount(store: ReadStore, batch: number): number {
  return (
    statement<[number], { n: number }>(store, 'SELECT count(*) AS n FROM note_changes WHERE batch = ?').get(
      batch,
    )?.n ?? 0
  );
}
