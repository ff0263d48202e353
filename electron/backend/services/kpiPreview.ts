/**
 * What a definition gives before it is saved: its formula checked, and its values on the client's real figures. The
 * book answers the draft in the place of the stored definition; nothing is written.
 */
import type { Output, Parsed } from '../../../shared/contract/api.ts';
import type { KpiPreview } from '../../../shared/contract/api/kpis.ts';
import { engineOf } from '../../../shared/domain/aggregate.ts';
import { wholeScope } from '../../../shared/domain/engine.ts';
import { childrenOf, operandsOf } from '../../../shared/domain/formula/ast.ts';
import type { Formula } from '../../../shared/domain/formula/ast.ts';
import { checkFormula } from '../../../shared/domain/formula/check.ts';
import { isRatio } from '../../../shared/domain/formula/infer.ts';
import type { KpiDefinition } from '../../../shared/domain/kpi.ts';
import { measure } from '../../../shared/domain/measure.ts';
import { isRunning, periodsBack } from '../../../shared/domain/period.ts';
import { toMeasured } from '../../../shared/domain/reading.ts';
import { recordedOperands } from '../../../shared/domain/running.ts';
import { addDays, isoOf, periodAt } from '../../../shared/domain/time.ts';
import type { Day, Period } from '../../../shared/domain/time.ts';
import type { ReadContext } from '../context.ts';
import { bookOf } from './book.ts';
import type { ClientBook } from './book.ts';
import { channelFace } from './channels.ts';
import { requireClient } from './clients.ts';
import { checkDto, knownKpis } from './formulaCheck.ts';
import { kpisOf } from './kpis.ts';
import { channelsOf } from './scopes.ts';

/** A year of months and the same month of the year before. */
const PERIODS = 13;

export function formulaCheck(
  ctx: ReadContext,
  input: Parsed<'kpis.checkFormula'>,
): Output<'kpis.checkFormula'> {
  requireClient(ctx, input.client);
  const known = knownKpis(kpisOf(ctx.store, input.client));
  return checkDto(checkFormula(input.formula, known, input.key, input.unit));
}

export function kpiPreview(ctx: ReadContext, input: Parsed<'kpis.preview'>): Output<'kpis.preview'> {
  const stored = bookOf(ctx, input.client);
  const draft: KpiDefinition = input.definition;
  const check =
    draft.timeAggregation === 'formula'
      ? checkDto(checkFormula(draft.formula ?? '', knownKpis(stored.kpis), draft.key, draft.unit))
      : null;
  const book: ClientBook = {
    ...stored,
    definition: (key) => (key === draft.key ? draft : stored.definition(key)),
  };
  const nothing = {
    check,
    cadence: draft.cadence,
    channels: stored.channelRows.map(channelFace),
    points: [],
    byChannel: [],
    newest: null,
    sharedBy: null,
    operands: [],
  };
  if (check?.ok === false) return { ...nothing, kind: 'ratio' };
  const inputs = check?.kpis ?? [];
  const kind = engineOf(book).kindOf(draft.key);
  const newest = newestDay(book, [draft.key, ...inputs]);
  if (newest === null) {
    const period = periodAt(draft.cadence, book.today, book.calendar);
    return { ...nothing, kind, operands: operandsIn(book, inputs, null, period) };
  }
  const last = periodAt(draft.cadence, newest, book.calendar);
  const periods = Array.from({ length: PERIODS }, (_, i) => periodsBack(last, PERIODS - 1 - i));
  const channels = channelsOf(book, draft.key);
  const points = (channel: string | null): KpiPreview['points'] =>
    periods.map((period) => {
      const measured = measure(book, draft.key, channel, period);
      return {
        start: isoOf(period.start),
        measured: { ...measured, reasons: [...measured.reasons] },
        running: isRunning(period, book.today),
      };
    });
  const course = points(null);
  const valued = course.map((point, i) => ({ ...point, i })).filter((point) => point.measured.value !== null);
  const at = (valued.findLast((point) => !point.running) ?? valued.at(-1))?.i ?? PERIODS - 1;
  const chosen = periods[at] ?? last;
  const sharedBy = sharedChannels(book, draft, inputs, channels, chosen);
  return {
    ...nothing,
    kind,
    points: course,
    newest: isoOf(chosen.start),
    byChannel: channels.length < 2 ? [] : channels.map((channel) => ({ channel, points: points(channel) })),
    sharedBy,
    operands: operandsIn(book, inputs, sharedBy, chosen),
  };
}

/** The operands' values over the channels that a ratio takes (`null`: all). */
function operandsIn(
  book: ClientBook,
  kpis: readonly string[],
  channels: readonly string[] | null,
  period: Period,
): KpiPreview['operands'] {
  const running = isRunning(period, book.today);
  return kpis.map((kpi) => {
    const measured = toMeasured(engineOf(book).read(kpi, channels, wholeScope(period)), running);
    return {
      kpi,
      recorded: newestDay(book, [kpi]) !== null,
      measured: { ...measured, reasons: [...measured.reasons] },
    };
  });
}

/**
 * A ratio takes only channels that have all of its operands, if any channel has: those, where they are not simply all
 * channels; else `null`.
 */
function sharedChannels(
  book: ClientBook,
  draft: KpiDefinition,
  inputs: readonly string[],
  channels: readonly string[],
  period: Period,
): string[] | null {
  const engine = engineOf(book);
  const formula = engine.formulaOf(draft);
  const divides = (node: Formula): boolean =>
    isRatio(node, engine.operandKindOf) || childrenOf(node).some(divides);
  if (formula === null || !divides(formula)) return null;
  const has = (kpi: string, channel: string): boolean => {
    const { value, reasons } = engine.read(kpi, [channel], wholeScope(period));
    return value !== null || reasons.includes('nonAdditive');
  };
  const { required } = operandsOf(formula);
  const shared = channels.filter((channel) =>
    inputs.filter((kpi) => required.includes(kpi)).every((kpi) => has(kpi, channel)),
  );
  return shared.length === 0 || shared.length === channels.length ? null : shared;
}

/**
 * First day of the newest unit, up to today, that any of the KPIs or what they rest on has; today where a log answers;
 * `null`: none has any.
 */
function newestDay(book: ClientBook, kpis: readonly string[]): Day | null {
  const engine = engineOf(book);
  let newest: Day | null = null;
  for (const kpi of kpis.flatMap((key) => [key, ...recordedOperands(engine, key)])) {
    const log = book.definition(kpi)?.source?.log;
    if (log === 'cases' && book.caseLog().cases.length > 0) return book.today;
    if (log === 'content' && book.contentLog().items.length > 0) return book.today;
    for (const { tracks } of engine.tracks(kpi).values()) {
      for (const track of tracks) {
        const last = track.before(addDays(book.today, 1));
        if (last !== undefined && (newest === null || last > newest)) newest = last;
      }
    }
  }
  return newest;
}
