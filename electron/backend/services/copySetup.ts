/**
 * A set-up taken over from another client: KPIs with what they rest on, their weights and headlines, channels, targets,
 * arranged screens; when reports are due and how figures are written, where the person says so.
 *
 * Nothing the client has is changed but those two. One step of the ledger, to be taken back as one.
 */
import { z } from 'zod';
import type { Output, Parsed } from '../../../shared/contract/api.ts';
import type { CopyPreview, SetupPart } from '../../../shared/contract/api/setups.ts';
import { dependenciesOf } from '../../../shared/domain/dependencies.ts';
import { insideMoved } from '../../store/archive/inside.ts';
import type { Moves } from '../../store/archive/inside.ts';
import { getChannel, insertChannel, listChannels } from '../../store/queries/channels.ts';
import type { ChannelRow } from '../../store/queries/channels.ts';
import { updateClient } from '../../store/queries/clients.ts';
import type { ClientRow } from '../../store/queries/clients.ts';
import {
  allKpis,
  deleteTarget,
  getKpi,
  getTarget,
  insertKpi,
  insertTarget,
  listTargets,
  updateKpi,
} from '../../store/queries/kpis.ts';
import type { TargetRow } from '../../store/queries/kpis.ts';
import { listLayouts, removeLayout, saveLayout } from '../../store/queries/layouts.ts';
import { record } from '../../store/queries/ledger.ts';
import { copiedBy, deleteUnused, newestEntry } from '../../store/queries/setups.ts';
import { transact } from '../../store/rows.ts';
import { changed, momentOf, newUid, todayOf } from '../context.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { found } from '../errors.ts';
import { requireClient } from './clients.ts';
import { kpisOf } from './kpis.ts';
import type { Kpi } from './kpis.ts';

const schedule = ['report_cadence', 'report_after'] as const satisfies readonly (keyof ClientRow)[];
const writing = ['language', 'number_format', 'currency'] as const satisfies readonly (keyof ClientRow)[];

interface Plan {
  readonly from: ClientRow;
  readonly to: ClientRow;
  readonly kpis: { readonly added: readonly Kpi[]; readonly kept: readonly Kpi[] };
  readonly channels: { readonly added: readonly ChannelRow[]; readonly kept: readonly ChannelRow[] };
  readonly targets: { readonly added: readonly TargetRow[]; readonly kept: number };
  readonly layouts: { readonly added: readonly string[]; readonly kept: readonly string[] };
}

function planOf(ctx: ReadContext, fromId: number, toId: number): Plan {
  const { store } = ctx;
  const from = requireClient(ctx, fromId);
  const to = requireClient(ctx, toId);
  const source = kpisOf(store, fromId);
  const byKey = new Map(source.map((kpi) => [kpi.row.key, kpi]));
  const wanted = new Set(
    source
      .filter((kpi) => kpi.row.shown === 1)
      .flatMap(({ definition }) => [
        definition.key,
        ...dependenciesOf(definition, (key) => byKey.get(key)?.definition),
      ]),
  );
  const here = new Set(allKpis(store, toId).map((row) => row.key));
  const kpis = source.filter((kpi) => wanted.has(kpi.row.key));
  const names = new Set(listChannels(store, toId).map((row) => row.name.toLowerCase()));
  const channels = listChannels(store, fromId);
  const today = todayOf(ctx);
  const standing = listTargets(store, fromId).filter((row) => row.until === null || row.until > today);
  const placeOf = (row: TargetRow): string => {
    const channel = row.channel === null ? '' : (channelOf(ctx, row)?.name.toLowerCase() ?? '');
    return `${getKpi(store, row.kpi)?.key ?? ''}\n${channel}`;
  };
  const taken = new Set(listTargets(store, toId).map(placeOf));
  const targets = standing.filter((row) => !taken.has(placeOf(row)));
  const screens = new Set(listLayouts(store, toId).map((row) => row.screen));
  const layouts = listLayouts(store, fromId).map((row) => row.screen);
  return {
    from,
    to,
    kpis: {
      added: kpis.filter((kpi) => !here.has(kpi.row.key)),
      kept: kpis.filter((kpi) => here.has(kpi.row.key)),
    },
    channels: {
      added: channels.filter((row) => !names.has(row.name.toLowerCase())),
      kept: channels.filter((row) => names.has(row.name.toLowerCase())),
    },
    targets: { added: targets, kept: standing.length - targets.length },
    layouts: {
      added: layouts.filter((screen) => !screens.has(screen)),
      kept: layouts.filter((screen) => screens.has(screen)),
    },
  };
}

