/** Support cases: kinds, times and causes by sure words only; a client's own log; what is no log. */
import { describe, expect, test } from 'vitest';
import type { CaseEntry, Inspection } from '../../electron/backend/exchange/model.ts';
import { kindIn, sentimentIn } from '../../electron/backend/exchange/recognition/cases/caseWords.ts';
import { minuteOf } from '../../electron/backend/exchange/recognition/cases/moments.ts';
import { zendeskCsv } from '../fixtures/helpDesk.ts';
import { inspectText } from '../support/inspectText.ts';

const casesOf = (inspection: Inspection): readonly CaseEntry[] =>
  inspection.tables.flatMap((table) => table.cases);
const lines = (...rows: string[]): string => `${rows.join('\n')}\n`;

describe('Zendesk tickets', () => {
  test('a case keeps what happened and leaves the person out', () => {
    const inspection = inspectText(
      'tickets.csv',
      zendeskCsv([
        {
          id: 7,
          created: '2026-10-05 23:50:00',
          reply: 20,
          solved: '2026-10-06 09:00:00',
          score: 'Bad',
          tags: 'queja late_delivery',
          stations: 2,
          via: 'Instagram',
        },
      ]),
    );
    expect(casesOf(inspection)).toEqual([
      {
        network: 'instagram',
        externalId: '7',
        kind: 'complaint',
        opened: '2026-10-05T23:50',
        firstReply: '2026-10-06T00:10',
        resolved: '2026-10-06T09:00',
        escalated: true,
        sentiment: 'negative',
        cause: 'late delivery',
        row: 2,
      },
    ]);
  });

  test('an open ticket has neither reply nor end; an offered rating says nothing; nothing is guessed of its kind', () => {
    const [open] = casesOf(
      inspectText('t.csv', zendeskCsv([{ id: 1, created: '2026-10-05 10:00', type: 'Incident' }])),
    );
    expect(open).toEqual({
      network: 'support',
      externalId: '1',
      kind: 'query',
      opened: '2026-10-05T10:00',
      escalated: false,
      row: 2,
    });
  });

  test('what cannot be is refused with its place: the same number twice, no opening, days to come', () => {
    const inspection = inspectText(
      't.csv',
      zendeskCsv([
        { id: 1, created: '2026-10-05 10:00' },
        { id: 1, created: '2026-10-06 10:00' },
        { id: 2, created: '' },
        { id: 3, created: '2027-10-05 10:00' },
        { id: 4, created: '2026-10-05 10:00', solved: '2026-10-04 10:00' },
      ]),
    );
    expect(casesOf(inspection).map(({ externalId, resolved }) => [externalId, resolved])).toEqual([
      ['1', undefined],
      ['4', undefined],
    ]);
    expect(inspection.tables[0]?.refused.map(({ code, header }) => [code, header])).toEqual([
      ['duplicate-row', 'Id'],
      ['row-without-date', 'Created at'],
      ['dates-impossible', 'Created at'],
      ['dates-impossible', 'Solved at'],
    ]);
  });
});

