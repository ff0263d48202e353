/**
 * Real exports, where a folder of them lies beside the project: what each is, against an independent count
 * (tests/support/independent_count.py, which shares no code with the importer).
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Answers, Inspection } from '../../electron/backend/exchange/model.ts';
import { readBytes } from '../../electron/backend/exchange/readers/readFile.ts';
import { inspectAll, inspectFile } from '../../electron/backend/exchange/recognition/inspect.ts';
import { totalsOfAll } from '../../electron/backend/exchange/recognition/totals.ts';
import { contextWith } from '../support/inspectText.ts';

const root = path.resolve(import.meta.dirname, '../../../shared/samples');
const counter = path.resolve(import.meta.dirname, '../support/independent_count.py');
const present = existsSync(root);
if (!present)
  console.log('No folder of sample files beside the project: the suite over real exports does not run.');

function filesIn(folder: (name: string) => boolean): string[] {
  return readdirSync(root)
    .filter(folder)
    .flatMap((dir) => readdirSync(path.join(root, dir)).map((file) => path.join(root, dir, file)));
}

const inspect = (file: string, answers: Answers = {}): Inspection =>
  inspectFile(readBytes(path.basename(file), readFileSync(file)), contextWith({ answers }));

/** Sums of many decimals differ in their last digits. */
const rounded = (sum: number | undefined): number => Number((sum ?? Number.NaN).toPrecision(9));

interface Counted {
  readonly file: string;
  readonly totals?: Readonly<Record<string, number>>;
  readonly asks?: readonly string[];
}

describe.runIf(present)('real exports', () => {
  const files = present ? filesIn((name) => name !== 'robustness') : [];
  const counted: Counted[] = present
    ? (JSON.parse(
        execFileSync('python3', [counter, ...files], { encoding: 'utf8', maxBuffer: 1e9 }),
      ) as Counted[])
    : [];

  test.each(files.map((file, i) => [path.relative(root, file), file, counted[i]] as const))(
    '%s',
    (_name, file, count) => {
      const first = inspect(file);
      // A question is asked only where the file itself lacks the fact.
      const askable = new Set(['network', 'year']);
      for (const question of first.questions) {
        expect(askable).toContain(question.code);
        expect(count?.asks).toContain(question.code);
        expect(question.choices.length).toBeGreaterThan(1);
      }
      expect(first.status).toBe(first.questions.length > 0 ? 'needs-answers' : 'recognised');
      const answers = Object.fromEntries(
        first.questions.map((question) => [question.id, question.choices[0]?.id ?? '']),
      );
      const settled = inspect(file, answers);
      expect(settled.status).toBe('recognised');
      expect(settled.tables.flatMap((table) => table.refused)).toEqual([]);
      const totals = totalsOfAll(settled.tables);
      for (const [kpi, sum] of Object.entries(count?.totals ?? {}))
        expect([kpi, rounded(totals[kpi])]).toEqual([kpi, rounded(sum)]);
    },
  );
});

describe.runIf(present)('odd files', () => {
  const files = present ? filesIn((name) => name === 'robustness') : [];
  test.each(files.map((file) => [path.basename(file), file] as const))(
    '%s ends in a preview or a typed error',
    (_name, file) => {
      const all = inspectAll(readBytes(path.basename(file), readFileSync(file)), contextWith());
      expect(all.length).toBeGreaterThan(0);
      for (const { status, errors, tables } of all) {
        expect(status === 'refused' ? errors.length : tables.length).toBeGreaterThan(0);
        for (const error of errors) expect(error.message.length).toBeGreaterThan(20);
      }
    },
  );
});
