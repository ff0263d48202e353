import { describe, expect, test } from 'vitest';
import { inspectDrop, inspectText, inspectZip, shown, sums } from '../support/inspectText.ts';

const id = (iso: string): string =>
  String((BigInt(Math.floor(Date.parse(`${iso}T12:00:00Z`) / 1000)) << 32n) + 77n);

describe('TikTok', () => {
  const overview =
    'Date,"Video Views","Profile Views",Likes,Comments,Shares\n"30 de diciembre",10,1,2,undefined,0\n"31 de diciembre",20,2,3,0,0\n"1 de enero",30,3,4,1,0\n';
  test('days without a year are asked for, in three readings a person can tell apart', () => {
    const open = inspectText('Overview.csv', overview);
    expect(open).toMatchObject({ status: 'needs-answers', platform: 'tiktok', language: 'es' });
    expect(open.questions[0]?.choices.map((choice) => [choice.id, choice.text])).toEqual([
      ['2026', '2026: 30 Dec 2025 to 1 Jan 2026'],
      ['2025', '2025: 30 Dec 2024 to 1 Jan 2025'],
      ['2024', '2024: 30 Dec 2023 to 1 Jan 2024'],
    ]);
    const settled = inspectText('Overview.csv', overview, { answers: { year: '2025' } });
    expect(settled.status).toBe('recognised');
    expect(shown(settled)['video_views/tiktok']).toEqual([
      ['2024-12-30', 10],
      ['2024-12-31', 20],
      ['2025-01-01', 30],
    ]);
    expect(shown(settled)['comments/tiktok']).toEqual([
      ['2024-12-31', 0],
      ['2025-01-01', 1],
    ]);
  });
  test("the ZIP entry's date, the file's name, or a time stamp right behind the last day settle the year", () => {
    const [zipped] = inspectZip('Overview.zip', { 'Overview.csv': overview }, new Date(2025, 0, 4, 12));
    expect(zipped?.questions).toEqual([]);
    expect(shown(zipped!)['video_views/tiktok']?.at(-1)?.[0]).toBe('2025-01-01');
    expect(shown(inspectText('Overview_2024-01-02.csv', overview))['likes/tiktok']?.[0]?.[0]).toBe(
      '2023-12-30',
    );
    expect(inspectText('Overview.csv', overview, {}, '2026-01-02T09:00:00').status).toBe('recognised');
    expect(inspectText('Overview.csv', overview, {}, '2026-07-02T09:00:00').status).toBe('needs-answers');
  });
  test('a difference reckoned from followers that are not known is not known either', () => {
    const history =
      'Date,Followers,"Difference in followers from previous day"\n"March 1",undefined,0\n"March 2",100,5\n"March 3",100,0\n';
    const answers = { year: '2025' };
    expect(shown(inspectText('FollowerHistory.csv', history, { answers }))).toEqual({
      'followers/tiktok': [
        ['2025-03-02', 100],
        ['2025-03-03', 100],
      ],
      'net_follower_growth/tiktok': [
        ['2025-03-02', 5],
        ['2025-03-03', 0],
      ],
    });
  });
  const content = `Time,"Video title","Video link","Post time","Total likes","Total comments","Total shares","Total views"\n"2 de enero",Uno,https://www.tiktok.com/@casa/video/${id('2025-12-24')},"24 de diciembre",5,1,0,100\n"2 de enero",Dos,https://www.tiktok.com/@casa/video/${id('2025-04-08')},"8 de abril",7,0,2,300\n`;
  test('videos know their year by their own id, and lend it to the files of the same drop', () => {
    const [overviewFile, contentFile] = inspectDrop({ 'Overview.csv': overview, 'Content.csv': content });
    expect(
      contentFile?.tables[0]?.content.map((row) => [
        row.externalId,
        row.published,
        row.metrics['video_views'],
      ]),
    ).toEqual([
      [id('2025-12-24'), '2025-12-24', 100],
      [id('2025-04-08'), '2025-04-08', 300],
    ]);
    expect(contentFile).toMatchObject({
      status: 'recognised',
      asOf: '2026-01-02',
      identities: [{ network: 'tiktok', account: 'casa' }],
    });
    expect(overviewFile?.status).toBe('recognised');
    expect(shown(overviewFile!)['video_views/tiktok']?.at(-1)).toEqual(['2026-01-01', 30]);
  });
  test('Business Suite: NAN and -- are missing, a header may end in a space', () => {
    const text =
      'Date,Video views,Reached audience,Profile views,Likes,Shares,Comments,Phone number clicks ,Leads submission,Net growth,New followers,Lost followers\n2025/10/31,715,NAN,25,26,4,7,0,0,10,10,0\n2025/11/01,100,--,1,1,1,1,2,3,-1,1,2\n';
    expect(sums(inspectText('raw.csv', text))).toEqual({
      video_views: 815,
      profile_visits: 26,
      likes: 27,
      shares: 5,
      comments: 8,
      phone_clicks: 2,
      leads: 3,
      net_follower_growth: 9,
      new_followers: 11,
      lost_followers: 2,
    });
  });
  test('shares of an audience are fractions', () => {
    expect(
      shown(
        inspectText(
          'FollowerGender.csv',
          'Gender,Distribution\nFemale,0.56\nMale,0.44\n',
          {},
          '2026-02-28T10:00:00',
        ),
      ),
    ).toEqual({
      'audience_share/tiktok/gender': [
        ['2026-02-28', 0.56, 'female'],
        ['2026-02-28', 0.44, 'male'],
      ],
    });
  });
});

