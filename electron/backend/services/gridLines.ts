/**
 * The lines of the figures grid: which KPIs, on which channels. Nothing of it needs a figure, so that a client with a
 * hundred thousand lines is listed without reading any; what is on screen asks for its own (`grid.ts`).
 */
import type { Output, Parsed } from '../../../shared/contract/api.ts';
import { engineOf } from '../../../shared/domain/aggregate.ts';
import { kpisIn } from '../../../shared/domain/formula/ast.ts';
import { logChannels } from '../../../shared/domain/logs/reading.ts';
import { seriesOf, silentSpansOf } from '../../store/queries/figures.ts';
import type { ReadContext } from '../context.ts';
import { bookOf } from './book.ts';
import type { ClientBook } from './book.ts';
import { channelFace } from './channels.ts';
import { faceOf } from './kpis.ts';
import type { Kpi } from './kpis.ts';

export interface KpiLines {
  readonly kpi: Kpi;
  readonly editable: boolean;
  /** `null`: all channels together. */
  readonly channels: readonly (string | null)[];
}

const recordedBy = new WeakMap<ClientBook, (kpi: string) => ReadonlySet<string>>();

/** Channels that record a KPI, or an input of its formula, told by where figures stand and not by what they are. */
function recordedOf(ctx: ReadContext, book: ClientBook): (kpi: string) => ReadonlySet<string> {
  const known = recordedBy.get(book);
  if (known) return known;
  const own = new Map<number, Set<string>>();
  const places = [...seriesOf(ctx.store, book.client.id), ...silentSpansOf(ctx.store, book.client.id)];
  for (const { kpi, channel } of places) {
    const found = own.get(kpi) ?? new Set<string>();
    own.set(kpi, found.add(String(channel)));
  }
  const made = (key: string): ReadonlySet<string> => {
    const all = new Set<string>();
    const visited = new Set<string>();
    const walk = (at: string): void => {
      const kpi = book.kpiOf(at);
      if (kpi === undefined || visited.has(at)) return;
      visited.add(at);
      for (const channel of own.get(kpi.row.id) ?? []) all.add(channel);
      for (const channel of logChannels(book, kpi.definition)) all.add(channel);
      const formula = engineOf(book).formulaOf(kpi.definition);
      if (formula !== null) for (const operand of kpisIn(formula).keys()) walk(operand);
    };
    walk(key);
    return all;
  };
  recordedBy.set(book, made);
  return made;
}

/** KPIs in the client's order. `all`: a line for every channel, also where nothing is recorded yet. */
export function linesOf(ctx: ReadContext, book: ClientBook, all: boolean): KpiLines[] {
  const recordedOn = recordedOf(ctx, book);
  return book.kpis.flatMap((kpi): KpiLines[] => {
    const computed = kpi.definition.timeAggregation === 'formula';
    const found = recordedOn(kpi.row.key);
    const recorded = book.channels.map((channel) => channel.id).filter((id) => found.has(id));
    if (kpi.row.shown !== 1 && recorded.length === 0) return [];
    const [first] = book.channels;
    const channels =
      all && !computed
        ? book.channels.map((channel) => channel.id)
        : recorded.length > 0 || !first || computed
          ? recorded
          : [first.id];
    const together = computed
      ? recorded.length !== 1
      : recorded.length > 1 && kpi.definition.channelAggregation !== 'none';
    return [{ kpi, editable: !computed, channels: together ? [...channels, null] : channels }];
  });
}

export function figureLines(ctx: ReadContext, input: Parsed<'figures.lines'>): Output<'figures.lines'> {
  const book = bookOf(ctx, input.client);
  const lines = linesOf(ctx, book, input.all ?? false);
  return {
    lines: lines.map(({ kpi, editable, channels }) => ({
      kpi: kpi.row.key,
      editable,
      channels: [...channels],
    })),
    kpis: lines.map(({ kpi }) => faceOf(kpi)),
    channels: book.channelRows.map(channelFace),
  };
}
