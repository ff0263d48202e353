/** How a client's scorecard is read: its grouping, the columns that are shown, its order, and the groups folded away. */
import { z } from 'zod';

/** In the order they stand. The KPI and its value are always there. */
export const scorecardColumns = [
  'channel',
  'base',
  'change',
  'goal',
  'status',
  'score',
  'weight',
  'trend',
  'coverage',
  'note',
] as const;
export type ScorecardColumn = (typeof scorecardColumns)[number];

export const scorecardGroupings = ['kra', 'stage', 'level', 'channel'] as const;

export const scorecardSorts = ['kpi', 'change', 'status', 'score', 'weight', 'coverage'] as const;

export const scorecardLayoutSchema = z.object({
  screen: z.literal('scorecard'),
  columns: z.array(z.enum(scorecardColumns)),
  groupBy: z.enum(scorecardGroupings),
  /** Within each group; `null`: as the client's KPIs are listed. */
  sort: z.object({ by: z.enum(scorecardSorts), descending: z.boolean() }).nullable(),
  /** Grouping and key of each folded group, `kra/advocacy`. */
  folded: z.array(z.string()).max(400),
});
export type ScorecardLayout = z.infer<typeof scorecardLayoutSchema>;
export type ScorecardSort = NonNullable<ScorecardLayout['sort']>;