describe('YouTube', () => {
  test('views and engaged views are two counts of one export, never one', () => {
    const text = 'Date,Views,Engaged views\n2025-03-01,10,7\n2025-03-02,20,12\n';
    expect(sums(inspectText('Totals.csv', text))).toEqual({ video_views: 30, engaged_views: 19 });
    expect(sums(inspectText('Totals.csv', 'Date,Engaged views\n2025-03-01,7\n'))).toEqual({
      engaged_views: 7,
    });
  });
  const table =
    'Content,Video title,Video publish time,Duration,Subscribers,Impressions click-through rate (%),Views,Watch time (hours),Average view duration\n';
  test('the total row is a check, hours and clocks become seconds, a guard space leaves the id', () => {
    const text = `${table}Total,,,,9,1.39,5000,10,0:01:21\nabc,"One, two","Sep 30, 2023",394,2,4.36,4000,8,0:01:25\n -def,Two,"Feb 2, 2024",100,-1,,900,1.5,0:00:15\nghi,Three,,10,,,,,\n`;
    const inspection = inspectText('Table data.csv', text);
    expect(inspection).toMatchObject({ status: 'recognised', platform: 'youtube' });
    expect(inspection.tables[0]?.content.map((row) => [row.externalId, row.published])).toEqual([
      ['abc', '2023-09-30'],
      ['-def', '2024-02-02'],
      ['ghi', undefined],
    ]);
    expect(sums(inspection)).toEqual({
      new_subscribers: 1,
      impressions_click_through_rate: 0.0436,
      video_views: 4900,
      watch_time: 34_200,
      average_view_duration: 100,
    });
    expect(inspection.tables[0]?.totals).toContainEqual({
      kpi: 'video_views',
      stated: 5000,
      summed: 4900,
      where: expect.stringContaining('row 2') as string,
      wider: true,
    });
  });
  test.each([
    [
      'Contenido,Título del vídeo,Hora de publicación del vídeo,Duración,Visualizaciones,Tiempo de visualización (horas),Suscriptores,Impresiones',
    ],
    [
      'Contenido,Título del video,Tiempo de publicación del video,Duración,Vistas,Tiempo de reproducción (horas),Suscriptores,Impresiones',
    ],
  ])('both Spanish dialects: %s', (header) => {
    const inspection = inspectText(
      'Datos de la tabla.csv',
      `${header}\nTotal,,,,10,1,2,100\nabc,Uno,"Jan 5, 2026",60,10,1,2,100\n`,
    );
    expect(inspection).toMatchObject({ status: 'recognised', language: 'es', platform: 'youtube' });
    expect(sums(inspection)).toEqual({
      video_views: 10,
      watch_time: 3600,
      new_subscribers: 2,
      impressions: 100,
    });
  });
  test('a plain header needs its file name or siblings', () => {
    const text = 'Date,Views\n2026-01-01,5\n2026-01-02,6\n';
    expect(inspectText('Totals.csv', text).platform).toBe('youtube');
    expect(inspectText('numbers.csv', text).platform).not.toBe('youtube');
    const zip = inspectZip('Content 2026-01-01_2026-01-31 Channel.zip', {
      'Table data.csv': `${table}abc,One,"Sep 30, 2023",394,2,4.36,4000,8,0:01:25\n`,
      'Totals.csv': text,
    });
    expect(zip.map((one) => one.platform)).toEqual(['youtube', 'youtube']);
  });
  test('an age table is a breakdown under plain age names', () => {
    const inspection = inspectText(
      'age.csv',
      'Viewer age,Views (%),Average view duration\n18–24 years,40.5,0:01:00\n65+ years,59.5,0:02:00\n',
      {},
      '2026-02-01T00:00:00',
    );
    expect(shown(inspection)).toEqual({
      'audience_share/youtube/age': [
        ['2026-02-01', 0.405, '18-24'],
        ['2026-02-01', 0.595, '65+'],
      ],
      'average_view_duration/youtube/age': [
        ['2026-02-01', 60, '18-24'],
        ['2026-02-01', 120, '65+'],
      ],
    });
  });
});

