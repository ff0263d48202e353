/** KPIs that an import brings: of the catalogue, and those a person made while mapping. */
import { allKpis, insertKpi, listKpis } from '../../../store/queries/kpis.ts';
import { record } from '../../../store/queries/ledger.ts';
import type { KpiDefinition } from '../../../../shared/domain/kpi.ts';
import { momentOf, newUid } from '../../context.ts';
import type { WriteContext } from '../../context.ts';
import { addFromCatalogue } from '../kpis.ts';
import { caseKpis } from './cases.ts';
import { contentKpis } from './content.ts';
import type { Draft, ImportSession } from './session.ts';
import type { ReadyFile } from './ready.ts';

/**
 * Ids of all KPIs of a client by key, those that the files bring included. Of the catalogue's they are shown at once
 * only when the client shows none yet, else kept aside until picked; what a person made for this import is shown.
 */
export function bringKpis(
  ctx: WriteContext,
  session: ImportSession,
  client: number,
  batch: number,
  files: readonly ReadyFile[],
): ReadonlyMap<string, number> {
  const keys = new Set(
    files.flatMap((file) => [
      ...file.columns.map((staged) => staged.column.kpi),
      ...file.metrics.map((metric) => metric.kpi),
    ]),
  );
  const items = contentKpis(ctx.catalogue, files);
  const logged = [...caseKpis(ctx.catalogue, files), ...items.counted];
  for (const key of [...logged, ...items.atAge]) keys.add(key);
  const before = listKpis(ctx.store, client);
  const shown = before.every((row) => row.shown === 0);
  const figures = new Set(
    files.flatMap((file) =>
      file.columns
        .filter((staged) => staged.column.dimension === undefined)
        .map((staged) => staged.column.kpi),
    ),
  );
  for (const key of logged) figures.add(key);
  for (const draft of session.drafts)
    if (draft.client === client && keys.has(draft.key)) makeDraft(ctx, draft, batch);
  const known = new Set(allKpis(ctx.store, client).map((row) => row.key));
  const listed = new Set(before.map((row) => row.key));
  const fresh = [...keys].filter((key) => !listed.has(key));
  const ofCatalogue = fresh.filter(
    (key) => ctx.catalogue.kpis.some((kpi) => kpi.key === key) || !known.has(key),
  );
  addFromCatalogue(
    ctx,
    client,
    ofCatalogue.filter((key) => figures.has(key)),
    { shown, batch },
  );
  addFromCatalogue(ctx, client, ofCatalogue, { shown: false, batch });
  return new Map(allKpis(ctx.store, client).map((row) => [row.key, row.id]));
}

function makeDraft(ctx: WriteContext, { client, key, kpi }: Draft, batch: number): void {
  if (allKpis(ctx.store, client).some((row) => row.key === key)) return;
  const made = {
    uid: newUid(),
    client,
    key,
    definition: JSON.stringify(definitionOf(key, kpi)),
    own: 1,
    shown: 1,
    weight: 1,
    headline: null,
    created_by: batch,
  };
  record(ctx.store, {
    at: momentOf(ctx),
    client,
    batch,
    entity: 'kpi',
    entityId: insertKpi(ctx.store, made),
    change: 'create',
    after: made,
  });
}

/** What a person did not say of a new KPI is what an operational count of their sheet usually is; all of it can be changed. */
function definitionOf(key: string, kpi: Draft['kpi']): KpiDefinition {
  return {
    key,
    name: kpi.name,
    definition: kpi.name,
    unit: kpi.unit,
    direction: kpi.direction,
    timeAggregation: kpi.timeAggregation,
    channelAggregation: kpi.channelAggregation,
    kra: kpi.kra,
    stage: 'engagement',
    level: 'operational',
    cadence: 'month',
    vanity: false,
    aliases: { en: [], es: [] },
    target: { kind: 'growPrevious' },
  };
}
