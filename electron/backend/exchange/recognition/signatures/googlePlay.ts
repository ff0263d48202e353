/** Google Play, reviews of an app by month: one row a review, counted by the day it was written. */
import { column, ignored, metric, must, telling } from '../reports/signature.ts';
import type { Signature } from '../reports/signature.ts';

const reviews: Signature = {
  platform: 'google-play',
  report: 'reviews',
  kind: 'counted',
  network: 'reviews',
  confidence: 'memory',
  counts: 'testimonials',
  columns: [
    column('date', 'Review Submit Date and Time', { ...must, ...telling }),
    column('id', 'Review Link'),
    metric('average_review_rating', 'Star Rating', { unit: 'rating', ...must }),
    metric('reviews_answered', 'Developer Reply Date and Time', telling),
    column('account', 'Package Name', must),
    ignored(
      'App Version Code',
      'App Version Name',
      'Reviewer Language',
      'Device',
      'Review Submit Millis Since Epoch',
      'Review Last Update Date and Time',
      'Review Last Update Millis Since Epoch',
      'Review Title',
      'Review Text',
      'Developer Reply Millis Since Epoch',
      'Developer Reply Text',
    ),
  ],
  example: {
    file: 'reviews_com.example.acme_202610.csv',
    text: `Package Name,App Version Code,App Version Name,Reviewer Language,Device,Review Submit Date and Time,Review Submit Millis Since Epoch,Review Last Update Date and Time,Review Last Update Millis Since Epoch,Star Rating,Review Title,Review Text,Developer Reply Date and Time,Developer Reply Millis Since Epoch,Developer Reply Text,Review Link
com.example.acme,12,1.2,es,phone,2026-10-03T10:00:00Z,1790000000000,2026-10-03T10:00:00Z,1790000000000,5,,Muy bien,2026-10-04T09:00:00Z,1790086400000,Gracias,https://play.google.com/r?id=1
com.example.acme,12,1.2,en,phone,2026-10-05T10:00:00Z,1790200000000,2026-10-05T10:00:00Z,1790200000000,1,,Crashes,,,,https://play.google.com/r?id=2
`,
    sums: {
      testimonials: 2,
      positive_reviews: 1,
      neutral_reviews: 0,
      negative_reviews: 1,
      average_review_rating: 6,
      reviews_answered: 1,
    },
    answers: { 'confirm:google-play:reviews': 'yes' },
    network: 'reviews',
    language: 'en',
  },
};

export const googlePlay: readonly Signature[] = [reviews];
