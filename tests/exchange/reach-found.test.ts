/**
 * What exports turned out to hold beside what is written of them: columns renamed, reports without their first lines,
 * hours in one with the day, weeks and months as first days, rows of all days. Every figure is invented.
 */
import { describe, expect, test } from 'vitest';
import type { Inspection } from '../../electron/backend/exchange/model.ts';
import type { InspectContext } from '../../electron/backend/exchange/recognition/inspect.ts';
import { inspectText, shown } from '../support/inspectText.ts';

interface Found {
  readonly what: string;
  readonly file: string;
  readonly lines: readonly string[];
  readonly context?: Partial<InspectContext>;
  readonly platform: string;
  /** `kpi/network/dimension` with its values, member by member. */
  readonly figures?: Readonly<Record<string, readonly (readonly [string, number, string?])[]>>;
  /** Metrics of each item, in the order of the rows. */
  readonly items?: readonly Readonly<Record<string, number>>[];
  readonly cadence?: string;
  readonly asks?: readonly string[];
}

const gscHead = 'date,page,query,clicks,impressions,ctr,position';

const found: readonly Found[] = [
  {
    what: 'YouTube calls its impressions those of thumbnails',
    file: 'Table data.csv',
    lines: [
      'Content,Video title,Video publish time,Duration,Views,Subscribers,Unique reach,Thumbnail impressions,Thumbnail click-through rate (%)',
      'Total,,,,30,1,40,500,1.5',
      'abcDEF12345,Beds,"Mar 1, 2026",95,20,1,30,400,2',
      ' -Klm67890AB,Cots,"Mar 2, 2026",60,10,0,10,100,0.5',
    ],
    platform: 'youtube',
    items: [
      { video_views: 20, new_subscribers: 1, impressions: 400, impressions_click_through_rate: 0.02 },
      { video_views: 10, new_subscribers: 0, impressions: 100, impressions_click_through_rate: 0.005 },
    ],
  },
  {
    what: 'YouTube videos whose ids were cut off are no days of the channel',
    file: 'informe.csv',
    lines: [
      'Video title,Video publish time,Views,Watch time (hours),Impressions',
      'Beds,2026-03-02,20,1.5,400',
      'Cots,2026-03-09,10,0.5,100',
    ],
    platform: 'youtube',
    items: [
      { video_views: 20, watch_time: 5400, impressions: 400 },
      { video_views: 10, watch_time: 1800, impressions: 100 },
    ],
  },
  {
    what: 'two weeks are weeks by their header',
    file: 'Table data.csv',
    lines: ['Week,Views,Watch time (hours)', 'Total,30,2', '2026-03-01,20,1.5', '2026-03-08,10,0.5'],
    platform: 'youtube',
    figures: {
      'video_views/youtube': [
        ['2026-03-01', 20],
        ['2026-03-08', 10],
      ],
      'watch_time/youtube': [
        ['2026-03-01', 5400],
        ['2026-03-08', 1800],
      ],
    },
    cadence: 'week',
  },
  {
    what: 'the first of a month is a month under "Month"',
    file: 'Campaign report.csv',
    lines: [
      'Campaign report',
      '"September 1, 2026 - October 31, 2026"',
      'Month,Campaign,Currency code,Cost,Impr.',
      '2026-09-01,Autumn,EUR,70.00,"1,000"',
      '2026-10-01,Autumn,EUR,60.00,900',
    ],
    platform: 'google-ads',
    figures: {
      'ad_spend/google-ads': [
        ['2026-09-01', 70],
        ['2026-10-01', 60],
      ],
      'ad_spend/google-ads/campaign': [
        ['2026-09-01', 70, 'Autumn'],
        ['2026-10-01', 60, 'Autumn'],
      ],
      'impressions/google-ads': [
        ['2026-09-01', 1000],
        ['2026-10-01', 900],
      ],
      'impressions/google-ads/campaign': [
        ['2026-09-01', 1000, 'Autumn'],
        ['2026-10-01', 900, 'Autumn'],
      ],
    },
    cadence: 'month',
  },
  {
    what: 'Google Ads of a range that is no month asks for the months around it',
    file: 'Campaign performance.csv',
    lines: [
      'Campaign performance',
      '8 September 2026 - 5 October 2026',
      'Campaign,Campaign state,Campaign type,Clicks,Impr.,Currency code,Avg. CPC,Cost,View-through conv.',
      'Autumn,Enabled,Search,30,"1,200",EUR,0.50,15.00,0',
      'Total: Campaigns, --, --,30,"1,200",EUR,0.50,15.00,0',
    ],
    context: { answers: { period: 'month:2026-09-01' } },
    platform: 'google-ads',
    figures: {
      'ad_spend/google-ads': [['2026-09-01', 15]],
      'ad_spend/google-ads/campaign': [['2026-09-01', 15, 'Autumn']],
      'clicks/google-ads': [['2026-09-01', 30]],
      'clicks/google-ads/campaign': [['2026-09-01', 30, 'Autumn']],
      'cost_per_click/google-ads/campaign': [['2026-09-01', 0.5, 'Autumn']],
      'impressions/google-ads': [['2026-09-01', 1200]],
      'impressions/google-ads/campaign': [['2026-09-01', 1200, 'Autumn']],
    },
    asks: ['period'],
  },
  {
    what: 'Search Console by day, page and query keeps its days',
    file: 'gsc.csv',
    lines: [
      gscHead,
      '2026-03-01,https://larkbed.com/,beds,1,10,0.1,3',
      '2026-03-01,https://larkbed.com/,cots,2,20,0.1,4',
      '2026-03-02,https://larkbed.com/,beds,4,10,0.4,3',
    ],
    platform: 'google-search-console',
    figures: {
      'clicks/google-search/page+query': [
        ['2026-03-01', 1, 'https://larkbed.com/ · beds'],
        ['2026-03-01', 2, 'https://larkbed.com/ · cots'],
        ['2026-03-02', 4, 'https://larkbed.com/ · beds'],
      ],
    },
  },
  {
    what: 'Search Console by query and page loses no row of a query',
    file: 'Query and page.csv',
    lines: [
      'Query,Page,Clicks,Impressions,CTR,Position',
      'beds,https://larkbed.com/a,1,10,10%,3',
      'beds,https://larkbed.com/b,2,20,10%,4',
    ],
    platform: 'google-search-console',
    figures: {
      'clicks/google-search/query+page': [
        ['2026-11-21', 1, 'beds · https://larkbed.com/a'],
        ['2026-11-21', 2, 'beds · https://larkbed.com/b'],
      ],
    },
  },
  {
    what: 'an exploration of Google Analytics without its first lines',
    file: 'data-export.csv',
    lines: [
      'Session primary channel group (Default channel group),Date,Hour,Sessions,Engaged sessions per user,Events per session',
      'Direct,16-04-2026,23,30,0.6,4.5',
      'Direct,16-04-2026,22,20,0.6,4.5',
    ],
    platform: 'ga4',
    figures: {
      'sessions/web/channel_group+hour': [
        ['2026-04-16', 30, 'Direct · 23'],
        ['2026-04-16', 20, 'Direct · 22'],
      ],
    },
  },
  {
    what: 'hours written in one with the day',
    file: 'data-export.csv',
    lines: ['Date + hour (YYYYMMDDHH),Views', '2026030109,5', '2026030110,7', '2026030200,2'],
    platform: 'ga4',
    figures: {
      'page_views/web/hour': [
        ['2026-03-01', 5, '9'],
        ['2026-03-01', 7, '10'],
        ['2026-03-02', 2, '0'],
      ],
    },
  },
  {
    what: 'hours written behind the day without minutes',
    file: 'data.csv',
    lines: [
      'Date + hour (YYYYMMDDHH),Views',
      '"Mar 1, 2026, 12AM",5',
      '"Mar 1, 2026, 2PM",7',
      '"Mar 2, 2026, 12PM",2',
    ],
    platform: 'ga4',
    figures: {
      'page_views/web/hour': [
        ['2026-03-01', 5, '0'],
        ['2026-03-01', 7, '14'],
        ['2026-03-02', 2, '12'],
      ],
    },
  },
  {
    what: 'Ads Manager writes the sum over the days of a campaign as "All"',
    file: 'Informe.csv',
    lines: [
      'Nombre de la campaña,Día,Resultados,Importe gastado (EUR),Inicio del informe,Fin del informe',
      'Camas,All,12,30.5,2026-03-01,2026-03-31',
      'Camas,2026-03-01,5,10.5,2026-03-01,2026-03-01',
      'Camas,2026-03-02,7,20,2026-03-02,2026-03-02',
    ],
    platform: 'meta-ads',
    figures: {
      'ad_results/meta-ads/campaign': [
        ['2026-03-01', 5, 'Camas'],
        ['2026-03-02', 7, 'Camas'],
      ],
      'ad_spend/meta-ads/campaign': [
        ['2026-03-01', 10.5, 'Camas'],
        ['2026-03-02', 20, 'Camas'],
      ],
    },
  },
  {
    what: 'ad sets are enough where the reporting dates were left out',
    file: 'report.csv',
    lines: [
      'Campaign name,Ad set name,Day,Result Type,Amount spent,Reach,CPC',
      'Beds,broad,13-03-2026,Purchase,136,1000,3.5',
      'Beds,narrow,13-03-2026,Purchase,7,100,1.5',
    ],
    platform: 'meta-ads',
    figures: {
      'ad_spend/meta-ads/campaign+ad_set': [
        ['2026-03-13', 136, 'Beds · broad'],
        ['2026-03-13', 7, 'Beds · narrow'],
      ],
      'cost_per_click/meta-ads/campaign+ad_set': [
        ['2026-03-13', 3.5, 'Beds · broad'],
        ['2026-03-13', 1.5, 'Beds · narrow'],
      ],
      'reach/meta-ads/campaign+ad_set': [
        ['2026-03-13', 1000, 'Beds · broad'],
        ['2026-03-13', 100, 'Beds · narrow'],
      ],
    },
  },
  {
    what: 'TikTok videos with their favourites beside totals',
    file: 'videos.csv',
    lines: [
      'Video title,Video link,Post time,Total likes,Total comments,Total shares,Total views,Total play time,Average watch time,Watched full video,Add to favorites',
      'Beds,https://www.tiktok.com/@larkbed/video/7587433178800128077,2025-12-24 09:10,30,2,1,500,,12.5,0.31,4',
    ],
    platform: 'tiktok',
    items: [{ likes: 30, comments: 2, shares: 1, video_views: 500, saves: 4 }],
  },
  {
    what: 'initials run on to the name of a client',
    file: 'LarkbedSpainFB_Views2026.csv',
    lines: ['sep=,', '"Views"', '"Date","Primary"', '"2026-03-01T00:00:00","7"', '"2026-03-02T00:00:00","1"'],
    platform: 'meta',
    figures: {
      'views/facebook': [
        ['2026-03-01', 7],
        ['2026-03-02', 1],
      ],
    },
  },
];

