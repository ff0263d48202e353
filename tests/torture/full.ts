/**
 * A disk that runs full under the app: every call says `disk-full` within two seconds, every answered figure stays, what
 * only reads goes on, and once there is room again everything works without a restart.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CallName, Input } from '../../shared/contract/api.ts';
import { isoOf } from '../../shared/domain/time.ts';
import type { Day } from '../../shared/domain/time.ts';
import { addClient, complaints, readBook } from './book.ts';
import type { Book } from './book.ts';
import { smallDisk } from './disk.ts';
import type { SmallDisk } from './disk.ts';
import { startHost, tryHost } from './host.ts';
import type { Host } from './host.ts';
import { messageOf } from './trial.ts';
import type { Trial } from './trial.ts';

const BAR_MS = 2000;

interface Tally {
  readonly faults: string[];
  readonly kept: Map<string, number>;
  next: number;
  steps: number;
  refusals: number;
  slowest: number;
}

export const full: Trial = {
  runs: 4,
  async run({ runs, folder }) {
    const tally: Tally = { faults: [], kept: new Map(), next: 1, steps: 0, refusals: 0, slowest: 0 };
    for (let n = 0; n < runs; n += 1) {
      const disk = smallDisk(path.join(folder, `disk-${n}`), '4m');
      if (disk === null)
        return { said: '', faults: [], skipped: 'a small disk can be mounted by root on Linux only' };
      try {
        await once(disk, n, tally, folder);
      } catch (error) {
        tally.faults.push(`disk ${n}: ${messageOf(error)}`);
      } finally {
        disk.room();
        disk.release();
      }
    }
    return {
      said: `${runs} disks of 4 MB filled, ${tally.steps} steps acknowledged and kept, ${tally.refusals} calls refused as disk-full, the slowest after ${Math.round(tally.slowest)} ms`,
      faults: tally.faults,
    };
  },
};

async function once(disk: SmallDisk, n: number, tally: Tally, elsewhere: string): Promise<void> {
  const data = path.join(disk.folder, 'data');
  tally.kept.clear();
  let host = await startHost(data);
  try {
    const book = await addClient(host.window, data, 'Larkbed');
    await typeUntilFull(host, book, tally);
    disk.fill();
    await everythingRefused(host, book, tally, elsewhere);
    check(book, tally, 'while it was full');
    disk.room();
    await everythingWorks(host, book, tally, elsewhere);
    check(book, tally, 'after there was room');
    // Full again, and killed there: the next start must live with it.
    disk.fill();
    await host.kill();
    host = await startAtFull(disk, data, tally, host);
    check(book, tally, 'after a start on a full disk');
    const { lines } = await host.window.call('figures.lines', { client: book.client });
    if (lines.length === 0) tally.faults.push('nothing can be read after a start on a full disk');
    if (n % 2 === 1) await everythingWorks(host, book, tally, elsewhere);
  } finally {
    await host.kill();
  }
}

/** Either it starts and reads, or it says that the disk is full within two seconds of a start; with room it starts. */
async function startAtFull(disk: SmallDisk, data: string, tally: Tally, gone: Host): Promise<Host> {
  const begun = performance.now();
  const started = await tryHost(data);
  if (started.ok) {
    const state = await reply(started.host, 'backups.state', {});
    disk.room();
    if (state.text.includes('disk-full') || /"book":"open"/.test(state.text))
      return await again(started.host, data);
    tally.faults.push(`started on a full disk as ${state.text.slice(0, 200)}`);
    return started.host;
  }
  const ms = performance.now() - begun;
  if (!/disk-full|disk is full|full/.test(started.ended.err))
    tally.faults.push(`a start on a full disk says: ${started.ended.err.trim()}`);
  if (ms > BAR_MS + 3000) tally.faults.push(`a start on a full disk took ${Math.round(ms)} ms to say so`);
  disk.room();
  void gone;
  return await startHost(data);
}

async function again(host: Host, data: string): Promise<Host> {
  await host.stop();
  return await startHost(data);
}

async function typeUntilFull(host: Host, book: Book, tally: Tally): Promise<void> {
  for (let n = 0; n < 2000; n += 1) {
    const value = tally.next;
    tally.next += 1;
    const edits = Array.from({ length: 150 }, (_, i) => ({
      kpi: book.kpis[i % book.kpis.length] ?? 0,
      channel: book.channels[i % book.channels.length] ?? 0,
      cadence: 'day' as const,
      start: isoOf((18_000 + ((n * 7 + i) % 3000)) as Day),
      value: value * 1000 + i,
    }));
    const label = `step ${value}`;
    const { code } = await timed(host, tally, 'figures.set', { client: book.client, label, edits });
    if (code === null) {
      tally.steps += 1;
      tally.kept.set(
        label,
        new Set(edits.map(({ kpi, channel, start }) => `${kpi}/${channel}/${start}`)).size,
      );
    } else {
      if (code !== 'disk-full') tally.faults.push(`typing on a full disk answers ${code}`);
      return;
    }
  }
  tally.faults.push('4 MB were not full after 2,000 steps');
}

