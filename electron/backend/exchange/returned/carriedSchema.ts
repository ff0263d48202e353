/** The schema of what a workbook carries of itself. Bounded everywhere: it comes from anywhere. */
import { z } from 'zod';
import { isBase } from '../../../../shared/domain/base.ts';
import type { BaseKind } from '../../../../shared/domain/base.ts';
import { languages, unitKinds } from '../../../../shared/domain/kpi.ts';
import { cadences, parseIso } from '../../../../shared/domain/time.ts';
import type { IsoDate } from '../../../../shared/domain/time.ts';
import type { Carried } from './carried.ts';

const day = z.custom<IsoDate>((value) => typeof value === 'string' && parseIso(value) !== undefined);
const text = z.string().max(40_000);
const name = z.string().max(400);
const printed = z.union([z.number(), text]).nullable();
const place = z.number().int().min(0).max(1_048_576);
const cadence = z.enum(cadences);

const unit = z.object({
  kind: z.enum(unitKinds),
  label: z.object({ en: name, es: name }).exactOptional(),
  of: z.number().exactOptional(),
});

const MOST_FORMULAS = 400_000;

const sheet = z.object({
  name,
  kinds: z.array(z.enum(['figure', 'note', 'text', 'entry'])).max(8),
  keys: place.nullable(),
  head: place.nullable(),
  heads: z.array(name).max(400),
  text: place.nullable(),
  others: z.array(text).max(1000),
  rows: z.array(z.tuple([place, name])).max(20_000),
  formulas: z
    .array(z.tuple([place, place, place]))
    .max(100_000)
    .refine((runs) => runs.reduce((n, [, from, to]) => n + Math.max(0, to - from), 0) <= MOST_FORMULAS),
  results: z.array(printed).max(MOST_FORMULAS),
});

const carriedSchema = z.object({
  client: z.object({ uid: name, name }),
  language: z.enum(languages),
  period: z.object({ cadence, start: day, label: name }),
  base: z.custom<BaseKind>((value) => typeof value === 'string' && value.length <= 80 && isBase(value)),
  preparedOn: day,
  kpis: z.array(z.tuple([name, name, unit])).max(5000),
  channels: z.array(z.tuple([name, name, name])).max(5000),
  figures: z
    .array(
      z
        .tuple([name, name, cadence, z.array(z.number().int()), z.array(z.number().nullable())])
        .refine(([, , , days, values]) => days.length === values.length),
    )
    .max(100_000),
  notes: z.array(z.tuple([name, text.nullable(), z.boolean()])).max(20_000),
  texts: z.array(z.tuple([name, z.array(z.tuple([text, z.number().int().nullable()])).max(2000)])).max(5000),
  entries: z.array(z.tuple([name, z.array(z.tuple([day, z.number().nullable()])).max(400)])).max(20_000),
  sheets: z.array(sheet).max(200),
});

/** `null` for what is no such thing. */
export function asCarried(payload: unknown): Carried | null {
  const parsed = carriedSchema.safeParse(payload);
  return parsed.success ? parsed.data : null;
}
