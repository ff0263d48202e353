/**
 * Files far too long to hold, through the real parser process with its real limit of memory.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadCatalogue } from '../../electron/backend/catalogue.ts';
import { inspectDrop } from '../../electron/backend/jobs/inspectDrop.ts';
import { createParser } from '../../electron/backend/jobs/runParser.ts';
import { inspectContext } from '../../electron/backend/services/imports/facts.ts';
import { dayOf } from '../../shared/domain/time.ts';
import { longCsv } from '../support/longCsv.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'pulsebook-long-'));
const resources = path.resolve(import.meta.dirname, '../../resources');
afterAll(() => rmSync(folder, { recursive: true }));

test('a million rows of one figure each become a million figures within 512 MB', async () => {
  const file = path.join(folder, 'long.csv');
  const { rows, sum } = longCsv(file, 1_000_000);
  const parser = createParser({ memoryBytes: 512 * 1_048_576 });
  let peak = 0;
  const outcome = await inspectDrop(
    parser,
    [{ path: file, name: 'long.csv' }],
    inspectContext({ catalogue: loadCatalogue(resources) }, dayOf(2026, 11, 21), {}),
    { onProgress: ({ rss }) => (peak = Math.max(peak, rss)) },
  );
  parser.close();
  if (!outcome.ok) throw new Error(outcome.problem.code);
  const [found, ...more] = outcome.value;
  expect(more).toEqual([]);
  expect(found?.inspection).toMatchObject({ status: 'mapped', errors: [], questions: [] });
  const columns = found?.inspection.tables.flatMap((table) => table.figures) ?? [];
  expect(columns.reduce((n, column) => n + column.values.length, 0)).toBe(rows);
  expect(columns.reduce((n, column) => n + column.values.reduce((a, b) => a + b, 0), 0)).toBe(sum);
  expect(peak).toBeGreaterThan(0);
}, 120_000);
