/** How a number was made: the outline of its calculation, with the batches behind each recorded part. */
import type { Output, Parsed } from '../../../shared/contract/api.ts';
import type { Made, Source, Step } from '../../../shared/contract/api/numbers.ts';
import { engineOf } from '../../../shared/domain/aggregate.ts';
import { breaksOf } from '../../../shared/domain/breaks.ts';
import { compare } from '../../../shared/domain/comparison.ts';
import type { Comparison } from '../../../shared/domain/comparison.ts';
import { explain, explainAt } from '../../../shared/domain/explain.ts';
import type { ExplainedStep } from '../../../shared/domain/explain.ts';
import { targetFor } from '../../../shared/domain/goals.ts';
import { isRunning } from '../../../shared/domain/period.ts';
import type { Span } from '../../../shared/domain/results.ts';
import { signalOf } from '../../../shared/domain/signal.ts';
import type { FigureAt } from '../../../shared/domain/steps.ts';
import { isoOf } from '../../../shared/domain/time.ts';
import type { Day, Period } from '../../../shared/domain/time.ts';
import { judgeWithCounter } from '../../../shared/domain/vanity.ts';
import { batchesOfFigures, batchesOfSilence } from '../../store/queries/sources.ts';
import type { BatchOfDays, SeriesKey } from '../../store/queries/sources.ts';
import { cadenceCode } from '../../store/rows.ts';
import type { ReadContext } from '../context.ts';
import { CallError } from '../errors.ts';
import { bookOf } from './book.ts';
import type { ClientBook } from './book.ts';
import { channelFace, requireChannel } from './channels.ts';
import { faceOf, requireKpi } from './kpis.ts';
import { dayOfIso, periodDto, periodOf } from './periods.ts';

export function numberMade(ctx: ReadContext, input: Parsed<'numbers.made'>): Output<'numbers.made'> {
  const book = bookOf(ctx, input.client);
  const kpi = requireKpi(ctx, input.kpi);
  if (kpi.row.client !== input.client)
    throw new CallError('kpi-not-found', `KPI ${input.kpi} is another client's`);
  const channel = input.channel === null ? null : channelId(ctx, input.channel, input.client);
  const { key } = kpi.row;
  const period = periodOf(input.period, book.calendar);
  const side = input.side ?? 'now';
  const comparison = compare(book, key, channel, period, input.base);
  const steps =
    input.at === undefined
      ? explain(book, key, channel, period, input.base, side)
      : explainAt(book, key, channelsIn(ctx, input.at.channels, input.client), spanIn(input.at.span));
  const [root] = steps;
  const span = root?.span ?? comparison.baseSpan ?? comparison.span;
  const whole = input.at === undefined && side === 'now';
  const named = new Set(steps.flatMap((step) => step.kpi ?? []));
  const judgement = whole ? judgeWithCounter(book, key, channel, period, input.base) : null;
  if (judgement?.counter !== undefined) named.add(judgement.counter.kpi);
  return {
    kpis: book.kpis.filter((one) => named.has(one.row.key) || one === kpi).map(faceOf),
    channels: book.channelRows.map(channelFace),
    kpi: faceOf(kpi),
    channel,
    period: periodDto(period),
    running: isRunning(period, book.today),
    formula: kpi.definition.formula ?? null,
    measured: root?.measured ?? comparison.base,
    span: whole ? comparison.span : span,
    steps: steps.map((step) => stepDto(ctx, book, step)),
    comparison: whole ? comparisonDto(comparison) : null,
    left: input.at === undefined ? comparison.left : [],
    judgement,
    target: judgement?.goal === undefined ? null : targetDto(book, key, channel, period),
    signal: whole ? signalOf(book, key, channel, period) : null,
    breaks: breaksBetween(book, key, root?.channels ?? null, (whole && comparison.baseSpan) || span, span),
  };
}

function channelId(ctx: ReadContext, id: number, client: number): string {
  return String(requireChannel(ctx, id, client).id);
}

