/** Figures that a person said are not to be asked for any more: of a KPI on a channel, from a day on. */
import type { ReadStore, WriteStore } from '../openStore.ts';
import { statement } from '../rows.ts';

export interface UnaskedRow {
  readonly kpi: number;
  readonly channel: number;
  readonly day: number;
}

/** Those that hold: a figure recorded on or after the day asks again by itself. */
export function unaskedOf(store: ReadStore, client: number): UnaskedRow[] {
  return statement<[number], UnaskedRow>(
    store,
    `SELECT kpi, channel, day FROM unasked_figures u WHERE client = ? AND NOT EXISTS (
       SELECT 1 FROM figures f WHERE f.client = u.client AND f.kpi = u.kpi AND f.channel = u.channel
         AND f.cadence BETWEEN 0 AND 4 AND f.day >= u.day AND f.value IS NOT NULL)
     ORDER BY kpi, channel`,
  ).all(client);
}

/** The day since which figures are not asked for; `null`: nothing was said. */
export function unaskedSince(store: ReadStore, client: number, kpi: number, channel: number): number | null {
  return (
    statement<number[], { day: number }>(
      store,
      'SELECT day FROM unasked_figures WHERE client = ? AND kpi = ? AND channel = ?',
    ).get(client, kpi, channel)?.day ?? null
  );
}

/** `day` `null`: asked for again. */
export function saveUnasked(
  store: WriteStore,
  place: { client: number; kpi: number; channel: number },
  day: number | null,
  at: string,
): void {
  const { client, kpi, channel } = place;
  if (day === null)
    statement<number[], never>(
      store,
      'DELETE FROM unasked_figures WHERE client = ? AND kpi = ? AND channel = ?',
    ).run(client, kpi, channel);
  else
    statement<unknown[], never>(
      store,
      `INSERT INTO unasked_figures (client, kpi, channel, day, at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET day = excluded.day, at = excluded.at`,
    ).run(client, kpi, channel, day, at);
}
