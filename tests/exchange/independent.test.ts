/**
 * Real exports, where a folder of them lies beside the project, against an independent count: a script in
 * another language that shares no code, no parser and no table of headers with the importer.
 *
 * Each file is read, its questions are answered with their first choice until none is open, and every KPI the
 * script counts must come out with the same sum over the same number of values. What only the importer finds
 * must be listed here, with the reason.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCatalogue } from '../../electron/backend/catalogue.ts';
import type { Answers, ExtractedTable, Inspection } from '../../electron/backend/exchange/model.ts';
import { readBytes } from '../../electron/backend/exchange/readers/readFile.ts';
import { inspectTogether } from '../../electron/backend/exchange/recognition/inspect.ts';
import { totalsOfAll } from '../../electron/backend/exchange/recognition/rows/totals.ts';
import { inspectDrop } from '../../electron/backend/jobs/inspectDrop.ts';
import { createParser, type Parser } from '../../electron/backend/jobs/runParser.ts';
import { inspectContext } from '../../electron/backend/services/imports/facts.ts';
import { importProblemCodes } from '../../shared/contract/imports/codes.ts';
import { dayOf } from '../../shared/domain/time.ts';
import { filesUnder } from '../support/filesUnder.ts';

const root = path.resolve(import.meta.dirname, '../..');
const samples = path.resolve(root, '../shared/samples');
const counter = path.join(root, 'tests/support/independent_count.py');
const present = existsSync(samples);
const python = spawnSync('python3', ['--version']).status === 0;
if (!present) console.log('No folder of sample files beside the project: real exports are not checked here.');
else if (!python) console.log('No python3 here: real exports are not checked against the independent count.');

const context = inspectContext(
  { catalogue: loadCatalogue(path.join(root, 'resources')) },
  dayOf(2026, 11, 21),
  {},
);

/** KPIs that the importer has beyond the count, by file. */
const onlyImported: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'ga4/exploration_download.csv': {
    sales:
      'Transactions are orders, which the catalogue calls sales; the count has no rule for them (all are 0).',
  },
};

/** Sums that agree over another number of values, by file and KPI. */
const otherwiseCounted: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'facebook-insights-old/fb_posts_2020Q2_first8rows.xls': {
    talking_about: 'One value a post here; the count takes every cell of a post by kind of action.',
  },
};

