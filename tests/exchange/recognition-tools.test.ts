/** Tools, mail, ads and shops: whose figures they are, which period, and what only a person knows. */
import { describe, expect, test } from 'vitest';
import { exampleOf } from '../support/exampleOf.ts';
import { inspectText, inspectZip, shown, sums } from '../support/inspectText.ts';

describe('formats known by description only', () => {
  const { file, text } = exampleOf('buffer', 'posts');
  test('are asked about; until then the file waits', () => {
    const open = inspectText(file, text);
    expect(open.status).toBe('needs-answers');
    expect(open.questions).toEqual([
      expect.objectContaining({
        id: 'confirm:buffer:posts',
        code: 'confirm',
        params: { platform: 'buffer', report: 'posts', table: 'buffer-posts', file },
      }),
    ]);
    expect(open.notes.map((note) => note.code)).toContain('format-from-memory');
  });
  test('a yes stays with the file, so that it can be changed', () => {
    const yes = inspectText(file, text, { answers: { 'confirm:buffer:posts': 'yes' } });
    expect(yes).toMatchObject({ status: 'recognised', platform: 'buffer' });
    expect(yes.questions).toEqual([expect.objectContaining({ code: 'confirm', answer: 'yes' })]);
  });
  test('a no reads the table like any other sheet', () => {
    const { file: name, text: table } = exampleOf('sprout', 'profile performance');
    const no = inspectText(name, table, { answers: { 'confirm:sprout:profile performance': 'no' } });
    expect(no.platform).not.toBe('sprout');
    expect(no.questions.find(({ code }) => code === 'confirm')?.answer).toBe('no');
    expect(no.notes.map((note) => note.code)).not.toContain('format-from-memory');
  });
});

describe('several networks in one file', () => {
  test('figures and items go to the network and profile that their row names', () => {
    const { file, text } = exampleOf('sprout', 'profile performance');
    const inspection = inspectText(file, text, {
      answers: { 'confirm:sprout:profile performance': 'yes' },
    });
    expect(shown(inspection)).toMatchObject({
      'followers/instagram/acme.cafe': [
        ['2026-10-13', 1000],
        ['2026-10-14', 1004],
      ],
      'followers/facebook/Acme Café': [
        ['2026-10-13', 500],
        ['2026-10-14', 499],
      ],
      'net_follower_growth/facebook/Acme Café': [
        ['2026-10-13', 1],
        ['2026-10-14', -1],
      ],
    });
    expect(inspection.identities).toEqual([
      { network: 'instagram', account: 'acme.cafe' },
      { network: 'facebook', account: 'Acme Café' },
    ]);
  });
  test('a page is no other channel than its network', () => {
    const { file, text } = exampleOf('hootsuite', 'post performance');
    const { tables } = inspectText(file, text, { answers: { 'confirm:hootsuite:post performance': 'yes' } });
    expect(
      tables[0]?.content.map(({ network, account, published }) => [network, account, published]),
    ).toEqual([
      ['facebook', undefined, '2026-10-05'],
      ['x', undefined, '2026-10-19'],
    ]);
  });
});

describe('mail', () => {
  test('campaigns of one day add up to its figures, and stay items', () => {
    const text = `Title,Subject,Send Date,Successful Deliveries,Unique Opens,Unique Clicks,Unsubscribes,Times Liked on Facebook,Unique Id
A,One,"Oct 5, 2026 10:00 am",100,40,4,1,0,x1
B,Two,"Oct 5, 2026 06:00 pm",50,10,1,0,0,x2
`;
    const inspection = inspectText('campaigns.csv', text);
    expect(shown(inspection)).toEqual({
      'emails_delivered/mail': [['2026-10-05', 150]],
      'email_opens/mail': [['2026-10-05', 50]],
      'email_clicks/mail': [['2026-10-05', 5]],
      'unsubscribes/mail': [['2026-10-05', 1]],
    });
    expect(inspection.tables[0]?.content.map((item) => [item.externalId, item.type, item.metrics])).toEqual([
      ['x1', 'campaign', { emails_delivered: 100, email_opens: 40, email_clicks: 4, unsubscribes: 1 }],
      ['x2', 'campaign', { emails_delivered: 50, email_opens: 10, email_clicks: 1, unsubscribes: 0 }],
    ]);
  });
  test('the report of one campaign is one item, known by its day and title; other tables on it are left out', () => {
    const { file, text } = exampleOf('mailchimp', 'campaign report');
    const inspection = inspectText(file, text);
    expect(inspection.tables[0]?.content[0]).toMatchObject({
      externalId: '2026-10-05 Autumn menu',
      title: 'Autumn menu',
      published: '2026-10-05',
    });
    expect(inspection.tables[0]?.covers).toBeNull();
    expect(inspection.notes.map((note) => note.code)).toContain('table-left-out');
  });
  test('a few named lines are no report', () => {
    const text =
      'Name:,Acme\nTown:,Vigo\nYear:,2026\nPhone:,none\n\nDate,Reach\n2026-10-01,5\n2026-10-02,6\n';
    expect(sums(inspectText('sheet.csv', text))).toEqual({ reach: 11 });
  });
  test('text messages are no mail', () => {
    const { file, text } = exampleOf('klaviyo', 'campaigns');
    const inspection = inspectText(file, text.replace(/,email\n$/, ',sms\n'));
    expect(sums(inspection)).toMatchObject({ emails_delivered: 500, revenue: 250.4 });
    expect(inspection.tables[0]?.refused).toEqual([
      expect.objectContaining({ code: 'unsupported-report', text: 'sms' }),
    ]);
  });
});

