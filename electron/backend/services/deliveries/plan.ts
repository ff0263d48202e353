/**
 * What stands in the way of each client's report of a period, and what went out for it already.
 *
 * The rows of a scorecard are what takes time: what was read from them is kept until something of the client changes.
 * Texts, names and what went out are looked up each time.
 */
import type { Output, Parsed } from '../../../../shared/contract/api.ts';
import type { Planned } from '../../../../shared/contract/api/deliveries.ts';
import { engineOf } from '../../../../shared/domain/aggregate.ts';
import { attentionOf } from '../../../../shared/domain/attention.ts';
import type { AttentionFacts } from '../../../../shared/domain/attention.ts';
import type { BaseKind } from '../../../../shared/domain/base.ts';
import { sidesOf } from '../../../../shared/domain/bases.ts';
import { currentOf } from '../../../../shared/domain/comparison.ts';
import type { Language } from '../../../../shared/domain/kpi.ts';
import { isRunning, periodsBack } from '../../../../shared/domain/period.ts';
import { toMeasured } from '../../../../shared/domain/reading.ts';
import { addDays, endOf, periodAt } from '../../../../shared/domain/time.ts';
import type { Period } from '../../../../shared/domain/time.ts';
import { judgeWithCounter } from '../../../../shared/domain/vanity.ts';
import { listClients } from '../../../store/queries/clients.ts';
import type { ClientRow } from '../../../store/queries/clients.ts';
import { listDeliverables } from '../../../store/queries/deliverables.ts';
import { workMark } from '../../../store/queries/ledger.ts';
import { statusNotesIn } from '../../../store/queries/statusNotes.ts';
import { cadenceCode } from '../../../store/rows.ts';
import { todayOf } from '../../context.ts';
import type { ReadContext } from '../../context.ts';
import { annotationsIn } from '../annotations.ts';
import { bookOf } from '../book.ts';
import type { ClientBook } from '../book.ts';
import { calendarOf, initialsOf, requireClient } from '../clients.ts';
import { currentActions } from '../journal.ts';
import { layoutOf } from '../layouts.ts';
import { dayOfIso } from '../periods.ts';
import { deliverableDto } from '../reports/make.ts';
import { preparedBy } from '../reports/model.ts';
import { usualPages } from '../reports/sections.ts';
import { scopesOf } from '../scopes.ts';
import { shownKpis } from '../views/scorecard.ts';
import { textsAtHand } from './texts.ts';
import { untranslatedNames } from './wording.ts';

/** Months before the report's period whose events it prints with its charts. */
const EVENTS_BACK = 11;

export function deliveriesPlan(
  ctx: ReadContext,
  input: Parsed<'deliveries.plan'>,
): Output<'deliveries.plan'> {
  const day = dayOfIso(input.period.start);
  const clients =
    input.client === undefined ? listClients(ctx.store, false) : [requireClient(ctx, input.client)];
  return clients.map((client) => {
    const period = periodAt(input.period.cadence, day, calendarOf(client));
    return planned(ctx, client, period, input.base, input.language ?? client.language);
  });
}

function planned(
  ctx: ReadContext,
  client: ClientRow,
  period: Period,
  base: BaseKind,
  language: Language,
): Planned {
  const standing = keptStanding(ctx, client, period, base);
  const { empty, kpis, valued } = standing;
  return {
    client: {
      id: client.id,
      name: client.name,
      initials: initialsOf(client.name),
      color: client.color,
      language: client.language,
    },
    empty,
    kpis,
    valued,
    attention:
      empty === null
        ? attentionOf(factsOf(ctx, bookOf(ctx, client.id), standing, period, base, language))
        : [],
    out: listDeliverables(ctx.store, client.id)
      .filter((row) => row.cadence === cadenceCode(period.cadence) && row.first === period.start)
      .map(deliverableDto)
      .map(({ id, format, language: told, at, fileName }) => ({ id, format, language: told, at, fileName })),
  };
}

