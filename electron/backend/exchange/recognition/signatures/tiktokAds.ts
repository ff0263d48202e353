/** TikTok Ads Manager: a row a campaign, ad group or ad, by day where chosen; the last row counts the results. */
import { column, dimension, ignored, metric, must, telling } from '../reports/signature.ts';
import type { Signature } from '../reports/signature.ts';

const report: Signature = {
  platform: 'tiktok-ads',
  report: 'ads report',
  kind: 'series',
  network: 'tiktok-ads',
  confidence: 'memory',
  addsUp: true,
  percent: 'bare',
  columns: [
    column('date', { en: ['By Day', 'Date'] }),
    dimension('campaign', 'Campaign name', must),
    dimension('ad_group', 'Ad group name'),
    dimension('ad', 'Ad name'),
    metric('ad_spend', 'Cost', { unit: 'money', ...must }),
    metric('impressions', 'Impressions', must),
    metric('reach', 'Reach'),
    metric('frequency', 'Frequency', { unit: 'number' }),
    metric('link_clicks', 'Clicks (destination)', telling),
    metric('clicks', 'Clicks (all)', telling),
    metric('video_views', 'Video views'),
    metric('ad_results', 'Results'),
    metric('cost_per_result', 'Cost per result', { unit: 'money' }),
    column('ignored', { en: ['CPC (destination)', 'CTR (destination)'] }, telling),
    ignored(
      'Primary status',
      'Campaign Budget',
      'Budget',
      'Currency',
      'CPM',
      'CPC (all)',
      'CTR (all)',
      'Conversions',
      'CPA',
      'Cost per conversion',
      'Conversion rate (CVR)',
      'Result rate',
      'Cost per 1,000 people reached',
      'Campaign ID',
      'Ad group ID',
      'Ad ID',
    ),
  ],
  example: {
    file: 'Acme-Campaign Report-(2026-10-13 to 2026-10-14).csv',
    text: `Campaign name,By Day,Currency,Cost,CPC (destination),CPM,Impressions,Clicks (destination),CTR (destination),Reach,Results,Cost per result
Autumn,2026-10-13,EUR,15.00,0.30,5.00,3000,50,1.67%,2500,5,3.00
Autumn,2026-10-14,EUR,12.00,0.30,6.00,2000,40,2.00%,1800,4,3.00
Total of 2 results,-,EUR,27.00,0.30,5.40,5000,90,1.80%,3900,9,3.00
`,
    sums: {
      ad_spend: 27,
      impressions: 5000,
      link_clicks: 90,
      ad_results: 9,
      'ad_spend/campaign': 27,
      'impressions/campaign': 5000,
      'link_clicks/campaign': 90,
      'reach/campaign': 4300,
      'ad_results/campaign': 9,
      'cost_per_result/campaign': 6,
    },
    answers: { 'confirm:tiktok-ads:ads report': 'yes' },
    network: 'tiktok-ads',
    language: 'en',
  },
};

export const tiktokAds: readonly Signature[] = [report];
