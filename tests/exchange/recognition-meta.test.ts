import { describe, expect, test } from 'vitest';
import { inspectDrop, inspectText, inspectZip, shown, sums } from '../support/inspectText.ts';

const daily = (title: string, rows = '"2026-03-01T00:00:00","5"\n"2026-03-02T01:00:00","7"'): string =>
  `sep=,\n"${title}"\n"Date","Primary"\n${rows}\n`;

const story = (date: string, views: number): string =>
  `1790,178,acct,Story,04/05/2025 10:00,https://www.instagram.com/stories/1/,IG story,${date},${views}\n`;

describe('daily metric files', () => {
  test.each([
    ['Facebook reach', 'reach', 'facebook'],
    ['Instagram follows', 'new_followers', 'instagram'],
    ['Instagram link clicks', 'link_clicks', 'instagram'],
    ['Instagram profile visits', 'profile_visits', 'instagram'],
    ['Facebook visits', 'visits', 'facebook'],
    ['Visitas ao perfil do Instagram', 'profile_visits', 'instagram'],
    ['Cliques no link do Instagram', 'link_clicks', 'instagram'],
    ['Alcance de Facebook', 'reach', 'facebook'],
  ])('%s is %s on %s; the hour is cut, never shifted', (title, kpi, network) => {
    const inspection = inspectText('x.csv', daily(title));
    expect(inspection).toMatchObject({ status: 'recognised', platform: 'meta', questions: [] });
    expect(shown(inspection)).toEqual({
      [`${kpi}/${network}`]: [
        ['2026-03-01', 5],
        ['2026-03-02', 7],
      ],
    });
  });

  test('a bare title asks for its network, and the answer settles it', () => {
    const open = inspectText('Views.csv', daily('Views'));
    expect(open.status).toBe('needs-answers');
    expect(open.questions).toMatchObject([
      { id: 'network', choices: [{ id: 'instagram' }, { id: 'facebook' }] },
    ]);
    const settled = inspectText('Views.csv', daily('Views'), { answers: { network: 'facebook' } });
    expect(settled.status).toBe('recognised');
    expect(Object.keys(shown(settled))).toEqual(['views/facebook']);
  });

  test('the file name, or files of one network only beside it, answer for a bare title', () => {
    expect(Object.keys(shown(inspectText('instagram_Views.csv', daily('Views'))))).toEqual([
      'views/instagram',
    ]);
    const together = inspectDrop({ 'Reach.csv': daily('Facebook reach'), 'Views.csv': daily('Views') });
    expect(together.map((one) => one.status)).toEqual(['recognised', 'recognised']);
    expect(Object.keys(shown(together[1]!))).toEqual(['views/facebook']);
    const both = inspectDrop({
      'a.csv': daily('Facebook reach'),
      'b.csv': daily('Instagram reach'),
      'Views.csv': daily('Views'),
    });
    expect(both[2]?.status).toBe('needs-answers');
  });

  test('Spanish headers, and follows that skip days without any', () => {
    const text =
      'sep=,\n"Seguidores de Instagram"\n"Fecha","Primary"\n"2026-03-01T00:00:00","5"\n"2026-03-04T00:00:00","2"\n';
    const inspection = inspectText('Seguidores.csv', text);
    expect(inspection.language).toBe('es');
    expect(inspection.tables[0]?.figures[0]).toMatchObject({
      kpi: 'new_followers',
      cadence: 'day',
      absentMeansZero: true,
    });
  });

  test('two metrics in one file', () => {
    const text =
      'Facebook reach\t\nDate\tPrimary\n2026-03-01T00:00:00\t10\n2026-03-02T00:00:00\t11\n\t\nInstagram reach\t\nDate\tPrimary\n2026-03-01T00:00:00\t20\n2026-03-02T00:00:00\t21\n';
    expect(shown(inspectText('Reach.csv', text))).toEqual({
      'reach/facebook': [
        ['2026-03-01', 10],
        ['2026-03-02', 11],
      ],
      'reach/instagram': [
        ['2026-03-01', 20],
        ['2026-03-02', 21],
      ],
    });
  });
});