describe('LinkedIn', () => {
  test('content: a sentence above the header, month first, totals beside their parts', () => {
    const text =
      'Aggregated engagement metrics for your organic and sponsored updates over time. All dates are in UTC.,,,,,,\nDate,Impressions (organic),Impressions (sponsored),Impressions (total),Reposts (organic),Reposts (total),Engagement rate (total)\n01/02/2026,8,2,10,1,1,0.25\n01/03/2026,9,1,10,0,0,0.5\n';
    const inspection = inspectText('content.csv', text);
    expect(inspection).toMatchObject({
      status: 'recognised',
      platform: 'linkedin',
      report: 'content metrics',
    });
    expect(shown(inspection)).toMatchObject({
      'impressions/linkedin': [
        ['2026-01-02', 10],
        ['2026-01-03', 10],
      ],
      'engagement_rate/linkedin': [
        ['2026-01-02', 0.25],
        ['2026-01-03', 0.5],
      ],
    });
    expect(sums(inspection)).toEqual({ impressions: 20, shares: 1, engagement_rate: 0.75 });
  });
  test('Spanish content keeps MM/DD and its irregular words', () => {
    const text =
      'Métricas agregadas de tus publicaciones orgánicas y patrocinadas a lo largo del tiempo.,,,,\nFecha,Impresiones totales,Reacciones (generales),Reacciones (total),Veces compartido (total)\n02/03/2026,10,4,4,2\n02/04/2026,20,1,1,0\n';
    const inspection = inspectText('indicadores.csv', text);
    expect(inspection).toMatchObject({ status: 'recognised', language: 'es' });
    expect(shown(inspection)['impressions/linkedin']).toEqual([
      ['2026-02-03', 10],
      ['2026-02-04', 20],
    ]);
    expect(sums(inspection)).toEqual({ impressions: 30, reactions: 5, shares: 2 });
  });
  test('"Total followers" by day are new ones, not the stock', () => {
    const inspection = inspectText(
      'followers.csv',
      'Date,Sponsored followers,Organic followers,Auto-invited followers,Total followers\n01/02/2026,1,4,0,5\n01/03/2026,0,2,0,2\n',
    );
    expect(sums(inspection)).toEqual({ new_followers: 7 });
    expect(inspection.tables[0]?.figures.filter((column) => column.dimension === undefined)).toHaveLength(1);
  });
  test('two tables of top posts side by side', () => {
    const text =
      'Maximum of 50 posts available to include in this list,,,,,,\n,,,,,,\nPost URL,Post publish date,Engagements,,Post URL,Post publish date,Impressions\nhttps://www.linkedin.com/feed/update/urn:li:activity:7300000000000000001,1/5/2026,12,,https://www.linkedin.com/feed/update/urn:li:activity:7300000000000000002,1/6/2026,900\n';
    const inspection = inspectText('TOP POSTS.csv', text);
    expect(
      inspection.tables.map((table) =>
        table.content.map((row) => [row.externalId, row.published, row.metrics]),
      ),
    ).toEqual([
      [['7300000000000000001', '2026-01-05', { interactions: 12 }]],
      [['7300000000000000002', '2026-01-06', { impressions: 900 }]],
    ]);
  });
});

