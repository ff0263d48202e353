/** Typeform: responses. Questions stand between `#` and the tool's own columns; the day is that of the submission. */
import { column, ignored, must, telling } from '../reports/signature.ts';
import type { Signature } from '../reports/signature.ts';
import { personal } from './caseColumns.ts';

const responses: Signature = {
  platform: 'typeform',
  report: 'responses',
  kind: 'survey',
  network: 'survey',
  confidence: 'documented',
  columns: [
    column('ignored', '#', must),
    column('type', 'Response Type'),
    column('date', 'Submit Date (UTC)', { ...must, ...telling }),
    ignored('Start Date (UTC)', 'Stage Date (UTC)', 'Tags', 'Ending', 'Score'),
    personal('Network ID'),
  ],
  example: {
    file: 'responses.csv',
    text: [
      '#,How likely are you to recommend us to a friend?,Your email,Response Type,Start Date (UTC),Stage Date (UTC),Submit Date (UTC),Network ID,Tags,Ending',
      'a1b2c3,10,ada@example.com,completed,2026-10-05 09:00:00,,2026-10-05 09:02:00,ff01aa,,Thanks',
      'd4e5f6,8,bo@example.com,completed,2026-10-05 11:00:00,,2026-10-05 11:02:00,ff02bb,,Thanks',
      'g7h8i9,3,,completed,2026-10-08 11:00:00,,2026-10-08 11:01:00,ff03cc,,Thanks',
    ].join('\n'),
    sums: { promoters: 1, passives: 1, detractors: 1, survey_responses: 3 },
    language: 'en',
  },
};

export const typeform: readonly Signature[] = [responses];
