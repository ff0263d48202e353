/**
 * What a client's KPIs cover: key result areas against stages, with the gaps named.
 *
 * A gap is told once, by the first thing that is lacking: no KPI, only vanity KPIs, no figures, no target. What would fill
 * it comes from the catalogue: KPIs that stand in another gap of the other axis too, then those the client has the figures
 * for already, then the rest in catalogue order; never a vanity KPI.
 */
import type { Output, Parsed } from '../../../../shared/contract/api.ts';
import type { Matrix } from '../../../../shared/contract/api/advice.ts';
import type { Catalogue } from '../../../../shared/domain/catalogue.ts';
import { formulaKeys } from '../../../../shared/domain/catalogue.ts';
import { newestClosed } from '../../../../shared/domain/history.ts';
import type { KpiDefinition } from '../../../../shared/domain/kpi.ts';
import { measure } from '../../../../shared/domain/measure.ts';
import type { Period } from '../../../../shared/domain/time.ts';
import { listKras, listStages } from '../../../store/queries/clients.ts';
import type { ReadContext } from '../../context.ts';
import { bookOf } from '../book.ts';
import type { ClientBook } from '../book.ts';
import { faceOf } from '../kpis.ts';
import type { Kpi } from '../kpis.ts';
import { periodOf } from '../periods.ts';
import { channelsOf, scopesOf } from '../scopes.ts';

type Cell = Matrix['cells'][number];
type MatrixKpi = Cell['kpis'][number];
type Gap = Matrix['gaps'][number];
type Axis = Gap['axis'];

const mostSuggestions = 3;

export function coverageMatrix(
  ctx: ReadContext,
  input: Parsed<'coverage.matrix'>,
): Output<'coverage.matrix'> {
  const book = bookOf(ctx, input.client);
  const closed = newestClosed(book, periodOf(input.period, book.calendar));
  const named = (one: { key: string; name_en: string; name_es: string }): Matrix['kras'][number] => ({
    key: one.key,
    name: { en: one.name_en, es: one.name_es },
  });
  const kras = listKras(ctx.store, input.client).map(named);
  const stages = listStages(ctx.store, input.client).map(named);
  const all = book.kpis.map((kpi): Placed => ({ kpi, state: stateOf(book, kpi, closed) }));
  const gaps = [
    ...kras.flatMap(({ key }) => gapOf(all, 'kra', key)),
    ...stages.flatMap(({ key }) => gapOf(all, 'stage', key)),
  ];
  return {
    kpis: book.kpis.map(faceOf),
    kras,
    stages,
    cells: kras.flatMap((kra) => stages.map((stage) => cellOf(all, kra.key, stage.key))),
    gaps: gaps.map((gap) => ({ ...gap, suggestions: suggestionsFor(ctx.catalogue, book, gap, gaps) })),
  };
}

interface Placed {
  readonly kpi: Kpi;
  readonly state: MatrixKpi['state'];
}

function cellOf(all: readonly Placed[], kra: string, stage: string): Cell {
  const own = all.filter(({ kpi }) => kpi.definition.kra === kra && kpi.definition.stage === stage);
  return {
    kra,
    stage,
    kpis: own.map(({ kpi, state }) => ({ kpi: kpi.row.id, shown: kpi.row.shown === 1, state })),
  };
}

/** The first thing a KPI lacks. `stale`: it has figures, but none that speak for the newest closed period. */
function stateOf(book: ClientBook, kpi: Kpi, closed: Period): MatrixKpi['state'] {
  const { key } = kpi.row;
  if (kpi.row.shown !== 1) return 'hidden';
  const values = scopesOf(book, key).map((channel) => measure(book, key, channel, closed));
  const fresh = values.some((one) => one.state === 'value' && !one.reasons.includes('staleStock'));
  const stated = values.some((one) => one.state === 'notApplicable');
  if (!fresh && !stated) return channelsOf(book, key).length === 0 ? 'noFigures' : 'stale';
  return book.targets(key).length === 0 ? 'noTarget' : 'ok';
}

function gapOf(all: readonly Placed[], axis: Axis, key: string): Omit<Gap, 'suggestions'>[] {
  const shown = all.filter((one) => one.kpi.definition[axis] === key && one.state !== 'hidden');
  const kind = gapKind(shown);
  return kind === null ? [] : [{ kind, axis, key }];
}

function gapKind(shown: readonly Placed[]): Gap['kind'] | null {
  if (shown.length === 0) return 'empty';
  if (shown.every(({ kpi }) => kpi.definition.vanity)) return 'onlyVanity';
  if (shown.every(({ state }) => state === 'noFigures' || state === 'stale')) return 'noFigures';
  return shown.every(({ state }) => state !== 'ok') ? 'noTarget' : null;
}

/** Only a KPI fills an empty area or stage, or one without figures; a missing target is to be set. */
function suggestionsFor(
  catalogue: Catalogue,
  book: ClientBook,
  gap: Omit<Gap, 'suggestions'>,
  gaps: readonly Omit<Gap, 'suggestions'>[],
): Gap['suggestions'] {
  if (gap.kind === 'noTarget') return [];
  const other: Axis = gap.axis === 'kra' ? 'stage' : 'kra';
  const alsoOpen = new Set(gaps.filter((one) => one.axis === other).map((one) => one.key));
  const rank = (kpi: KpiDefinition): number =>
    (alsoOpen.has(kpi[other]) ? 2 : 0) + (isRecorded(book, kpi) ? 1 : 0);
  return catalogue.kpis
    .filter((kpi) => kpi[gap.axis] === gap.key && !kpi.vanity && book.kpiOf(kpi.key)?.row.shown !== 1)
    .map((kpi) => ({ kpi, rank: rank(kpi) }))
    .toSorted((a, b) => b.rank - a.rank)
    .slice(0, mostSuggestions)
    .map(({ kpi }) => ({ key: kpi.key, name: kpi.name }));
}

/** True when the client records the KPI already, or all that its formula needs. */
function isRecorded(book: ClientBook, kpi: KpiDefinition): boolean {
  const needed = kpi.formula === undefined ? [kpi.key] : formulaKeys(kpi.formula);
  return needed.length > 0 && needed.every((key) => channelsOf(book, key).length > 0);
}
