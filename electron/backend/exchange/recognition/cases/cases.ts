/**
 * Support cases: one row a ticket of a help desk, or of a client's own log.
 *
 * A case keeps when it was opened, first answered and resolved, its kind, whether it was escalated, how the person felt
 * and what it was about. Who the person is, and what they wrote, stays out. Moments are civil; a table in which one of
 * the columns tells days alone is read by days throughout, so that no time is taken between a day and an hour.
 */

import { parseClock } from '../../../../../shared/domain/cells/durations.ts';
import { isTotalText } from '../../../../../shared/domain/cells/text.ts';
import type { CaseKind } from '../../../../../shared/domain/kpi.ts';
import { dayOfMoment, momentText } from '../../../../../shared/domain/logs/moment.ts';
import type { CaseEntry, Cell, RefusedRow } from '../../model.ts';
import type { Block } from '../tables/blocks.ts';
import {
  causeInGroup,
  causeInTags,
  isDone,
  isEscalation,
  isRaisedGroup,
  kindIn,
  kindInSubject,
  saysYes,
  sentimentIn,
  tagsIn,
} from './caseWords.ts';
import type { CaseField } from './caseWords.ts';
import { cellText } from '../cells.ts';
import { whereOf } from '../context.ts';
import type { Findings, TableEnv } from '../context.ts';
import { refuse } from '../rows/refusals.ts';
import type { MappedColumn, Mapping } from '../mapping.ts';
import { hasTimes, isSaid, momentAt, momentColumns } from './moments.ts';
import type { MomentColumn } from './moments.ts';
import { networkIn } from '../networks.ts';
import type { Network } from '../networks.ts';
import { noteProtected } from './protected.ts';
import { planValues, readValue, unreadable } from '../rows/values.ts';

export interface Cases {
  readonly cases: readonly CaseEntry[];
  readonly refused: readonly RefusedRow[];
}

/** Where people write to a brand in public or by message; every other way in (form, e-mail, phone) is the help desk's. */
const social: ReadonlySet<Network> = new Set([
  'instagram',
  'facebook',
  'tiktok',
  'youtube',
  'linkedin',
  'x',
  'pinterest',
  'threads',
  'reddit',
  'discord',
  'slack',
  'telegram',
  'whatsapp',
  'twitch',
  'google-business',
]);

/** Longest cause that is kept; a text beyond it is a description. */
const longestCause = 120;

