/** Which sections a client's report has, and in which order. A section that is not named comes where it always does. */
import { z } from 'zod';

export const reportLayoutSchema = z.object({
  screen: z.literal('report'),
  sections: z
    .array(z.object({ section: z.string().regex(/^[a-z]+(?::[a-z][a-z0-9_]{0,62})?$/), shown: z.boolean() }))
    .max(60),
});
export type ReportLayout = z.infer<typeof reportLayoutSchema>;
