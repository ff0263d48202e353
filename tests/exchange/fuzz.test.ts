/**
 * Files that somebody broke, by the hundred: readers and recognition answer each with a preview that holds together or a
 * typed error, within bounds, and touch no prototype. Ten thousand of them go through the real process by
 * `npm run fuzz -- 10000`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readBytes } from '../../electron/backend/exchange/readers/readFile.ts';
import { inspectAll } from '../../electron/backend/exchange/recognition/inspect.ts';
import { inspectDrop } from '../../electron/backend/jobs/inspectDrop.ts';
import { createParser } from '../../electron/backend/jobs/runParser.ts';
import { fixtures } from '../fuzz/fixtures.ts';
import { complaint } from '../fuzz/judge.ts';
import { mutant } from '../fuzz/mutate.ts';
import { contextWith } from '../support/inspectText.ts';
import { frozenPrototypes } from '../support/prototypes.ts';

vi.setConfig({ testTimeout: 120_000 });

const prototypes = frozenPrototypes();
beforeAll(prototypes.freeze);
afterAll(prototypes.compare);

const files = fixtures();
const context = contextWith();

test('what is broken below is whole before', () => {
  for (const { name, bytes } of files) {
    const read = readBytes(name, bytes);
    expect([name, read.error?.code, read.entries.find((entry) => entry.error)?.name]).toEqual([
      name,
      undefined,
      undefined,
    ]);
  }
  expect(files.length).toBeGreaterThan(30);
});

describe('500 broken files', () => {
  const cases = 500;
  const parts = 10;
  test.each(Array.from({ length: parts }, (_, part) => part))('part %i', (part) => {
    for (let n = (part * cases) / parts; n < ((part + 1) * cases) / parts; n += 1) {
      const one = mutant(files, 4, n);
      const before = process.cpuUsage();
      expect([one.how, complaint(one.name, inspectAll(readBytes(one.name, one.bytes), context))]).toEqual([
        one.how,
        undefined,
      ]);
      const { user, system } = process.cpuUsage(before);
      // Of work, not of the clock: the machine may be busy.
      expect([one.how, (user + system) / 1000 < 5000]).toEqual([one.how, true]);
    }
  });
});

test('the same through the real process', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'pulsebook-fuzz-'));
  const parser = createParser();
  try {
    for (let n = 1000; n < 1012; n += 1) {
      const one = mutant(files, 4, n);
      writeFileSync(join(dir, 'case'), one.bytes);
      const outcome = await inspectDrop(parser, [{ path: join(dir, 'case'), name: one.name }], context);
      const found = outcome.ok ? outcome.value.map(({ inspection }) => inspection) : [];
      expect([one.how, complaint(one.name, found)]).toEqual([one.how, undefined]);
    }
  } finally {
    parser.close();
    rmSync(dir, { recursive: true, force: true });
  }
});

test('a case is the same file on every run', () => {
  const [a, b] = [mutant(files, 9, 77), mutant(fixtures(), 9, 77)];
  expect(a.how).toBe(b.how);
  expect(mutant(files, 10, 77).how === a.how && mutant(files, 9, 78).how === a.how).toBe(false);
});
