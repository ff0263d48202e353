/**
 * What the name of a column says: the date over it, its KPI, its network, or that it is no figure at all.
 */
import type { Block } from '../tables/blocks.ts';
import type { InspectContext } from '../context.ts';
import { kpiMatch, networkBeside } from './kpiWords.ts';
import type { KpiMatch } from './kpiWords.ts';
import { namesMore, networkIn } from '../networks.ts';
import { dateInHeader } from './periodText.ts';
import { isActualWord, saysTotal, summaryKind } from './summaryWords.ts';
import type { SummaryKind } from './summaryWords.ts';

export interface Head {
  readonly index: number;
  readonly header: string;
  /** The date among its words, and what else it says. */
  readonly date?: string;
  readonly rest: string;
  readonly kpi?: KpiMatch;
  readonly network?: string;
  /** The words over it that name one of several accounts of a network: "Instagram ES". */
  readonly account?: string;
  readonly summary?: SummaryKind;
  /** It says "total" beside its KPI. */
  readonly total: boolean;
}

export function headsOf(block: Block, groups: readonly string[], context: InspectContext): Head[] {
  const heads = block.header.map((header, index) => headOf(header, index, groups[index] ?? '', context));
  // "Meta" is a goal in Spanish and a network: beside the figure itself it is the goal.
  return heads.map((head) =>
    head.network === 'meta' && heads.some((other) => other !== head && sameFigure(head, other))
      ? withoutFigure(head)
      : head,
  );
}

function sameFigure(head: Head, other: Head): boolean {
  return (
    head.kpi !== undefined &&
    head.kpi.key === other.kpi?.key &&
    head.date === other.date &&
    other.network !== 'meta'
  );
}

function withoutFigure({ kpi: _kpi, network: _network, ...head }: Head): Head {
  return { ...head, summary: 'goal' };
}

function headOf(header: string, index: number, group: string, context: InspectContext): Head {
  const whole = kpiMatch(header, context);
  const dated = whole === undefined ? dateInHeader(header) : undefined;
  const rest = dated === undefined ? header : dated.rest;
  const own = group !== '' && header.startsWith(`${group} `) ? header.slice(group.length + 1) : '';
  const kpi = whole ?? kpiMatch(rest, context) ?? (own === '' ? undefined : kpiMatch(ownRest(own), context));
  const summary =
    kpi && !beforeSummary(own) ? undefined : (summaryKind(rest) ?? kindBehind(rest, own, context));
  const network = networkBeside(group === '' ? rest : header, kpi) ?? networkIn(group);
  const place = network !== undefined && group !== '' ? withoutDate(group) : '';
  return {
    index,
    header,
    ...(dated === undefined ? {} : { date: dated.date }),
    rest,
    ...(kpi === undefined || summary !== undefined ? {} : { kpi }),
    ...(network === undefined ? {} : { network }),
    ...(place !== '' &&
    networkIn(place) === network &&
    kpiMatch(place, context) === undefined &&
    namesMore(place)
      ? { account: place }
      : {}),
    ...(summary === undefined ? {} : { summary }),
    total: saysTotal(header),
  };
}

function ownRest(own: string): string {
  return dateInHeader(own)?.rest ?? own;
}

function withoutDate(group: string): string {
  return dateInHeader(group)?.rest ?? group;
}

function beforeSummary(own: string): boolean {
  return own !== '' && summaryKind(own) !== undefined && !isActualWord(own);
}

/** "Alcance % var": a KPI and behind it the word that makes it no figure. */
function kindBehind(rest: string, own: string, context: InspectContext): SummaryKind | undefined {
  const fromOwn = own === '' ? undefined : summaryKind(own);
  if (fromOwn !== undefined) return fromOwn;
  const words = rest.split(/\s+/);
  for (let n = Math.min(4, words.length - 1); n >= 1; n -= 1) {
    const kind = summaryKind(words.slice(-n).join(' '));
    if (kind === undefined || kind === 'note') continue;
    const front = words
      .slice(0, -n)
      .join(' ')
      .replace(/[\s(:–-]+$/, '');
    if (kpiMatch(front, context) !== undefined || networkIn(front) !== undefined) return kind;
  }
  const kind = words.length > 1 ? summaryKind(words[0] ?? '') : undefined;
  return (kind === 'goal' || kind === 'change') &&
    kpiMatch(
      words
        .slice(1)
        .join(' ')
        .replace(/^(?:de|of) /i, ''),
      context,
    ) !== undefined
    ? kind
    : undefined;
}
