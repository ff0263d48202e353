/**
 * How a client's dashboard is arranged: its cards in reading order, each in one of three sizes. What a card shows is
 * worked out when it is drawn; a card of a KPI that is gone says so and can be taken off.
 */
import { z } from 'zod';
import { idSchema } from '../values.ts';

/** Columns of a row of three that a card takes. */
export const cardSizes = ['small', 'medium', 'large'] as const;
export type CardSize = (typeof cardSizes)[number];

/** Cards that every client has, at most once each. */
export const standingCards = [
  'headlines',
  'main',
  'moved',
  'kras',
  'satisfied',
  'annotations',
  'actions',
  'channels',
  'course',
  'content',
  'missing',
  'coverage',
] as const;
export type StandingCard = (typeof standingCards)[number];

/** How a pinned KPI is shown: its figure, its course, the newest closed period split, or channel by channel. */
export const kpiShows = ['number', 'trend', 'breakdown', 'channels'] as const;
export type KpiShow = (typeof kpiShows)[number];

const size = z.enum(cardSizes);

export const dashboardCardSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(standingCards), size }),
  /** A KPI that the person pinned, on one channel or (`null`) on all of them. */
  z.object({
    kind: z.literal('kpi'),
    size,
    kpi: idSchema,
    channel: idSchema.nullable(),
    show: z.enum(kpiShows),
    /** Of a breakdown: what it is split by; absent: what there is most of. */
    dimension: z.string().min(1).max(100).exactOptional(),
  }),
  /** Words of the person. */
  z.object({ kind: z.literal('text'), size, id: z.string().min(1).max(40), text: z.string().max(2000) }),
]);
export type DashboardCard = z.infer<typeof dashboardCardSchema>;
export type KpiCard = Extract<DashboardCard, { kind: 'kpi' }>;

/** What tells a card from all others of a dashboard. */
export function cardId(card: DashboardCard): string {
  switch (card.kind) {
    case 'kpi':
      return ['kpi', card.kpi, card.channel ?? 'all', card.show, card.dimension ?? ''].join('-');
    case 'text':
      return `text-${card.id}`;
    default:
      return card.kind;
  }
}

export const dashboardLayoutSchema = z.object({
  screen: z.literal('dashboard'),
  cards: z
    .array(dashboardCardSchema)
    .max(60)
    .refine((cards) => new Set(cards.map(cardId)).size === cards.length, 'a card stands once'),
});
export type DashboardLayout = z.infer<typeof dashboardLayoutSchema>;

/** What a client's dashboard holds before anybody arranges it. Cards without anything to show leave no place. */
export const standardDashboard: DashboardLayout = {
  screen: 'dashboard',
  cards: [
    { kind: 'headlines', size: 'large' },
    { kind: 'main', size: 'medium' },
    { kind: 'moved', size: 'small' },
    { kind: 'kras', size: 'medium' },
    { kind: 'satisfied', size: 'small' },
    { kind: 'annotations', size: 'small' },
    { kind: 'missing', size: 'small' },
    { kind: 'actions', size: 'small' },
    { kind: 'channels', size: 'medium' },
    { kind: 'course', size: 'small' },
  ],
};
