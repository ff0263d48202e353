import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { dayOf } from '../../shared/domain/time.ts';
import type { InspectContext } from '../../electron/backend/exchange/recognition/inspect.ts';
import { inspectDrop } from '../../electron/backend/jobs/inspectDrop.ts';
import { forkLauncher } from '../../electron/backend/jobs/forkLauncher.ts';
import type { ParserLauncher } from '../../electron/backend/jobs/protocol.ts';
import { createParser, type Parser, type ParserSettings } from '../../electron/backend/jobs/runParser.ts';
import { timeLimit } from '../../electron/backend/jobs/timeLimit.ts';
import { zipOf } from '../support/crafted.ts';

// Real processes and large files on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

let dir = '';
let parser: Parser | undefined;
const odd = fileURLToPath(new URL('../support/oddParser.ts', import.meta.url));

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'pulsebook-parser-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));
afterEach(() => parser?.close());

function start(settings: ParserSettings = {}): Parser {
  parser = createParser(settings);
  return parser;
}

/** Counts how many children were started. */
function counted(): { launcher: ParserLauncher; started: () => number } {
  const real = forkLauncher(odd);
  let n = 0;
  return {
    launcher: {
      spawn: () => {
        n++;
        return real.spawn();
      },
    },
    started: () => n,
  };
}

const context: InspectContext = { today: dayOf(2026, 3, 1), catalogueAliases: new Map() };

const file = (name: string): { path: string; name: string } => ({ path: join(dir, name), name });

describe('the parser process', () => {
  test('reads a file from disk, in another process, in one child for the whole batch', async () => {
    const p = start();
    for (const [i, name] of ['a.csv', 'b.csv'].entries()) {
      writeFileSync(join(dir, name), `Date,Views\n2026-01-0${i + 1},${i}\n`);
      const outcome = await p.read({ ...file(name), modified: '2026-02-03T04:05:06' });
      expect(outcome).toMatchObject({
        ok: true,
        value: {
          name,
          container: 'delimited',
          modified: '2026-02-03T04:05:06',
          sheets: [
            {
              rows: [
                ['Date', 'Views'],
                [`2026-01-0${i + 1}`, String(i)],
              ],
            },
          ],
        },
      });
    }
  });

  test('a refused file is an answer; a missing one too', async () => {
    const p = start();
    writeFileSync(join(dir, 'x.pdf'), '%PDF-1.4');
    expect(await p.read(file('x.pdf'))).toMatchObject({
      ok: true,
      value: { error: { code: 'not-a-spreadsheet' } },
    });
    expect(await p.read(file('gone.csv'))).toMatchObject({
      ok: true,
      value: { error: { code: 'file-unreadable', detail: { reason: 'missing' } } },
    });
  });

  test('is kept warm between files, and replaced after it was ended', async () => {
    const { launcher, started } = counted();
    const p = start({ launcher, milliseconds: 5000 });
    const first = await p.read(file('ok'));
    const second = await p.read(file('ok'));
    expect(second).toEqual(first);
    expect(started()).toBe(1);
    expect(await p.read(file('exit'))).toMatchObject({
      ok: false,
      problem: { code: 'reader-crashed', where: 'exit' },
    });
    expect(await p.read(file('ok'))).toMatchObject({ ok: true });
    expect(started()).toBe(2);
  });

  test('cancelling answers within a second, even in a loop that never ends', async () => {
    const p = start({ launcher: forkLauncher(odd) });
    const control = new AbortController();
    let cancelledAt = 0;
    const outcome = await p.read(file('hang'), {
      signal: control.signal,
      onProgress: () => {
        cancelledAt = performance.now();
        control.abort();
      },
    });
    expect(performance.now() - cancelledAt).toBeLessThan(1000);
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    expect(await p.read(file('ok'))).toMatchObject({ ok: true });
  });

  test('a job that waits can be cancelled without touching the one under way', async () => {
    const p = start({ launcher: forkLauncher(odd) });
    const control = new AbortController();
    const first = p.read(file('ok'));
    const second = p.read(file('ok'), { signal: control.signal });
    control.abort();
    expect(await second).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    expect(await first).toMatchObject({ ok: true });
  });

  test('a loop that never ends is ended by the clock', async () => {
    const p = start({ launcher: forkLauncher(odd), milliseconds: 700 });
    expect(await p.read(file('hang'))).toMatchObject({
      ok: false,
      problem: { code: 'timeout', where: 'hang', detail: { seconds: 0.7 } },
    });
  });

  test.each(['buffers', 'heap'])('memory outside and inside the heap is watched: %s', async (name) => {
    const p = start({ launcher: forkLauncher(odd), memoryBytes: 200 * 1_048_576 });
    const outcome = await p.read(file(name));
    expect(outcome).toMatchObject({
      ok: false,
      problem: { code: 'too-much-memory', where: name, message: expect.stringContaining('200 MB') },
    });
  });

  test('something unforeseen in the reader is a typed problem with its cause', async () => {
    const p = start({ launcher: forkLauncher(odd) });
    expect(await p.read(file('throw'))).toMatchObject({
      ok: false,
      problem: { code: 'reader-crashed', detail: { cause: 'TypeError: unforeseen' } },
    });
  });

  test('an entry that cannot start is a problem, not a hang', async () => {
    const p = start({ launcher: forkLauncher(join(dir, 'no-such-entry.js')) });
    expect(await p.read(file('ok'))).toMatchObject({ ok: false, problem: { code: 'reader-crashed' } });
  });

  test('the child sees next to nothing of its parent’s environment', async () => {
    process.env['PULSEBOOK_TEST_SECRET'] = 'x';
    const outcome = await start({ launcher: forkLauncher(odd) }).inspect(file('ok'), context);
    delete process.env['PULSEBOOK_TEST_SECRET'];
    const seen = outcome.ok ? '' : String(outcome.problem.detail?.['cause']);
    expect(seen).toMatch(/^Error: /);
    expect(seen).not.toContain('PULSEBOOK');
    expect(seen).not.toContain('PATH');
  });

  test('closing answers the job under way', async () => {
    const p = start({ launcher: forkLauncher(odd) });
    const outcome = await p.read(file('hang'), { onProgress: () => p.close() });
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
  });

  test('larger files get more time', () => {
    expect(timeLimit(1000)).toBe(10_000);
    expect(timeLimit(116 * 1_048_576)).toBe(35_000);
  });
});

