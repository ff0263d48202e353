/** What a file does not say, taken from around it: always with a note, and never against a person's word. */
import { describe, expect, test } from 'vitest';
import type { Inspection } from '../../electron/backend/exchange/model.ts';
import { contextWith, inspectDrop, inspectText, inspectZip, shown, sums } from '../support/inspectText.ts';

const daily = (title: string, first = '2026-03-01'): string =>
  `sep=,\n"${title}"\n"Date","Primary"\n"${first}T00:00:00","5"\n"2026-03-31T00:00:00","7"\n`;
const notes = (inspection: Inspection | undefined): unknown =>
  inspection?.notes.filter(({ code }) => code !== 'separator-line').map(({ code, detail }) => [code, detail]);
const keys = (inspection: Inspection | undefined): unknown => Object.keys(shown(inspection!));

describe('the network of a bare title', () => {
  test('is the one that alone has such a metric', () => {
    const inspection = inspectText('x.csv', daily('Viewers'));
    expect(keys(inspection)).toEqual(['viewers/facebook']);
    expect(notes(inspection)).toEqual([['network-of-words', 'facebook']]);
  });
  test("is a person's, whatever is likely", () => {
    const inspection = inspectText('x.csv', daily('Viewers'), { answers: { network: 'instagram' } });
    expect(keys(inspection)).toEqual(['viewers/instagram']);
    expect(inspection.questions).toMatchObject([{ id: 'network', answer: 'instagram' }]);
  });
  test("is the client's only one, and asked for where the client has both", () => {
    const one = inspectText('x.csv', daily('Views'), { clientNetworks: ['instagram', 'web', 'instagram'] });
    expect(keys(one)).toEqual(['views/instagram']);
    expect(notes(one)).toEqual([['network-of-client', 'instagram']]);
    const both = inspectText('x.csv', daily('Views'), { clientNetworks: ['instagram', 'facebook'] });
    expect(both.status).toBe('needs-answers');
  });
  test('is that of the files of the same days, where the drop holds both networks', () => {
    const drop = inspectDrop({
      'a.csv': daily('Facebook reach'),
      'b.csv': daily('Instagram reach', '2026-02-01'),
      'c.csv': daily('Views'),
      'd.csv': daily('Views', '2026-01-01'),
    });
    expect(keys(drop[2])).toEqual(['views/facebook']);
    expect(notes(drop[2])).toEqual([['network-from-siblings', 'facebook']]);
    expect(drop[3]?.status).toBe('needs-answers');
  });
  test("is that of the files beside it rather than the client's", () => {
    const drop = inspectDrop(
      { 'a.csv': daily('Facebook reach'), 'c.csv': daily('Views') },
      { clientNetworks: ['instagram'] },
    );
    expect(keys(drop[1])).toEqual(['views/facebook']);
  });
});

describe('a metric that nobody knows', () => {
  const text = daily('Instagram zumbidos');
  test('is asked for, not left out', () => {
    const open = inspectText('x.csv', text);
    expect(open).toMatchObject({ status: 'needs-answers', platform: 'meta' });
    expect(open.questions).toMatchObject([{ code: 'kpi', params: { column: 'Instagram zumbidos' } }]);
    const settled = inspectText('x.csv', text, {
      answers: { [open.questions[0]?.id ?? '']: 'likes' },
      units: new Map([['likes', 'count']]),
    });
    expect(keys(settled)).toEqual(['likes/instagram']);
  });
  test('is what the catalogue calls so', () => {
    const catalogueAliases = new Map([...contextWith().catalogueAliases, ['zumbido', 'comments']]);
    expect(keys(inspectText('x.csv', text, { catalogueAliases }))).toEqual(['comments/instagram']);
  });
});

