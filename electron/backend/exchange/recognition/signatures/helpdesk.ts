/** Tickets of HubSpot's service hub and conversations of Help Scout. */
import { ignored, must, telling } from '../reports/signature.ts';
import type { Signature } from '../reports/signature.ts';
import { caseColumn, personal } from './caseColumns.ts';

const hubspot: Signature = {
  platform: 'hubspot',
  report: 'tickets',
  kind: 'cases',
  network: 'support',
  confidence: 'memory',
  columns: [
    caseColumn('id', { en: ['Ticket ID', 'Record ID'], es: ['ID del ticket', 'ID de registro'] }, must),
    caseColumn('subject', { en: 'Ticket name', es: 'Nombre del ticket' }, telling),
    caseColumn('status', { en: 'Ticket status', es: 'Estado del ticket' }),
    caseColumn('opened', { en: 'Create date', es: 'Fecha de creación' }, must),
    caseColumn('resolved', { en: ['Close date', 'Closed date'], es: 'Fecha de cierre' }, must),
    caseColumn('firstReply', {
      en: ['First agent email response date', 'First agent reply date', 'Date of first agent response'],
    }),
    caseColumn(
      'firstReplyTime',
      { en: ['Time to first agent email reply', 'Time to first agent reply'] },
      { unit: 'clock' },
    ),
    caseColumn('resolutionTime', 'Time to close', { unit: 'clock' }),
    caseColumn('priority', { en: 'Priority', es: 'Prioridad' }),
    caseColumn('via', { en: 'Source', es: 'Origen' }),
    caseColumn('cause', { en: 'Category', es: 'Categoría' }),
    personal(
      'Ticket owner',
      'Associated Contact',
      'Associated Company',
      'Propietario del ticket',
      'Ticket description',
    ),
    ignored('Pipeline', 'Last activity date', 'Last modified date'),
  ],
  example: {
    file: 'hubspot-crm-exports-tickets.csv',
    text: [
      'Ticket ID,Ticket name,Pipeline,Ticket status,Create date,Close date,Ticket owner,Priority,Source,Category,Time to first agent reply',
      '5501,Late parcel,Support,Closed,2026-10-05 09:00,2026-10-05 15:00,Kim,Low,Email,Delivery,00:45:00',
      '5502,Wrong size,Support,New,2026-10-08 12:00,,Kim,High,Facebook,Complaint,',
    ].join('\n'),
    sums: {},
    cases: 2,
    language: 'en',
    answers: { 'confirm:hubspot:tickets': 'yes' },
  },
};

const helpScout: Signature = {
  platform: 'help-scout',
  report: 'conversations',
  kind: 'cases',
  network: 'support',
  confidence: 'memory',
  columns: [
    caseColumn('id', { en: ['Conversation #', 'Conversation Number', 'Number'] }, must),
    caseColumn('subject', 'Subject'),
    caseColumn('status', 'Status', must),
    caseColumn('opened', { en: ['Created', 'Created At'] }, must),
    caseColumn('resolved', { en: ['Closed', 'Closed At', 'Resolved At'] }, must),
    caseColumn(
      'firstReplyTime',
      { en: ['First Response Time (minutes)', 'First Response Time'] },
      { unit: 'minutes' },
    ),
    caseColumn(
      'resolutionTime',
      { en: ['Resolution Time (minutes)', 'Resolution Time'] },
      { unit: 'minutes' },
    ),
    caseColumn('tags', 'Tags'),
    caseColumn('via', { en: ['Channel', 'Type'] }),
    caseColumn('satisfaction', 'Rating'),
    caseColumn('group', { en: ['Mailbox', 'Inbox'] }, telling),
    personal('Customer', 'Customer Email', 'Customer Name', 'Assigned To', 'Assignee', 'Email'),
    ignored('Modified', 'Threads', 'Replies', 'Last Updated', 'Closed By'),
  ],
  example: {
    file: 'helpscout-conversations.csv',
    text: [
      'Number,Subject,Customer Name,Customer Email,Mailbox,Assigned To,Status,Tags,Channel,Created,Closed,First Response Time (minutes),Resolution Time (minutes),Rating',
      '901,Late parcel,Ada Roe,ada@example.com,Support,Kim,closed,delivery,email,2026-10-05 09:00,2026-10-05 12:00,25,180,Great',
      '902,Refund,Bo Lund,bo@example.com,Support,Kim,active,complaint,chat,2026-10-06 09:00,,10,,Not Good',
    ].join('\n'),
    sums: {},
    cases: 2,
    language: 'en',
    answers: { 'confirm:help-scout:conversations': 'yes' },
  },
};

export const helpdesk: readonly Signature[] = [hubspot, helpScout];
