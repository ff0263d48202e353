/**
 * A small book to be tortured, and what must be true of any book, read by a plain connection.
 *
 * The rules of claims are written here a second time, in a few lines over all rows, so that they hold whatever the
 * app's own SQL says.
 */
import path from 'node:path';
import Database from 'better-sqlite3';
import { clientInput } from '../support/clientInput.ts';
import type { LoopbackClient } from '../bench/loopbackClient.ts';
import { startHost } from './host.ts';

export const FILE = 'pulsebook.db';

export interface Book {
  readonly data: string;
  readonly client: number;
  readonly kpis: readonly [number, ...number[]];
  readonly channels: readonly [number, ...number[]];
}

/** A client with three KPIs and two channels, made by the app itself. */
export async function prepareBook(data: string, name = 'Larkbed'): Promise<Book> {
  const host = await startHost(data);
  try {
    return await addClient(host.window, data, name);
  } finally {
    await host.stop();
  }
}

export async function addClient(window: LoopbackClient, data: string, name: string): Promise<Book> {
  const client = await window.call(
    'clients.create',
    clientInput({
      name,
      kpis: ['reach', 'likes', 'link_clicks'],
      channels: [
        { network: 'instagram', name: 'Instagram' },
        { network: 'facebook', name: 'Facebook' },
      ],
    }),
  );
  const kpis = (await window.call('kpis.list', { client: client.id }))
    .filter((kpi) => kpi.definition.timeAggregation !== 'formula')
    .map((kpi) => kpi.id);
  const channels = (await window.call('channels.list', { client: client.id })).map((one) => one.id);
  const [kpi] = kpis;
  const [channel] = channels;
  if (kpi === undefined || channel === undefined) throw new Error('the book has no KPI or no channel');
  return {
    data,
    client: client.id,
    kpis: [kpi, ...kpis.slice(1)],
    channels: [channel, ...channels.slice(1)],
  };
}

interface Said {
  readonly cell: string;
  readonly batch: number;
  readonly value: number | null;
  readonly cleared: boolean;
  readonly under: number | null;
}

interface BookRows {
  readonly batches: ReadonlyMap<
    number,
    { readonly label: string; readonly live: boolean; readonly kind: string }
  >;
  /** What is shown, by cell. */
  readonly shown: ReadonlyMap<string, { readonly batch: number; readonly value: number | null }>;
  /** Every claim there is, shown or not. */
  readonly said: readonly Said[];
  readonly files: readonly { readonly batch: number; readonly sha256: string }[];
}

export const cellOf = (kpi: number, channel: number, cadence: number, day: number): string =>
  `${kpi}/${channel}/${cadence}/${day}`;

interface Row {
  readonly kpi: number;
  readonly channel: number;
  readonly cadence: number;
  readonly day: number;
  readonly batch: number;
  readonly value: number | null;
  readonly cleared: number;
  readonly under: number | null;
}

/** Everything about figures, by a connection of its own that only reads. */
export function readBook(data: string): BookRows {
  const db = new Database(path.join(data, FILE), { readonly: true, fileMustExist: true });
  try {
    db.exec('BEGIN');
    const rows = <T>(sql: string): T[] => db.prepare<[], T>(sql).all();
    const figures = rows<Row>(
      'SELECT kpi, channel, cadence, day, batch, value, 0 AS cleared, NULL AS under FROM figures',
    );
    const claims = rows<Row>('SELECT kpi, channel, cadence, day, batch, value, cleared, under FROM claims');
    const packed = rows<Row & { days: Buffer; figures: Buffer }>(
      'SELECT kpi, channel, cadence, batch, days, figures FROM same_claims',
    ).flatMap((row) =>
      Array.from({ length: row.days.length / 4 }, (_, i): Row => ({
        ...row,
        day: row.days.readInt32LE(i * 4),
        value: row.figures.readDoubleLE(i * 8),
        cleared: 0,
        under: null,
      })),
    );
    const said = [...figures, ...claims, ...packed].map((row) => ({
      cell: cellOf(row.kpi, row.channel, row.cadence, row.day),
      batch: row.batch,
      value: row.value,
      cleared: row.cleared === 1,
      under: row.under,
    }));
    return {
      batches: new Map(
        rows<{ id: number; label: string; live: number; kind: string }>(
          'SELECT id, label, live, kind FROM batches',
        ).map(({ id, label, live, kind }) => [id, { label, kind, live: live === 1 }]),
      ),
      shown: new Map(figures.map((row) => [cellOf(row.kpi, row.channel, row.cadence, row.day), row])),
      said,
      files: rows('SELECT batch, sha256 FROM batch_files'),
    };
  } finally {
    db.close();
  }
}

/** What is wrong with a book whatever was done to it: pages, references, cells that do not show their newest live claim. */
export function complaints(data: string): string[] {
  const faults: string[] = [];
  const db = new Database(path.join(data, FILE), { readonly: true, fileMustExist: true });
  try {
    const whole = db.pragma('integrity_check(3)', { simple: true });
    if (whole !== 'ok') faults.push(`integrity_check: ${String(whole)}`);
    const dangling = db.pragma('foreign_key_check') as unknown[];
    if (dangling.length > 0) faults.push(`${dangling.length} dangling references`);
  } finally {
    db.close();
  }
  return [...faults, ...unsettled(readBook(data))];
}

/** Cells that show anything but the newest claim that counts. */
function unsettled(book: BookRows): string[] {
  const winners = new Map<string, Said>();
  const alive = (batch: number | null): boolean => batch !== null && book.batches.get(batch)?.live === true;
  const faults: string[] = [];
  for (const claim of book.said) {
    if (!book.batches.has(claim.batch))
      faults.push(`${claim.cell}: a claim of batch ${claim.batch}, which is not there`);
    if (!alive(claim.batch) || alive(claim.under)) continue;
    const best = winners.get(claim.cell);
    if (best === undefined || claim.batch > best.batch) winners.set(claim.cell, claim);
  }
  for (const [cell, { batch, value, cleared }] of winners) {
    const shown = book.shown.get(cell);
    if (cleared ? shown !== undefined : shown === undefined || shown.value !== value)
      faults.push(
        `${cell} shows ${shown?.value ?? 'nothing'}, its newest claim (batch ${batch}) is ${cleared ? 'cleared' : value}`,
      );
  }
  for (const [cell, { batch }] of book.shown) {
    if (!alive(batch)) faults.push(`${cell} shows a figure of batch ${batch}, which is taken back`);
    if (!winners.has(cell)) faults.push(`${cell} shows a figure nobody claims`);
  }
  return faults.slice(0, 5);
}