describe('Discourse', () => {
  test('the file name inside the archive says the metric', () => {
    const inspections = inspectZip('report.zip', {
      'posts-261101-101500.csv': 'date,value\n2026-10-01,30\n2026-10-02,20\n',
      'daily-engaged-users.csv': 'Day,Count\n2026-10-01,12\n',
    });
    expect(inspections.map((one) => [one.status, one.platform, sums(one)])).toEqual([
      ['recognised', 'discourse', { messages: 50 }],
      ['recognised', 'discourse', { participants: 12 }],
    ]);
  });
  test('a plain name without the stamp may be anybody’s', () => {
    expect(inspectText('likes.csv', 'date,value\n2026-10-01,30\n').platform).not.toBe('discourse');
  });
  test('a metric that no KPI means is not claimed', () => {
    expect(inspectText('dau-by-mau.csv', 'date,value\n2026-10-01,30\n').platform).not.toBe('discourse');
  });
});

describe('tables without dates', () => {
  const { file, text } = exampleOf('google-business-profile', 'performance');
  test('figures of a whole ask for their period, and propose some', () => {
    const open = inspectText(file, text, {}, '2026-11-03T09:00:00');
    expect(open.status).toBe('needs-answers');
    expect(open.questions).toEqual([
      expect.objectContaining({ id: 'period', code: 'period', input: 'period', params: { file } }),
    ]);
    expect(open.questions[0]?.choices.map(({ id }) => id)).toEqual([
      'month:2026-10-01',
      'month:2026-11-01',
      'quarter:2026-07-01',
    ]);
  });
  test('the answer is where they stand', () => {
    const settled = inspectText(file, text, { answers: { period: 'quarter:2026-07-01' } });
    expect(settled.status).toBe('recognised');
    expect(settled.tables[0]?.figures.every(({ cadence }) => cadence === 'quarter')).toBe(true);
    expect(shown(settled)['phone_clicks/google-business/Café Uno']).toEqual([['2026-07-01', 20]]);
    expect(shown(settled)['impressions/google-business/Café Uno']).toEqual([['2026-07-01', 850]]);
  });
  test.each(['month:2026-13-01', 'fortnight:2026-10-01', 'month:2027-10-01', '2026-10-01'])(
    '%s is no period that has begun',
    (period) => {
      expect(inspectText(file, text, { answers: { period } }).status).toBe('needs-answers');
    },
  );
  test('a range in the title or the name is enough', () => {
    const ads = exampleOf('google-ads', 'ads report');
    const answers = { 'confirm:google-ads:ads report': 'yes' };
    const inspection = inspectText(ads.file, ads.text, { answers });
    expect(shown(inspection)['ad_spend/google-ads']).toEqual([['2026-10-01', 200]]);
    expect(inspection.tables[0]?.figures[0]?.cadence).toBe('month');
    const byName = inspectText('performance 2026-09-01 - 2026-09-30.csv', text);
    expect(byName.questions).toEqual([]);
    expect(shown(byName)['phone_clicks/google-business/Café Dos']).toEqual([['2026-09-01', 10]]);
  });
  test('a range that is no calendar period is asked about, for it is no month’s figure', () => {
    const name = 'performance 2026-09-05 - 2026-09-20.csv';
    expect(inspectText(name, text).questions.map(({ code }) => code)).toEqual(['period']);
    const [first] =
      inspectText(name, text, { answers: { period: 'month:2026-09-01' } }).tables[0]?.figures ?? [];
    expect(first?.cadence).toBe('month');
    expect(first?.span).toBeUndefined();
  });
  test('a file name may write months and days without zeros', () => {
    const inspection = inspectText('GMB insights (Performance report) - 2026-9-1 - 2026-9-30.csv', text);
    expect(inspection.questions).toEqual([]);
    expect(shown(inspection)['phone_clicks/google-business/Café Uno']).toEqual([['2026-09-01', 20]]);
  });
  test('Google Ads in Spanish: titles, commas, total rows', () => {
    const spanish = `Informe de campañas
1 de octubre de 2026 - 31 de octubre de 2026
Estado de la campaña;Campaña;Tipo de campaña;Código de moneda;Impr.;Interacciones;Coste medio;Coste;Clics;CPC medio;Conversiones
Habilitada;Marca;Búsqueda;EUR;4.000;300;0,20;60,50;300;0,20;12,00
Habilitada;Otoño;Búsqueda;EUR;6.000;200;0,70;140,00;200;0,70;8,00
Total: Cuenta; --; --;EUR;10.000;500;0,40;200,50;500;0,40;20,00
`;
    const answers = { 'confirm:google-ads:ads report': 'yes' };
    const inspection = inspectText('Informe de campañas.csv', spanish, { answers, currency: 'EUR' });
    expect(inspection).toMatchObject({ status: 'recognised', platform: 'google-ads', language: 'es' });
    expect(shown(inspection)).toMatchObject({
      'ad_spend/google-ads': [['2026-10-01', 200.5]],
      'impressions/google-ads': [['2026-10-01', 10_000]],
      'ad_results/google-ads': [['2026-10-01', 20]],
    });
  });
  test('total rows are checks; those of one kind of campaign are none', () => {
    const ads = exampleOf('google-ads', 'ads report');
    const search = 'Total: Search, --, --, --, --, --,EUR,"4,000",300,0.20,60.00,300,7.50%,0.20,12.00,5.00\n';
    const { tables } = inspectText(ads.file, ads.text + search, {
      answers: { 'confirm:google-ads:ads report': 'yes' },
    });
    const spent = tables[0]?.totals.filter(({ kpi }) => kpi === 'ad_spend');
    expect(spent?.map(({ stated, summed }) => [stated, summed])).toEqual([
      [200, 200],
      [200, 200],
    ]);
  });
});

