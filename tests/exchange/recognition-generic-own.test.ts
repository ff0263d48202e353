/** Sheets that people make for themselves, in every layout they use: read right without a question. */
import { describe, expect, test } from 'vitest';
import { readBytes } from '../../electron/backend/exchange/readers/readFile.ts';
import { inspectTogether } from '../../electron/backend/exchange/recognition/inspect.ts';
import { figuresOf, inspectOwn, ownContext } from '../support/ownContext.ts';
import { layouts, ownSheet, workbookOf } from '../support/ownSheets.ts';

describe('made-up sheets hold what the guess finds in them', () => {
  test.each(layouts.map((layout, i) => [layout, i] as const))('%s', (layout, i) => {
    for (let seed = i; seed < layouts.length * 15; seed += layouts.length) {
      const sheet = ownSheet(seed);
      expect(sheet.layout).toBe(layout);
      const inspection = inspectOwn(sheet.name, sheet.bytes);
      expect({ seed, status: inspection.status, questions: inspection.questions }).toEqual({
        seed,
        status: 'mapped',
        questions: [],
      });
      expect({ seed, figures: figuresOf(inspection.tables) }).toEqual({ seed, figures: sheet.expected });
    }
  });
});

describe('habits of single sheets', () => {
  test.each<[string, string, string, Record<string, number>]>([
    [
      'goals, changes and the month before are no figures',
      'a.csv',
      'Fecha,Alcance,Alcance mes anterior,Alcance vs mes anterior,Meta alcance\n2026-01,5,4,25%,10\n',
      { 'reach/other/month/2026-01-01': 5 },
    ],
    [
      'totals and means under the dates',
      'a.csv',
      'Trimestre,Alcance\nT3 2025,100\nT4 2025,110\nTotal,210\nMedia,105\n',
      { 'reach/other/quarter/2025-07-01': 100, 'reach/other/quarter/2025-10-01': 110 },
    ],
    [
      'real and goal under each month',
      'a.csv',
      'KPI,ene-26,,,feb-26,,\n,Real,Objetivo,%,Real,Objetivo,%\nSeguidores,1,2,50%,3,4,75%\nAlcance,5,6,80%,7,8,90%\n',
      {
        'followers/other/month/2026-01-01': 1,
        'followers/other/month/2026-02-01': 3,
        'reach/other/month/2026-01-01': 5,
        'reach/other/month/2026-02-01': 7,
      },
    ],
    [
      'a quarter between its months is their sum',
      'KPIs 2026.csv',
      'KPI,ene,feb,mar,T1,abr,Acumulado,Media\nAlcance,4,5,6,15,7,22,5\n',
      {
        'reach/other/month/2026-01-01': 4,
        'reach/other/month/2026-02-01': 5,
        'reach/other/month/2026-03-01': 6,
        'reach/other/month/2026-04-01': 7,
      },
    ],
    [
      'a total beside its networks',
      'a.csv',
      'Mes,Instagram seguidores,Facebook seguidores,Total seguidores\nene-26,10,20,30\n',
      { 'followers/instagram/month/2026-01-01': 10, 'followers/facebook/month/2026-01-01': 20 },
    ],
    [
      'a month written by its last day',
      'a.csv',
      'Fecha,Alcance\n31/01/2026,5\n28/02/2026,6\n',
      { 'reach/other/month/2026-01-01': 5, 'reach/other/month/2026-02-01': 6 },
    ],
    [
      'a start and an end say the cadence',
      'a.csv',
      'Fecha de inicio,Fecha de fin,Alcance\n01/01/2026,31/01/2026,5\n01/02/2026,28/02/2026,6\n',
      { 'reach/other/month/2026-01-01': 5, 'reach/other/month/2026-02-01': 6 },
    ],
    [
      'years and months in two columns',
      'a.csv',
      'Year,Month,Reach\n2026,1,5\n2026,2,7\n',
      { 'reach/other/month/2026-01-01': 5, 'reach/other/month/2026-02-01': 7 },
    ],
    [
      'weeks by number, the year in the file name',
      'redes 2026.csv',
      'Semana,Alcance\n12,100\n13,110\n',
      { 'reach/other/week/2026-03-16': 100, 'reach/other/week/2026-03-23': 110 },
    ],
    [
      'days in brackets say more than the number of a week',
      'redes 2026.csv',
      'Semana,Alcance\nSemana 1 (5-11 ene),1\nSemana 2 (12-18 ene),3\n',
      { 'reach/other/week/2026-01-05': 1, 'reach/other/week/2026-01-12': 3 },
    ],
    [
      'thousands, millions, currencies, clocks',
      'a.csv',
      'Mes;Alcance;Ingresos;Tiempo medio de respuesta\nenero 2026;1,2K;€ 1.234,50;01:30:00\nfebrero 2026;3,4 M;1.000,00 €;00:45:30\n',
      {
        'reach/other/month/2026-01-01': 1200,
        'reach/other/month/2026-02-01': 3_400_000,
        'revenue/other/month/2026-01-01': 1234.5,
        'revenue/other/month/2026-02-01': 1000,
        'first_response_time/other/month/2026-01-01': 5400,
        'first_response_time/other/month/2026-02-01': 2730,
      },
    ],
    [
      'figures counted in thousands',
      'a.csv',
      'Mes,Alcance (miles)\n2026-01,1.2\n2026-02,0.9\n',
      { 'reach/other/month/2026-01-01': 1200, 'reach/other/month/2026-02-01': 900 },
    ],
    [
      'no names over the columns, the KPI beside',
      'a.csv',
      'Jan-26,Reach,100\nJan-26,Followers,5\nFeb-26,Reach,110\nFeb-26,Followers,6\n',
      {
        'reach/other/month/2026-01-01': 100,
        'followers/other/month/2026-01-01': 5,
        'reach/other/month/2026-02-01': 110,
        'followers/other/month/2026-02-01': 6,
      },
    ],
    [
      'the KPI in the file name, a column a network',
      'Followers.csv',
      'Month,Instagram,Facebook\nJan 2026,1,2\nFeb 2026,2,3\n',
      {
        'followers/instagram/month/2026-01-01': 1,
        'followers/instagram/month/2026-02-01': 2,
        'followers/facebook/month/2026-01-01': 2,
        'followers/facebook/month/2026-02-01': 3,
      },
    ],
  ])('%s', (_habit, name, text, expected) => {
    const inspection = inspectOwn(name, text);
    expect(inspection).toMatchObject({ status: 'mapped', questions: [] });
    expect(figuresOf(inspection.tables)).toEqual(expected);
  });

  test('several accounts of one network stand apart', () => {
    const rows = [
      [null, 'Instagram ES', null, 'Instagram MX', null],
      ['Mes', 'Seguidores', 'Alcance', 'Seguidores', 'Alcance'],
      ['ene-26', 1, 2, 3, 4],
    ];
    const inspection = inspectOwn(
      'a.xlsx',
      workbookOf([{ name: 'Hoja1', rows, merges: ['B1:C1', 'D1:E1'] }]),
    );
    expect(figuresOf(inspection.tables)).toEqual({
      'followers/instagram@Instagram ES/month/2026-01-01': 1,
      'reach/instagram@Instagram ES/month/2026-01-01': 2,
      'followers/instagram@Instagram MX/month/2026-01-01': 3,
      'reach/instagram@Instagram MX/month/2026-01-01': 4,
    });
  });

  test('names once, tables under titles further down', () => {
    const rows = [
      ['KPI', 'ene-26', 'feb-26'],
      [],
      ['INSTAGRAM'],
      ['Seguidores', 1, 2],
      ['Alcance', 4, 5],
      [],
      ['FACEBOOK'],
      ['Seguidores', 7, 8],
      ['Alcance', 10, 11],
    ];
    const inspection = inspectOwn('a.xlsx', workbookOf([{ name: 'Hoja1', rows }]));
    expect(figuresOf(inspection.tables)).toMatchObject({
      'followers/instagram/month/2026-02-01': 2,
      'reach/facebook/month/2026-01-01': 10,
    });
    expect(inspection.questions).toEqual([]);
  });

  test('bare days take the month of their tab', () => {
    const rows = [
      ['Día', 'Alcance'],
      [1, 10],
      [2, 20],
      [31, 30],
    ];
    const inspection = inspectOwn('a.xlsx', workbookOf([{ name: 'Enero 2026', rows }]));
    expect(figuresOf(inspection.tables)).toEqual({
      'reach/other/day/2026-01-01': 10,
      'reach/other/day/2026-01-02': 20,
      'reach/other/day/2026-01-31': 30,
    });
  });

  test('one tab with a year gives it to its neighbours, over New Year too', () => {
    const pair = (n: number) => [['Alcance', n]];
    const tabs = ['Noviembre', 'Diciembre', 'Enero 2026', 'Febrero'];
    const inspection = inspectOwn('a.xlsx', workbookOf(tabs.map((name, i) => ({ name, rows: pair(i + 1) }))));
    expect(figuresOf(inspection.tables)).toEqual({
      'reach/other/month/2025-11-01': 1,
      'reach/other/month/2025-12-01': 2,
      'reach/other/month/2026-01-01': 3,
      'reach/other/month/2026-02-01': 4,
    });
  });

  test('posts with a link each are content, of the network their links are of', () => {
    const text =
      'Fecha,Título,Enlace,Alcance,Me gusta\n2026-01-01,Hola,https://www.instagram.com/p/abc,5,6\n2026-01-01,Adiós,https://www.instagram.com/p/abd,7,8\n';
    const inspection = inspectOwn('posts.csv', text);
    expect(inspection.tables[0]).toMatchObject({
      shape: 'content',
      figures: [],
      content: [
        { network: 'instagram', title: 'Hola', published: '2026-01-01', metrics: { reach: 5, likes: 6 } },
        { network: 'instagram', title: 'Adiós', metrics: { reach: 7, likes: 8 } },
      ],
    });
  });

  test('people’s columns stay out, by their names and by what they hold, and are named in a note', () => {
    const text = 'Fecha,Nombre,Contacto,Teléfono,Alcance\n2026-01-01,Ana,ana@example.com,600000000,5\n';
    const inspection = inspectOwn('a.csv', text);
    expect(inspection.notes).toContainEqual({
      code: 'personal-left-out',
      where: 'a.csv',
      detail: 'Nombre, Contacto, Teléfono',
    });
    expect(JSON.stringify(inspection)).not.toContain('example.com');
    expect(figuresOf(inspection.tables)).toEqual({ 'reach/other/day/2026-01-01': 5 });
  });

  test('totals of the sheet’s own are checks', () => {
    const inspection = inspectOwn('a.csv', 'KPI,ene-26,feb-26,Total\nMe gusta,1,2,4\n');
    expect(inspection.tables[0]?.totals).toMatchObject([{ kpi: 'likes', stated: 4, summed: 3 }]);
  });
});

