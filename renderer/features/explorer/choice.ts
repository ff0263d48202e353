/**
 * What the explorer shows, as it stands in the address: kind of chart, split, second KPI, span, zoom. Pure. A value that an
 * address cannot mean is as good as none.
 */
import { isStep } from './span.ts';
import type { Step } from './span.ts';

export const kinds = ['xmr', 'line', 'bar', 'stacked', 'combined', 'heat', 'multiples'] as const;
export type Kind = (typeof kinds)[number];

export const heatModes = ['weekday', 'month', 'parts', 'kpis'] as const;
export type HeatMode = (typeof heatModes)[number];

export const multiplesModes = ['parts', 'kra'] as const;
export type MultiplesMode = (typeof multiplesModes)[number];

/** `channel`: by channel; `dim`: by a dimension of the client's figures. */
export type Split = { readonly by: 'channel' } | { readonly by: 'dim'; readonly dimension: string };

export interface Choice {
  /** What the address asks for; `null`: what the data suggest. */
  readonly kind: Kind | null;
  readonly split: Split | null;
  /** Id of the second KPI. */
  readonly second: number | null;
  readonly share: boolean;
  readonly heat: HeatMode | null;
  readonly multiples: MultiplesMode | null;
  /** Small multiples on scales of their own. */
  readonly own: boolean;
  readonly step: Step | null;
  readonly span: string | null;
  readonly zoom: { readonly from: string; readonly to: string } | null;
  /** First day of the point being explained. */
  readonly at: string | null;
  readonly table: boolean;
}

const range = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/;
const day = /^\d{4}-\d{2}-\d{2}$/;

export function choiceOf(param: (name: string) => string | undefined): Choice {
  const zoom = range.exec(param('zoom') ?? '');
  const second = Number(param('with') ?? 0);
  const at = param('at') ?? '';
  const step = param('step');
  return {
    kind: oneOf(kinds, param('kind')),
    split: splitOf(param('by')),
    second: Number.isInteger(second) && second > 0 ? second : null,
    share: param('share') === '1',
    heat: oneOf(heatModes, param('heat')),
    multiples: oneOf(multiplesModes, param('of')),
    own: param('scale') === 'own',
    step: isStep(step) ? step : null,
    span: param('span') ?? null,
    zoom: zoom?.[1] !== undefined && zoom[2] !== undefined ? { from: zoom[1], to: zoom[2] } : null,
    at: day.test(at) ? at : null,
    table: param('view') === 'table',
  };
}

export function splitParam(split: Split | null): string | undefined {
  if (split === null) return undefined;
  return split.by === 'channel' ? 'channel' : `dim:${split.dimension}`;
}

function splitOf(text: string | undefined): Split | null {
  if (text === 'channel') return { by: 'channel' };
  return text?.startsWith('dim:') === true && text.length > 4
    ? { by: 'dim', dimension: text.slice(4) }
    : null;
}

function oneOf<T extends string>(all: readonly T[], text: string | undefined): T | null {
  return all.find((one) => one === text) ?? null;
}

/** Values of the address that belong to a chart and not to its period: what a kept chart remembers. */
export const chartParams = [
  'kpi',
  'channel',
  'with',
  'by',
  'kind',
  'share',
  'heat',
  'of',
  'scale',
  'step',
  'span',
] as const;

/** The address of a chart without its period. */
export function chartQuery(param: (name: string) => string | undefined): string {
  const query = new URLSearchParams();
  for (const name of chartParams) {
    const value = param(name);
    if (value !== undefined) query.set(name, value);
  }
  return query.toString().replaceAll('%3A', ':');
}

/** A kept chart as values for the address; names that mean nothing here are left out. */
export function paramsOf(query: string): Record<string, string | undefined> {
  const read = new URLSearchParams(query);
  return Object.fromEntries(chartParams.map((name) => [name, read.get(name) ?? undefined]));
}