describe('lists counted by day', () => {
  const { file, text } = exampleOf('trustpilot', 'reviews');
  const answers = { 'confirm:trustpilot:reviews': 'yes' };
  test('reviews become counts by stars, their mean and the answered ones; who wrote stays out', () => {
    const inspection = inspectText(file, text, { answers });
    expect(shown(inspection)).toEqual({
      'testimonials/reviews': [
        ['2026-10-02', 2],
        ['2026-10-09', 2],
      ],
      'positive_reviews/reviews': [
        ['2026-10-02', 1],
        ['2026-10-09', 1],
      ],
      'neutral_reviews/reviews': [
        ['2026-10-02', 0],
        ['2026-10-09', 1],
      ],
      'negative_reviews/reviews': [
        ['2026-10-02', 1],
        ['2026-10-09', 0],
      ],
      'average_review_rating/reviews': [
        ['2026-10-02', 3.5],
        ['2026-10-09', 3.5],
      ],
      'reviews_answered/reviews': [
        ['2026-10-02', 1],
        ['2026-10-09', 1],
      ],
    });
    const silent = inspection.tables[0]?.figures.filter((column) => column.absentMeansZero !== true);
    expect(silent?.map(({ kpi }) => kpi)).toEqual(['average_review_rating']);
    expect(JSON.stringify(inspection.tables.map(({ figures }) => figures))).not.toContain('Example');
  });
  test('the same review twice counts once, and says so', () => {
    const inspection = inspectText(file, `${text}${text.split('\n')[1]}\n`, { answers });
    expect(sums(inspection)['testimonials']).toBe(4);
    expect(inspection.tables[0]?.refused.map(({ code }) => code)).toEqual(['duplicate-row']);
  });
});

test('another account’s own comments are told from its posts', () => {
  const { file, text } = exampleOf('reddit', 'comments');
  const { tables } = inspectText(file, text);
  expect(tables[0]?.content[0]).toMatchObject({ type: 'comment', title: 'Thanks, glad you like it' });
  expect(tables[0]?.columns.find(({ header }) => header === 'ip')?.role).toBe('personal');
});
