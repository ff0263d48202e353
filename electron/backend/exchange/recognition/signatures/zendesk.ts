/**
 * Zendesk: the tickets CSV of the old reports (three sources agree on its header), and the tickets of Explore.
 *
 * Satisfaction is Good, Bad or Offered; more than one group station means it was handed on.
 */
import { ignored, must, telling } from '../reports/signature.ts';
import type { Signature } from '../reports/signature.ts';
import { caseColumn, personal } from './caseColumns.ts';

const tickets: Signature = {
  platform: 'zendesk',
  report: 'tickets',
  kind: 'cases',
  network: 'support',
  confidence: 'documented',
  columns: [
    caseColumn('id', 'Id', must),
    personal(
      'Requester',
      'Requester id',
      'Requester external id',
      'Requester email',
      'Requester domain',
      'Submitter',
      'Assignee',
      'Organization',
    ),
    caseColumn('group', 'Group'),
    caseColumn('subject', 'Subject'),
    caseColumn('tags', 'Tags'),
    caseColumn('status', 'Status'),
    caseColumn('priority', 'Priority'),
    caseColumn('via', 'Via'),
    caseColumn('kind', { en: ['Ticket type', 'Type'] }),
    caseColumn('opened', 'Created at', must),
    caseColumn('resolved', 'Solved at', must),
    caseColumn('satisfaction', 'Satisfaction Score', telling),
    caseColumn('groupStations', 'Group stations', telling),
    caseColumn('firstReplyTime', 'First reply time in minutes', { ...must, ...telling, unit: 'minutes' }),
    caseColumn('resolutionTime', 'Full resolution time in minutes', { unit: 'minutes' }),
    ignored(
      'Updated at',
      'Assigned at',
      'Due date',
      'Initially assigned at',
      'Resolution time',
      'Assignee stations',
      'Reopens',
      'Replies',
      'First reply time in minutes within business hours',
      'First resolution time in minutes',
      'First resolution time in minutes within business hours',
      'Full resolution time in minutes within business hours',
    ),
  ],
  example: {
    file: 'tickets.csv',
    text: [
      'Id,Requester,Requester id,Requester external id,Requester email,Requester domain,Submitter,Assignee,Group,Subject,Tags,Status,Priority,Via,Ticket type,Created at,Updated at,Assigned at,Organization,Due date,Initially assigned at,Solved at,Resolution time,Satisfaction Score,Group stations,Assignee stations,Reopens,Replies,First reply time in minutes,First reply time in minutes within business hours,First resolution time in minutes,First resolution time in minutes within business hours,Full resolution time in minutes,Full resolution time in minutes within business hours',
      '101,Ada Roe,9001,,ada@example.com,example.com,Ada Roe,Kim,Support,Where is my order?,late_delivery,Closed,Normal,Web,Question,2026-10-05 09:12:00,2026-10-06 10:00:00,2026-10-05 09:20:00,,,2026-10-05 09:20:00,2026-10-05 14:12:00,5,Good,1,1,0,1,18,18,300,300,300,300',
      '102,Bo Lund,9002,,bo@example.com,example.com,Bo Lund,Kim,Support,Complaint about a refund,refund complaint,Closed,High,Twitter,Incident,2026-10-06 18:40:00,2026-10-09 10:00:00,2026-10-06 18:50:00,,,2026-10-06 18:50:00,2026-10-08 18:40:00,48,Bad,2,2,1,4,95,40,2880,900,2880,900',
      '103,Cy Vane,9003,,cy@example.com,example.com,Cy Vane,Lee,Support,Sizes,,Open,Normal,Mail,Question,2026-10-09 08:00:00,2026-10-09 08:30:00,,,,,,,Offered,1,1,0,0,,,,,,',
    ].join('\n'),
    sums: {},
    cases: 3,
    language: 'en',
  },
};

const explore: Signature = {
  platform: 'zendesk',
  report: 'explore tickets',
  kind: 'cases',
  network: 'support',
  confidence: 'memory',
  columns: [
    caseColumn('id', 'Ticket ID', must),
    caseColumn(
      'opened',
      { en: ['Ticket created - Timestamp', 'Ticket created - Date'] },
      { ...must, ...telling },
    ),
    caseColumn('resolved', { en: ['Ticket solved - Timestamp', 'Ticket solved - Date'] }),
    caseColumn('group', 'Ticket group'),
    caseColumn('kind', 'Ticket type'),
    caseColumn('status', 'Ticket status'),
    caseColumn('priority', 'Ticket priority'),
    caseColumn('tags', 'Ticket tags'),
    caseColumn('via', 'Ticket channel'),
    caseColumn('subject', 'Ticket subject'),
    caseColumn('satisfaction', 'Ticket satisfaction rating'),
    caseColumn('groupStations', 'Group stations'),
    caseColumn(
      'firstReplyTime',
      { en: ['First reply time (min)', 'First reply time - Calendar hours (min)'] },
      { unit: 'minutes' },
    ),
    caseColumn(
      'resolutionTime',
      { en: ['Full resolution time (min)', 'Full resolution time - Calendar hours (min)'] },
      { unit: 'minutes' },
    ),
    personal(
      'Requester name',
      'Requester email',
      'Assignee name',
      'Ticket organization name',
      'Submitter name',
    ),
    ignored('Ticket form', 'Ticket brand', 'Reopens', 'Replies', 'Ticket updated - Timestamp', 'Tickets'),
  ],
  example: {
    file: 'explore.csv',
    text: [
      'Ticket ID,Ticket created - Timestamp,Ticket solved - Timestamp,Ticket group,Ticket type,Ticket status,Ticket tags,Ticket channel,Requester email,Ticket satisfaction rating,First reply time (min),Full resolution time (min)',
      '201,2026-10-05 09:00:00,2026-10-05 11:00:00,Support,Question,Solved,sizes,Web,ada@example.com,Good,30,120',
      '202,2026-10-07 10:00:00,,Tier 2,Incident,Open,broken_zip,Instagram Direct,bo@example.com,Offered,15,',
    ].join('\n'),
    sums: {},
    cases: 2,
    language: 'en',
    answers: { 'confirm:zendesk:explore tickets': 'yes' },
  },
};

export const zendesk: readonly Signature[] = [tickets, explore];