/** What was read from the rows of a scorecard; the KPIs' names in both languages. */
interface Standing {
  readonly mark: string;
  readonly empty: Planned['empty'];
  readonly kpis: number;
  readonly valued: number;
  readonly rows: readonly (Omit<AttentionFacts['rows'][number], 'name'> & { readonly kpi: string })[];
}

const kept = new WeakMap<object, Map<string, Standing>>();
/** Periods and bases a person goes back and forth between, of many clients. */
const MOST_KEPT = 400;

function keptStanding(ctx: ReadContext, client: ClientRow, period: Period, base: BaseKind): Standing {
  let all = kept.get(ctx.store.db);
  if (!all) kept.set(ctx.store.db, (all = new Map()));
  const key = `${client.id} ${period.cadence} ${period.start} ${base}`;
  const mark = `${workMark(ctx.store, client.id)} ${todayOf(ctx)}`;
  const before = all.get(key);
  if (before?.mark === mark) return before;
  all.delete(key);
  const [oldest] = all.keys();
  if (all.size >= MOST_KEPT && oldest !== undefined) all.delete(oldest);
  const standing = { mark, ...standingOf(ctx, bookOf(ctx, client.id), period, base) };
  all.set(key, standing);
  return standing;
}

function standingOf(
  ctx: ReadContext,
  book: ClientBook,
  period: Period,
  base: BaseKind,
): Omit<Standing, 'mark'> {
  const kpis = shownKpis(book).length;
  if (kpis === 0) return { empty: 'noKpis', kpis, valued: 0, rows: [] };
  const notes = new Map(
    statusNotesIn(ctx.store, book.client.id, cadenceCode(period.cadence), period.start).map((note) => [
      `${note.kpi} ${note.channel}`,
      note.text,
    ]),
  );
  // Of a whole row only these are needed, and they look at the period alone: trends and signals look at years.
  const engine = engineOf(book);
  const sides = sidesOf(period, base, book.calendar);
  book.expect(sides.now.from, addDays(sides.now.to, -1));
  const rows = shownKpis(book).flatMap(({ row: { id, key: kpi } }) =>
    scopesOf(book, kpi).map((channel) => {
      const why = notes.get(`${id} ${channel ?? 0}`);
      return {
        kpi,
        now: toMeasured(currentOf(engine, kpi, channel, sides.now, sides.base).reading, false),
        judgement: judgeWithCounter(book, kpi, channel, period, base),
        ...(why === undefined ? {} : { why }),
      };
    }),
  );
  const valued = new Set(rows.flatMap(({ kpi, now }) => (now.state === 'value' ? [kpi] : []))).size;
  const told = rows.some(({ now }) => now.state === 'value' || now.state === 'notApplicable');
  return { empty: told ? null : 'noFigures', kpis, valued, rows };
}

function factsOf(
  ctx: ReadContext,
  book: ClientBook,
  { rows }: Standing,
  period: Period,
  base: BaseKind,
  language: Language,
): AttentionFacts {
  const client = book.client.id;
  const layout = layoutOf(ctx, client, 'report');
  const pages = layout?.pages ?? usualPages;
  const shown = (section: string): boolean =>
    layout?.sections.find((one) => one.section === section)?.shown ?? true;
  const journal = shown('actions')
    ? [
        ...currentActions(ctx, client).filter((action) => !action.done),
        ...annotationsIn(ctx, client, periodsBack(period, EVENTS_BACK).start, addDays(endOf(period), -1)),
      ].map(({ text }) => text)
    : [];
  const why = shown('scorecard') ? rows.flatMap((row) => row.why ?? []) : [];
  return {
    language,
    rows: rows.map((row) => ({ ...row, name: book.definition(row.kpi)?.name[language] ?? row.kpi })),
    ...textsAtHand(ctx, book, layout, pages, { period, base, language }),
    names: untranslatedNames(ctx, book, layout, pages, language),
    notes: [...new Set([...why, ...journal])],
    running: isRunning(period, book.today),
    preparedBy: preparedBy(ctx),
  };
}
