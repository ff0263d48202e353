/** Why a KPI stands where it stands in a period. Channel 0 is all channels. */
import type { ReadStore, WriteStore } from '../openStore.ts';
import { statement } from '../rows.ts';

export interface StatusNoteRow {
  readonly kpi: number;
  readonly channel: number;
  readonly text: string;
  readonly at: string;
}

/** Notes of one period, told by the code of its cadence and its first day. */
export function statusNotesIn(
  store: ReadStore,
  client: number,
  cadence: number,
  day: number,
): StatusNoteRow[] {
  return statement<[number, number, number], StatusNoteRow>(
    store,
    `SELECT kpi, channel, text, at FROM status_notes WHERE client = ? AND cadence = ? AND day = ? ORDER BY kpi, channel`,
  ).all(client, cadence, day);
}

export interface StatusNotePlace {
  readonly client: number;
  readonly kpi: number;
  readonly channel: number;
  readonly cadence: number;
  readonly day: number;
}

export function saveStatusNote(
  store: WriteStore,
  place: StatusNotePlace,
  text: string | null,
  at: string,
): void {
  const { client, kpi, channel, cadence, day } = place;
  if (text === null)
    statement<[number, number, number, number, number], never>(
      store,
      'DELETE FROM status_notes WHERE client = ? AND kpi = ? AND channel = ? AND cadence = ? AND day = ?',
    ).run(client, kpi, channel, cadence, day);
  else
    statement<[number, number, number, number, number, string, string], never>(
      store,
      `INSERT INTO status_notes (client, kpi, channel, cadence, day, text, at) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (client, kpi, channel, cadence, day) DO UPDATE SET text = excluded.text, at = excluded.at`,
    ).run(client, kpi, channel, cadence, day, text, at);
}
