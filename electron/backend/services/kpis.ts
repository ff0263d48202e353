/** A client's KPIs: picked from the catalogue, brought by an import, or defined by the person. */
import type { Output, Parsed } from '../../../shared/contract/api.ts';
import type { ClientKpi, KpiChange } from '../../../shared/contract/api/kpis.ts';
import type { KpiFace } from '../../../shared/contract/values.ts';
import { kpisIn } from '../../../shared/domain/formula/ast.ts';
import { checkFormula } from '../../../shared/domain/formula/check.ts';
import { parseFormula } from '../../../shared/domain/formula/parse.ts';
import type { KpiDefinition } from '../../../shared/domain/kpi.ts';
import {
  allKpis,
  countFiguresByKpi,
  getKpi,
  insertKpi,
  listKpis,
  listTargets,
  updateKpi,
} from '../../store/queries/kpis.ts';
import type { KpiRow } from '../../store/queries/kpis.ts';
import { record } from '../../store/queries/ledger.ts';
import type { ReadStore } from '../../store/openStore.ts';
import { transact } from '../../store/rows.ts';
import { changed, momentOf, newUid } from '../context.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { CallError, found } from '../errors.ts';
import { requireClient } from './clients.ts';
import { knownKpis, remarkMessage } from './formulaCheck.ts';
import { withIds, withKeys } from './formulaIds.ts';

/** A KPI row with its definition read, formula in keys. */
export interface Kpi {
  readonly row: KpiRow;
  readonly definition: KpiDefinition;
}

function parse(rows: readonly KpiRow[]): Kpi[] {
  const keys = new Map(rows.map((row) => [row.id, row.key]));
  return rows.map((row) => ({ row, definition: readDefinition(row, (id) => keys.get(id)) }));
}

function readDefinition(row: KpiRow, keyOf: (id: number) => string | undefined): KpiDefinition {
  const stored = JSON.parse(row.definition) as KpiDefinition;
  return stored.formula === undefined ? stored : { ...stored, formula: withKeys(stored.formula, keyOf) };
}

/** KPIs a person sees. */
export function kpisOf(store: ReadStore, client: number): Kpi[] {
  const present = new Set(listKpis(store, client).map((row) => row.id));
  return parse(allKpis(store, client)).filter((kpi) => present.has(kpi.row.id));
}

export function faceOf(kpi: Kpi): KpiFace {
  const d = kpi.definition;
  return {
    id: kpi.row.id,
    key: d.key,
    name: d.name,
    unit: d.unit,
    direction: d.direction,
    kra: d.kra,
    stage: d.stage,
    level: d.level,
    cadence: d.cadence,
    timeAggregation: d.timeAggregation,
    computed: d.timeAggregation === 'formula',
    vanity: d.vanity,
    ...(d.counter === undefined ? {} : { counter: d.counter }),
  };
}

function dtoOf(kpi: Kpi, figures: number, targets: number): ClientKpi {
  const { row, definition } = kpi;
  return {
    id: row.id,
    client: row.client,
    definition: definition as ClientKpi['definition'],
    shown: row.shown === 1,
    own: row.own === 1,
    weight: row.weight,
    headline: row.headline,
    figures,
    targets,
  };
}

export function kpisList(ctx: ReadContext, client: number): ClientKpi[] {
  requireClient(ctx, client);
  const figures = countFiguresByKpi(ctx.store, client);
  const targets = Map.groupBy(listTargets(ctx.store, client), (target) => target.kpi);
  return kpisOf(ctx.store, client).map((kpi) =>
    dtoOf(kpi, figures.get(kpi.row.id) ?? 0, targets.get(kpi.row.id)?.length ?? 0),
  );
}

export function requireKpi(ctx: ReadContext, id: number): Kpi {
  const row = found(getKpi(ctx.store, id), 'kpi-not-found', `there is no KPI ${id}`);
  return { row, definition: readDefinition(row, (other) => getKpi(ctx.store, other)?.key) };
}

