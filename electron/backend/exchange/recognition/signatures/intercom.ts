/** Intercom: conversations. Times since the opening are seconds. */
import { ignored, must, telling } from '../reports/signature.ts';
import type { Signature } from '../reports/signature.ts';
import { caseColumn, personal } from './caseColumns.ts';

const conversations: Signature = {
  platform: 'intercom',
  report: 'conversations',
  kind: 'cases',
  network: 'support',
  confidence: 'memory',
  columns: [
    caseColumn('id', 'Conversation ID', { ...must, ...telling }),
    caseColumn(
      'opened',
      {
        en: [
          'Conversation started at',
          'Conversation started at (UTC)',
          'Conversation created at',
          'Started at',
        ],
      },
      must,
    ),
    caseColumn('firstReply', { en: ['First teammate reply at', 'First reply at', 'First admin reply at'] }),
    caseColumn(
      'firstReplyTime',
      { en: ['First response time (seconds)', 'Time to first response (seconds)', 'First response time'] },
      { unit: 'seconds' },
    ),
    caseColumn('resolved', {
      en: ['Last close at', 'Conversation closed at', 'Closed at', 'First close at'],
    }),
    caseColumn('resolutionTime', { en: ['Time to close (seconds)', 'Time to close'] }, { unit: 'seconds' }),
    caseColumn('status', { en: ['Conversation state', 'State'] }),
    caseColumn('satisfaction', { en: ['Conversation rating', 'CSAT score'] }),
    caseColumn('tags', { en: ['Conversation tags', 'Tags'] }),
    caseColumn('cause', { en: ['Topic', 'Topics'] }),
    caseColumn('via', { en: ['Channel', 'Conversation channel'] }),
    caseColumn('group', { en: ['Team assigned', 'Team'] }),
    personal('User ID', 'User email', 'User name', 'Teammate', 'Teammate assigned', 'Company name'),
    ignored('Conversation rating remark', 'Replies count', 'Reopens', 'Country', 'Started by', 'Updated at'),
  ],
  example: {
    file: 'conversations.csv',
    text: [
      'Conversation ID,Conversation started at (UTC),First response time (seconds),Conversation closed at,Conversation state,Conversation rating,Conversation tags,Channel,User name,User email',
      '770001,2026-10-05 09:00,1200,2026-10-05 10:30,closed,5,shipping,Messenger,Ada Roe,ada@example.com',
      '770002,2026-10-07 21:15,,,open,,complaint,Instagram,Bo Lund,bo@example.com',
    ].join('\n'),
    sums: {},
    cases: 2,
    language: 'en',
    answers: { 'confirm:intercom:conversations': 'yes' },
  },
};

export const intercom: readonly Signature[] = [conversations];
