import { describe, expect, test } from 'vitest';
import { inspectText, shown, sums } from '../support/inspectText.ts';

describe('a sheet nobody knows', () => {
  test('Spanish, semicolons, decimal commas, day first: mapped by alias', () => {
    const text =
      'Fecha;Alcance;Interacciones;Ingresos (EUR)\n01/10/2026;1.234;12;3,50\n02/10/2026;2.500;13;1.004,25\n15/10/2026;900;14;-\n';
    const inspection = inspectText('octubre instagram.csv', text);
    expect(inspection).toMatchObject({ status: 'mapped', platform: 'generic', language: 'es' });
    expect(shown(inspection)).toEqual({
      'reach/instagram': [
        ['2026-10-01', 1234],
        ['2026-10-02', 2500],
        ['2026-10-15', 900],
      ],
      'interactions/instagram': [
        ['2026-10-01', 12],
        ['2026-10-02', 13],
        ['2026-10-15', 14],
      ],
      'revenue/instagram': [
        ['2026-10-01', 3.5],
        ['2026-10-02', 1004.25],
      ],
    });
  });

  test('wide, with months as columns, notes and a total row', () => {
    const text =
      'Informe de redes\n\nIndicador;Canal;ene-26;feb-26;mar-26\nSeguidores;Instagram;1.000;1.100;1.250\nAlcance;Facebook;"1,2 mil";900;\nTotal;;5;6;7\n';
    const inspection = inspectText('informe.csv', text);
    expect(inspection.status).toBe('mapped');
    expect(shown(inspection)).toEqual({
      'followers/instagram': [
        ['2026-01-01', 1000],
        ['2026-02-01', 1100],
        ['2026-03-01', 1250],
      ],
      'reach/facebook': [
        ['2026-01-01', 1200],
        ['2026-02-01', 900],
      ],
    });
    expect(inspection.tables[0]?.figures[0]?.cadence).toBe('month');
  });

  test('long: one figure a row, with its channel', () => {
    const text =
      'date,metric,channel,value\n2026-01-01,Reach,Instagram,10\n2026-01-01,Reach,Facebook,20\n2026-01-01,Likes,Instagram,3\n2026-01-02,Reach,Instagram,11\n';
    expect(shown(inspectText('long.csv', text))).toEqual({
      'reach/instagram': [
        ['2026-01-01', 10],
        ['2026-01-02', 11],
      ],
      'reach/facebook': [['2026-01-01', 20]],
      'likes/instagram': [['2026-01-01', 3]],
    });
  });

  test('quarters, and percentages as fractions', () => {
    const inspection = inspectText('q.csv', 'Quarter,Engagement rate (%)\nQ1 2026,4.5\nQ2 2026,5\n');
    expect(inspection.tables[0]?.figures[0]).toMatchObject({ kpi: 'engagement_rate', cadence: 'quarter' });
    expect(sums(inspection)).toEqual({ engagement_rate: 0.095 });
  });

  test('a figure nobody knows is asked for, answered by a KPI or left out', () => {
    const text = 'Date,Reach,Followers gained today,Karma\n2026-01-01,5,6,7\n2026-01-02,5,6,7\n';
    const open = inspectText('sheet.csv', text);
    expect(open.status).toBe('needs-answers');
    expect(open.questions.map((question) => question.id)).toEqual([
      'kpi:sheet:Followers gained today',
      'kpi:sheet:Karma',
    ]);
    expect(open.questions[0]?.choices.map((choice) => choice.id)).toContain('followers');
    expect(open.questions[1]?.choices.at(-1)?.id).toBe('ignore');
    const answers = { 'kpi:sheet:Followers gained today': 'new_followers', 'kpi:sheet:Karma': 'ignore' };
    const settled = inspectText('sheet.csv', text, { answers });
    expect(settled.status).toBe('mapped');
    expect(sums(settled)).toEqual({ reach: 10, new_followers: 12 });
  });

  test('dates that can be read two ways are asked for with both days', () => {
    const text = 'Date,Reach\n03/04/2026,5\n09/06/2026,6\n';
    const open = inspectText('sheet.csv', text);
    expect(open.questions).toMatchObject([
      { id: 'dateOrder:sheet', code: 'dateOrder', params: { dmy: '2026-04-03', mdy: '2026-03-04' } },
    ]);
    const settled = inspectText('sheet.csv', text, { answers: { 'dateOrder:sheet': 'dmy' } });
    expect(shown(settled)['reach/other']).toEqual([
      ['2026-04-03', 5],
      ['2026-06-09', 6],
    ]);
  });

  test('two tables in one sheet, a repeated header, people left out', () => {
    const text =
      'Date,Reach,E-mail\n2026-01-01,5,ana@example.com\nDate,Reach,E-mail\n2026-01-02,6,luis@example.com\n\nDate,Likes\n2026-01-01,1\n2026-01-02,2\n';
    const inspection = inspectText('two.csv', text);
    expect(sums(inspection)).toEqual({ reach: 11, likes: 3 });
    expect(inspection.tables[0]?.columns[2]?.role).toBe('personal');
    expect(JSON.stringify(inspection)).not.toContain('example.com');
  });

  test('a stray blank line does not end a table', () => {
    expect(
      sums(inspectText('gap.csv', 'Date,Reach\n2026-01-01,5\n2026-01-02,5\n\n2026-01-03,5\n2026-01-04,5\n')),
    ).toEqual({ reach: 20 });
  });

  test('the same day twice with text beside it is a breakdown, without it the second is refused', () => {
    const split = inspectText('a.csv', 'Date,Campaign,Reach\n2026-01-01,Spring,5\n2026-01-01,Summer,6\n');
    expect(shown(split)).toEqual({
      'reach/other/campaign': [
        ['2026-01-01', 5, 'Spring'],
        ['2026-01-01', 6, 'Summer'],
      ],
    });
    const twice = inspectText('b.csv', 'Date,Reach\n2026-01-01,5\n2026-01-01,6\n2026-01-02,7\n');
    expect(sums(twice)).toEqual({ reach: 12 });
    expect(twice.tables[0]?.refused).toMatchObject([
      { code: 'duplicate-row', where: expect.stringContaining('row 3') as string },
    ]);
  });

  test('what cannot be read is refused by row, with its place and text', () => {
    const inspection = inspectText(
      'a.csv',
      'Date,Reach\n2026-01-01,5\n2026-02-31,6\nsoon,7\n2026-01-03,many\n2026-01-04,-\n',
    );
    expect(sums(inspection)).toEqual({ reach: 5 });
    expect(inspection.tables[0]?.refused.map((row) => [row.code, row.text])).toEqual([
      ['dates-impossible', '2026-02-31'],
      ['dates-impossible', 'soon'],
      ['value-unreadable', 'many'],
    ]);
  });
});