/** Keys a formula names; none when it cannot be read. */
export function formulaKeys(formula: string): string[] {
  const parsed = parseFormula(formula);
  return parsed.ok ? [...kpisIn(parsed.formula).keys()] : [];
}

/** What a definition rests on: formula inputs, weight; and the counter of a vanity KPI. */
function needs(definition: KpiDefinition): { inputs: readonly string[]; counter: readonly string[] } {
  const inputs = definition.formula === undefined ? [] : formulaKeys(definition.formula);
  return {
    inputs: definition.weightBy === undefined ? inputs : [...inputs, definition.weightBy],
    counter: definition.counter === undefined ? [] : [definition.counter],
  };
}

interface AddOptions {
  readonly shown: boolean;
  /** The import that brings them; `null`: a person's choice. */
  readonly batch: number | null;
}

/**
 * Adds catalogue KPIs a client lacks, with what their formulas rest on (not shown) and, when shown, the counter of a
 * vanity KPI (shown: it keeps the other honest). KPIs the client has already are shown when asked. Returns ids by key.
 * Call inside a transaction.
 */
export function addFromCatalogue(
  ctx: WriteContext,
  client: number,
  keys: readonly string[],
  options: AddOptions,
): Map<string, number> {
  const known = new Map(allKpis(ctx.store, client).map((row) => [row.key, row]));
  const catalogue = new Map(ctx.catalogue.kpis.map((kpi) => [kpi.key, kpi]));
  const ids = new Map([...known].map(([key, row]) => [key, row.id]));
  let headlines = [...known.values()].filter((row) => row.headline !== null).length;

  const add = (key: string, shown: boolean, path: readonly string[]): void => {
    const row = known.get(key);
    if (row) {
      // What a person picks is theirs, and stays when the import that brought it is taken back.
      const maker = options.batch === null ? null : row.created_by;
      const after = { ...row, shown: shown ? 1 : row.shown, created_by: maker };
      if (after.shown !== row.shown || maker !== row.created_by) saveKpi(ctx, row, after);
      known.set(key, after);
      return;
    }
    const definition = catalogue.get(key);
    if (!definition) throw new CallError('catalogue-key-unknown', `the catalogue has no KPI ${key}`, { key });
    if (path.includes(key)) return;
    const need = needs(definition);
    for (const input of need.inputs) add(input, false, [...path, key]);
    const stored =
      definition.formula === undefined
        ? definition
        : { ...definition, formula: withIds(definition.formula, (word) => ids.get(word)) };
    const headline = shown && !definition.vanity && headlines < 5 ? headlines++ : null;
    const made = {
      uid: newUid(),
      client,
      key,
      definition: JSON.stringify(stored),
      own: 0,
      shown: shown ? 1 : 0,
      weight: 1,
      headline,
      created_by: options.batch,
    };
    const id = insertKpi(ctx.store, made);
    ids.set(key, id);
    known.set(key, { ...made, id });
    record(ctx.store, {
      at: momentOf(ctx),
      client,
      batch: options.batch,
      entity: 'kpi',
      entityId: id,
      change: 'create',
      after: made,
    });
    for (const counter of need.counter) add(counter, shown, [...path, key]);
  };
  for (const key of keys) add(key, options.shown, []);
  return ids;
}

function saveKpi(ctx: WriteContext, before: KpiRow, after: KpiRow): void {
  updateKpi(ctx.store, after);
  record(ctx.store, {
    at: momentOf(ctx),
    client: after.client,
    entity: 'kpi',
    entityId: after.id,
    change: 'update',
    before,
    after,
  });
}

/** What a person's KPI rests on is kept like a KPI they picked, even when the import that brought it is taken back. */
function keepInputs(ctx: WriteContext, definition: KpiDefinition, known: readonly Kpi[]): void {
  const { inputs, counter } = needs(definition);
  for (const { row } of known)
    if (row.created_by !== null && [...inputs, ...counter].includes(row.key))
      saveKpi(ctx, row, { ...row, created_by: null });
}