const refused = (inspection: Inspection): readonly string[] =>
  inspection.tables.flatMap((table) => table.refused.map(({ code }) => code));

describe('exports as they were found', () => {
  test.each(found.map((one) => [one.what, one] as const))('%s', (_what, one) => {
    const inspection = inspectText(one.file, `${one.lines.join('\n')}\n`, one.context);
    const cadences = new Set(
      inspection.tables.flatMap((table) => table.figures.map(({ cadence }) => cadence)),
    );
    const items = inspection.tables.flatMap((table) => table.content.map(({ metrics }) => metrics));
    expect({
      status: inspection.status,
      platform: inspection.platform,
      asks: inspection.questions.map(({ code }) => code),
      refused: refused(inspection),
      items,
      cadences: one.cadence === undefined ? [] : [...cadences],
    }).toEqual({
      status: 'recognised',
      platform: one.platform,
      asks: one.asks ?? [],
      refused: [],
      items: one.items ?? [],
      cadences: one.cadence === undefined ? [] : [one.cadence],
    });
    expect(shown(inspection)).toMatchObject(one.figures ?? {});
  });

  test('the period asked for is near the range that the file states', () => {
    const inspection = inspectText(
      'Campaign report.csv',
      'Campaign report\n"July 8, 2025 - July 31, 2025"\nCampaign,Campaign status,Impr.,Cost\nBeds,Enabled,10,1.50\n',
    );
    expect(inspection.questions).toMatchObject([{ code: 'period' }]);
    expect(inspection.questions[0]?.choices.map(({ id }) => id)).toContain('month:2025-07-01');
  });
});