describe('what cannot be imported says why and what to do', () => {
  test.each([
    ['no figures', 'Date,Note\n2026-01-01,hello\n2026-01-02,bye\n', 'no-figures'],
    ['only words', 'Just a note\n', 'no-table'],
  ])('%s', (_name, text, code) => {
    const inspection = inspectText('x.csv', text);
    expect(inspection.status).toBe('refused');
    expect(inspection.errors[0]).toMatchObject({ code, where: expect.stringContaining('x.csv') as string });
    expect(inspection.tables).toEqual([]);
  });

  test('decimals that a spreadsheet turned into dates refuse the file', () => {
    const text = 'Date;Reach;Engagement rate\n2026-01-01;5;3.апр\n2026-01-02;6;4,2\n';
    expect(inspectText('x.csv', text)).toMatchObject({
      status: 'refused',
      errors: [{ code: 'excel-damaged-decimals', detail: { text: '3.апр' } }],
    });
    const spanish = 'Date,Primary\n2026-01-01,3.abr\n2026-01-02,7\n';
    expect(inspectText('Views.csv', spanish)).toMatchObject({
      status: 'refused',
      errors: [{ code: 'excel-damaged-decimals' }],
    });
  });

  test('prototype names and formula-like headers are only names', () => {
    const inspection = inspectText('x.csv', 'Date,__proto__,constructor,=1+1,Reach\n2026-01-01,1,2,3,4\n', {
      answers: { 'kpi:x:__proto__': 'ignore', 'kpi:x:constructor': 'ignore', 'kpi:x:=1+1': 'ignore' },
    });
    expect(sums(inspection)).toEqual({ reach: 4 });
  });
});

test('a sheet of one’s own with a country column is no ads report: its dates and channels count', () => {
  const inspection = inspectText(
    'own.csv',
    'Date,Channel,Country,Reach\n2026-10-01,Instagram,Spain,5\n2026-10-02,Instagram,Spain,6\n',
  );
  expect(inspection.platform).not.toBe('meta-ads');
});