interface Counted {
  readonly file: string;
  readonly status: 'counted' | 'refused';
  readonly totals: Readonly<Record<string, number>>;
  readonly figures: Readonly<Record<string, number>>;
  readonly asks: readonly string[];
  /** Totals by network, where one file holds several. */
  readonly networks?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Facts a file may lack; anything else it must say itself. */
const lackable: ReadonlySet<string> = new Set(['network', 'year', 'period', 'account']);

function inspect(file: string, answers: Answers): Inspection {
  const [inspection, ...more] = inspectTogether([readBytes(path.basename(file), readFileSync(file))], {
    ...context,
    answers,
  });
  if (!inspection || more.length > 0) throw new Error('one file, one inspection');
  return inspection;
}

/** Answers every question with its first choice, three times at most. */
function settled(file: string): { readonly first: Inspection; readonly last: Inspection } {
  const first = inspect(file, {});
  const answers: Record<string, string> = {};
  let last = first;
  for (let round = 0; round < 3 && last.questions.length > 0; round += 1) {
    for (const { id, choices } of last.questions) answers[id] = choices[0]?.id ?? '';
    last = inspect(file, answers);
  }
  return { first, last };
}

/** How many values stand behind each total of `totalsOfAll`, by the same rule. */
/** Values that cells hold, without the sums that the importer makes of a column's parts. */
function valuesOf(inspection: Inspection): Record<string, number> {
  return totalsOfAll(
    inspection.tables.map((table) => ({
      ...table,
      figures: table.figures
        .filter(({ dimension, kpi, header }) => {
          if (dimension !== undefined) return true;
          return !table.figures.some(
            (part) => part.dimension !== undefined && part.kpi === kpi && part.header === header,
          );
        })
        .map((column) => ({ ...column, values: column.values.map(() => 1) })),
      content: table.content.map((row) => ({
        ...row,
        metrics: Object.fromEntries(Object.keys(row.metrics).map((kpi) => [kpi, 1])),
      })),
    })),
  );
}

function onNetwork(table: ExtractedTable, network: string): ExtractedTable {
  return {
    ...table,
    figures: table.figures.filter((column) => column.network === network),
    content: table.content.filter((row) => row.network === network),
  };
}

describe.runIf(present && python)('real exports against an independent count', () => {
  const files = present ? filesUnder(samples).filter((file) => !file.includes('/robustness/')) : [];
  const counts = new Map<string, Counted>();

  beforeAll(() => {
    const said = execFileSync('python3', [counter, ...files], { encoding: 'utf8', maxBuffer: 2 ** 28 });
    const list = JSON.parse(said) as Counted[];
    for (const [i, file] of files.entries()) {
      const count = list[i];
      if (count) counts.set(file, count);
    }
  });

  test.each(files.map((file) => [path.relative(samples, file), file] as const))('%s', (name, file) => {
    const count = counts.get(file);
    if (!count) throw new Error('not counted');
    expect(count.status).toBe('counted');
    const { first, last } = settled(file);
    expect(first.status).toBe(first.questions.length > 0 ? 'needs-answers' : 'recognised');
    for (const { code, choices } of first.questions) {
      expect(lackable).toContain(code);
      expect(count.asks).toContain(code);
      expect(choices.length).toBeGreaterThan(1);
    }
    expect(last).toMatchObject({ status: 'recognised', errors: [] });
    expect(last.questions.filter(({ answer }) => answer === undefined)).toEqual([]);
    expect(last.tables.flatMap((table) => table.refused)).toEqual([]);
    const sums = totalsOfAll(last.tables);
    const values = valuesOf(last);
    const wrong = Object.entries(count.totals).filter(
      ([kpi, sum]) => !(Math.abs((sums[kpi] ?? Number.NaN) - sum) <= 1e-6 * Math.abs(sum)),
    );
    expect(wrong.map(([kpi, sum]) => `${kpi}: ${sums[kpi]}, counted ${sum}`)).toEqual([]);
    const shared = Object.keys(count.figures).filter((kpi) => otherwiseCounted[name]?.[kpi] === undefined);
    const numbers = Object.fromEntries(shared.map((kpi) => [kpi, count.figures[kpi]]));
    expect(Object.fromEntries(shared.map((kpi) => [kpi, values[kpi]]))).toEqual(numbers);
    for (const [network, totals] of Object.entries(count.networks ?? {}))
      expect(totalsOfAll(last.tables.map((table) => onNetwork(table, network)))).toEqual(totals);
    const extra = Object.keys(sums).filter((kpi) => count.totals[kpi] === undefined);
    expect(extra.toSorted()).toEqual(Object.keys(onlyImported[name] ?? {}).toSorted());
  });
});

describe.runIf(present)('odd files, through the parser process', () => {
  const folder = path.join(samples, 'robustness');
  const files = existsSync(folder) ? filesUnder(folder) : [];
  const known: readonly string[] = importProblemCodes;
  let parser: Parser;
  beforeAll(() => {
    parser = createParser();
  });
  afterAll(() => parser.close());

  test.each(files.map((file) => [path.basename(file), file] as const))(
    '%s ends in a preview or a typed error',
    async (name, file) => {
      const outcome = await inspectDrop(parser, [{ path: file, name }], context);
      if (!outcome.ok) throw new Error(outcome.problem.code);
      expect(outcome.value.length).toBeGreaterThan(0);
      for (const { inspection } of outcome.value) {
        const { status, errors, tables } = inspection;
        expect(status === 'refused' ? errors.length : tables.length).toBeGreaterThan(0);
        for (const error of errors) {
          expect(known).toContain(error.code);
          // Never by a crash: that would be a file the readers did not foresee.
          expect(['reader-crashed', 'timeout', 'too-much-memory']).not.toContain(error.code);
        }
      }
    },
    30_000,
  );
});
