/**
 * The deletion of a client killed at a random moment: afterwards the client is there whole, or its name is in no file of
 * the folder, logs and backups included; another client beside it loses nothing.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isoOf } from '../../shared/domain/time.ts';
import type { Day } from '../../shared/domain/time.ts';
import { addClient, complaints, prepareBook, readBook } from './book.ts';
import type { Book } from './book.ts';
import { startHost } from './host.ts';
import type { Host } from './host.ts';
import { copyOf, inChains, messageOf } from './trial.ts';
import type { Trial } from './trial.ts';

const NAME = 'Zwyntrax Kolibri';
const FIGURES = 200;
/** A purge that was killed goes on at the next start, beside its work. */
const PATIENCE_MS = 15_000;

export const deletion: Trial = {
  runs: 30,
  async run(asked) {
    const { gone, stays } = await prepare(path.join(asked.folder, 'prepared'));
    const faults: string[] = [];
    const sum = { whole: 0, gone: 0, answered: 0 };
    await inChains(asked, 8, async ({ folder, runs, chance }) => {
      for (let n = 0; n < runs; n += 1) {
        const data = copyOf(stays.data, path.join(folder, `run-${n}`));
        let host = await startHost(data);
        try {
          let answered = false;
          const call = host.window
            .call('clients.delete', { client: gone.client, name: NAME, backups: 'purge', job: 'deletion' })
            .then(() => (answered = true))
            .catch(() => undefined);
          await delay(chance.fraction() * 800);
          await host.kill();
          await call;
          host = await startHost(data);
          const there = (await host.window.call('clients.list', {})).some(({ name }) => name === NAME);
          if (there) {
            sum.whole += 1;
            if (answered) faults.push('a deletion was answered, and the client is there');
            if (figuresOf(data) !== FIGURES * 2)
              faults.push(`the client is there with ${figuresOf(data)} figures`);
          } else {
            sum.gone += 1;
            await traceless(data, faults);
            if (figuresOf(data) !== FIGURES) faults.push(`the other client has ${figuresOf(data)} figures`);
          }
          if (answered) sum.answered += 1;
          faults.push(...complaints(data));
        } catch (error) {
          faults.push(messageOf(error));
        } finally {
          await host.kill();
        }
      }
    });
    return {
      said: `${asked.runs} killed, ${sum.answered} of them after the answer: ${sum.whole} times the client was there whole, ${sum.gone} times it was gone without a trace in any file`,
      faults,
    };
  },
};

async function prepare(data: string): Promise<{ gone: Book; stays: Book }> {
  const stays = await prepareBook(data);
  const host = await startHost(data);
  const gone = await addClient(host.window, data, NAME);
  for (const book of [stays, gone]) await typeInto(host, book);
  await host.window.call('backups.make', {});
  await host.stop();
  return { gone, stays };
}

async function typeInto(host: Host, book: Book): Promise<void> {
  const edits = Array.from({ length: FIGURES }, (_, i) => ({
    kpi: book.kpis[0],
    channel: book.channels[0],
    cadence: 'day' as const,
    start: isoOf((20_000 + i) as Day),
    value: i,
  }));
  await host.window.call('figures.set', { client: book.client, label: 'typed', edits });
}

const figuresOf = (data: string): number => readBook(data).shown.size;

/** Waits until no file holds the name. */
async function traceless(data: string, faults: string[]): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  let found = traces(data);
  while (found.length > 0 && performance.now() < until) {
    await delay(100);
    found = traces(data);
  }
  if (found.length > 0) faults.push(`its name is still in ${found.join(', ')}`);
}

function traces(data: string): string[] {
  return readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((name) => {
    try {
      const file = path.join(data, name);
      return statSync(file).isFile() && readFileSync(file).includes(NAME);
    } catch {
      return false;
    }
  });
}
