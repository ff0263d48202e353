/** A client's set-up beyond its fields: names of areas and stages, known accounts, and what is taken over from another client. */
import { z } from 'zod';
import { command, query } from '../define.ts';
import { idSchema, localisedSchema } from '../values.ts';

/** A key result area or a stage as this client calls it. Its place in the list is its place on screens. */
const groupSchema = z.object({ key: z.string().min(1).max(60), name: localisedSchema });
export type Group = z.infer<typeof groupSchema>;
const groupsSchema = z.object({ kras: z.array(groupSchema), stages: z.array(groupSchema) });
export type Groups = z.infer<typeof groupsSchema>;

const shortName = z.string().trim().min(1).max(60);
const groupChange = groupSchema.extend({ name: z.object({ en: shortName, es: shortName }) });

/** What can be taken over. Figures never are. */
export const setupParts = ['kpis', 'targets', 'channels', 'layouts', 'schedule', 'writing'] as const;
export type SetupPart = (typeof setupParts)[number];
const partsSchema = z.array(z.enum(setupParts)).min(1).max(setupParts.length);

const copyKpi = z.object({ key: z.string(), name: localisedSchema, own: z.boolean() });
const copyPreviewSchema = z.object({
  kpis: z.object({
    added: z.array(copyKpi),
    /** There already, with its own definition and weight. */
    kept: z.array(copyKpi),
  }),
  channels: z.object({ added: z.array(z.string()), kept: z.array(z.string()) }),
  /** By name of KPI; what has a target already keeps it. */
  targets: z.object({ added: z.array(localisedSchema), kept: z.number() }),
  layouts: z.object({ added: z.array(z.string()), kept: z.array(z.string()) }),
  schedule: z.boolean(),
  writing: z.boolean(),
});
export type CopyPreview = z.infer<typeof copyPreviewSchema>;

const accountSchema = z.object({
  channel: idSchema,
  network: z.string(),
  account: z.string(),
  /** Imports that brought figures of it. */
  batches: z.array(idSchema),
});
export type Account = z.infer<typeof accountSchema>;

export const setupCalls = {
  'clients.groups': query(z.object({ client: idSchema }), groupsSchema, ['client-not-found']),
  /** Names and order; each list names every group there is, once. Answers what stood there before. */
  'clients.setGroups': command(
    z.object({
      client: idSchema,
      kras: z.array(groupChange).max(60).exactOptional(),
      stages: z.array(groupChange).max(60).exactOptional(),
    }),
    z.object({ before: groupsSchema }),
    ['client-not-found'],
  ),
  /** What `clients.copySetup` would bring; nothing that is there is changed but what `schedule` and `writing` say. */
  'clients.copyPreview': query(z.object({ from: idSchema, to: idSchema }), copyPreviewSchema, [
    'client-not-found',
  ]),
  /** One step. `step` is for taking it back. */
  'clients.copySetup': command(
    z.object({ from: idSchema, to: idSchema, parts: partsSchema }),
    z.object({
      step: idSchema,
      kpis: z.number(),
      channels: z.number(),
      targets: z.number(),
      layouts: z.number(),
    }),
    ['client-not-found'],
  ),
  /** Takes out what a step brought; what has figures or is built upon since stays, and is counted. */
  'clients.undoCopy': command(
    z.object({ client: idSchema, step: idSchema }),
    z.object({ kept: z.number() }),
    ['client-not-found', 'step-not-found'],
  ),
  /** Accounts by which imports know the channels of a client. */
  'channels.accounts': query(z.object({ client: idSchema }), z.array(accountSchema), ['client-not-found']),
  /** From now on files of the account ask where they belong. */
  'channels.forget': command(
    z.object({ channel: idSchema, network: z.string(), account: z.string() }),
    z.object({ batches: z.array(idSchema) }),
    ['channel-not-found'],
  ),
  /** Puts a forgotten account back, with the imports it was known from. */
  'channels.remember': command(accountSchema, z.object({}), ['channel-not-found', 'batch-not-found']),
} as const;
