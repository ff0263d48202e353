/** How a person arranged the screens of a client. A screen without a layout shows what it always shows. */
import { z } from 'zod';
import { command, query } from '../define.ts';
import { dashboardLayoutSchema } from '../layouts/dashboard.ts';
import { explorerLayoutSchema } from '../layouts/explorer.ts';
import { reportLayoutSchema } from '../layouts/report.ts';
import { scorecardLayoutSchema } from '../layouts/scorecard.ts';
import { idSchema } from '../values.ts';

export const layoutSchema = z.discriminatedUnion('screen', [
  dashboardLayoutSchema,
  explorerLayoutSchema,
  reportLayoutSchema,
  scorecardLayoutSchema,
]);
export type Layout = z.infer<typeof layoutSchema>;
export type LayoutScreen = Layout['screen'];

export const layoutScreens = [
  'dashboard',
  'explorer',
  'report',
  'scorecard',
] as const satisfies readonly LayoutScreen[];

export const layoutCalls = {
  /** Those that were arranged; one that this version cannot read is left out, and stays stored. */
  'layouts.list': query(z.object({ client: idSchema }), z.array(layoutSchema), ['client-not-found']),
  /** Answers what stood there before, so that it can be put back; `null`: nothing did. */
  'layouts.set': command(
    z.object({ client: idSchema, layout: layoutSchema }),
    z.object({ before: layoutSchema.nullable() }),
    ['client-not-found'],
  ),
  /** Back to what every client has. */
  'layouts.reset': command(
    z.object({ client: idSchema, screen: z.enum(layoutScreens) }),
    z.object({ before: layoutSchema.nullable() }),
    ['client-not-found'],
  ),
} as const;
