/**
 * Klaviyo: campaigns as sent, and flows by day. Flows list every message of a flow on every day.
 *
 * The columns of the conversion metric carry its name ("Unique Placed Order"); another metric gives others, which
 * are left out.
 */
import { column, dimension, ignored, metric, must, telling } from '../reports/signature.ts';
import type { Signature } from '../reports/signature.ts';

const campaigns: Signature = {
  platform: 'klaviyo',
  report: 'campaigns',
  kind: 'content',
  network: 'mail',
  confidence: 'documented',
  addsUp: true,
  types: /^(?:email)?$/i,
  columns: [
    column('id', 'Campaign ID', must),
    column('type', 'Campaign Channel', telling),
    column('date', 'Send Time', must),
    column('title', 'Campaign Name', must),
    metric('emails_delivered', { en: ['Successful Deliveries', 'Delivered'] }, must),
    metric('email_opens', 'Unique Opens', must),
    metric('email_clicks', 'Unique Clicks'),
    metric('unsubscribes', 'Unsubscribes'),
    metric('revenue', 'Revenue', { unit: 'money' }),
    column('ignored', 'Spam Complaints Rate', telling),
    column('ignored', 'Unique Placed Order', telling),
    ignored(
      'Tags',
      'Subject',
      'List',
      'Send Weekday',
      'Total Recipients',
      'Placed Order Rate',
      'Open Rate',
      'Total Opens',
      'Click Rate',
      'Total Clicks',
      'Spam Complaints',
      'Bounces',
      'Bounce Rate',
      'Unsubscribe Rate',
    ),
  ],
  example: {
    file: 'Email Campaigns - Oct 2026.csv',
    text: `Campaign Name,Tags,Subject,List,Send Time,Send Weekday,Total Recipients,Unique Placed Order,Placed Order Rate,Revenue,Unique Opens,Open Rate,Total Opens,Unique Clicks,Click Rate,Total Clicks,Unsubscribes,Spam Complaints,Spam Complaints Rate,Successful Deliveries,Bounces,Bounce Rate,Campaign ID,Campaign Channel
Harvest,,The first oil,Everyone,2026-10-06 09:00:00,Tuesday,505,5,1.00%,250.40,200,40.00%,300,25,5.00%,30,1,0,0.00%,500,5,0.99%,01HARVEST,email
Last bottles,,Going fast,Everyone,2026-10-20 09:00:00,Tuesday,400,8,2.00%,399.60,180,45.00%,240,35,8.75%,50,2,0,0.00%,400,0,0.00%,01BOTTLES,email
`,
    sums: { emails_delivered: 900, email_opens: 380, email_clicks: 60, unsubscribes: 3, revenue: 650 },
    items: 2,
    network: 'mail',
    language: 'en',
  },
};

const flows: Signature = {
  platform: 'klaviyo',
  report: 'flows',
  kind: 'series',
  network: 'mail',
  confidence: 'memory',
  addsUp: true,
  columns: [
    column('date', { en: ['Day', 'Date', 'Week', 'Month'] }, must),
    dimension('flow', 'Flow Name', { ...must, ...telling }),
    dimension('message', 'Flow Message Name', telling),
    metric('emails_delivered', 'Delivered', must),
    metric('email_opens', 'Unique Opens', must),
    metric('email_clicks', 'Unique Clicks'),
    metric('unsubscribes', 'Unsubscribes'),
    metric('revenue', 'Revenue', { unit: 'money' }),
    ignored(
      'Flow ID',
      'Flow Message ID',
      'Flow Message Channel',
      'Flow Message Status',
      'Status',
      'Tags',
      'Bounced',
      'Bounce Rate',
      'Open Rate',
      'Total Opens',
      'Click Rate',
      'Total Clicks',
      'Unsubscribe Rate',
      'Spam Complaints',
      'Spam Complaints Rate',
      'Unique Placed Order',
      'Total Placed Order',
      'Placed Order Rate',
      'Revenue per Recipient',
    ),
  ],
  example: {
    file: 'flows-october.csv',
    text: `Day,Flow ID,Flow Name,Flow Message ID,Flow Message Name,Flow Message Channel,Status,Delivered,Unique Opens,Open Rate,Unique Clicks,Click Rate,Unsubscribes,Revenue
2026-10-01,Fa1,Welcome,Ma1,Hello,email,live,10,6,60.00%,2,20.00%,0,0
2026-10-01,Fa1,Welcome,Ma2,Our story,email,live,8,4,50.00%,1,12.50%,1,30.5
2026-10-02,Fa1,Welcome,Ma1,Hello,email,live,12,7,58.33%,3,25.00%,0,0
`,
    sums: {
      emails_delivered: 30,
      email_opens: 17,
      email_clicks: 6,
      unsubscribes: 1,
      revenue: 30.5,
      'emails_delivered/flow+message': 30,
      'email_opens/flow+message': 17,
      'email_clicks/flow+message': 6,
      'unsubscribes/flow+message': 1,
      'revenue/flow+message': 30.5,
    },
    answers: { 'confirm:klaviyo:flows': 'yes' },
    network: 'mail',
    language: 'en',
  },
};

export const klaviyo: readonly Signature[] = [campaigns, flows];
