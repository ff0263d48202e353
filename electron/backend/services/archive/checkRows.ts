/**
 * Rows of a staging against the contract: what the types of columns cannot tell. A word too long, a definition of
 * another shape or a picture that is none would only show once somebody opens a screen; so it is refused with the file.
 */
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { numberFormats } from '../../../../shared/domain/format.ts';
import { parseFormula } from '../../../../shared/domain/formula/parse.ts';
import { countsSchema } from '../../../../shared/contract/imports/session.ts';
import { tableMappingSchema } from '../../../../shared/contract/imports/mapping.ts';
import {
  baseSchema,
  colorSchema,
  kpiDefinitionSchema,
  languageSchema,
} from '../../../../shared/contract/values.ts';
import { ArchiveError } from '../../../store/archive/error.ts';
import type { ReadStore } from '../../../store/openStore.ts';
import { logoSound } from '../logo.ts';

const word = z.string().max(500);
const note = z.string().max(4000).nullable();
const link = z.string().max(4000).nullable();
/** UTC as it is stored, or a civil date and time of an export. */
const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?$/);
const uid = z.string().min(1).max(64);
/** JSON of a shape, within a text. */
const json = (shape: z.ZodType) =>
  z.string().refine((text) => {
    try {
      return shape.safeParse(JSON.parse(text)).success;
    } catch {
      return false;
    }
  }, 'holds another shape');

const definition = kpiDefinitionSchema.refine(
  ({ formula }) =>
    formula === undefined ||
    parseFormula(formula.replaceAll(/\{(\d+)\}/g, (_, id: string) => `kpi_${id}`)).ok,
  'a formula that cannot be read',
);

/** What went out is kept as it was, also by a version whose reports looked otherwise; but it is no bomb. */
const SNAPSHOT = 64 * 1024 * 1024;
const snapshot = z.custom<Buffer>((value) => {
  try {
    const text = gunzipSync(value as Buffer, { maxOutputLength: SNAPSHOT }).toString('utf8');
    return z.object({ schema: z.number(), client: z.object({}) }).safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}, 'not a report');

const shapes: Readonly<Record<string, z.ZodType>> = {
  clients: z
    .object({
      uid,
      name: z.string().trim().min(1).max(80),
      trade: z.string().max(80),
      color: colorSchema,
      language: languageSchema,
      number_format: z.enum(numberFormats),
      currency: z.string().regex(/^[A-Z]{3}$/),
      created_at: moment,
      logo: z.custom<Buffer>().nullable(),
      logo_type: z.string().nullable(),
    })
    .refine(({ logo, logo_type: type }) => logo === null || logoSound(logo, type), 'not a picture'),
  batches: z.object({ uid, label: word, at: moment, counts: json(countsSchema) }),
  channels: z.object({ uid, network: z.string().max(40), name: word, handle: word.nullable() }),
  channel_identities: z.object({ network: z.string().max(40), account: word }),
  kras: z.object({ key: word, name_en: word, name_es: word }),
  stages: z.object({ key: word, name_en: word, name_es: word }),
  kpis: z.object({ uid, key: z.string().regex(/^[a-z][a-z0-9_]{1,62}$/), definition: json(definition) }),
  batch_files: z.object({ name: z.string().max(1000), rates: json(z.record(z.string(), z.number())) }),
  breakdowns: z.object({ dimension: z.string().max(60), member: word }),
  figure_notes: z.object({ text: z.string().max(4000), at: moment }),
  status_notes: z.object({ text: z.string().max(4000), at: moment }),
  unasked_figures: z.object({ at: moment }),
  note_changes: z.object({ before: note, after: note }),
  status_note_changes: z.object({ before: note, after: note }),
  text_changes: z.object({
    base: baseSchema,
    section: word,
    before_body: z.string().max(100_000).nullable(),
    after_body: z.string().max(100_000).nullable(),
  }),
  content_items: z.object({ uid, external_id: z.string().max(1000), title: z.string(), link }),
  content_readings: z.object({ title: z.string(), link }),
  cases: z.object({ uid, opened: moment, cause: word.nullable(), link, note }),
  tags: z.object({ name: z.string().min(1).max(100), kind: z.string().max(40) }),
  targets: z
    .object({
      kind: z.string(),
      goal_to: z.number().nullable(),
      baseline: z.number().nullable(),
      until: z.number().nullable(),
    })
    .refine((row) => row.kind !== 'between' || row.goal_to !== null, 'a range without an end'),
  annotations: z.object({ uid, text: z.string().max(4000) }),
  actions: z.object({ uid, text: z.string().max(4000), owner: word, created_at: moment }),
  evidence: z.object({ uid, what: z.string().max(4000), link, note }),
  texts: z.object({ uid, base: baseSchema, section: word, body: z.string().max(100_000) }),
  recipes: z.object({
    uid,
    shape: word,
    name: z.string().max(1000),
    answers: json(z.record(z.string(), z.string())),
    mappings: json(z.record(z.string(), tableMappingSchema)),
  }),
  deliverables: z.object({
    uid,
    base: baseSchema,
    language: languageSchema,
    format: z.string().max(10),
    file_name: z.string().max(400),
    at: moment,
    model: snapshot,
  }),
};

/** Throws `ArchiveError` with the table and what is wrong with its first unsound row. */
export function checkRows({ db }: ReadStore): void {
  for (const [table, shape] of Object.entries(shapes))
    for (const row of db.prepare(`SELECT * FROM "${table}"`).iterate()) {
      const found = shape.safeParse(row);
      if (found.success) continue;
      const issue = found.error.issues[0];
      throw new ArchiveError(
        'archive-damaged',
        `${table}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'another shape'}`,
      );
    }
}
