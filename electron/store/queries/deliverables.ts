/** What went out, kept as it was. */
import type { ReadStore, WriteStore } from '../openStore.ts';
import { statement } from '../rows.ts';

export interface DeliverableRow {
  readonly id: number;
  readonly client: number;
  readonly cadence: number;
  readonly first: number;
  readonly base: string;
  readonly language: string;
  readonly format: string;
  readonly file_name: string;
  readonly at: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface NewDeliverable extends Omit<DeliverableRow, 'id'> {
  readonly uid: string;
  /** The report model as compressed JSON. */
  readonly model: Buffer;
}

const FIELDS = 'id, client, cadence, first, base, language, format, file_name, at, bytes, sha256';

export function listDeliverables(store: ReadStore, client: number): DeliverableRow[] {
  return statement<[number], DeliverableRow>(
    store,
    `SELECT ${FIELDS} FROM deliverables WHERE client = ? ORDER BY id DESC`,
  ).all(client);
}

/** With its report model. */
export function getDeliverable(
  store: ReadStore,
  id: number,
): (DeliverableRow & Pick<NewDeliverable, 'model'>) | undefined {
  return statement<[number], DeliverableRow & Pick<NewDeliverable, 'model'>>(
    store,
    `SELECT ${FIELDS}, model FROM deliverables WHERE id = ?`,
  ).get(id);
}

export function insertDeliverable(store: WriteStore, row: NewDeliverable): number {
  const result = statement<NewDeliverable, never>(
    store,
    `INSERT INTO deliverables (uid, client, cadence, first, base, language, format, file_name, at, bytes, sha256, model)
     VALUES (@uid, @client, @cadence, @first, @base, @language, @format, @file_name, @at, @bytes, @sha256, @model)`,
  ).run(row);
  return Number(result.lastInsertRowid);
}
