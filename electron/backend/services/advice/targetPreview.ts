/**
 * A target looked at before it is set: SMART lights, what it would have asked of the past, how it stands now, and the pace.
 *
 * Two books: one with the draft as it would hold, for now and what is to come; one with the draft as if it had always
 * held, for the history. A way from a baseline has no meaning before it begins, so its history shows values alone.
 */
import type { Output, Parsed } from '../../../../shared/contract/api.ts';
import type { TargetPreview } from '../../../../shared/contract/api/advice.ts';
import { bookWith } from '../../../../shared/domain/advice/draft.ts';
import { growthAsked } from '../../../../shared/domain/advice/growth.ts';
import { smartCheck } from '../../../../shared/domain/advice/smart.ts';
import { engineOf } from '../../../../shared/domain/aggregate.ts';
import { compare } from '../../../../shared/domain/comparison.ts';
import { wholeScope } from '../../../../shared/domain/engine.ts';
import { outlookOf } from '../../../../shared/domain/forecast.ts';
import { goalFor } from '../../../../shared/domain/goals.ts';
import { judge } from '../../../../shared/domain/judgement.ts';
import { measure } from '../../../../shared/domain/measure.ts';
import { isRunning, periodsBack, spanOf, subPeriods } from '../../../../shared/domain/period.ts';
import type { Span } from '../../../../shared/domain/results.ts';
import type { Target } from '../../../../shared/domain/target.ts';
import { addDays, endOf, isoOf, parseIso, periodAt, shiftPeriod } from '../../../../shared/domain/time.ts';
import type { Cadence, Day, Period } from '../../../../shared/domain/time.ts';
import { judgeWithCounter } from '../../../../shared/domain/vanity.ts';
import { listKras } from '../../../store/queries/clients.ts';
import type { ReadContext } from '../../context.ts';
import { CallError } from '../../errors.ts';
import { bookOf } from '../book.ts';
import type { ClientBook } from '../book.ts';
import { requireChannel } from '../channels.ts';
import { requireClient } from '../clients.ts';
import { requireKpi } from '../kpis.ts';
import { periodDto } from '../periods.ts';
import { refuseSenseless } from '../targets.ts';

type Point = TargetPreview['points'][number];

/** Closed periods shown, and periods to come. */
const shownBack: Readonly<Record<Cadence, number>> = { day: 28, week: 26, month: 12, quarter: 8, year: 5 };
const mostAhead = 12;

export function targetPreview(ctx: ReadContext, input: Parsed<'targets.preview'>): Output<'targets.preview'> {
  const client = requireClient(ctx, input.client).id;
  const kpi = requireKpi(ctx, input.target.kpi);
  if (kpi.row.client !== client)
    throw new CallError('kpi-not-found', `KPI ${kpi.row.id} is another client's`);
  if (input.target.channel !== null) requireChannel(ctx, input.target.channel, client);
  const draft = draftOf(input.target, kpi.row.key);
  const book = bookOf(ctx, client);
  const laid = bookWith(book, draft);
  const running = periodAt(draft.cadence, book.today, book.calendar);
  const now = nowOf(laid, draft, running);
  return {
    smart: smartCheck(
      laid,
      draft,
      listKras(ctx.store, client).map((kra) => kra.key),
    ).map(({ light, state, reasons }) => ({
      light,
      state,
      reasons: reasons.map(({ code, values }) => ({ code, values: { ...values } })),
    })),
    points: [...past(book, draft, running), ...coming(laid, draft, running)],
    now: {
      period: periodDto(now),
      judgement: judgeWithCounter(laid, draft.kpi, draft.channel, now),
      value: currentValue(laid, draft, now),
      forecast: forecastIn(laid, draft, now),
    },
    pace: paceOf(laid, draft, now),
    growth: growthOf(laid, draft),
  };
}

function draftOf(fields: Parsed<'targets.preview'>['target'], key: string): Target {
  const from = parseIso(fields.from);
  const to = fields.to === null ? null : parseIso(fields.to);
  if (from === undefined || to === undefined)
    throw new CallError('target-invalid', 'a date of the target is not a date');
  refuseSenseless(fields, from, to);
  const { goalTo, floor, baseline } = fields;
  return {
    id: 'draft',
    kpi: key,
    channel: fields.channel === null ? null : String(fields.channel),
    kind: fields.kind,
    cadence: fields.cadence,
    from,
    to,
    goal: fields.goal,
    ...(goalTo === undefined ? {} : { goalTo }),
    ...(floor === undefined ? {} : { floor }),
    ...(baseline === undefined ? {} : { baseline }),
  };
}

/** The running period where the target holds for it; else its first period to come, or its last one. */
function nowOf({ calendar }: ClientBook, draft: Target, running: Period): Period {
  const first = periodAt(draft.cadence, draft.from, calendar);
  if (first.start > running.start) return first;
  return draft.to !== null && draft.to <= running.start
    ? periodAt(draft.cadence, addDays(draft.to, -1), calendar)
    : running;
}