describe('what a sheet does not say is asked', () => {
  test.each<[string, string, string, string[]]>([
    ['months without a year', 'a.csv', 'KPI,ene,feb\nAlcance,1,2\n', ['year']],
    ['weeks without a year', 'a.csv', 'Semana,Alcance\nSemana 12,100\nSemana 13,110\n', ['year']],
    ['days of weeks without a year', 'a.csv', 'Semana,Alcance\ndel 5 al 11 de enero,1\n', ['year']],
    ['no date at all', 'a.csv', 'KPI,Valor\nAlcance,5\nSeguidores,6\n', ['period']],
    ['half-years, which are no period here', 'a.csv', 'Periodo,Alcance\nH1 2025,5\nH2 2025,6\n', ['period']],
    ['one KPI twice', 'a.csv', 'Mes,Alcance,Alcance\nene-26,5,6\n', ['kpi']],
    ['a KPI nobody knows', 'a.csv', 'Mes,Karma\nene-26,5\n', ['kpi']],
    ['a label nobody knows', 'a.csv', 'KPI,ene-26,feb-26\nAlcance,1,2\nKarma,3,4\n', ['kpi']],
    ['nothing known', 'a.csv', 'country,population,area\nSpain,47,505\nFrance,67,551\n', ['mapping']],
    ['numbers without names', 'a.csv', '1,2,3\n4,5,6\n', ['mapping']],
  ])('%s', (_what, name, text, codes) => {
    const inspection = inspectOwn(name, text);
    expect(inspection.status).toBe('needs-answers');
    expect(inspection.questions.map((question) => question.code)).toEqual(codes);
    expect(inspection.tables[0]?.mapping).toBeDefined();
  });

  test('one question for a KPI over all its months, and its answer holds for them', () => {
    const text = ',ene-26,,feb-26,\nCanal,Karma,Alcance,Karma,Alcance\nInstagram,1,2,3,4\n';
    const asked = inspectOwn('a.csv', text);
    expect(asked.questions.map((question) => question.id)).toEqual(['kpi:a:Karma']);
    const answered = inspectOwn('a.csv', text, { answers: { 'kpi:a:Karma': 'likes' } });
    expect(answered).toMatchObject({ status: 'mapped', questions: [{ answer: 'likes' }] });
    expect(figuresOf(answered.tables)).toMatchObject({ 'likes/instagram/month/2026-02-01': 3 });
  });

  test('a table left out stays at hand, to be read otherwise', () => {
    const text = 'country,population\nSpain,47\nFrance,67\n';
    const left = inspectOwn('a.csv', text, { answers: { 'mapping:a': 'leave' } });
    expect(left).toMatchObject({
      status: 'refused',
      errors: [{ code: 'no-figures' }],
      questions: [{ id: 'mapping:a', answer: 'leave' }],
    });
    expect(left.tables[0]?.mapping).toBeDefined();
  });

  test('every column says why it is read as it is', () => {
    const inspection = inspectOwn(
      'a.csv',
      'Fecha,Canal,Alcance,Objetivo,Vacía,Karma,E-mail\n2026-01-01,Instagram,5,6,,7,a@b.es\n',
    );
    expect(inspection.tables[0]?.columns.map((column) => [column.role, column.reasons?.[0]])).toEqual([
      ['date', { code: 'dates', params: { share: 1 } }],
      ['channel', { code: 'name' }],
      ['metric', { code: 'alias', params: { alias: 'Alcance' } }],
      ['ignored', { code: 'name' }],
      ['ignored', { code: 'empty' }],
      ['ignored', { code: 'unknown' }],
      ['personal', { code: 'personal' }],
    ]);
  });

  test('the client’s own KPI wins over the catalogue', () => {
    const client = {
      networks: [],
      currency: 'EUR',
      aliases: new Map([
        ['karma', 'own_karma'],
        ['alcance', 'own_reach'],
      ]),
      units: new Map([['own_karma', 'number'] as const]),
      names: new Map([['own_karma', 'Karma']]),
    };
    const [inspection] = inspectTogether(
      [readBytes('a.csv', new TextEncoder().encode('Mes,Karma,Alcance\nene-26,5,6\n'))],
      { ...ownContext, clientByFile: new Map([['a.csv', client]]) },
    );
    if (!inspection) throw new Error('one file, one inspection');
    expect(figuresOf(inspection.tables)).toEqual({
      'own_karma/other/month/2026-01-01': 5,
      'own_reach/other/month/2026-01-01': 6,
    });
  });
});