describe("tables of somebody's own under the name of an export", () => {
  const names = [
    [
      'Content.csv',
      ',Content ID,Type,Category,URL\n0,97-52,photo,Study,https://a.test/1\n1,9f-73,video,Food,https://a.test/2\n',
    ],
    ['Overview.csv', 'Campo,Valor\nProyecto,Camas\nFecha del plan,2026-08-29\n'],
    [
      'linkedin.csv',
      'message,type,link,time\nHola,image,[IMAGE_01],2026-01-21 10:00 am\nAdiós,image,[IMAGE_02],2026-01-22 10:00 am\n',
    ],
    [
      'instagram.csv',
      'Rank,Name,Category,Posts,Followers,Avg. Likes\n1,uno,food,7,580,73\n2,dos,sport,3,519,34\n',
    ],
    [
      'dataset_Facebook.csv',
      'Page total likes;Type;Post Month;Paid;Lifetime Post Total Reach;comment;like;Total Interactions\n139;Photo;12;0;2752;4;79;100\n140;Status;11;0;1046;5;13;16\n',
    ],
  ] as const;
  test.each(names)('%s is mapped, asked about or refused in words', (name, text) => {
    const inspection = inspectText(name, text);
    expect(inspection.status).not.toBe('recognised');
    expect(inspection.platform === null || inspection.platform === 'generic').toBe(true);
    expect(inspection.status !== 'refused' || inspection.errors.length > 0).toBe(true);
  });

  test.each([
    [
      'full hours of a day are told apart',
      '2026-03-01T00:00:00-07:00,5\n2026-03-01T01:00:00-07:00,7\n2026-03-02T00:00:00-07:00,2\n',
      {
        'reach/other/hour': [
          ['2026-03-01', 5, '0'],
          ['2026-03-01', 7, '1'],
          ['2026-03-02', 2, '0'],
        ],
      },
    ],
    [
      'a stamp a day says nothing of hours',
      '2026-03-01 10:00,5\n2026-03-02 11:00,7\n',
      {
        'reach/other': [
          ['2026-03-01', 5],
          ['2026-03-02', 7],
        ],
      },
    ],
  ] as const)('%s', (_what, rows, figures) => {
    const inspection = inspectText('hoja.csv', `Fecha,Alcance\n${rows}`);
    expect(refused(inspection)).toEqual([]);
    expect(shown(inspection)).toEqual(figures);
  });

  test('addresses among answers stay out', () => {
    const inspection = inspectText(
      'responses.csv',
      [
        '#,How satisfied are you?,Address,ZIP code,Response Type,Start Date (UTC),Stage Date (UTC),Submit Date (UTC),Network ID,Tags',
        'id1,4,1 Larkbed Road,11111,completed,2026-03-01 10:00:00,,2026-03-01 10:00:00,n1,',
        'id2,5,2 Larkbed Road,22222,completed,2026-03-01 11:00:00,,2026-03-01 11:00:00,n2,',
        'id3,3,3 Larkbed Road,33333,completed,2026-03-02 12:00:00,,2026-03-02 12:00:00,n3,',
        'id4,5,4 Larkbed Road,44444,completed,2026-03-02 13:00:00,,2026-03-02 13:00:00,n4,\n',
      ].join('\n'),
    );
    const personal = inspection.tables.flatMap(({ columns }) =>
      columns.flatMap(({ role, header }) => (role === 'personal' ? [header] : [])),
    );
    expect(personal).toEqual(['Address', 'ZIP code', 'Network ID']);
  });

  test('a percentage of money is no money', () => {
    const inspection = inspectText(
      'hoja.csv',
      'Fecha,Alcance,Ingresos %\n2026-03-01,5,5.16\n2026-03-02,6,5\n',
      {
        units: new Map([
          ['reach', 'count'],
          ['revenue', 'money'],
        ]),
      },
    );
    expect(inspection.questions).toMatchObject([{ code: 'kpi', params: { column: 'Ingresos %' } }]);
    expect(Object.keys(shown(inspection))).toEqual(['reach/other']);
  });
});