describe('posts', () => {
  const instagram =
    'Post ID,Account ID,Account username,Account name,Description,"Duration (sec)","Publish time",Permalink,"Post type","Data comment",Date,Views,Reach,Likes,Shares,Follows,Comments,Saves\n';
  test('Instagram: the date is the publish time, month first; columns may come in any order', () => {
    const text = `${instagram}17900000000000001,178,acct,"Acct","Two\nlines",0,"03/04/2025 09:48",https://www.instagram.com/p/AAA/,"IG image",,Lifetime,52,37,3,0,1,2,4\n`;
    const inspection = inspectText('Mar-01-2025_Mar-31-2025_1.csv', text);
    expect(inspection).toMatchObject({
      status: 'recognised',
      report: 'instagram posts',
      identities: [{ network: 'instagram', account: '178', name: 'acct' }],
    });
    expect(inspection.tables[0]?.content).toEqual([
      {
        network: 'instagram',
        account: '178',
        externalId: '17900000000000001',
        title: 'Two lines',
        link: 'https://www.instagram.com/p/AAA/',
        type: 'IG image',
        published: '2025-03-04',
        metrics: { views: 52, reach: 37, likes: 3, shares: 0, new_followers: 1, comments: 2, saves: 4 },
        row: 2,
      },
    ]);
    expect(inspection.tables[0]?.figures).toEqual([]);
  });

  test('Spanish headers keep MM/DD', () => {
    const text =
      'Identificador de la publicación,Identificador de la cuenta,Nombre de usuario de la cuenta,Descripción,Hora de publicación,Enlace permanente,Tipo de publicación,Fecha,Visualizaciones,Alcance,Me gusta,Veces que se compartió,Seguimientos,Comentarios,Veces que se guardó\n' +
      '1790,178,cuenta,Hola,04/05/2025 10:00,https://www.instagram.com/p/B/,Imagen,Total,10,8,2,1,0,3,4\n';
    const inspection = inspectText('publicaciones.csv', text);
    expect(inspection).toMatchObject({ status: 'recognised', language: 'es' });
    expect(inspection.tables[0]?.content[0]).toMatchObject({
      published: '2025-04-05',
      metrics: { views: 10, shares: 1, saves: 4 },
    });
  });

  test('Facebook: "Views" twice counts once, and the caption may be in the description', () => {
    const text =
      'Post ID,Page ID,Page name,Title,Description,Publish time,Permalink,Post type,Date,Views,Reach,"Reactions, Comments and Shares",Reactions,Comments,Shares,Total clicks,Views,Link Clicks\n' +
      '122,900,Page,,Caption,11/26/2025 10:00,https://www.facebook.com/122,Photos,Lifetime,100,80,12,9,2,1,30,7,4\n';
    const inspection = inspectText('fb.csv', text);
    expect(inspection.report).toBe('facebook posts');
    expect(inspection.tables[0]?.content[0]).toMatchObject({
      network: 'facebook',
      title: 'Caption',
      published: '2025-11-26',
      metrics: {
        views: 100,
        reach: 80,
        interactions: 12,
        reactions: 9,
        comments: 2,
        shares: 1,
        clicks: 30,
        link_clicks: 4,
      },
    });
  });

  test('stories by day with their total count once', () => {
    const text = `Post ID,Account ID,Account username,Description,Publish time,Permalink,Post type,Date,Views\n${story('04/05/2025', 3)}${story('04/06/2025', 4)}${story('Total', 9)}`;
    expect(sums(inspectText('stories.csv', text))).toEqual({ views: 9 });
  });

  test('an id that a spreadsheet rounded falls back to the link, and without one the row is refused', () => {
    const head = 'Post ID,Account ID,Account username,Publish time,Permalink,Post type,Date,Views,Reach\n';
    const linked = inspectText(
      'a.csv',
      `${head}1.79E+16,178,acct,04/05/2025 10:00,https://www.instagram.com/p/XyZ/,IG image,Lifetime,3,2\n`,
    );
    expect(linked.tables[0]?.content[0]?.externalId).toBe('https://www.instagram.com/p/XyZ/');
    const lost = inspectText('a.csv', `${head}1.79E+16,178,acct,04/05/2025 10:00,,IG image,Lifetime,3,2\n`);
    expect(lost.tables[0]?.refused).toMatchObject([{ code: 'ids-rounded' }]);
  });
});