describe('X', () => {
  test('overview, newest first', () => {
    const text =
      'Date,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Unfollows,Replies,Reposts,Profile visits,Create Post,Video views,Media views\n"Thu, Sep 11, 2025",10,1,2,3,4,5,6,7,8,9,1,2,3\n"Wed, Sep 10, 2025",1,1,1,1,1,1,1,1,1,1,1,1,1\n';
    const inspection = inspectText('account_overview_analytics.csv', text);
    expect(inspection).toMatchObject({ status: 'recognised', platform: 'x' });
    expect(shown(inspection)['interactions/x']).toEqual([
      ['2025-09-11', 2],
      ['2025-09-10', 1],
    ]);
    expect(inspection.tables[0]?.figures[0]?.provisional).toBe(2);
  });
  test.each([
    'Post id,Date,Post text,Link,Impressions,Likes,Engagements,Share,Url clicks',
    'Post id,Date,Post text,Post Link,Impressions,Likes,Engagements,Shares,URL Clicks',
  ])('content: %s', (header) => {
    const inspection = inspectText(
      'content.csv',
      `${header}\n1902345678901234567,"Thu Mar 20 2025",Hi,https://x.com/a/status/1902345678901234567,100,5,9,2,3\n`,
    );
    expect(inspection.tables[0]?.content[0]).toMatchObject({
      externalId: '1902345678901234567',
      published: '2025-03-20',
      metrics: { impressions: 100, shares: 2, link_clicks: 3 },
    });
  });
  test('by day of old: promoted "-" is missing, rates are fractions', () => {
    const text =
      'Date,Tweets published,impressions,engagements,engagement rate,retweets,replies,likes,url clicks,follows,promoted impressions\n2020-02-10,2,"1203.0",50,0.0415,3,1,9,4,-,-\n';
    expect(sums(inspectText('daily_tweet_activity.csv', text))).toEqual({
      posts_published: 2,
      impressions: 1203,
      interactions: 50,
      engagement_rate: 0.0415,
      reposts: 3,
      replies: 1,
      likes: 9,
      link_clicks: 4,
    });
  });
});