describe('a client’s own log', () => {
  test('in English, with times in words of their own and a reply counted in minutes', () => {
    const inspection = inspectText(
      'Support log.csv',
      lines(
        'Case,Received,Channel,Type,Reason,First response time (min),Closed on,Escalated?,Name',
        'C-1,10/13/2026 9:05 AM,Instagram,Question,Sizes,25,10/13/2026 2:05 PM,No,Ada',
        'C-2,10/14/2026 12:30 PM,E-mail,Complaint,Late delivery,,,Yes,Bo',
      ),
    );
    expect(inspection).toMatchObject({ status: 'mapped', report: 'case log', questions: [] });
    expect(casesOf(inspection)).toMatchObject([
      {
        network: 'instagram',
        kind: 'query',
        opened: '2026-10-13T09:05',
        firstReply: '2026-10-13T09:30',
        resolved: '2026-10-13T14:05',
        cause: 'Sizes',
        escalated: false,
      },
      { network: 'support', kind: 'complaint', opened: '2026-10-14T12:30', escalated: true },
    ]);
    expect(inspection.tables[0]?.columns.at(-1)?.role).toBe('personal');
  });

  test('by days alone: a time is a number of days, and it says so', () => {
    const inspection = inspectText(
      'Quejas.csv',
      lines(
        'Fecha;Canal;Fecha de respuesta;Fecha de cierre;Estado',
        '13/10/2026;Facebook;13/10/2026;15/10/2026;Cerrado',
        '14/10/2026;Facebook;16/10/2026;;Abierto',
      ),
    );
    expect(casesOf(inspection)).toMatchObject([
      {
        kind: 'complaint',
        opened: '2026-10-13T00:00',
        firstReply: '2026-10-13T00:00',
        resolved: '2026-10-15T00:00',
      },
      { kind: 'complaint', opened: '2026-10-14T00:00', firstReply: '2026-10-16T00:00' },
    ]);
    expect(inspection.tables[0]?.notes.map(({ code }) => code)).toContain('times-by-day');
  });

  test('a day and its hour in two columns are one moment', () => {
    const inspection = inspectText(
      'log.csv',
      lines(
        'Fecha,Hora,Tipo de consulta,Respondido',
        '2026-10-13,09:05,Consulta,2026-10-13 09:45',
        '2026-10-13,18:00,Queja,2026-10-14 08:00',
      ),
    );
    expect(casesOf(inspection).map(({ opened, firstReply }) => [opened, firstReply])).toEqual([
      ['2026-10-13T09:05', '2026-10-13T09:45'],
      ['2026-10-13T18:00', '2026-10-14T08:00'],
    ]);
  });

  test('cases of the same moment without numbers stay apart, and the same in the next file', () => {
    const rows = [
      'Opened,Type,Resolved',
      '2026-10-13 09:00,Query,',
      '2026-10-13 09:00,Query,2026-10-13 10:00',
      '2026-10-14 09:00,Complaint,',
    ];
    const ids = (text: string[]) =>
      casesOf(inspectText('log.csv', lines(...text))).map(({ externalId }) => externalId);
    expect(new Set(ids(rows)).size).toBe(3);
    expect(ids([...rows, '2026-10-15 09:00,Query,'])).toEqual(expect.arrayContaining(ids(rows)));
  });

  test('a plan of tasks and figures by month are no log of cases', () => {
    const plan = inspectText(
      'plan.csv',
      lines(
        'Created,Closed,Type,Status,Task',
        '2026-10-01,2026-10-05,Reel,Done,Film it',
        '2026-10-02,,Post,Open,Write it',
      ),
    );
    expect(casesOf(plan)).toEqual([]);
    const monthly = inspectText(
      'kpi.csv',
      lines(
        'Date,Channel,Opened,Resolved,First response time',
        '2026-09-01,Web,30,28,120',
        '2026-10-01,Web,40,39,90',
      ),
    );
    expect(casesOf(monthly)).toEqual([]);
  });
});

test.each([
  ['Queja por retraso', 'complaint'],
  ['Pregunta', 'query'],
  ['Dispute', 'conflict'],
  ['guideline_violation', 'violation'],
  ['Incident', undefined],
  ['', undefined],
])('the kind in “%s” is %s', (text, kind) => expect(kindIn(text)).toBe(kind));

test.each([
  ['Good', 'positive'],
  ['BadWithComment', undefined],
  ['Bad', 'negative'],
  ['Offered', undefined],
  ['Unoffered', undefined],
  ['Extremely Happy', 'positive'],
  ['Not Good', 'negative'],
  ['4', 'positive'],
  ['2', 'negative'],
  ['Okay', 'neutral'],
])('“%s” says %s', (text, sentiment) => expect(sentimentIn(text)).toBe(sentiment));

test.each([
  ['2026-10-05T23:59:59Z', 1439],
  ['5/10/2026 12:05 AM', 5],
  ['5/10/2026, 9:05 p. m.', 1265],
  ['2026-10-05', undefined],
  ['13/10/2026 9:12:33', 552],
] as const)('the time of day of %s', (text, minute) => expect(minuteOf(text)).toBe(minute));
test('of a spreadsheet’s serial', () => {
  expect(minuteOf(46_000.5)).toBe(720);
  expect(minuteOf({ type: 'date', iso: '2026-10-05T08:30:00', serial: 46_300.354 })).toBe(510);
  expect(minuteOf(46_000)).toBeUndefined();
});
