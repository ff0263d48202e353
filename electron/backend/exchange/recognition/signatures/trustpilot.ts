/** Trustpilot, reviews as a business downloads them: one row a review, counted by the day it was written. */
import { column, metric, must, telling } from '../reports/signature.ts';
import type { Signature } from '../reports/signature.ts';

const reviews: Signature = {
  platform: 'trustpilot',
  report: 'reviews',
  kind: 'counted',
  network: 'reviews',
  confidence: 'memory',
  counts: 'testimonials',
  columns: [
    column('id', { en: ['Review Id', 'Review ID'] }),
    column(
      'date',
      { en: ['Created At', 'Created', 'Review created', 'Review Created At'], es: 'Creado' },
      must,
    ),
    metric(
      'average_review_rating',
      { en: ['Stars', 'Review Stars', 'Rating'], es: 'Estrellas' },
      { unit: 'rating', ...must },
    ),
    metric('reviews_answered', {
      en: ['Company Reply', 'Reply', 'Company Reply Date', 'Reply Created At', 'Business reply'],
    }),
    column('ignored', { en: ['Review Title', 'Title'], es: 'Título' }, must),
    column(
      'ignored',
      { en: ['Review Text', 'Text', 'Review Content'], es: 'Texto' },
      { ...must, ...telling },
    ),
    column('personal', { en: ['Consumer Name', 'Consumer Username', 'Consumer Email', 'Email', 'Name'] }),
    column('ignored', {
      en: [
        'Reference Number',
        'Reference Id',
        'Language',
        'Source',
        'Status',
        'Tags',
        'Domain',
        'Location',
        'Url',
        'Company Name',
      ],
    }),
  ],
  example: {
    file: 'reviews.csv',
    text: `Review Id,Created At,Consumer Name,Reference Number,Stars,Review Title,Review Text,Language,Company Reply
r1,2026-10-02T10:00:00Z,Ann Example,1001,5,Lovely,Came on time,en,Thank you!
r2,2026-10-02T12:00:00Z,Bob Example,1002,2,Late,Two days late,en,
r3,2026-10-09T09:00:00Z,Cy Example,,3,Fine,"It was fine, no more",en,Thanks
r4,2026-10-09T19:00:00Z,Di Example,,4,Good,Good oil,en,
`,
    sums: {
      testimonials: 4,
      positive_reviews: 2,
      neutral_reviews: 1,
      negative_reviews: 1,
      average_review_rating: 7,
      reviews_answered: 2,
    },
    answers: { 'confirm:trustpilot:reviews': 'yes' },
    network: 'reviews',
    language: 'en',
  },
};

export const trustpilot: readonly Signature[] = [reviews];