export function extractCases(
  block: Block,
  mapping: Mapping,
  network: string,
  env: TableEnv,
  findings: Findings,
): Cases {
  const columns = new Map(mapping.columns.map((column) => [column.field, column]));
  const of = (field: CaseField): MappedColumn | undefined => columns.get(field);
  const refused: RefusedRow[] = [];
  noteProtected(mapping, env, findings);
  const opened = of('opened');
  if (!opened || block.rows.length === 0) return { cases: [], refused };
  const read = momentsOf(block, mapping, opened, env, findings);
  const waits = durationsOf(block, mapping);
  const named = kindIn(block.sheet) ?? kindIn(block.name);
  const ids = identifier(mapping, of('id'));
  const cases: CaseEntry[] = [];
  const seen = new Set<string>();
  for (const [r, row] of block.rows.entries()) {
    const line = block.lines[r] ?? 0;
    const text = (field: CaseField): string => {
      const column = of(field);
      const cell = column ? (row[column.index] ?? null) : null;
      return isSaid(cell) ? cellText(cell) : '';
    };
    const cell = row[opened.index] ?? null;
    if (isTotalText(cellText(cell)) || isTotalText(text('id'))) continue;
    const start = momentAt(read.opened, r, read.timed);
    if (start === undefined || dayOfMoment(start) > env.context.today) {
      const code = start === undefined && !read.opened.bad.has(r) ? 'row-without-date' : 'dates-impossible';
      if (row.some(isSaid)) refuse(refused, env, line, opened.header, cell, code);
      continue;
    }
    const late = (column: MomentColumn | null, wait: Wait | null): number | undefined => {
      const moment = (column ? momentAt(column, r, read.timed) : undefined) ?? wait?.after(row, start);
      return moment === undefined || moment < start || dayOfMoment(moment) > env.context.today
        ? undefined
        : moment;
    };
    for (const [column, header] of [
      [read.firstReply, of('firstReply')],
      [read.resolved, of('resolved')],
    ] as const) {
      const moment = column ? momentAt(column, r, read.timed) : undefined;
      if (header && (column?.bad.has(r) === true || (moment !== undefined && moment < start)))
        refuse(refused, env, line, header.header, row[header.index] ?? null, 'dates-impossible');
    }
    const firstReply = late(read.firstReply, waits.firstReply);
    const ended = text('status') === '' || isDone(text('status')) || read.resolved !== null;
    const resolved = ended ? late(read.resolved, waits.resolved) : undefined;
    const kind = kindOf(text, named);
    const via = networkIn(text('via'));
    const place = via !== undefined && social.has(via) ? via : network;
    const sentiment = sentimentIn(text('satisfaction'));
    const cause = causeOf(text);
    const link = text('link');
    const id = ids(text('id'), [momentText(start), place, kind].join('|'));
    if (id === undefined) {
      refuse(refused, env, line, of('id')?.header ?? '', row[of('id')?.index ?? -1] ?? null, 'ids-rounded');
      continue;
    }
    if (seen.has(id)) {
      refuse(refused, env, line, of('id')?.header ?? '', text('id'), 'duplicate-row');
      continue;
    }
    seen.add(id);
    cases.push({
      network: place,
      externalId: id,
      kind,
      opened: momentText(start),
      ...(firstReply === undefined ? {} : { firstReply: momentText(firstReply) }),
      ...(resolved === undefined ? {} : { resolved: momentText(resolved) }),
      escalated: wasEscalated(text),
      ...(sentiment === undefined ? {} : { sentiment }),
      ...(cause === undefined ? {} : { cause }),
      ...(/^https?:\/\//.test(link) ? { link: link.slice(0, 2000) } : {}),
      row: line,
    });
  }
  return { cases, refused };
}

interface Moments {
  readonly opened: MomentColumn;
  readonly firstReply: MomentColumn | null;
  readonly resolved: MomentColumn | null;
  /** False: by days throughout. */
  readonly timed: boolean;
}

function momentsOf(
  block: Block,
  mapping: Mapping,
  opened: MappedColumn,
  env: TableEnv,
  findings: Findings,
): Moments {
  const columns = [
    opened,
    ...(['firstReply', 'resolved'] as const).flatMap((field) => fieldOf(mapping, field) ?? []),
  ];
  const clocks = fieldOf(mapping, 'openedClock')?.index;
  const read = momentColumns(
    block,
    columns.map((column) => column.index),
    mapping,
    env,
    findings,
    clocks,
  ).columns;
  const at = (field: CaseField): MomentColumn | null =>
    read[columns.findIndex((column) => column.field === field)] ?? null;
  const [first] = read;
  if (!first) throw new Error('a column of openings was asked for');
  const timed = read.every(hasTimes);
  if (!timed && columns.length > 1)
    findings.notes.push({ code: 'times-by-day', where: whereOf(env, undefined, opened.header) });
  return { opened: first, firstReply: at('firstReply'), resolved: at('resolved'), timed };
}

function fieldOf(mapping: Mapping, field: CaseField): MappedColumn | undefined {
  return mapping.columns.find((column) => column.field === field);
}

/** A column of times that count from the opening. */
interface Wait {
  readonly after: (row: readonly Cell[], opened: number) => number | undefined;
}

function durationsOf(block: Block, mapping: Mapping): Record<'firstReply' | 'resolved', Wait | null> {
  const columns = (['firstReplyTime', 'resolutionTime'] as const).map((field) => fieldOf(mapping, field));
  const known = columns.filter((column) => column !== undefined);
  const plans = planValues(known, block.rows, mapping, mapping.decimal);
  const wait = (column: MappedColumn | undefined): Wait | null => {
    const plan = plans.find((one) => one.column === column)?.plan;
    if (!column || !plan) return null;
    return {
      after: (row, opened) => {
        const cell = row[column.index] ?? null;
        const seconds = hoursAndMinutes(cell, plan.unit) ?? readValue(cell, plan);
        if (Number.isNaN(seconds) || seconds === unreadable || seconds < 0) return undefined;
        return opened + Math.round(seconds / 60) * 60;
      },
    };
  };
  return { firstReply: wait(columns[0]), resolved: wait(columns[1]) };
}

/** `02:15` of a column in hours is two hours and a quarter, not two minutes. */
function hoursAndMinutes(cell: Cell, unit: string): number | undefined {
  if (unit !== 'hours' || typeof cell !== 'string' || !/^\s*\d{1,4}:\d{2}\s*$/.test(cell)) return undefined;
  const seconds = parseClock(cell) * 60;
  return Number.isNaN(seconds) ? undefined : seconds;
}

type TextOf = (field: CaseField) => string;

/** By its type, a tag, the sheet it stands in, its subject: in that order; else a query. */
function kindOf(text: TextOf, named: CaseKind | undefined): CaseKind {
  const tagged = (): CaseKind | undefined => {
    const kinds = new Set(tagsIn(text('tags')).flatMap((tag) => kindIn(tag) ?? []));
    return [...kinds].find((kind) => kind !== 'query') ?? [...kinds][0];
  };
  const typed = kindIn(text('kind'));
  const told = tagged() ?? kindIn(text('cause'));
  // A help desk's type "Question" stands for everything that is no incident; a tag says more.
  if (typed !== undefined && typed !== 'query') return typed;
  return (
    told ?? (typed === undefined ? named : undefined) ?? kindInSubject(text('subject')) ?? typed ?? 'query'
  );
}

function wasEscalated(text: TextOf): boolean {
  const stations = Number(text('groupStations'));
  return (
    saysYes(text('escalated')) ||
    (Number.isFinite(stations) && stations >= 2) ||
    isRaisedGroup(text('group')) ||
    isEscalation(text('status')) ||
    isEscalation(text('priority')) ||
    tagsIn(text('tags')).some(isEscalation)
  );
}

function causeOf(text: TextOf): string | undefined {
  const type = text('kind');
  const said = [
    text('cause'),
    causeInTags(text('tags')) ?? '',
    type !== '' && kindIn(type) === undefined && !helpDeskTypes.test(type) ? type : '',
    causeInGroup(text('group')) ?? '',
  ].find((one) => one !== '' && one.length <= longestCause);
  return said === undefined || kindIn(said) === 'query' ? undefined : said;
}

/** Types that say how a ticket is worked on, not what it was about. */
const helpDeskTypes = /^(?:incident|problem|task|ticket|email|chat|phone|incidencia|problema|tarea)$/i;

/**
 * What names a case: the help desk's number. A client's own sheet may start its numbers anew in every file, so there
 * the opening goes with it; without numbers, the moment and the count of cases at that moment.
 */
function identifier(
  mapping: Mapping,
  column: MappedColumn | undefined,
): (id: string, about: string) => string | undefined {
  const counts = new Map<string, number>();
  return (id, about) => {
    if (/^-?\d+(?:[.,]\d+)?e\+?\d+$/i.test(id)) return undefined;
    if (mapping.recognised && column && id !== '') return id;
    const [opened = ''] = about.split('|');
    if (column && id !== '') return `${id}|${opened}`;
    const n = (counts.get(about) ?? 0) + 1;
    counts.set(about, n);
    return `${about}|${n}`;
  };
}

/** First and last day on which cases were opened; `undefined` of none. */
export function openedDays(cases: readonly CaseEntry[]): { first: string; last: string } | undefined {
  const days = cases.map((one) => one.opened.slice(0, 10)).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? undefined : { first, last };
}
