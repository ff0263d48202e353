/**
 * How a client's dashboard is arranged: its cards in reading order, each in one of three sizes. What a card shows is
 * worked out when it is drawn; a card of a KPI that is gone says so and can be taken off.
 */
import { z } from 'zod';
import { idSchema } from '../values.ts';

/** Columns of a row of three that a card takes. */
export const cardSizes = ['small', 'medium', 'large'] as const;

/** Cards that every client has. */
export const cardKinds = [
  'main',
  'moved',
  'kras',
  'annotations',
  'actions',
  'satisfied',
  'content',
  'missing',
] as const;

export const dashboardCardSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(cardKinds), size: z.enum(cardSizes) }),
  /** A KPI that the person pinned, on one channel or on all of them. */
  z.object({ kind: z.literal('kpi'), size: z.enum(cardSizes), kpi: idSchema, channel: idSchema.nullable() }),
]);
export type DashboardCard = z.infer<typeof dashboardCardSchema>;

export const dashboardLayoutSchema = z.object({
  screen: z.literal('dashboard'),
  cards: z.array(dashboardCardSchema).max(60),
});
export type DashboardLayout = z.infer<typeof dashboardLayoutSchema>;
