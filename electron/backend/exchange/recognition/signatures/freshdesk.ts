/** Freshdesk: tickets as its list exports them. Its times "in hrs" are business hours: the moments count. */
import { ignored, must, telling } from '../reports/signature.ts';
import type { Signature } from '../reports/signature.ts';
import { caseColumn, personal } from './caseColumns.ts';

const tickets: Signature = {
  platform: 'freshdesk',
  report: 'tickets',
  kind: 'cases',
  network: 'support',
  confidence: 'documented',
  columns: [
    caseColumn('id', 'Ticket ID', must),
    caseColumn('subject', 'Subject'),
    caseColumn('status', 'Status', must),
    caseColumn('priority', 'Priority'),
    caseColumn('via', 'Source'),
    caseColumn('kind', 'Type'),
    caseColumn('group', 'Group'),
    caseColumn('opened', 'Created time', { ...must, ...telling }),
    caseColumn('firstReply', 'Initial response time', telling),
    caseColumn('resolved', 'Resolved time', must),
    caseColumn('tags', 'Tags'),
    caseColumn('satisfaction', { en: ['Survey results', 'Survey result'] }),
    personal(
      'Agent',
      'Internal agent',
      'Full name',
      'Title',
      'Email',
      'Work phone',
      'Mobile phone',
      'Twitter ID',
      'Contact ID',
      'Company Name',
      'Unique external ID',
      'Requester Name',
      'Requester Email',
    ),
    ignored(
      'Due by Time',
      'First response time (in hrs)',
      'Resolution time (in hrs)',
      'Closed time',
      'Last update time',
      'Time tracked',
      'Agent interactions',
      'Customer interactions',
      'Resolution status',
      'First response status',
      'Association type',
      'Internal group',
      'Product',
      'Every response status',
      'Time zone',
      'Language',
    ),
  ],
  example: {
    file: 'freshdesk_tickets.csv',
    text: [
      'Ticket ID,Subject,Status,Priority,Source,Type,Agent,Group,Created time,Due by Time,Resolved time,Closed time,Last update time,Initial response time,First response time (in hrs),Resolution time (in hrs),Tags,Survey results,Full name,Email',
      '31,Late parcel,Closed,Low,Email,Question,Kim,Support,2026-10-05 09:00:00,2026-10-08 09:00:00,2026-10-05 12:00:00,2026-10-05 12:00:00,2026-10-05 12:00:00,2026-10-05 09:40:00,00:40:00,03:00:00,delivery,Extremely Happy,Ada Roe,ada@example.com',
      '32,Broken zip,Open,High,Twitter,Complaint,Kim,Level 2,2026-10-06 10:00:00,2026-10-09 10:00:00,,,2026-10-06 11:00:00,2026-10-06 11:00:00,00:30:00,,quality,,Bo Lund,bo@example.com',
    ].join('\n'),
    sums: {},
    cases: 2,
    language: 'en',
  },
};

export const freshdesk: readonly Signature[] = [tickets];
