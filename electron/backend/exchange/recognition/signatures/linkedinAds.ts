/**
 * LinkedIn Campaign Manager, performance: a preamble of report dates, then a row a campaign (or ad) and day.
 * Dates are month first in every language.
 */
import { column, dimension, ignored, metric, must, telling } from '../reports/signature.ts';
import type { Signature } from '../reports/signature.ts';

const performance: Signature = {
  platform: 'linkedin-ads',
  report: 'ads report',
  kind: 'series',
  network: 'linkedin-ads',
  confidence: 'memory',
  dateOrder: 'mdy',
  addsUp: true,
  percent: 'bare',
  columns: [
    column('date', { en: ['Start Date (in UTC)', 'Start Date'] }, must),
    column('accountName', 'Account Name'),
    dimension('campaign_group', 'Campaign Group Name'),
    dimension('campaign', 'Campaign Name', must),
    dimension('ad', { en: ['Ad Headline', 'Ad Name', 'Creative Name'] }),
    metric('ad_spend', 'Total Spent', { unit: 'money', ...must, ...telling }),
    metric('impressions', 'Impressions', must),
    metric('clicks', 'Clicks'),
    metric('reactions', 'Reactions'),
    metric('comments', 'Comments'),
    metric('shares', 'Shares'),
    metric('new_followers', 'Follows'),
    metric('interactions', 'Total Engagements'),
    metric('leads', 'Leads'),
    metric('ad_results', 'Conversions'),
    metric('video_views', 'Video Views'),
    metric('cost_per_click', { en: ['Average CPC', 'Avg. CPC'] }, { unit: 'money' }),
    column('ignored', 'Average CPM', telling),
    column('ignored', 'Total Social Actions', telling),
    ignored(
      'Currency',
      'Total Budget',
      'Account Total Budget',
      'Account Active Campaigns',
      'Campaign Group ID',
      'Campaign Group Status',
      'Campaign ID',
      'Campaign Type',
      'Campaign Status',
      'Campaign Objective',
      'Cost Type',
      'Daily Budget',
      'Bid Amount',
      'Click Through Rate',
      'Other Clicks',
      'Social Action Rate',
      'Engagement Rate',
      'Lead Forms Opened',
      'Lead Form Completion Rate',
      'Cost per Lead',
      'Cost per Conversion',
      'Conversion Rate',
      'Viral Impressions',
      'Viral Clicks',
      'Video Completions',
      'Clicks to Landing Page',
      'Clicks to LinkedIn Page',
      'Reach',
      'Average Frequency',
    ),
  ],
  example: {
    file: 'account_500000000_campaign_performance_report.csv',
    text: `Campaign Performance Report (in UTC)
"Report Start: October 13, 2026, 12:00 AM"
"Report End: October 14, 2026, 11:59 PM"
"Date Generated: November 2, 2026, 9:15 AM"

Start Date (in UTC),Account Name,Currency,Campaign Group Name,Campaign Name,Campaign ID,Campaign Status,Total Spent,Impressions,Clicks,Click Through Rate,Average CPM,Average CPC,Reactions,Comments,Shares,Follows,Other Clicks,Total Social Actions,Total Engagements,Leads
10/13/2026,Acme,EUR,Autumn,Hiring,111,Active,25.00,1000,20,2.00%,25.00,1.25,5,1,0,2,3,8,28,1
10/14/2026,Acme,EUR,Autumn,Hiring,111,Active,30.00,1500,30,2.00%,20.00,1.00,7,0,1,1,2,9,39,2
`,
    sums: {
      ad_spend: 55,
      impressions: 2500,
      clicks: 50,
      reactions: 12,
      comments: 1,
      shares: 1,
      new_followers: 3,
      interactions: 67,
      leads: 3,
      'ad_spend/campaign_group': 55,
      'impressions/campaign_group': 2500,
      'clicks/campaign_group': 50,
      'reactions/campaign_group': 12,
      'comments/campaign_group': 1,
      'shares/campaign_group': 1,
      'new_followers/campaign_group': 3,
      'interactions/campaign_group': 67,
      'leads/campaign_group': 3,
      'cost_per_click/campaign_group': 2.25,
    },
    answers: { 'confirm:linkedin-ads:ads report': 'yes' },
    network: 'linkedin-ads',
    language: 'en',
  },
};

export const linkedinAds: readonly Signature[] = [performance];
