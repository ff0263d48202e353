/** How the screens of a client are arranged. */
import type { ReadStore, WriteStore } from '../openStore.ts';
import { statement } from '../rows.ts';

export interface LayoutRow {
  readonly screen: string;
  /** JSON, as the screen's schema says. */
  readonly layout: string;
}

export function listLayouts(store: ReadStore, client: number): LayoutRow[] {
  return statement<[number], LayoutRow>(
    store,
    'SELECT screen, layout FROM layouts WHERE client = ? ORDER BY screen',
  ).all(client);
}

export function saveLayout(store: WriteStore, client: number, row: LayoutRow, at: string): void {
  statement<[number, string, string, string], never>(
    store,
    `INSERT INTO layouts (client, screen, layout, at) VALUES (?, ?, ?, ?)
     ON CONFLICT (client, screen) DO UPDATE SET layout = excluded.layout, at = excluded.at`,
  ).run(client, row.screen, row.layout, at);
}

export function removeLayout(store: WriteStore, client: number, screen: string): void {
  statement<[number, string], never>(store, 'DELETE FROM layouts WHERE client = ? AND screen = ?').run(
    client,
    screen,
  );
}