describe('audience', () => {
  test('names over values, pairs, and ages against genders are shares of a whole', () => {
    const text =
      'sep=,\n"Faixa etária e gênero"\n"","Mulheres","Homens"\n"18-24","23,9%","11,1%"\n"25-34","40%","25%"\n\n"Principais cidades"\n"Santa Maria, RS","Porto Alegre, RS"\n"68,5%","1,7%"\n\n"Principais países","Valor"\n"Brasil","97,4%"\n"Argentina","0,3%"\n';
    const inspection = inspectText('Público.csv', text, { answers: { network: 'instagram' } });
    expect(inspection).toMatchObject({ status: 'recognised', language: 'pt', report: 'audience' });
    const found = shown(inspection);
    const pairs = (key: string): unknown[] =>
      (found[key] ?? []).map(([, value, member]) => [member, Math.round(value * 1e4) / 1e4]);
    expect(pairs('audience_share/instagram/age_gender')).toEqual([
      ['18-24 female', 0.239],
      ['18-24 male', 0.111],
      ['25-34 female', 0.4],
      ['25-34 male', 0.25],
    ]);
    expect(pairs('audience_share/instagram/city')).toEqual([
      ['Santa Maria, RS', 0.685],
      ['Porto Alegre, RS', 0.017],
    ]);
    expect(pairs('audience_share/instagram/country')).toEqual([
      ['Brasil', 0.974],
      ['Argentina', 0.003],
    ]);
  });
});

test('ads: currency in the header, ranges as months, the unlabelled total kept as a check', () => {
  const text =
    'Account name,Region,Month,Reach,Impressions,Currency,Amount spent (UAH),Reporting starts,Reporting ends\n' +
    ',,,900,2100,UAH,30.5,2026-01-01,2026-02-28\n' +
    'Shop,Kyiv,2026-01-01 - 2026-01-31,600,1000,UAH,10.25,2026-01-01,2026-02-28\n' +
    'Shop,Lviv,2026-01-01 - 2026-01-31,100,300,UAH,5.25,2026-01-01,2026-02-28\n' +
    'Shop,Kyiv,2026-02-01 - 2026-02-11,500,800,UAH,15,2026-01-01,2026-02-28\n';
  const inspection = inspectText('report.csv', text);
  expect(inspection).toMatchObject({ status: 'recognised', platform: 'meta-ads' });
  expect(sums(inspection)).toEqual({ reach: 1200, impressions: 2100, ad_spend: 30.5 });
  expect(inspection.tables[0]?.figures.find((one) => one.dimension !== undefined)).toMatchObject({
    cadence: 'month',
    dimension: 'region',
    account: 'Shop',
  });
  expect(inspection.tables[0]?.totals).toMatchObject([
    { kpi: 'impressions', stated: 2100, summed: 2100 },
    { kpi: 'ad_spend', stated: 30.5, summed: 30.5 },
  ]);
});

test('Facebook insights of old: row two explains, and tells the counts from the people', () => {
  const header =
    'Post ID,Permalink,Post Message,Type,Posted,Lifetime Post Total Reach,Lifetime Post Total Impressions,Lifetime Organic Video Views,Lifetime Organic Video Views';
  const says =
    ',,,,,"Lifetime: The number of people who had your post enter their screen. (Unique Users)","Lifetime: The number of times your post entered a screen. (Total Count)","Lifetime: Number of people who viewed your video. (Unique Users)","Lifetime: Number of times your video was viewed. (Total Count)"';
  const inspection = inspectText(
    'old.csv',
    `${header}\n${says}\n97_1,https://www.facebook.com/1,Hello,Photo,2020-09-22T07:07:35,640,699,5,8\n97_2,https://www.facebook.com/2,World,Video,2020-09-21T07:07:35,100,150,6,9\n`,
  );
  expect(inspection).toMatchObject({ status: 'recognised', platform: 'facebook-insights' });
  expect(sums(inspection)).toEqual({ reach: 740, impressions: 849, video_views: 17 });
});

test('a ZIP gives one inspection a file, named under the archive', () => {
  const all = inspectZip('drop.zip', { 'Reach.csv': daily('Facebook reach'), 'Views.csv': daily('Views') });
  expect(all.map((one) => [one.file, one.status])).toEqual([
    ['drop.zip/Reach.csv', 'recognised'],
    ['drop.zip/Views.csv', 'recognised'],
  ]);
});
