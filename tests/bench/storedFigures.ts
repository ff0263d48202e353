/** A store with millions of figures: one client with 60 series, one with six channels for each, and others beside them. */
import type { WriteContext } from '../../electron/backend/context.ts';
import { insertBatch } from '../../electron/store/queries/batches.ts';
import { insertChannel } from '../../electron/store/queries/channels.ts';
import { insertClient, insertGroup } from '../../electron/store/queries/clients.ts';
import { insertKpi } from '../../electron/store/queries/kpis.ts';
import { cadenceCode } from '../../electron/store/rows.ts';
import type { KpiDefinition } from '../../shared/domain/kpi.ts';
import { dayOf } from '../../shared/domain/time.ts';
import type { Day } from '../../shared/domain/time.ts';

/** Flows first, then stocks, then ratios of two flows: 60 KPIs. */
export const shape = { flows: 44, stocks: 8, ratios: 8 } as const;
export const kpiCount = shape.flows + shape.stocks + shape.ratios;
/** The day after the newest figure. */
export const end: Day = dayOf(2026, 11, 1);

export interface StoredClient {
  readonly id: number;
  readonly channels: readonly number[];
  /** KPI ids in the order of the shape; keys are k0, k1 ... */
  readonly kpis: readonly number[];
}

type Groups = WriteContext['catalogue']['kras' | 'stages'];

const uid = (): string => crypto.randomUUID();

interface StoredAs {
  readonly cadence?: 'day' | 'month';
  /** With the key result areas and stages that reports are made of, its KPIs spread over them. */
  readonly grouped?: boolean;
}

/** A client whose flows and stocks hold a figure a day for `days` days, on each channel; or one of each month of them. */
export function storedClient(
  ctx: WriteContext,
  channels: number,
  days: number,
  { cadence = 'day', grouped = false }: StoredAs = {},
): StoredClient {
  const { store } = ctx;
  const id = insertClient(store, {
    uid: uid(),
    name: `Client ${uid()}`,
    trade: '',
    color: '#4750bd',
    logo: null,
    logo_type: null,
    language: 'en',
    number_format: '1,234.5',
    currency: 'EUR',
    week_start: 1,
    fiscal_year_start: 1,
    report_cadence: 2,
    report_after: 10,
    created_at: '2026-01-01T00:00:00.000Z',
  });
  const places = Array.from({ length: channels }, (_, i) =>
    insertChannel(store, {
      uid: uid(),
      client: id,
      network: 'other',
      name: `Channel ${i + 1}`,
      handle: null,
      active_from: null,
      active_to: null,
      created_by: null,
    }),
  );
  const { kras, stages } = ctx.catalogue;
  if (grouped)
    for (const [table, groups] of Object.entries({ kras, stages }) as ['kras' | 'stages', Groups][])
      for (const [position, { key, name }] of groups.entries())
        insertGroup(store, table, id, { key, name_en: name.en, name_es: name.es, position });
  const kpis: number[] = [];
  for (let i = 0; i < kpiCount; i += 1) {
    kpis.push(
      insertKpi(store, {
        uid: uid(),
        client: id,
        key: `k${i}`,
        definition: JSON.stringify({
          ...definition(i, kpis),
          cadence,
          ...(grouped && { kra: kras[i % kras.length]?.key, stage: stages[i % stages.length]?.key }),
        }),
        own: 1,
        shown: 1,
        weight: 1,
        headline: i < 5 ? i : null,
        created_by: null,
      }),
    );
  }
  const batch = insertBatch(store, {
    uid: uid(),
    client: id,
    kind: 'import',
    label: 'bench',
    at: '2026-11-01T00:00:00.000Z',
    counts: '{}',
  });
  const insert = store.db.prepare(
    `INSERT INTO figures (client, kpi, channel, cadence, day, value, batch)
     WITH RECURSIVE d (day) AS (SELECT @first UNION ALL SELECT day + 1 FROM d WHERE day + 1 < @end)
     SELECT @client, @kpi, @channel, @cadence, day, 100 + (day * 7919 + @kpi * 31 + @channel * 17) % 400, @batch FROM d
     WHERE @cadence = 0 OR strftime('%d', day * 86400, 'unixepoch') = '01'`,
  );
  const code = cadenceCode(cadence);
  store.db.transaction(() => {
    for (const kpi of kpis.slice(0, shape.flows + shape.stocks))
      for (const channel of places)
        insert.run({ client: id, kpi, channel, batch, cadence: code, first: end - days, end });
  })();
  return { id, channels: places, kpis };
}

function definition(i: number, before: readonly number[]): KpiDefinition {
  const name = { en: `KPI ${i}`, es: `KPI ${i}` };
  const common = {
    key: `k${i}`,
    name,
    definition: name,
    direction: 'up',
    kra: 'community_engagement',
    stage: 'engagement',
    level: 'operational',
    cadence: 'day',
    vanity: false,
    aliases: { en: [], es: [] },
    target: { kind: 'atLeast' },
  } as const;
  if (i < shape.flows)
    return { ...common, unit: { kind: 'count' }, timeAggregation: 'sum', channelAggregation: 'sum' };
  if (i < shape.flows + shape.stocks)
    return { ...common, unit: { kind: 'count' }, timeAggregation: 'last', channelAggregation: 'sum' };
  const [over, under] = ratioOf(i);
  return {
    ...common,
    unit: { kind: 'percent' },
    timeAggregation: 'formula',
    channelAggregation: 'formula',
    formula: `{${before[over]}} / {${before[under]}}`,
  };
}

/** The two flows of a ratio, by their place. */
export function ratioOf(i: number): readonly [number, number] {
  const n = i - shape.flows - shape.stocks;
  return [2 * n, 2 * n + 1];
}
