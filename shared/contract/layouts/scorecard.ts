/** How a client's scorecard is read: its grouping, the columns that are shown, and its order. */
import { z } from 'zod';

export const scorecardColumns = [
  'channel',
  'base',
  'change',
  'goal',
  'status',
  'score',
  'trend',
  'coverage',
  'weight',
  'note',
] as const;

export const scorecardLayoutSchema = z.object({
  screen: z.literal('scorecard'),
  columns: z.array(z.enum(scorecardColumns)),
});
export type ScorecardLayout = z.infer<typeof scorecardLayoutSchema>;
