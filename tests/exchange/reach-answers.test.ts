/** Every kind of question within a drop: asked, answered, answered otherwise, taken back, answered with nonsense. */
import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Inspection } from '../../electron/backend/exchange/model.ts';
import { readBytes } from '../../electron/backend/exchange/readers/readFile.ts';
import { inspectTogether } from '../../electron/backend/exchange/recognition/inspect.ts';
import type { InspectContext } from '../../electron/backend/exchange/recognition/inspect.ts';
import { contextWith, shown } from '../support/inspectText.ts';
import { keyedSums } from '../support/keyedSums.ts';

interface Asked {
  readonly code: string;
  readonly file: string;
  readonly text: string;
  readonly id: string;
  /** Two answers, each with what the file then says: a day, a network, a sum. */
  readonly first: readonly [answer: string, says: unknown];
  readonly second: readonly [answer: string, says: unknown];
  readonly says: (inspection: Inspection) => unknown;
  readonly context?: Partial<InspectContext>;
}

const keys = (inspection: Inspection): unknown => Object.keys(shown(inspection));
const firstDay = (inspection: Inspection): unknown => Object.values(shown(inspection))[0]?.[0]?.[0];
const total = (inspection: Inspection): unknown => Object.values(keyedSums(inspection.tables))[0];

const asked: readonly Asked[] = [
  {
    code: 'network',
    file: 'Views.csv',
    text: '"Views"\n"Date","Primary"\n"2026-03-01T00:00:00","5"\n',
    id: 'network',
    first: ['facebook', ['views/facebook']],
    second: ['instagram', ['views/instagram']],
    says: keys,
  },
  {
    code: 'year',
    file: 'Overview.csv',
    text: 'Date,Video Views,Profile Views\n"1 de marzo",5,1\n"2 de marzo",6,1\n',
    id: 'year',
    first: ['2026', '2026-03-01'],
    second: ['2025', '2025-03-01'],
    says: firstDay,
  },
  {
    code: 'dateOrder',
    file: 'own.csv',
    text: 'Date,Reach\n03/04/2026,5\n05/06/2026,6\n',
    id: 'dateOrder:own',
    first: ['dmy', '2026-04-03'],
    second: ['mdy', '2026-03-04'],
    says: firstDay,
  },
  {
    code: 'decimal',
    file: 'own.csv',
    text: 'Datum,Ingresos\n2026-03-01,1.234\n',
    id: 'decimal:own',
    first: ['.', 1.234],
    second: [',', 1234],
    says: total,
    context: { units: new Map([['revenue', 'money']]) },
  },
  {
    code: 'kpi',
    file: 'own.csv',
    text: 'Date,Reach,Zumbidos\n2026-03-01,5,7\n2026-03-02,6,9\n',
    id: 'kpi:own:Zumbidos',
    first: ['ignore', ['reach/other']],
    second: ['likes', ['reach/other', 'likes/other']],
    says: keys,
    context: { units: new Map([['likes', 'count']]) },
  },
  {
    code: 'period',
    file: 'performance.csv',
    text: 'Store code,Business name,Address,Labels,Calls,Directions,Website clicks\n1,Café Uno,Calle 1,,20,35,60\n2,Café Dos,Calle 2,,10,15,30\n',
    id: 'period',
    first: ['month:2026-09-01', '2026-09-01'],
    second: ['quarter:2026-07-01', '2026-07-01'],
    says: firstDay,
  },
  {
    code: 'currency',
    file: 'ads.csv',
    text: 'Campaign name,Reporting starts,Reporting ends,Amount spent (USD)\nSpring,2026-03-01,2026-03-31,100\n',
    id: 'currency:USD',
    first: ['0.5', 50],
    second: ['2', 200],
    says: total,
    context: { currency: 'EUR' },
  },
];

function inspected(one: Asked, answer: string | undefined): Inspection {
  const others = ['beside.csv', 'Fecha,Alcance\n2026-03-01,4\n'] as const;
  const answersByFile = new Map(answer === undefined ? [] : [[one.file, { [one.id]: answer }]]);
  const [inspection] = inspectTogether(
    [readBytes(one.file, strToU8(one.text)), readBytes(others[0], strToU8(others[1]))],
    contextWith({ ...one.context, answersByFile }),
  );
  return inspection!;
}

describe.each(asked.map((one) => [one.code, one] as const))('a question of %s', (code, one) => {
  const stateOf = (inspection: Inspection): unknown => {
    const question = inspection.questions.find(({ id }) => id === one.id);
    return [inspection.status, question?.code, question?.answer];
  };
  const open = ['needs-answers', code, undefined];
  test('stays with its file once answered, and every answer is the one in force', () => {
    expect(stateOf(inspected(one, undefined))).toEqual(open);
    for (const [answer, says] of [one.first, one.second, one.first]) {
      const settled = inspected(one, answer);
      expect(settled.questions.find(({ id }) => id === one.id)).toMatchObject({ answer });
      expect(['recognised', 'mapped']).toContain(settled.status);
      expect(one.says(settled)).toEqual(says);
    }
  });
  test('is open again when its answer is taken back or makes no sense', () => {
    expect(stateOf(inspected(one, undefined))).toEqual(open);
    expect(stateOf(inspected(one, 'nonsense'))).toEqual(open);
  });
});
