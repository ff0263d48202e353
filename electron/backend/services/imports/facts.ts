/** What recognition is told about the clients, their own KPIs, and the KPIs a person made while mapping. */
import { foldWords, wordsOf } from '../../../../shared/domain/catalogue.ts';
import type { Catalogue } from '../../../../shared/domain/catalogue.ts';
import { languages } from '../../../../shared/domain/kpi.ts';
import type { KpiDefinition } from '../../../../shared/domain/kpi.ts';
import type { Day } from '../../../../shared/domain/time.ts';
import { listChannels } from '../../../store/queries/channels.ts';
import { getClient } from '../../../store/queries/clients.ts';
import type { ReadContext } from '../../context.ts';
import type { ClientFacts, InspectContext } from '../../exchange/recognition/context.ts';
import { kpisOf } from '../kpis.ts';
import type { ImportSession } from './session.ts';

/** Folded words -> KPI key: names, keys and aliases of the catalogue in both languages. */
export function aliasMap(catalogue: Catalogue): ReadonlyMap<string, string> {
  return new Map(
    catalogue.kpis.flatMap((kpi) => wordsOf(kpi).map((word) => [foldWords(word), kpi.key] as const)),
  );
}

/** What recognition is told about the catalogue, and about a client where it is known from the start. */
export function inspectContext(
  ctx: { catalogue: Catalogue },
  today: Day,
  client: Partial<ClientFacts>,
): InspectContext {
  const { kpis } = ctx.catalogue;
  return {
    today,
    catalogueAliases: new Map([...aliasMap(ctx.catalogue), ...(client.aliases ?? [])]),
    units: new Map([...kpis.map((kpi) => [kpi.key, kpi.unit.kind] as const), ...(client.units ?? [])]),
    kpiNames: new Map([...kpis.map((kpi) => [kpi.key, kpi.name.en] as const), ...(client.names ?? [])]),
    clientNetworks: client.networks ?? [],
    ...(client.currency === undefined ? {} : { currency: client.currency }),
  };
}

/** A client's networks, currency and own KPIs, those being made in this session included. */
export function clientFacts(ctx: ReadContext, client: number, session: ImportSession): ClientFacts {
  const own = kpisOf(ctx.store, client)
    .filter((kpi) => kpi.row.own === 1)
    .map(({ definition }) => definition);
  const drafts = session.drafts
    .filter((draft) => draft.client === client)
    .map(({ key, kpi }) => ({ key, name: kpi.name, unit: kpi.unit, aliases: { en: [], es: [] } }));
  const all: readonly Pick<KpiDefinition, 'key' | 'name' | 'unit' | 'aliases'>[] = [...own, ...drafts];
  return {
    networks: listChannels(ctx.store, client).map((channel) => channel.network),
    currency: getClient(ctx.store, client)?.currency ?? '',
    aliases: new Map(
      all.flatMap((kpi) =>
        languages
          .flatMap((language) => [kpi.name[language], ...kpi.aliases[language]])
          .map((word) => [foldWords(word), kpi.key] as const),
      ),
    ),
    units: new Map(all.map((kpi) => [kpi.key, kpi.unit.kind])),
    names: new Map(all.map((kpi) => [kpi.key, kpi.name.en])),
  };
}