export function addKpis(ctx: WriteContext, input: Parsed<'kpis.add'>): ClientKpi[] {
  requireClient(ctx, input.client);
  transact(ctx.store, () => addFromCatalogue(ctx, input.client, input.keys, { shown: true, batch: null }));
  changed(ctx, input.client, 'kpis');
  return kpisList(ctx, input.client);
}

export function defineKpi(ctx: WriteContext, input: Parsed<'kpis.define'>): ClientKpi {
  requireClient(ctx, input.client);
  const id = transact(ctx.store, () => {
    const known = parse(allKpis(ctx.store, input.client));
    const { definition } = input;
    const taken = [...known.map((kpi) => kpi.definition.key), ...ctx.catalogue.kpis.map((kpi) => kpi.key)];
    if (taken.includes(definition.key))
      throw new CallError('kpi-key-taken', `there is a KPI ${definition.key} already`, {
        key: definition.key,
      });
    const made = {
      uid: newUid(),
      client: input.client,
      key: definition.key,
      definition: storedDefinition(definition, known),
      own: 1,
      shown: 1,
      weight: 1,
      headline: null,
      created_by: null,
    };
    keepInputs(ctx, definition, known);
    const kpi = insertKpi(ctx.store, made);
    record(ctx.store, {
      at: momentOf(ctx),
      client: input.client,
      entity: 'kpi',
      entityId: kpi,
      change: 'create',
      after: made,
    });
    return kpi;
  });
  changed(ctx, input.client, 'kpis');
  return dtoOf(requireKpi(ctx, id), 0, 0);
}

/** JSON for the store; refuses a formula that does not check. */
function storedDefinition(definition: KpiDefinition, known: readonly Kpi[]): string {
  refuseDangling(definition, known);
  if (definition.timeAggregation !== 'formula') return JSON.stringify(definition);
  const check = checkFormula(definition.formula ?? '', knownKpis(known), definition.key, definition.unit);
  const problem = check.ok ? undefined : check.errors[0];
  if (problem) throw new CallError('formula-invalid', remarkMessage(problem), { at: problem.at });
  const ids = new Map(known.map((kpi) => [kpi.definition.key, kpi.row.id]));
  return JSON.stringify({ ...definition, formula: withIds(definition.formula ?? '', (key) => ids.get(key)) });
}

/** Weight and counter must be KPIs the client has; a counter is not vanity itself. */
function refuseDangling(definition: KpiDefinition, known: readonly Kpi[]): void {
  const named = (key: string): KpiDefinition => {
    const other = known.find((kpi) => kpi.definition.key === key && key !== definition.key);
    if (!other) throw new CallError('kpi-not-found', `there is no KPI ${key}`, { key });
    return other.definition;
  };
  if (definition.weightBy !== undefined) named(definition.weightBy);
  if (definition.counter !== undefined && named(definition.counter).vanity) {
    throw new CallError(
      'counter-invalid',
      `a counter KPI is not a vanity KPI itself: ${definition.counter}`,
      {
        key: definition.counter,
      },
    );
  }
  // The other way round: a KPI that others are held against cannot become one that flatters.
  const held = definition.vanity && known.find((kpi) => kpi.definition.counter === definition.key);
  if (held)
    throw new CallError('kpi-is-counter', `${definition.key} is the counter of ${held.definition.key}`, {
      key: held.definition.key,
    });
}