function channelsIn(ctx: ReadContext, ids: readonly number[] | null, client: number): string[] | null {
  return ids === null ? null : ids.map((id) => channelId(ctx, id, client)).toSorted();
}

function spanIn(span: Span): Span {
  if (dayOfIso(span.to) < dayOfIso(span.from)) {
    throw new CallError('period-invalid', `${span.from} to ${span.to} ends before it begins`);
  }
  return span;
}

function comparisonDto({ now, base, change, span, baseSpan, wholeBase }: Comparison): Made['comparison'] {
  return { now, base, change, span, baseSpan, wholeBase: wholeBase ?? null };
}

function targetDto(book: ClientBook, kpi: string, channel: string | null, period: Period): Made['target'] {
  const target = targetFor(book, kpi, channel, period);
  if (target === undefined) return null;
  return {
    kind: target.kind,
    goal: target.goal,
    goalTo: target.goalTo ?? null,
    baseline: target.baseline ?? null,
    channel: target.channel,
    cadence: target.cadence,
    from: isoOf(target.from),
    to: target.to === null ? null : isoOf(target.to),
  };
}

function breaksBetween(
  book: ClientBook,
  kpi: string,
  channels: readonly string[] | null,
  first: Span,
  last: Span,
): Made['breaks'] {
  return breaksOf(engineOf(book), kpi, channels)
    .map(({ day, note, factor }) => ({ day: isoOf(day), note, factor }))
    .filter(({ day }) => day > first.from && day <= last.to);
}

function stepDto(ctx: ReadContext, book: ClientBook, step: ExplainedStep): Step {
  const { figures, ...rest } = step;
  return { ...rest, sources: sourcesOf(ctx, book, figures) };
}

/** Figures counted by the batch that recorded them, the one with the most first. */
function sourcesOf(ctx: ReadContext, book: ClientBook, figures: readonly FigureAt[]): Source[] {
  const found = new Map<number, Source>();
  const count = (of: BatchOfDays, what: 'figures' | 'zeros'): void => {
    const known = found.get(of.batch);
    const source = known ?? {
      batch: of.batch,
      label: of.label,
      kind: of.kind as Source['kind'],
      at: of.at,
      figures: 0,
      zeros: 0,
    };
    found.set(of.batch, { ...source, [what]: source[what] + 1 });
  };
  for (const series of Map.groupBy(figures, (one) => `${one.kpi} ${one.channel} ${one.cadence}`).values()) {
    const [first] = series;
    const kpi = first === undefined ? undefined : book.kpiOf(first.kpi)?.row.id;
    if (first === undefined || kpi === undefined) continue;
    const key = {
      client: book.client.id,
      kpi,
      channel: Number(first.channel),
      cadence: cadenceCode(first.cadence),
    };
    const days = series.map((one) => one.day);
    countSeries(ctx, key, days, count);
  }
  return [...found.values()].toSorted(
    (a, b) => b.figures + b.zeros - a.figures - a.zeros || b.batch - a.batch,
  );
}

function countSeries(
  ctx: ReadContext,
  key: SeriesKey,
  days: readonly Day[],
  count: (of: BatchOfDays, what: 'figures' | 'zeros') => void,
): void {
  const first = days.reduce((a, b) => Math.min(a, b), Infinity);
  const last = days.reduce((a, b) => Math.max(a, b), -Infinity);
  const rows = new Map(batchesOfFigures(ctx.store, key, first, last).map((row) => [row.day, row]));
  const silent = days.every((day) => rows.has(day)) ? [] : batchesOfSilence(ctx.store, key, first, last);
  for (const day of days) {
    const row = rows.get(day);
    const zero = row === undefined ? silent.find((span) => span.first <= day && span.last >= day) : undefined;
    if (row !== undefined) count(row, 'figures');
    else if (zero !== undefined) count(zero, 'zeros');
  }
}