describe('Google', () => {
  test('GA4: many tables in one file, days counted from its own start, empty ones left empty', () => {
    const text =
      '# ----------------------------------------\r\n# Exportar informe en formato CSV\r\n# Cuenta: una\r\n# Propiedad: Tienda\r\n# ----------------------------------------\r\n# \r\n# Fecha de inicio: 20260401\r\n# Fecha de finalización: 20260430\r\nDía N,Usuarios\r\n0000,3\r\n0029,4\r\n\r\n# Fecha de inicio: 20260401\r\n# Fecha de finalización: 20260430\r\nDía N,Total de ingresos\r\n\r\n\r\n# ¿De dónde?\r\n# Fecha de inicio: 20260401\r\n# Fecha de finalización: 20260430\r\nGrupo de canales predeterminado de la sesión,Sesiones\r\nDirect,5\r\nOrganic Search,6\r\n';
    const inspection = inspectText('data-export.csv', text);
    expect(inspection).toMatchObject({
      status: 'recognised',
      platform: 'ga4',
      language: 'es',
      identities: [{ network: 'web', account: 'Tienda' }],
    });
    expect(shown(inspection)).toEqual({
      'users/web': [
        ['2026-04-01', 3],
        ['2026-04-30', 4],
      ],
      'sessions/web/channel_group': [
        ['2026-04-01', 5, 'Direct'],
        ['2026-04-01', 6, 'Organic Search'],
      ],
    });
    expect(inspection.tables[2]?.figures[0]?.cadence).toBe('month');
  });
  test('an exploration states its grand total first, with the label in an extra cell', () => {
    const text =
      '# ----\n# prop - GA4\n# Free form 1\n# 20260504-20260510\n# ----\n\nCountry,Event count,Sessions\n,48,5,Grand total\nSpain,40,3\nChile,8,2\n';
    const inspection = inspectText('download.csv', text);
    expect(sums(inspection)).toEqual({ events_count: 48, sessions: 5 });
    expect(inspection.tables[0]?.totals).toMatchObject([
      { stated: 48, summed: 48 },
      { stated: 5, summed: 5 },
    ]);
    expect(inspection.tables[0]?.figures[0]).toMatchObject({ cadence: 'week', dimension: 'country' });
  });
  test('Search Console: percentages keep their dot, empty is missing, the chart lends its range to the tables', () => {
    const chart =
      'Fecha,Clics,Impresiones,CTR,Posición\n2026-05-01,0,4,0%,2.8\n2026-05-02,0,0,,\n2026-05-31,1,22,4.55%,8.1\n';
    const countries = 'País,Clics,Impresiones,CTR,Posición\nChile,1,26,3.85%,7.3\n';
    const zip = inspectZip('sitio.cl-Performance-on-Search-2026-06-02.zip', {
      'Gráfico.csv': chart,
      'Países.csv': countries,
      'Filtros.csv': 'Filtrar,Valor\nFecha,Últimos 28 días\n',
    });
    expect(zip.map((one) => [one.platform, one.report, one.status])).toEqual([
      ['google-search-console', 'chart', 'recognised'],
      ['google-search-console', 'by country', 'recognised'],
      ['google-search-console', 'filters', 'recognised'],
    ]);
    expect(sums(zip[0]!)).toEqual({
      clicks: 1,
      impressions: 26,
      click_through_rate: 0.0455,
      search_position: 10.9,
    });
    expect(shown(zip[1]!)['clicks/google-search/country']).toEqual([['2026-05-01', 1, 'Chile']]);
    expect(zip[1]?.tables[0]?.figures[0]?.cadence).toBe('month');
  });
  test('Search Console by week', () => {
    const text =
      'Periodo,Clics,Impresiones,CTR,Posición\n2026-05-10 - 2026-05-16,1,10,10%,3\n2026-05-17 - 2026-05-23,2,10,20%,3\n';
    const inspection = inspectText('Gráfico.csv', text);
    expect(inspection.tables[0]?.figures[0]?.cadence).toBe('week');
    expect(shown(inspection)['clicks/google-search']).toEqual([
      ['2026-05-10', 1],
      ['2026-05-17', 2],
    ]);
  });
});

test('Discord: percentages of a hundred, guarded labels, parts in columns', () => {
  expect(
    sums(
      inspectText(
        'guild-retention.csv',
        'interval_start_timestamp,new_members,pct_retained\r\n2026-01-01T00:00:00+00:00,4,12.5\r\n2026-01-02T00:00:00+00:00,2\r\n',
      ),
    ),
  ).toEqual({ new_members: 6, member_retention: 0.125 });
  expect(
    shown(
      inspectText(
        'a.csv',
        "interval_start_timestamp,platform,participators\n2026-01-01T00:00:00+00:00,'Desktop Only',7\n2026-01-01T00:00:00+00:00,'Mobile Only',9\n",
      ),
    ),
  ).toEqual({
    'active_members/discord/device': [
      ['2026-01-01', 7, 'Desktop Only'],
      ['2026-01-01', 9, 'Mobile Only'],
    ],
  });
  expect(
    shown(
      inspectText(
        'b.csv',
        'interval_start_timestamp,discovery_joins,invites,vanity_joins\n2026-01-01T00:00:00+00:00,1,2,3\n',
      ),
    ),
  ).toEqual({
    'new_members/discord/source': [
      ['2026-01-01', 1, 'discovery'],
      ['2026-01-01', 2, 'invites'],
      ['2026-01-01', 3, 'vanity'],
    ],
  });
});

test('Slack by its own words', () => {
  const text =
    'Date,Total Members,Daily active members,Daily members posting messages,Messages posted\n2026-01-01,50,20,10,99\n2026-01-02,51,21,11,100\n';
  expect(inspectText('slack.csv', text)).toMatchObject({ status: 'recognised', platform: 'slack' });
});
