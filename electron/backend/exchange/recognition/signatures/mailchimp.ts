/**
 * Mailchimp: all campaigns as a table, and the report of one campaign as lines of "Name:","value".
 *
 * A campaign is an item with its results so far; its counts are also the figures of the day it was sent. Opens and
 * clicks are those of different people, as the KPIs are; rates follow from the counts.
 */
import { column, ignored, metric, must, telling } from '../reports/signature.ts';
import type { Signature } from '../reports/signature.ts';

const campaigns: Signature = {
  platform: 'mailchimp',
  report: 'campaigns',
  kind: 'content',
  network: 'mail',
  confidence: 'documented',
  addsUp: true,
  itemType: 'campaign',
  columns: [
    column('id', 'Unique Id'),
    column('date', 'Send Date', must),
    column('title', 'Title'),
    column('title', 'Subject'),
    metric('emails_delivered', 'Successful Deliveries', { ...must, ...telling }),
    metric('email_opens', 'Unique Opens', must),
    metric('email_clicks', 'Unique Clicks'),
    metric('unsubscribes', 'Unsubscribes'),
    metric('revenue', 'Total Revenue', { unit: 'money' }),
    column('ignored', 'Times Liked on Facebook', telling),
    ignored(
      'List',
      'Audience',
      'Send Weekday',
      'Total Recipients',
      'Soft Bounces',
      'Hard Bounces',
      'Total Bounces',
      'Times Forwarded',
      'Forwarded Opens',
      'Open Rate',
      'Total Opens',
      'Click Rate',
      'Total Clicks',
      'Abuse Complaints',
      'Folder Id',
      'Total Orders',
      'Total Gross Sales',
      'Analytics ROI',
      'Campaign Cost',
      'Revenue Created',
      'Visits',
      'New Visits',
      'Pages/Visit',
      'Bounce Rate',
      'Time on Site',
      'Goal Conversion Rate',
      'Per Visit Goal Value',
      'Transactions',
      'Ecommerce Conversion Rate',
      'Per Visit Value',
      'Average Value',
    ),
  ],
  example: {
    file: 'campaigns.csv',
    text: `Title,Subject,List,Send Date,Send Weekday,Total Recipients,Successful Deliveries,Soft Bounces,Hard Bounces,Total Bounces,Unique Opens,Open Rate,Total Opens,Unique Clicks,Click Rate,Total Clicks,Unsubscribes,Abuse Complaints,Times Liked on Facebook,Unique Id,Total Revenue
Autumn menu,"New on the menu, from today",Guests,"Oct 5, 2026 10:00 am",Monday,1004,1000,3,1,4,350,35.00%,512,40,4.00%,55,2,0,0,a1b2c3d4e5,0.00
Autumn menu again,Have you been yet?,Guests,"Oct 19, 2026 10:00 am",Monday,"1,201","1,200",1,0,1,420,35.00%,600,60,5.00%,81,3,1,0,f6a7b8c9d0,120.50
`,
    sums: { emails_delivered: 2200, email_opens: 770, email_clicks: 100, unsubscribes: 5, revenue: 120.5 },
    items: 2,
    network: 'mail',
    language: 'en',
  },
};

const campaignReport: Signature = {
  platform: 'mailchimp',
  report: 'campaign report',
  kind: 'pairs',
  network: 'mail',
  confidence: 'documented',
  addsUp: true,
  itemType: 'campaign',
  columns: [
    column('title', 'Title:'),
    column('title', 'Subject Line:'),
    column('date', { en: ['Delivery Date/Time:', 'Send Date:'] }, must),
    metric('emails_delivered', 'Successful Deliveries:', must),
    metric('email_opens', 'Recipients Who Opened:', { ...must, ...telling }),
    metric('email_clicks', 'Recipients Who Clicked:', telling),
    metric('unsubscribes', { en: ['Total Unsubs:', 'Unsubscribed:'] }),
    ignored(
      'Total Recipients:',
      'Bounces:',
      'Times Forwarded:',
      'Forwarded Opens:',
      'Total Opens:',
      'Last Open Date:',
      'Total Clicks:',
      'Last Click Date:',
      'Total Abuse Complaints:',
      'Times Liked on Facebook:',
    ),
  ],
  example: {
    file: 'campaign_report_autumn.csv',
    text: `"Email Campaign Report"
"Title:","Autumn menu"
"Subject Line:","New on the menu, from today"
"Delivery Date/Time:","Mon, Oct 5, 2026 10:00 am"

"Overall Stats"
"Total Recipients:","1,004"
"Successful Deliveries:","1,000"
"Bounces:","4 (0.4%)"
"Times Forwarded:","0"
"Forwarded Opens:","0"
"Recipients Who Opened:","350 (35.0%)"
"Total Opens:","512"
"Last Open Date:","10/30/26 9:23AM"
"Recipients Who Clicked:","40 (4.0%)"
"Total Clicks:","55"
"Last Click Date:","10/12/26 8:01PM"
"Total Unsubs:","2"
"Total Abuse Complaints:","0"
"Times Liked on Facebook:","0"

"Clicks by URL"
"URL","Total Clicks","Unique Clicks"
"https://example.com/menu","55","40"
`,
    sums: { emails_delivered: 1000, email_opens: 350, email_clicks: 40, unsubscribes: 2 },
    items: 1,
    network: 'mail',
    language: 'en',
  },
};

export const mailchimp: readonly Signature[] = [campaigns, campaignReport];