function channelOf(ctx: ReadContext, row: TargetRow): ChannelRow | undefined {
  return listChannels(ctx.store, row.client).find((channel) => channel.id === row.channel);
}

export function copyPreview(ctx: ReadContext, input: Parsed<'clients.copyPreview'>): CopyPreview {
  const plan = planOf(ctx, input.from, input.to);
  const { from, to, kpis, channels, targets, layouts } = plan;
  const face = ({ row, definition }: Kpi): CopyPreview['kpis']['added'][number] => ({
    key: row.key,
    name: definition.name,
    own: row.own === 1,
  });
  const named = new Map(kpisOf(ctx.store, input.from).map((kpi) => [kpi.row.id, kpi.definition.name]));
  return {
    kpis: {
      // What formulas rest on comes along unseen.
      added: kpis.added.filter((kpi) => kpi.row.shown === 1).map(face),
      kept: kpis.kept.filter((kpi) => kpi.row.shown === 1).map(face),
    },
    channels: {
      added: channels.added.map((row) => row.name),
      kept: channels.kept.map((row) => row.name),
    },
    targets: {
      added: targets.added.flatMap((row) => named.get(row.kpi) ?? []),
      kept: targets.kept,
    },
    layouts: { added: [...layouts.added], kept: [...layouts.kept] },
    schedule: schedule.some((field) => from[field] !== to[field]),
    writing: writing.some((field) => from[field] !== to[field]),
  };
}

