/**
 * How far recognition reaches: made-up exports of the known platforms in the many ways they arrive, each with the sums
 * that must come of it and the questions it may ask. The share that is taken without a question is printed.
 */
import { afterAll, describe, expect, test } from 'vitest';
import type { Inspection } from '../../electron/backend/exchange/model.ts';
import { readBytes } from '../../electron/backend/exchange/readers/readFile.ts';
import { inspectTogether } from '../../electron/backend/exchange/recognition/inspect.ts';
import { adsCases } from '../fixtures/reach/ads.ts';
import type { ReachCase } from '../fixtures/reach/cases.ts';
import { chatCases } from '../fixtures/reach/chat.ts';
import { ga4Cases } from '../fixtures/reach/ga4.ts';
import { linkedinCases } from '../fixtures/reach/linkedin.ts';
import { metaCases } from '../fixtures/reach/meta.ts';
import { searchConsoleCases } from '../fixtures/reach/searchConsole.ts';
import { tiktokCases } from '../fixtures/reach/tiktok.ts';
import { xCases } from '../fixtures/reach/x.ts';
import { youtubeCases } from '../fixtures/reach/youtube.ts';
import { contextWith } from '../support/inspectText.ts';

const groups: Readonly<Record<string, readonly ReachCase[]>> = {
  'Meta Business Suite': metaCases,
  TikTok: tiktokCases,
  YouTube: youtubeCases,
  LinkedIn: linkedinCases,
  X: xCases,
  'Google Analytics 4': ga4Cases,
  'Search Console': searchConsoleCases,
  'Ads and old insights': adsCases,
  'Discord and Slack': chatCases,
};

let silent = 0;
let run = 0;

function inspected(one: ReachCase): Inspection[] {
  const options = one.modified === undefined ? {} : { modified: one.modified };
  return inspectTogether(
    one.files.map((file) => readBytes(file.name, file.bytes, options)),
    contextWith(one.context),
  );
}

/** Sums of all values: `kpi`, breakdowns as `kpi/dimension`. */
function sumsOf(inspections: readonly Inspection[]): Record<string, number> {
  const sums: Record<string, number> = {};
  const add = (key: string, value: number): void => {
    sums[key] = (sums[key] ?? 0) + value;
  };
  for (const table of inspections.flatMap((one) => one.tables)) {
    for (const { kpi, dimension, values } of table.figures)
      for (const value of values) add(dimension === undefined ? kpi : `${kpi}/${dimension}`, value);
    for (const item of table.content)
      for (const [kpi, value] of Object.entries(item.metrics)) add(kpi, value);
  }
  return sums;
}

const rounded = (sums: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(sums)
      .map(([key, value]): [string, number] => [key, Math.round(value * 1e4) / 1e4])
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

const networksOf = (inspections: readonly Inspection[]): string[] =>
  inspections.flatMap((each) =>
    each.tables.flatMap((table) => [...table.figures, ...table.content].map(({ network }) => network)),
  );

const itemsOf = (inspections: readonly Inspection[]): number =>
  new Set(
    inspections.flatMap((each) =>
      each.tables.flatMap((table) => table.content.map(({ externalId }) => externalId)),
    ),
  ).size;

describe.each(Object.entries(groups))('%s', (_group, cases) => {
  test.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    const inspections = inspected(one);
    const asked = inspections.flatMap((each) => each.questions.map((question) => question.code));
    run += 1;
    if (asked.length === 0 && inspections.every((each) => each.status === 'recognised')) silent += 1;
    expect({
      platforms: [...new Set(inspections.map((each) => each.platform))],
      errors: inspections.flatMap((each) => each.errors.map((error) => error.message)),
      refused: inspections.flatMap((each) => each.tables.flatMap((table) => table.refused)).length,
      asked: [...new Set(asked)],
      sums: rounded(sumsOf(inspections)),
      items: one.items === undefined ? undefined : itemsOf(inspections),
      networks: one.network === undefined ? undefined : [...new Set(networksOf(inspections))],
    }).toEqual({
      platforms: [one.platform],
      errors: [],
      refused: one.refused ?? 0,
      asked: one.asks ?? [],
      sums: rounded(one.sums),
      items: one.items,
      networks: one.network === undefined ? undefined : [one.network],
    });
  });
});

afterAll(() => {
  console.log(`${silent} of ${run} made-up exports recognised without a question`);
});
