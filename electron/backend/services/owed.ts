/** What a closed period still needs of a person: figures that are missing, and why a KPI is off. */
import type { Output, Parsed } from '../../../shared/contract/api.ts';
import type { OwedNote } from '../../../shared/contract/api/figures.ts';
import { measure } from '../../../shared/domain/measure.ts';
import { isoOf } from '../../../shared/domain/time.ts';
import type { Day, Period } from '../../../shared/domain/time.ts';
import { judgeWithCounter } from '../../../shared/domain/vanity.ts';
import { record } from '../../store/queries/ledger.ts';
import { statusNotesIn } from '../../store/queries/statusNotes.ts';
import { saveUnasked, unaskedOf, unaskedSince } from '../../store/queries/unasked.ts';
import { cadenceCode, transact } from '../../store/rows.ts';
import { changed, momentOf } from '../context.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { CallError } from '../errors.ts';
import { bookOf } from './book.ts';
import type { ClientBook } from './book.ts';
import { channelFace, requireChannel } from './channels.ts';
import { lastWholeMonth, requireClient } from './clients.ts';
import { faceOf, requireKpi } from './kpis.ts';
import { missingCount, missingFigures } from './missing.ts';
import { dayOfIso, periodDto, periodOf } from './periods.ts';
import { scopesOf } from './scopes.ts';

export function figuresOwed(ctx: ReadContext, input: Parsed<'figures.owed'>): Output<'figures.owed'> {
  const book = bookOf(ctx, input.client);
  const period = input.period
    ? periodOf(input.period, book.calendar)
    : lastWholeMonth(book.today, book.calendar);
  const missing = missingFigures(book, period);
  const keys = new Map(book.kpis.map((kpi) => [kpi.row.id, kpi.row.key]));
  return {
    period: periodDto(period),
    missing: missing.map((one) => ({ ...one, starts: one.starts.map(isoOf) })),
    count: missingCount(missing),
    unasked: unaskedOf(ctx.store, input.client).flatMap(({ kpi, channel, day }) => {
      const key = keys.get(kpi);
      return key === undefined ? [] : [{ kpi: key, channel: String(channel), since: isoOf(day as Day) }];
    }),
    notes: owedNotes(ctx, book, period),
    kpis: book.kpis.map(faceOf),
    channels: book.channelRows.map(channelFace),
  };
}

/** Every row that is off in the period, with what was written about it. */
function owedNotes(ctx: ReadContext, book: ClientBook, period: Period): OwedNote[] {
  const written = new Map(
    statusNotesIn(ctx.store, book.client.id, cadenceCode(period.cadence), period.start).map((note) => [
      `${note.kpi}|${note.channel}`,
      note.text,
    ]),
  );
  return book.kpis
    .filter((kpi) => kpi.row.shown === 1)
    .flatMap((kpi) =>
      scopesOf(book, kpi.row.key).flatMap((channel): OwedNote[] => {
        const judgement = judgeWithCounter(book, kpi.row.key, channel, period, 'previous');
        if (judgement.status !== 'off') return [];
        const { value } = measure(book, kpi.row.key, channel, period);
        const text = written.get(`${kpi.row.id}|${channel ?? 0}`) ?? null;
        return [{ kpi: kpi.row.key, channel, value, judgement, text }];
      }),
    );
}

/** Stops asking for figures of a KPI on a channel from a day on, or asks again. */
export function askForFigures(ctx: WriteContext, input: Parsed<'figures.ask'>): Output<'figures.ask'> {
  const client = requireClient(ctx, input.client);
  const kpi = requireKpi(ctx, input.kpi);
  if (kpi.row.client !== client.id)
    throw new CallError('kpi-not-found', `KPI ${input.kpi} is another client's`);
  requireChannel(ctx, input.channel, client.id);
  const since = input.since === null ? null : dayOfIso(input.since);
  const place = { client: client.id, kpi: input.kpi, channel: input.channel };
  const before = transact(ctx.store, () => {
    const was = unaskedSince(ctx.store, place.client, place.kpi, place.channel);
    saveUnasked(ctx.store, place, since, momentOf(ctx));
    record(ctx.store, {
      at: momentOf(ctx),
      client: client.id,
      entity: 'kpi',
      entityId: input.kpi,
      change: 'update',
      before: { ...place, unaskedSince: was },
      after: { ...place, unaskedSince: since },
    });
    return was;
  });
  changed(ctx, client.id, 'figures');
  return { before: before === null ? null : isoOf(before as Day) };
}
