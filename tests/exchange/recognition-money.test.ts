/** Money in another currency than the client's: asked once a currency, reckoned with the answer, never silently mixed. */
import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readBytes } from '../../electron/backend/exchange/readers/readFile.ts';
import { inspectAll } from '../../electron/backend/exchange/recognition/inspect.ts';
import { exampleOf } from '../support/exampleOf.ts';
import { contextWith, inspectText, shown, sums } from '../support/inspectText.ts';

describe('money in another currency', () => {
  const byHeader = 'Date,Ingresos (USD),Reach\n2026-10-01,100,5\n2026-10-02,50.5,6\n';
  test('is asked for a rate, once a currency', () => {
    const open = inspectText('sheet.csv', byHeader, { currency: 'EUR' });
    expect(open.questions).toEqual([
      expect.objectContaining({
        id: 'currency:USD',
        code: 'currency',
        input: 'number',
        params: { currency: 'USD', own: 'EUR', file: 'sheet.csv' },
      }),
    ]);
  });
  test('is reckoned with the answer, which is kept', () => {
    const settled = inspectText('sheet.csv', byHeader, {
      currency: 'EUR',
      answers: { 'currency:USD': '0.9' },
    });
    expect(sums(settled)).toEqual({ revenue: 135.45, reach: 11 });
    expect(settled.rates).toEqual({ USD: 0.9 });
    expect(settled.tables[0]?.notes).toContainEqual(
      expect.objectContaining({ code: 'converted', detail: 'USD 0.9' }),
    );
  });
  test.each(['0', '-1', 'one', '1,1', ''])('“%s” is no rate', (answer) => {
    const open = inspectText('sheet.csv', byHeader, { currency: 'EUR', answers: { 'currency:USD': answer } });
    expect(open.status).toBe('needs-answers');
    expect(open.rates).toBeUndefined();
  });
  test.each([
    ['the client’s own', { currency: 'USD' }],
    ['nobody knows whose', {}],
  ])('is left as it is where it is %s', (_, context) => {
    const inspection = inspectText('sheet.csv', byHeader, context);
    expect(inspection.questions).toEqual([]);
    expect(sums(inspection)['revenue']).toBe(150.5);
  });
  test('is not asked about where there is none: a channel that earns nothing', () => {
    const nothing = 'Date,Ingresos (USD),Reach\n2026-10-01,0.00,5\n2026-10-02,,6\n';
    const inspection = inspectText('sheet.csv', nothing, { currency: 'EUR' });
    expect(inspection.questions).toEqual([]);
    expect(sums(inspection)).toEqual({ revenue: 0, reach: 11 });
  });
  test('signs count: a bare $ is that of a client in Mexico, and foreign to one in Spain', () => {
    const signs = 'Date,Ingresos\n2026-10-01,$100\n2026-10-02,$50\n';
    expect(inspectText('sheet.csv', signs, { currency: 'MXN' }).questions).toEqual([]);
    expect(inspectText('sheet.csv', signs, { currency: 'EUR' }).questions.map(({ id }) => id)).toEqual([
      'currency:$',
    ]);
    expect(inspectText('sheet.csv', signs.replaceAll('$', '€'), { currency: 'EUR' }).questions).toEqual([]);
    expect(
      inspectText('sheet.csv', signs.replaceAll('$', 'US$'), { currency: 'EUR' }).questions.map(
        ({ id }) => id,
      ),
    ).toEqual(['currency:USD']);
  });
  test('a column of currencies says it row by row; totals are reckoned too', () => {
    const text = `Start Date (in UTC),Currency,Campaign Name,Total Spent,Impressions,Clicks,Average CPM,Total Social Actions
10/13/2026,USD,A,100.00,1000,10,1,1
10/14/2026,EUR,A,50.00,1000,10,1,1
`;
    const answers = { 'confirm:linkedin-ads:ads report': 'yes', 'currency:USD': '0.5' };
    const inspection = inspectText('report.csv', text, { currency: 'EUR', answers });
    expect(shown(inspection)['ad_spend/linkedin-ads']).toEqual([
      ['2026-10-13', 50],
      ['2026-10-14', 50],
    ]);
    const ads = exampleOf('google-ads', 'ads report');
    const foreign = inspectText(ads.file, ads.text, {
      currency: 'GBP',
      answers: { 'confirm:google-ads:ads report': 'yes', 'currency:EUR': '0.5' },
    });
    expect(foreign.tables[0]?.totals.filter(({ kpi }) => kpi === 'ad_spend')[0]).toMatchObject({
      stated: 100,
      summed: 100,
    });
  });
  test('of content items as well', () => {
    const { file, text } = exampleOf('klaviyo', 'campaigns');
    const priced = text.replace('Revenue,', 'Revenue (GBP),');
    const inspection = inspectText(file, priced, { currency: 'EUR', answers: { 'currency:GBP': '2' } });
    expect(inspection.tables[0]?.content.map(({ metrics }) => metrics['revenue'])).toEqual([500.8, 799.2]);
  });
  test('a number format of a workbook says it too', () => {
    const read = readBytes('sheet.csv', strToU8('Date,Ingresos\n2026-10-01,1\n'));
    const [sheet] = read.sheets;
    const money = { type: 'money', value: 10, currency: '£' } as const;
    const typed = { ...read, sheets: [{ ...sheet!, rows: [sheet!.rows[0]!, ['2026-10-01', money]] }] };
    const [open] = inspectAll(typed, contextWith({ currency: 'EUR' }));
    expect(open?.questions.map(({ id }) => id)).toEqual(['currency:GBP']);
    const [settled] = inspectAll(typed, contextWith({ currency: 'EUR', answers: { 'currency:GBP': '1.2' } }));
    expect(sums(settled!)).toEqual({ revenue: 12 });
  });
  test('in long and wide tables as well, by label and by row', () => {
    const own = { currency: 'EUR', answers: { 'currency:USD': '0.5' } };
    const long =
      'Date,Metric,Value\n2026-10-01,Ingresos (USD),100\n2026-10-02,Ingresos (USD),50\n2026-10-01,Reach,7\n';
    expect(sums(inspectText('long.csv', long, own))).toEqual({ revenue: 75, reach: 7 });
    const byRow =
      'Date,Metric,Value,Currency\n2026-10-01,Ingresos,100,USD\n2026-10-02,Ingresos,50,EUR\n2026-10-01,Reach,7,\n';
    expect(sums(inspectText('rows.csv', byRow, own))).toEqual({ revenue: 100, reach: 7 });
    const wide = 'KPI,2026-10-01,2026-10-02\nIngresos (USD),100,50\nReach,3,4\n';
    expect(sums(inspectText('wide.csv', wide, own))).toEqual({ revenue: 75, reach: 7 });
  });
});
