/**
 * Programs killed at their work, in short: `npm run torture` does the same hundreds of times over the built app.
 *
 * Each test runs real child processes, several of them: on a loaded machine a process takes seconds to start.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore } from '../../electron/store/openStore.ts';
import { sweepWritings } from '../../electron/backend/writings.ts';
import { complaints, readBook } from '../torture/book.ts';
import { makeOldBook, newest, shapeOf, shapes } from '../torture/oldBooks.ts';
import { claim, claimant, endStart } from '../torture/second.ts';
import { stepped } from '../torture/steps.ts';
import { seedClient, temporaryFolder } from '../support/store.ts';

const SECONDS = 60_000;
const script = (name: string): string => path.resolve(import.meta.dirname, '../torture', name);

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.dispose());

it(
  'figures that were answered are there after a kill, and no half of a step',
  { timeout: SECONDS },
  async () => {
    const store = await openStore(folder.dir);
    const definition = JSON.stringify({
      key: 'likes',
      name: { en: 'Likes', es: 'Me gusta' },
      unit: { kind: 'count' },
      timeAggregation: 'sum',
    });
    const ids = seedClient(store);
    store.db.prepare('UPDATE kpis SET definition = ?').run(definition);
    store.close();
    const answered = new Set<string>();
    for (const [first, least] of [
      [1, 5],
      [1000, 25],
    ] as const) {
      const child = spawn(
        process.execPath,
        [script('typist.ts'), folder.dir, ...[ids.client, ids.kpi, ids.channel, first].map(String)],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );
      const round: string[] = [];
      for await (const line of createInterface({ input: child.stdout })) {
        round.push(line);
        if (round.length === least) child.kill('SIGKILL');
      }
      expect(round.length).toBeGreaterThanOrEqual(least);
      for (const label of round) answered.add(label);
      const book = readBook(folder.dir);
      const labels = new Set([...book.batches.values()].map(({ label }) => label));
      expect([...answered].filter((label) => !labels.has(label))).toEqual([]);
      const cells = Map.groupBy(book.said, ({ batch }) => batch);
      for (const batch of book.batches.keys()) expect(cells.get(batch)).toHaveLength(3);
      expect(complaints(folder.dir)).toEqual([]);
    }
  },
);

it(
  'a book is of the old schema or of the new one wherever its migration is killed',
  { timeout: SECONDS },
  async () => {
    const known = shapes();
    for (const at of [3, 20, 45]) {
      const data = path.join(folder.dir, `at-${at}`);
      makeOldBook(data, 1);
      await stepped([script('openBook.ts'), data], at);
      const db = new Database(path.join(data, 'pulsebook.db'), { readonly: true });
      const schema = Number(db.pragma('user_version', { simple: true }));
      expect([1, newest]).toContain(schema);
      expect(shapeOf(db)).toBe(known[schema]);
      db.close();
      (await openStore(data)).close();
    }
  },
);

it(
  'a save leaves the old file or the new one wherever it is killed, and nothing beside it',
  { timeout: SECONDS },
  async () => {
    const made = path.join(folder.dir, 'made');
    writeFileSync(made, 'new');
    const data = path.join(folder.dir, 'data');
    const out = path.join(folder.dir, 'out');
    mkdirSync(out);
    const target = path.join(out, 'a.csv');
    let killed = 0;
    for (const at of [4, 7, 10]) {
      writeFileSync(target, 'old');
      const run = await stepped([script('saveOne.ts'), made, target, data], at);
      if (run.killed) killed += 1;
      sweepWritings(data);
      expect(['old', 'new']).toContain(readFileSync(target, 'utf8'));
      expect(readdirSync(out)).toEqual(['a.csv']);
    }
    expect(killed).toBe(3);
  },
);

it(
  'of several starts at once one has the folder, and the others are shown it',
  { timeout: SECONDS },
  async () => {
    const children = await Promise.all(Array.from({ length: 4 }, () => claimant(folder.dir)));
    try {
      const said = await Promise.all(children.map(claim));
      const owner = children[said.findIndex((one) => one.owner)]?.pid;
      expect(said.filter((one) => one.owner)).toHaveLength(1);
      const others = said.filter((one) => !one.owner).map(({ told, shown }) => ({ told, shown }));
      expect(others).toEqual(others.map(() => ({ told: owner, shown: String(owner) })));
    } finally {
      await Promise.all(children.map(endStart));
    }
  },
);