async function outcomeOf(names: readonly string[], milliseconds = 2500): Promise<(string | number)[][]> {
  const p = start({ launcher: forkLauncher(odd), milliseconds });
  const outcome = await inspectDrop(p, names.map(file), context);
  return outcome.ok
    ? outcome.value.map(({ file: i, inspection }) => [
        i,
        inspection.file,
        inspection.errors[0]?.code ?? inspection.ms,
      ])
    : [];
}

describe('a drop of several files', () => {
  test('is inspected together', async () => {
    expect(await outcomeOf(['a', 'b'])).toEqual([
      [0, 'a', 2],
      [1, 'b', 2],
    ]);
  });

  test('a file that hangs or crashes is refused by itself; the others stay together', async () => {
    expect(await outcomeOf(['a', 'hang', 'b', 'exit', 'c'])).toEqual([
      [0, 'a', 3],
      [1, 'hang', 'timeout'],
      [2, 'b', 3],
      [3, 'exit', 'reader-crashed'],
      [4, 'c', 3],
    ]);
  });

  test('when nobody knows which file it was, each is tried alone', async () => {
    expect(await outcomeOf(['a', 'later'])).toEqual([
      [0, 'a', 1],
      [1, 'later', 1],
    ]);
  });

  test('cancelling ends the whole drop', async () => {
    const p = start({ launcher: forkLauncher(odd) });
    const control = new AbortController();
    const dropped = inspectDrop(p, ['a', 'hang'].map(file), context, { signal: control.signal });
    control.abort();
    expect(await dropped).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
  });

  test('real files: an archive yields an inspection for each file in it', async () => {
    writeFileSync(
      join(dir, 'one.csv'),
      'Date,Impressions,Likes,Engagements\n2026-01-01,10,2,3\n2026-01-02,11,3,4\n',
    );
    writeFileSync(join(dir, 'two.zip'), zipOf({ 'x.csv': 'Date,Views\n2026-01-01,5\n', 'y.csv': '' }));
    const outcome = await inspectDrop(start(), [file('one.csv'), file('two.zip')], context);
    expect(
      outcome.ok &&
        outcome.value.map(({ file: i, inspection }) => [
          i,
          inspection.file,
          inspection.errors[0]?.code ?? '',
        ]),
    ).toEqual([
      [0, 'one.csv', ''],
      [1, 'two.zip/x.csv', ''],
      [1, 'two.zip/y.csv', 'empty-file'],
    ]);
  });
});
