/**
 * How a table of a sheet is read, said so that a person can change it: what each column is for, which KPI a label
 * means, how dates and decimals are written. It is data: kept as a recipe, it reads the next file of the same shape.
 */
import { z } from 'zod';
import { cadenceSchema, dateSchema } from '../values.ts';

/** What a column is for. */
export const columnRoles = [
  'date',
  'year',
  'metric',
  'id',
  'link',
  'title',
  'type',
  'account',
  'accountName',
  'channel',
  'dimension',
  'kpi',
  'value',
  'total',
  /** People's data: left out. */
  'personal',
  'ignored',
] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** How the values of a column are written. `percent` is 0 to 100, a fraction, or carries its own sign. */
export const valueUnits = [
  'count',
  'number',
  'percent',
  'ms',
  'seconds',
  'minutes',
  'hours',
  'clock',
  'money',
  'rating',
] as const;
export type ValueUnit = (typeof valueUnits)[number];

export const columnMappingSchema = z.object({
  /** Zero-based, in the table. */
  index: z.number().int().min(0),
  header: z.string(),
  role: z.enum(columnRoles),
  /** A metric: key of a KPI of the catalogue, of the client, or of one that the import makes. */
  kpi: z.string().nullable(),
  unit: z.enum(valueUnits).nullable(),
  /** A dimension: canonical name. */
  dimension: z.string().nullable(),
  /** Network the figures of this column are of, where it is not the table's. */
  network: z.string().nullable(),
  /** Which account of that network, where its name says more: "Instagram ES". */
  account: z.string().exactOptional(),
});
export type ColumnMapping = z.infer<typeof columnMappingSchema>;

export const tableMappingSchema = z.object({
  /**
   * `series`: a row a date, KPIs in columns. `wide`: figures in several columns of role `value`, each with its date (or
   * its network) in its name and its KPI in the rows (or its own `kpi`). `long`: one figure a row.
   */
  shape: z.enum(['series', 'wide', 'long']),
  /** Row of the sheet (1-based) that names the columns; `null`: as found; 0: none does, all rows are figures. */
  headerLine: z.number().int().min(0).nullable(),
  columns: z.array(columnMappingSchema).max(2000),
  /** `wide` and `long`: which KPI a label in the rows means; `null` leaves it out. */
  labels: z
    .array(
      z.object({
        label: z.string(),
        kpi: z.string().nullable(),
        /** How its figures are written; absent: as its KPI's. */
        unit: z.enum(valueUnits).exactOptional(),
      }),
    )
    .max(2000),
  dateOrder: z.enum(['dmy', 'mdy']).nullable(),
  decimal: z.enum(['.', ',']).nullable(),
  percent: z.enum(['bare', 'fraction']).nullable(),
  /** What one row covers; `null`: as the dates say. */
  cadence: cadenceSchema.nullable(),
  /**
   * Of a table without dates: its period. Beside a column of bare days (1 to 31): the month they are of. It is of one
   * file: a recipe does not keep it.
   */
  period: z.object({ cadence: cadenceSchema, start: dateSchema }).nullable(),
  /** Network of the whole table. */
  network: z.string().nullable(),
  /** Labels of rows that look like totals and are figures. */
  notTotals: z.array(z.string()).max(200),
});
export type TableMapping = z.infer<typeof tableMappingSchema>;
