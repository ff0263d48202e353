/**
 * Every signature's own example, through the real readers: it is the report it says, adds up to what it says, and is
 * nothing else's.
 */
import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Inspection } from '../../electron/backend/exchange/model.ts';
import { readBytes } from '../../electron/backend/exchange/readers/readFile.ts';
import { networkNames } from '../../electron/backend/exchange/recognition/networks.ts';
import { inspectAll } from '../../electron/backend/exchange/recognition/inspect.ts';
import { isUnproven } from '../../electron/backend/exchange/recognition/reports/confirm.ts';
import type {
  Signature,
  SignatureExample,
} from '../../electron/backend/exchange/recognition/reports/signature.ts';
import { signatures } from '../../electron/backend/exchange/recognition/signatures/index.ts';
import { catalogueKpis } from '../support/catalogueKpis.ts';
import { contextWith } from '../support/inspectText.ts';
import { keyedSums } from '../support/keyedSums.ts';

function inspectedAs(example: SignatureExample, answers = example.answers ?? {}): Inspection {
  const inspections = inspectAll(readBytes(example.file, strToU8(example.text)), contextWith({ answers }));
  expect(inspections).toHaveLength(1);
  return inspections[0]!;
}

const named = signatures.map(
  (signature) => [`${signature.platform}: ${signature.report}`, signature] as const,
);

describe.each(named)('%s', (_name, signature: Signature) => {
  const { example } = signature;
  test('has an example of itself', () => {
    expect(example, 'a signature without an example proves nothing').toBeDefined();
  });
  if (!example) return;
  test('is recognised with the right sums, and as nothing else', () => {
    const inspection = inspectedAs(example);
    const { tables } = inspection;
    const networks = new Set(
      tables.flatMap(({ figures, content, cases }) =>
        [...figures, ...content, ...cases].map((one): string => one.network),
      ),
    );
    expect({
      status: inspection.status,
      errors: inspection.errors,
      report: [inspection.platform, inspection.report],
      language: example.language === undefined ? undefined : inspection.language,
      platforms: [...new Set(tables.map((table) => table.platform))],
      refused: tables.flatMap((table) => table.refused),
      sums: keyedSums(tables),
      items: tables.flatMap((table) => table.content).length,
      cases: tables.flatMap((table) => table.cases).length,
      networks: example.network === undefined || networks.size === 0 ? undefined : [...networks],
      unknown: [...networks].filter((network) => !(network in networkNames)),
    }).toEqual({
      status: 'recognised',
      errors: [],
      report: [signature.platform, signature.report],
      language: example.language,
      platforms: [signature.platform],
      refused: [],
      sums: example.sums,
      items: example.items ?? 0,
      cases: example.cases ?? 0,
      networks: example.network === undefined || networks.size === 0 ? undefined : [example.network],
      unknown: [],
    });
  });
  test('is asked about only where nobody has seen a real file', () => {
    const questions = inspectedAs(example, {}).questions.map(({ code }) => code);
    expect(questions.includes('confirm')).toBe(isUnproven(signature));
  });
});

test('every KPI a signature names is in the catalogue', () => {
  const kpis = new Set(
    signatures.flatMap(({ columns, titleMetrics = [] }) => [
      ...columns.flatMap(({ kpi }) => kpi ?? []),
      ...titleMetrics.flatMap(({ kpi, kpiOn = {} }) => [kpi, ...Object.values(kpiOn)]),
    ]),
  );
  expect([...kpis].filter((kpi) => !catalogueKpis.has(kpi))).toEqual([]);
});