const stepSchema = z.object({
  kpis: z.array(z.number()),
  channels: z.array(z.number()),
  targets: z.array(z.number()),
  layouts: z.array(z.string()),
  /** Fields of the client as they were. */
  fields: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
type Step = z.infer<typeof stepSchema>;

export function copySetup(
  ctx: WriteContext,
  input: Parsed<'clients.copySetup'>,
): Output<'clients.copySetup'> {
  const out = transact(ctx.store, () => applyCopy(ctx, input.from, input.to, input.parts));
  changed(ctx, input.to, 'clients', 'channels', 'kpis', 'targets', 'layouts');
  return out;
}

/** Call inside a transaction. */
export function applyCopy(
  ctx: WriteContext,
  from: number,
  to: number,
  parts: readonly SetupPart[],
): Output<'clients.copySetup'> {
  const { store } = ctx;
  const at = momentOf(ctx);
  const plan = planOf(ctx, from, to);
  const wants = (part: SetupPart): boolean => parts.includes(part);
  const channels = wants('channels') ? plan.channels.added.map((row) => addChannel(ctx, to, row)) : [];
  const kpis = wants('kpis') ? addKpis(ctx, to, plan.kpis.added) : [];
  const moves = movesBetween(ctx, from, to);
  const targets = (wants('targets') ? plan.targets.added : []).flatMap((row) => {
    const kpi = moves.row('kpis', row.kpi);
    const channel = row.channel === null ? null : moves.row('channels', row.channel);
    // A target of a channel, or a KPI, that the client does not have says nothing.
    if (kpi === null || (row.channel !== null && channel === null)) return [];
    const { id: _id, ...fields } = row;
    return [insertTarget(store, { ...fields, uid: newUid(), client: to, kpi, channel })];
  });
  const layouts = wants('layouts') ? plan.layouts.added : [];
  for (const row of listLayouts(store, from))
    if (layouts.includes(row.screen))
      saveLayout(store, to, { screen: row.screen, layout: insideMoved('layout', row.layout, moves) }, at);
  const fields = [...(wants('schedule') ? schedule : []), ...(wants('writing') ? writing : [])];
  const before = requireClient(ctx, to);
  if (fields.length > 0)
    updateClient(store, {
      ...before,
      ...Object.fromEntries(fields.map((field) => [field, plan.from[field]])),
    });
  const step: Step = {
    kpis,
    channels,
    targets,
    layouts: [...layouts],
    fields: Object.fromEntries(fields.map((field) => [field, before[field]])),
  };
  record(store, { at, client: to, entity: 'setup', entityId: from, change: 'create', after: step });
  return {
    step: newestEntry(store),
    kpis: kpis.length,
    channels: channels.length,
    targets: targets.length,
    layouts: layouts.length,
  };
}

function addChannel(ctx: WriteContext, client: number, row: ChannelRow): number {
  const { network, name } = row;
  return insertChannel(ctx.store, {
    uid: newUid(),
    client,
    network,
    name,
    // Handle and dates are of the other client's account.
    handle: null,
    active_from: null,
    active_to: null,
    created_by: null,
  });
}

/** Twice through: a formula names KPIs by numbers that are only given on the first way. */
function addKpis(ctx: WriteContext, client: number, kpis: readonly Kpi[]): number[] {
  const headlines = allKpis(ctx.store, client).filter((row) => row.headline !== null).length;
  const ids = kpis.map(({ row: { id: _id, ...row } }) =>
    insertKpi(ctx.store, {
      ...row,
      uid: newUid(),
      client,
      headline: row.headline === null ? null : row.headline + headlines,
      created_by: null,
    }),
  );
  const byKey = new Map(allKpis(ctx.store, client).map((row) => [row.key, row.id]));
  const moves: Moves = {
    row: (_, id) => byKey.get(getKpi(ctx.store, id)?.key ?? '') ?? null,
    upTo: (batch) => batch,
  };
  for (const id of ids) {
    const row = getKpi(ctx.store, id);
    if (row) updateKpi(ctx.store, { ...row, definition: insideMoved('definition', row.definition, moves) });
  }
  return ids;
}

/** From rows of one client to those of the other that are called the same. */
function movesBetween(ctx: ReadContext, from: number, to: number): Moves {
  const kpis = new Map(allKpis(ctx.store, to).map((row) => [row.key, row.id]));
  const channels = new Map(listChannels(ctx.store, to).map((row) => [row.name.toLowerCase(), row.id]));
  const names = new Map(listChannels(ctx.store, from).map((row) => [row.id, row.name.toLowerCase()]));
  return {
    row: (table, id) =>
      (table === 'kpis' ? kpis.get(getKpi(ctx.store, id)?.key ?? '') : channels.get(names.get(id) ?? '')) ??
      null,
    upTo: (batch) => batch,
  };
}

export function undoCopy(ctx: WriteContext, input: Parsed<'clients.undoCopy'>): Output<'clients.undoCopy'> {
  const { store } = ctx;
  const client = requireClient(ctx, input.client);
  const kept = transact(ctx.store, () => {
    const text = found(
      copiedBy(store, client.id, input.step),
      'step-not-found',
      `there is no step ${input.step}`,
    );
    const step = stepSchema.parse(JSON.parse(text));
    for (const screen of step.layouts) removeLayout(store, client.id, screen);
    // A step is only ever taken back from what is this client's.
    for (const target of step.targets)
      if (getTarget(store, target)?.client === client.id) deleteTarget(store, target);
    // The last first: what rests on others goes before them.
    const usedKpis = step.kpis.toReversed().filter((id) => !removeKpi(ctx, client.id, id));
    const usedChannels = step.channels
      .toReversed()
      .filter((id) => getChannel(store, id)?.client === client.id && !deleteUnused(store, 'channels', id));
    updateClient(store, { ...client, ...step.fields });
    record(store, {
      at: momentOf(ctx),
      client: client.id,
      entity: 'setup',
      entityId: input.step,
      change: 'undo',
      before: step,
    });
    return usedKpis.length + usedChannels.length;
  });
  changed(ctx, client.id, 'clients', 'channels', 'kpis', 'targets', 'layouts');
  return { kept };
}

/** A KPI that a formula of the person's rests on, or that has figures by now, stays. */
function removeKpi(ctx: WriteContext, client: number, id: number): boolean {
  const row = getKpi(ctx.store, id);
  if (row?.client !== client) return true;
  const resting = allKpis(ctx.store, row.client).some(
    (other) => other.id !== id && other.definition.includes(`{${id}}`),
  );
  return !resting && deleteUnused(ctx.store, 'kpis', id);
}
