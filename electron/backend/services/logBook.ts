/** A client's logs as the rules of shared/domain see them. */
import type { Case, CaseLog, ConfirmedSpan, ContentLog, EvidenceLog } from '../../../shared/domain/book.ts';
import type { Reading } from '../../../shared/domain/content.ts';
import type { CaseKind, ContentKind } from '../../../shared/domain/kpi.ts';
import { contentKindOf } from '../../../shared/domain/logs/contentKind.ts';
import { parseMoment } from '../../../shared/domain/logs/moment.ts';
import type { Day } from '../../../shared/domain/time.ts';
import { casesOf } from '../../store/queries/cases.ts';
import type { CaseRow } from '../../store/queries/cases.ts';
import type { ChannelRow } from '../../store/queries/channels.ts';
import { confirmedOf } from '../../store/queries/confirmed.ts';
import type { ConfirmedRow } from '../../store/queries/confirmed.ts';
import { itemsOf, readingsOfKpi } from '../../store/queries/content.ts';
import { evidenceOf as evidenceRows } from '../../store/queries/evidence.ts';
import type { ReadContext } from '../context.ts';

/** The case log of a client, whole. */
export function caseLogOf(ctx: ReadContext, client: number): CaseLog {
  return {
    cases: casesOf(ctx.store, client).flatMap((row) => domainCase(row) ?? []),
    confirmed: confirmedOf(ctx.store, client, 'cases', null).map(domainSpan),
  };
}

/** What a client keeps as evidence of one KPI. */
export function evidenceOf(ctx: ReadContext, client: number, kpi: number): EvidenceLog {
  return {
    entries: evidenceRows(ctx.store, client, kpi).map((row) => ({
      day: row.day as Day,
      channel: channelOf(row.channel),
    })),
    confirmed: confirmedOf(ctx.store, client, 'evidence', kpi).map(domainSpan),
  };
}

/** Networks whose items are all of one kind; their exports name none. */
const kindOfNetwork: Readonly<Record<string, ContentKind>> = { tiktok: 'video', youtube: 'video' };

/** The content items that live batches speak of. `idOf`: of a KPI's key. */
export function contentLogOf(
  ctx: ReadContext,
  client: number,
  channels: readonly ChannelRow[],
  idOf: (kpi: string) => number | undefined,
): ContentLog {
  const usual = new Map(channels.map(({ id, network }) => [id, kindOfNetwork[network] ?? null]));
  const known = new Map<string, ReadonlyMap<string, readonly Reading[]>>();
  return {
    items: itemsOf(ctx.store, client).map(({ id, channel, type, published }) => ({
      id: String(id),
      channel: String(channel),
      kind: contentKindOf(type) ?? usual.get(channel) ?? null,
      published: published as Day | null,
    })),
    confirmed: confirmedOf(ctx.store, client, 'content', null).map(domainSpan),
    readings: (kpi) => {
      let found = known.get(kpi);
      if (!found) known.set(kpi, (found = readingsByItem(ctx, client, idOf(kpi))));
      return found;
    },
  };
}

function readingsByItem(ctx: ReadContext, client: number, kpi: number | undefined): Map<string, Reading[]> {
  const found = new Map<string, Reading[]>();
  if (kpi === undefined) return found;
  for (const { item, as_of, value } of readingsOfKpi(ctx.store, client, kpi)) {
    const reading: Reading = { asOf: as_of as Day, value };
    const own = found.get(String(item));
    if (own) own.push(reading);
    else found.set(String(item), [reading]);
  }
  return found;
}

/** `null`: a row that has no moment of opening cannot be placed in time and says nothing. */
function domainCase(row: CaseRow): Case | null {
  const opened = parseMoment(row.opened);
  if (opened === undefined) return null;
  return {
    kind: row.kind as CaseKind,
    channel: channelOf(row.channel),
    opened,
    firstReply: row.first_reply === null ? null : (parseMoment(row.first_reply) ?? null),
    resolved: row.resolved === null ? null : (parseMoment(row.resolved) ?? null),
    escalated: row.escalated === 1,
    sentiment: row.sentiment as Case['sentiment'],
    cause: row.cause,
  };
}

function domainSpan(row: ConfirmedRow): ConfirmedSpan {
  return {
    from: row.first as Day,
    to: row.last as Day,
    channel: channelOf(row.channel),
    ...(row.kinds ? { kinds: JSON.parse(row.kinds) as CaseKind[] } : {}),
  };
}

function channelOf(id: number | null): string | null {
  return id === null ? null : String(id);
}
