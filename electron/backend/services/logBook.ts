/** A client's logs as the rules of shared/domain see them. */
import type { Case, CaseLog, ConfirmedSpan, EvidenceLog } from '../../../shared/domain/book.ts';
import type { CaseKind } from '../../../shared/domain/kpi.ts';
import { parseMoment } from '../../../shared/domain/logs/moment.ts';
import type { Day } from '../../../shared/domain/time.ts';
import { casesOf } from '../../store/queries/cases.ts';
import type { CaseRow } from '../../store/queries/cases.ts';
import { confirmedOf } from '../../store/queries/confirmed.ts';
import type { ConfirmedRow } from '../../store/queries/confirmed.ts';
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
  return { from: row.first as Day, to: row.last as Day, channel: channelOf(row.channel) };
}

function channelOf(id: number | null): string | null {
  return id === null ? null : String(id);
}