/** Closed periods from the client's first figures on, each with what the target would have asked of it. */
function past(book: ClientBook, draft: Target, running: Period): Point[] {
  const count = shownBack[draft.cadence];
  const first = periodsBack(running, count);
  const always = bookWith(book, { ...draft, from: first.start, to: null });
  const asked = draft.kind === 'baseline' ? bookWith(book, draft) : always;
  const points = Array.from({ length: count }, (_, i) =>
    pointOf(asked, draft, periodsBack(running, count - i)),
  );
  return points.slice(
    Math.max(
      0,
      points.findIndex((point) => point.state !== 'notExpected'),
    ),
  );
}

/** The running period and those to come that the target holds for. */
function coming(laid: ClientBook, draft: Target, running: Period): Point[] {
  return Array.from({ length: mostAhead + 1 }, (_, i) => shiftPeriod(running, i))
    .filter(
      (at) =>
        at.start === running.start || (endOf(at) > draft.from && (draft.to === null || at.start < draft.to)),
    )
    .map((at) => pointOf(laid, draft, at));
}

function pointOf(book: ClientBook, { kpi, channel, kind, from }: Target, period: Period): Point {
  const running = period.start <= book.today && isRunning(period, book.today);
  const measured = measure(book, kpi, channel, period);
  const expected = measured.state !== 'missing' || !isAbsent(book, kpi, channel, period);
  // A way from a baseline asks nothing of the time before it begins.
  const judged = kind === 'baseline' && endOf(period) <= from ? null : judge(book, kpi, channel, period);
  const withCounter = judged === null ? null : judgeWithCounter(book, kpi, channel, period);
  return {
    start: isoOf(period.start),
    value: running && engineOf(book).kindOf(kpi) === 'flow' ? null : measured.value,
    state: expected && period.start <= book.today ? measured.state : 'notExpected',
    running,
    goal: judged?.goal ?? null,
    goalTo: judged?.goalTo ?? null,
    floor: judged?.floor ?? null,
    status: withCounter?.status ?? null,
  };
}

/** True where no figure was due: before the first, after the channel was archived. */
function isAbsent(book: ClientBook, kpi: string, channel: string | null, period: Period): boolean {
  return engineOf(book).read(kpi, channel === null ? null : [channel], wholeScope(period)).absent;
}

/** The value that is judged: of a running period what every included channel has recorded. */
function currentValue(laid: ClientBook, { kpi, channel }: Target, now: Period): number | null {
  return compare(laid, kpi, channel, now, 'none').now.value;
}

function forecastIn(
  laid: ClientBook,
  { kpi, channel }: Target,
  now: Period,
): TargetPreview['now']['forecast'] {
  if (!isRunning(now, laid.today) || now.start > laid.today) return null;
  const { forecast, outlook } = outlookOf(laid, kpi, channel, now);
  return { ...forecast, outlook };
}

/** The way through a running period, in the units it is recorded in; empty where there is none to show. */
function paceOf(laid: ClientBook, draft: Target, now: Period): TargetPreview['pace'] {
  const { kpi, channel } = draft;
  const definition = laid.definition(kpi);
  if (definition === undefined || !isRunning(now, laid.today) || now.start > laid.today) return [];
  const flow = engineOf(laid).kindOf(kpi) === 'flow';
  if (!flow && draft.kind !== 'baseline') return [];
  const { span } = compare(laid, kpi, channel, now, 'none');
  const units = unitsOf(laid, span, now);
  const done = span.units?.cadence === units[0]?.cadence ? (span.units?.done ?? 0) : 0;
  return units.map((unit, i) => {
    const day = addDays(i === units.length - 1 ? endOf(now) : endOf(unit), -1);
    const answer = goalFor(laid, definition, channel, now, day);
    const share = flow ? (i + 1) / units.length : 1;
    return {
      day: isoOf(day),
      value: i < done ? measure(laid, kpi, channel, now, until(now, day)).value : null,
      goal: answer.ok ? answer.goal.goal * share : null,
    };
  });
}

/** Days, or the units the period is recorded in; a period recorded by one figure is walked by days, without values. */
function unitsOf({ calendar }: ClientBook, span: Span, now: Period): readonly Period[] {
  const recorded = span.units?.cadence;
  const cadence = recorded === undefined || recorded === now.cadence ? 'day' : recorded;
  return cadence === now.cadence ? [now] : subPeriods(now, cadence, calendar);
}

function until(now: Period, day: Day): Span {
  return { ...spanOf(now), to: isoOf(day) };
}

function growthOf(laid: ClientBook, draft: Target): TargetPreview['growth'] {
  const growth = growthAsked(laid, draft);
  if (typeof growth === 'string' || growth.usual === null || growth.most === null) return null;
  const { asked, usual, most, samples, periods } = growth;
  return { asked, usual, most, samples, periods };
}