export function changeKpi(ctx: WriteContext, input: Parsed<'kpis.update'>): ClientKpi {
  const kpi = requireKpi(ctx, input.kpi);
  transact(ctx.store, () => {
    const { row } = kpi;
    const known = parse(allKpis(ctx.store, row.client));
    if (input.definition && input.definition.key !== row.key)
      throw new CallError('kpi-in-use', 'the key of a KPI stays as it is');
    const after: KpiRow = {
      ...row,
      definition: input.definition ? storedDefinition(input.definition, known) : row.definition,
      shown: input.shown === undefined ? row.shown : Number(input.shown),
      weight: input.weight ?? row.weight,
      headline: input.headline === undefined ? row.headline : input.headline,
      created_by: input.shown === false ? row.created_by : null,
    };
    if (input.definition) keepInputs(ctx, input.definition, known);
    saveKpi(ctx, row, after);
  });
  changed(ctx, kpi.row.client, 'kpis');
  return found(
    kpisList(ctx, kpi.row.client).find((one) => one.id === input.kpi),
    'kpi-not-found',
    `there is no KPI ${input.kpi}`,
  );
}

/** One step over several KPIs of one client; answers the same fields as they stood, in the same order. */
export function changeKpis(ctx: WriteContext, input: Parsed<'kpis.updateMany'>): Output<'kpis.updateMany'> {
  const client = requireClient(ctx, input.client).id;
  const before = transact(ctx.store, () => {
    const stood: KpiChange[] = [];
    for (const change of input.changes) {
      const known = parse(allKpis(ctx.store, client));
      const kpi = found(
        known.find((one) => one.row.id === change.kpi),
        'kpi-not-found',
        `there is no KPI ${change.kpi} of client ${client}`,
      );
      stood.push(stoodAt(kpi, change));
      const definition = redefined(kpi.definition, change);
      if (definition !== kpi.definition) refuseDangling(definition, known);
      saveKpi(ctx, kpi.row, {
        ...kpi.row,
        definition: definition === kpi.definition ? kpi.row.definition : restored(definition, known),
        shown: change.shown === undefined ? kpi.row.shown : Number(change.shown),
        weight: change.weight ?? kpi.row.weight,
        headline: change.headline === undefined ? kpi.row.headline : change.headline,
        created_by: change.shown === false ? kpi.row.created_by : null,
      });
    }
    return stood;
  });
  changed(ctx, client, 'kpis');
  return { before };
}

/** The fields that a change names, as they stand. */
function stoodAt({ row, definition }: Kpi, change: KpiChange): KpiChange {
  return {
    kpi: row.id,
    ...(change.shown !== undefined && { shown: row.shown === 1 }),
    ...(change.weight !== undefined && { weight: row.weight }),
    ...(change.headline !== undefined && { headline: row.headline }),
    ...(change.cadence !== undefined && { cadence: definition.cadence }),
    ...(change.level !== undefined && { level: definition.level }),
    ...(change.counter !== undefined && { counter: definition.counter ?? null }),
    ...(change.owner !== undefined && { owner: definition.owner ?? '' }),
    ...(change.notes !== undefined && { notes: definition.notes ?? '' }),
  };
}

/** The definition with a change's fields; the same object where it names none of them. */
function redefined(definition: KpiDefinition, change: KpiChange): KpiDefinition {
  const { cadence, level, counter, owner, notes } = change;
  if ([cadence, level, counter, owner, notes].every((field) => field === undefined)) return definition;
  const { counter: hadCounter, owner: hadOwner, notes: hadNotes, ...rest } = definition;
  const nextCounter = counter === undefined ? hadCounter : (counter ?? undefined);
  const nextOwner = owner ?? hadOwner ?? '';
  const nextNotes = notes ?? hadNotes ?? '';
  return {
    ...rest,
    cadence: cadence ?? rest.cadence,
    level: level ?? rest.level,
    ...(nextCounter !== undefined && { counter: nextCounter }),
    ...(nextOwner !== '' && { owner: nextOwner }),
    ...(nextNotes !== '' && { notes: nextNotes }),
  };
}

/** A definition whose formula stood already, as the store keeps it. */
function restored(definition: KpiDefinition, known: readonly Kpi[]): string {
  if (definition.formula === undefined) return JSON.stringify(definition);
  const ids = new Map(known.map((kpi) => [kpi.definition.key, kpi.row.id]));
  return JSON.stringify({ ...definition, formula: withIds(definition.formula, (key) => ids.get(key)) });
}
