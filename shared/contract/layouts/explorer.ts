/** Charts of the explorer that a person kept under a name: the address of each, without its period. */
import { z } from 'zod';

export const explorerLayoutSchema = z.object({
  screen: z.literal('explorer'),
  views: z.array(z.object({ name: z.string().trim().min(1).max(80), query: z.string().max(2000) })).max(100),
});
export type ExplorerLayout = z.infer<typeof explorerLayoutSchema>;