async function everythingRefused(host: Host, book: Book, tally: Tally, elsewhere: string): Promise<void> {
  for (const [name, code] of Object.entries(await tryAll(host, book, tally, elsewhere)))
    // The book's log is used again from its beginning: there may be room in it.
    if (code !== 'disk-full' && !(code === null && (name === 'typing' || name === 'settings')))
      tally.faults.push(`${name} on a full disk answers ${code ?? 'as if it were not'}`);
  for (const name of ['clients.list', 'backups.list', 'app.state'] as const) {
    const { code } = await timed(host, tally, name, {});
    if (code !== null) tally.faults.push(`${name} on a full disk answers ${code}`);
  }
}

async function everythingWorks(host: Host, book: Book, tally: Tally, elsewhere: string): Promise<void> {
  for (const [name, code] of Object.entries(await tryAll(host, book, tally, elsewhere)))
    if (code !== null && code !== 'none')
      tally.faults.push(`${name} answers ${code} after there was room again`);
}

let files = 0;

/** One of each thing that writes; what it answered, or null when it did it. */
async function tryAll(
  host: Host,
  book: Book,
  tally: Tally,
  elsewhere: string,
): Promise<Record<string, string | null>> {
  const { client } = book;
  const found: Record<string, string | null> = {};
  const value = (tally.next += 1);
  const label = `step ${value}`;
  const [kpi] = book.kpis;
  const [channel] = book.channels;
  const edits = Array.from({ length: 40 }, (_, i) => ({
    kpi,
    channel,
    cadence: 'day' as const,
    start: isoOf((19_000 + i) as Day),
    value: value * 1000 + i,
  }));
  found['typing'] = (await timed(host, tally, 'figures.set', { client, label, edits })).code;
  if (found['typing'] === null) {
    tally.steps += 1;
    tally.kept.set(label, edits.length);
  }
  found['settings'] = (await timed(host, tally, 'app.setSettings', { preparedBy: 'x'.repeat(100) })).code;
  found['a backup'] = (await timed(host, tally, 'backups.make', {})).code;
  found['an archive'] = (await timed(host, tally, 'archives.make', { client, job: 'archive' })).code;
  found['a workbook'] = (
    await timed(host, tally, 'reports.make', {
      client,
      period: { cadence: 'month', start: '2026-10-01' },
      base: 'previous',
      language: 'en',
      format: 'xlsx',
      job: 'report',
    })
  ).code;
  files += 1;
  const file = path.join(elsewhere, `more-${files}.csv`);
  writeFileSync(file, `Date,Instagram reach\n2026-10-01,${files}\n2026-10-02,${files}\n`);
  const begun = performance.now();
  try {
    const handle = await host.window.upload(file);
    const { session } = await host.window.call('imports.open', { client, files: [handle], job: 'import' });
    await host.window.call('imports.commit', { session });
    found['an import'] = null;
  } catch (error) {
    found['an import'] = codeOf(messageOf(error));
    tally.slowest = Math.max(tally.slowest, performance.now() - begun);
  }
  return found;
}

interface Replied {
  readonly code: string | null;
  readonly text: string;
}

async function timed<N extends CallName>(
  host: Host,
  tally: Tally,
  name: N,
  input: Input<N>,
): Promise<Replied> {
  const begun = performance.now();
  const replied = await reply(host, name, input);
  const ms = performance.now() - begun;
  if (replied.code === 'disk-full') {
    tally.refusals += 1;
    tally.slowest = Math.max(tally.slowest, ms);
    if (ms > BAR_MS) tally.faults.push(`${name} took ${Math.round(ms)} ms to say disk-full`);
  }
  return replied;
}

export async function reply<N extends CallName>(host: Host, name: N, input: Input<N>): Promise<Replied> {
  try {
    return { code: null, text: JSON.stringify(await host.window.call(name, input)) };
  } catch (error) {
    return { code: codeOf(messageOf(error)), text: messageOf(error) };
  }
}

/** `/call: disk-full: database or disk is full` → `disk-full`. */
const codeOf = (message: string): string => /^\S+: ([a-z0-9-]+)/.exec(message)?.[1] ?? message;

function check(book: Book, tally: Tally, when: string): void {
  const rows = readBook(book.data);
  const byLabel = new Map([...rows.batches].map(([id, { label }]) => [label, id]));
  const said = Map.groupBy(rows.said, ({ batch }) => batch);
  for (const [label, cells] of tally.kept) {
    const id = byLabel.get(label);
    const there = id === undefined ? 0 : (said.get(id)?.length ?? 0);
    if (there !== cells) tally.faults.push(`${when}: ${label} has ${there} of ${cells} figures`);
  }
  tally.faults.push(...complaints(book.data).map((fault) => `${when}: ${fault}`));
}
