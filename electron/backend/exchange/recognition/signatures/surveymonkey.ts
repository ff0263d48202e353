/**
 * SurveyMonkey: all responses. Two header rows: the questions, and under them "Response" (condensed) or one column a
 * choice (expanded). The day is the one the survey was finished on.
 */
import { column, ignored, must, telling } from '../reports/signature.ts';
import type { Signature } from '../reports/signature.ts';
import { personal } from './caseColumns.ts';

const responses: Signature = {
  platform: 'surveymonkey',
  report: 'all responses',
  kind: 'survey',
  network: 'survey',
  confidence: 'documented',
  columns: [
    column('ignored', { en: ['Respondent ID', 'respondent_id'] }, { ...must, ...telling }),
    column('ignored', { en: ['Collector ID', 'collector_id'] }, must),
    column('date', { en: ['End Date', 'date_modified'] }, must),
    ignored('Start Date', 'date_created', 'Custom Data 1', 'Custom Data'),
    personal(
      'IP Address',
      'ip_address',
      'Email Address',
      'email_address',
      'First Name',
      'first_name',
      'Last Name',
      'last_name',
    ),
  ],
  example: {
    file: 'Customer survey.csv',
    text: [
      'Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,How likely is it that you would recommend Larkbed to a friend or colleague?,"Overall, how satisfied are you with Larkbed?",What could we do better?',
      ',,,,,,,,,Response,Response,Open-Ended Response',
      '118200000001,440000001,10/05/2026 09:00:00 AM,10/05/2026 09:04:00 AM,203.0.113.7,ada@example.com,Ada,Roe,,9,Very satisfied,Nothing',
      '118200000002,440000001,10/05/2026 10:00:00 AM,10/05/2026 10:03:00 AM,203.0.113.8,,,,,6,Neither satisfied nor dissatisfied,Faster delivery',
      '118200000003,440000001,10/17/2026 08:00:00 PM,10/17/2026 08:05:00 PM,203.0.113.9,,,,,10,Satisfied,',
    ].join('\n'),
    sums: {
      promoters: 2,
      passives: 0,
      detractors: 1,
      satisfied_customers: 2,
      neutral_customers: 1,
      dissatisfied_customers: 0,
      survey_responses: 3,
    },
    language: 'en',
  },
};

export const surveymonkey: readonly Signature[] = [responses];
