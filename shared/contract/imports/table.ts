/** One table of a dropped file as the mapping screen shows it. */
import { z } from 'zod';
import { cadenceSchema, dateSchema } from '../values.ts';
import { tableMappingSchema } from './mapping.ts';
import { importProblemSchema, importColumnSchema } from './session.ts';

/** One table of a file, for the mapping screen. */
export const tableViewSchema = z.object({
  file: z.number().int(),
  table: z.string(),
  sheet: z.string(),
  mapping: tableMappingSchema,
  /** Words over the columns as they stand in the sheet, and rows below them as text. */
  sample: z.array(
    z.object({
      line: z.number().int(),
      cells: z.array(z.string()),
      role: z.enum(['above', 'header', 'data', 'total']),
    }),
  ),
  columns: z.array(
    importColumnSchema.extend({ samples: z.array(z.string()), filled: z.number(), distinct: z.number() }),
  ),
  /** `wide` and `long`: labels of the rows, how often, and what each is taken for; labels that look like totals in any. */
  labels: z.array(
    z.object({ label: z.string(), rows: z.number(), kpi: z.string().nullable(), total: z.boolean() }),
  ),
  /** The dates by both readings; `null` where there is nothing to choose. */
  dates: z
    .object({
      order: z.enum(['dmy', 'mdy']).nullable(),
      examples: z.array(
        z.object({ text: z.string(), dmy: dateSchema.nullable(), mdy: dateSchema.nullable() }),
      ),
    })
    .nullable(),
  /** A number as written, and by both decimal signs. */
  numbers: z
    .object({
      decimal: z.enum(['.', ',']),
      examples: z.array(
        z.object({ text: z.string(), point: z.number().nullable(), comma: z.number().nullable() }),
      ),
    })
    .nullable(),
  /** What the mapping makes of it: the first figures, and how many there are. */
  preview: z.array(
    z.object({
      kpi: z.string(),
      network: z.string(),
      account: z.string().nullable(),
      cadence: cadenceSchema,
      start: dateSchema,
      detail: z.string().nullable(),
      value: z.number(),
      line: z.number().int(),
    }),
  ),
  figures: z.number(),
  refused: z.array(z.object({ where: z.string(), text: z.string(), code: z.string() })),
  refusedTotal: z.number(),
  problems: z.array(importProblemSchema),
  /** The file is long: all of this, figures and refusals included, is of its first rows. */
  headOnly: z.literal(true).exactOptional(),
});
export type TableView = z.infer<typeof tableViewSchema>;