describe('the year of days without one', () => {
  const overview = (days: readonly string[]): string =>
    `Date,Video Views,Profile Views\n${days.map((day) => `"${day}",5,1`).join('\n')}\n`;
  test('is told by weekdays', () => {
    const inspection = inspectText('Overview.csv', overview(['Sat, 28 February', 'Sun, 1 March']));
    expect(inspection.questions).toEqual([]);
    expect(shown(inspection)['video_views/tiktok']?.[0]?.[0]).toBe('2026-02-28');
  });
  test('is never later than the file', () => {
    const inspection = inspectText('Overview.csv', overview(['1 May', '2 May']), {}, '2024-08-01T10:00:00');
    expect(inspection.questions[0]?.choices.map(({ id }) => id)).toEqual(['2024', '2023', '2022']);
    expect(inspection.questions[0]?.choices[0]?.params).toMatchObject({ hint: 'fits-file' });
  });
  test('is that of a file stamped right behind its last day, with a note', () => {
    const inspection = inspectText('Overview.csv', overview(['1 May', '2 May']), {}, '2024-05-04T10:00:00');
    expect(shown(inspection)['video_views/tiktok']?.at(-1)?.[0]).toBe('2024-05-02');
    expect(inspection.tables[0]?.notes.map(({ code }) => code)).toContain('year-of-file');
  });
  test('is not taken from an archive that was written without a clock', () => {
    const [inspection] = inspectZip(
      'a.zip',
      { 'Overview.csv': overview(['1 May', '2 May']) },
      new Date(1980, 0, 1),
    );
    expect(inspection?.questions[0]?.code).toBe('year');
  });
});

describe('posts that come more than once', () => {
  const header =
    'Post ID,Account ID,Account username,Description,Publish time,Permalink,Post type,Date,Views,Reach\n';
  const post = (id: number, account: number, date: string, views: number): string =>
    `${id},${account},acct${account},Hi,03/14/2026 09:00,https://www.instagram.com/p/${id}/,IG image,${date},${views},${views}\n`;
  test('by day add up, but for people, whom days count again', () => {
    const text = header + post(1, 7, '03/14/2026', 5) + post(1, 7, '03/15/2026', 6);
    expect(sums(inspectText('p.csv', text))).toEqual({ views: 11 });
  });
  test('word for word count once; with other figures the second is refused', () => {
    const text = header + post(1, 7, 'Lifetime', 5) + post(1, 7, 'Lifetime', 5) + post(1, 7, 'Lifetime', 9);
    const inspection = inspectText('p.csv', text);
    expect(sums(inspection)).toEqual({ views: 5, reach: 5 });
    expect(inspection.tables[0]?.refused).toMatchObject([{ code: 'duplicate-row' }]);
  });
  test('of two accounts keep their own', () => {
    const inspection = inspectText('p.csv', header + post(1, 7, 'Lifetime', 5) + post(2, 8, 'Lifetime', 6));
    expect(inspection.identities.map(({ account }) => account)).toEqual(['7', '8']);
    expect(inspection.tables[0]?.content.map(({ account }) => account)).toEqual(['7', '8']);
  });
  test('whose account a spreadsheet program rounded go by its name', () => {
    const text = (header + post(1, 7, 'Lifetime', 5)).replace(',7,', ',1.78414E+16,');
    expect(inspectText('p.csv', text).identities).toEqual([{ network: 'instagram', account: 'acct7' }]);
  });
});

describe('advertising reports', () => {
  const header = 'Campaign name,Impressions,Amount spent (EUR),Reporting starts,Reporting ends\n';
  test('of one range stand in it, their totals kept as a check', () => {
    const text = `${header}Spring,20,1.5,2026-03-01,2026-03-31\nSale,10,0.5,2026-03-01,2026-03-31\nResults from 2 campaigns,30,2,2026-03-01,2026-03-31\n`;
    const inspection = inspectText('report.csv', text);
    expect(shown(inspection)['impressions/meta-ads/campaign']).toEqual([
      ['2026-03-01', 20, 'Spring'],
      ['2026-03-01', 10, 'Sale'],
    ]);
    expect(inspection.tables[0]?.totals).toMatchObject([
      { kpi: 'impressions', stated: 30, summed: 30 },
      { kpi: 'ad_spend', stated: 2, summed: 2 },
    ]);
  });
  test('broken down by day take the day of each row', () => {
    const text = `${header}Spring,20,1.5,2026-03-01,2026-03-01\nSpring,10,0.5,2026-03-02,2026-03-02\n,30,2,2026-03-01,2026-03-02\n`;
    const inspection = inspectText('report.csv', text);
    expect(shown(inspection)['impressions/meta-ads/campaign']).toEqual([
      ['2026-03-01', 20, 'Spring'],
      ['2026-03-02', 10, 'Spring'],
    ]);
    expect(inspection.tables[0]?.totals.map(({ stated }) => stated)).toEqual([30, 2]);
  });
  test("a client's own sheet with a column of spend is none", () => {
    const text = 'Month,Reach,Impressions,Visitas tienda,Ventas tienda,Amount spent\n2026-03-01,5,6,7,8,9\n';
    expect(inspectText('own.csv', text).platform).toBe('generic');
  });
});
