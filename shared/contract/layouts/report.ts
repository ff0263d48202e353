/**
 * Which sections a client's report has, in which order, and what its middle pages are of. A section that is not named
 * comes where it always does and is shown. A free text has its title here, and its words where all texts are.
 */
import { z } from 'zod';
import { pagesOf } from '../../domain/report.ts';
import { languageSchema } from '../values.ts';

export const layoutSectionSchema = z.object({
  section: z.string().regex(/^[a-z]+(?::[a-z][a-z0-9_]{0,62})?$/),
  shown: z.boolean(),
  /** Of a free text, by language. */
  title: z.partialRecord(languageSchema, z.string().trim().min(1).max(120)).exactOptional(),
});
export type LayoutSection = z.infer<typeof layoutSectionSchema>;

export const reportLayoutSchema = z.object({
  screen: z.literal('report'),
  pages: z.enum(pagesOf),
  sections: z.array(layoutSectionSchema).max(120),
});
export type ReportLayout = z.infer<typeof reportLayoutSchema>;
