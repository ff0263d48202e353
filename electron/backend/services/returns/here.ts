/** The book of today as a returned workbook asks it: KPIs by key, channels by what the workbook calls them, cells by place. */
import { textSectionSchema } from '../../../../shared/contract/api/texts.ts';
import { paragraphsAt, linesOf } from '../../../../shared/domain/returned/lines.ts';
import type { Line, TypedPiece } from '../../../../shared/domain/returned/lines.ts';
import { typedText } from '../../../../shared/domain/text/names.ts';
import { resolveText } from '../../../../shared/domain/text/resolve.ts';
import { parseText } from '../../../../shared/domain/text/tokens.ts';
import { textWords } from '../../../../shared/domain/text/words.ts';
import { parseIso, periodAt } from '../../../../shared/domain/time.ts';
import type { ChannelRow } from '../../../store/queries/channels.ts';
import { oneFigure } from '../../../store/queries/figures.ts';
import { noteAt } from '../../../store/queries/returned.ts';
import type { StatusNotePlace } from '../../../store/queries/statusNotes.ts';
import { listTexts } from '../../../store/queries/texts.ts';
import { cadenceCode } from '../../../store/rows.ts';
import type { ReadContext } from '../../context.ts';
import type { Here } from '../../exchange/returned/compare.ts';
import type { ReturnedBook } from '../../exchange/returned/found.ts';
import { bookOf } from '../book.ts';
import type { ClientBook } from '../book.ts';
import { periodOf } from '../periods.ts';
import { placeOf, worldOf } from '../texts/world.ts';
import type { ReportOf, ReportWorld } from '../texts/world.ts';

/** Folded, so that a channel whose name was written otherwise is the same. */
const folded = (name: string): string => name.normalize('NFC').trim().toLowerCase();

export function hereOf(ctx: ReadContext, client: number, own: boolean, returned: ReturnedBook): Here {
  const { head } = returned;
  const book = bookOf(ctx, client);
  const channels = channelsBy(book, own, returned);
  const world = worldOf(ctx, reportOf(client, returned));
  const lines = linesBy(ctx, world);
  return {
    own,
    kpi: (key) => {
      const kpi = book.kpiOf(key);
      return kpi === undefined ? null : { ...kpi.definition, name: kpi.definition.name[head.language] };
    },
    channel: channels,
    figure: (key, channel, cadence, start) => {
      const [kpi, day] = [book.kpiOf(key)?.row.id ?? 0, parseIso(start) ?? 0];
      const row = oneFigure(ctx.store, client, kpi, Number(channel), cadenceCode(cadence), day);
      return row === undefined ? undefined : row.value;
    },
    note: (kpi, channel) => noteAt(ctx.store, notePlace(book, returned, kpi, channel)),
    paragraphs: (section) => {
      const all = lines(section);
      return paragraphsAt(all).flatMap((at) => all[at] ?? []);
    },
    section: (section) => textSectionSchema.safeParse(section).success,
    begins: (cadence, start) => {
      const day = parseIso(start);
      return day !== undefined && periodAt(cadence, day, book.calendar).start === day;
    },
    future: (start) => (parseIso(start) ?? 0) > book.today,
  };
}

/** The report that the workbook was made of. */
export function reportOf(client: number, { head }: ReturnedBook): ReportOf {
  const { language, base } = head;
  return { client, language, base, period: { ...head.period } };
}

export function notePlace(
  book: ClientBook,
  { head }: ReturnedBook,
  kpi: string,
  channel: string | null,
): StatusNotePlace {
  const period = periodOf(head.period, book.calendar);
  return {
    client: book.client.id,
    kpi: book.kpiOf(kpi)?.row.id ?? 0,
    channel: channel === null ? 0 : Number(channel),
    cadence: cadenceCode(period.cadence),
    day: period.start,
  };
}

/**
 * A channel by its id there. Ids are a store's own: one counts only in the book that made the workbook, and only for a
 * channel of the same network; else its name and network tell, then its name where one channel has it, then, in another
 * book, its network where both have one channel of it.
 */
function channelsBy(book: ClientBook, own: boolean, { carried }: ReturnedBook): Here['channel'] {
  const known = new Map((carried?.channels ?? []).map(([id, name, network]) => [id, { name, network }]));
  const found = new Map<string, ChannelRow | undefined>();
  const find = (id: string): ChannelRow | undefined => {
    const there = known.get(id);
    const byId = own ? book.channelRows.find((row) => String(row.id) === id) : undefined;
    if (there === undefined) return byId;
    const named = book.channelRows.filter((row) => folded(row.name) === folded(there.name));
    const exact = named.find((row) => row.network === there.network);
    if (exact !== undefined) return exact;
    if (byId !== undefined && byId.network === there.network) return byId;
    if (named.length === 1) return named[0];
    const alike = book.channelRows.filter((row) => row.network === there.network);
    const alone = [...known.values()].filter(({ network }) => network === there.network).length === 1;
    return !own && alone && alike.length === 1 ? alike[0] : undefined;
  };
  return (id) => {
    if (!found.has(id)) found.set(id, find(id));
    const row = found.get(id);
    return row === undefined ? null : { key: String(row.id), name: row.name };
  };
}

/** The kept texts of a report in their lines, each read once. */
export function linesBy(ctx: ReadContext, world: ReportWorld): (section: string) => readonly Line[] {
  const rows = new Map(listTexts(ctx.store, placeOf(world)).map((row) => [row.section, row]));
  const found = new Map<string, readonly Line[]>();
  return (section) => {
    let lines = found.get(section);
    if (lines === undefined)
      found.set(section, (lines = linesOf(typedPieces(world, rows.get(section)?.body ?? ''))));
    return lines;
  };
}

function typedPieces(world: ReportWorld, body: string): TypedPiece[] {
  return resolveText(parseText(typedText(body, world.names)), world).map((piece) => ({
    source: piece.source,
    text: piece.kind === 'problem' ? textWords[world.style.language].noValue.missing : piece.text,
    token: piece.kind !== 'text',
  }));
}
