/** What needs the person, in words, with the place that mends it. Pure. */
import type { Need, PortfolioRow } from '../../../shared/contract/api/clients.ts';
import type { PeriodDto } from '../../../shared/contract/values.ts';
import type { Signal } from '../../../shared/domain/results.ts';
import { clientHref } from '../../app/hrefs.ts';
import type { Catalogue } from '../../i18n/en/index.ts';
import type { Format } from '../../i18n/format.tsx';
import { periodParam, toPeriod } from '../../i18n/period.ts';
import type { IconName } from '../../ui/Icon.tsx';

/** Most pressing first: what stops any statement, then what makes one wrong, then what is bad news. */
const order: readonly Need['kind'][] = ['noFigures', 'noKpis', 'missing', 'lowCoverage', 'off', 'noTargets'];

export const needIcons: Readonly<Record<Need['kind'], IconName>> = {
  missing: 'table',
  off: 'note',
  noTargets: 'flag',
  noKpis: 'target',
  noFigures: 'import',
  lowCoverage: 'warning',
};

/** Letters in a cell of the table at the least width. */
const ROOM = 30;

export interface NeedLine {
  readonly row: PortfolioRow;
  readonly need: Need;
}

/** All needs of all clients, most pressing first, then by how many things they stand for. */
export function needLines(rows: readonly PortfolioRow[]): NeedLine[] {
  return rows
    .flatMap((row) => row.needs.map((need) => ({ row, need })))
    .toSorted(
      (a, b) => order.indexOf(a.need.kind) - order.indexOf(b.need.kind) || b.need.count - a.need.count,
    );
}

/** A period as one says it in a sentence: the month's name alone, for the months near by. */
export function spoken(period: PeriodDto, format: Format): string {
  const long = format.period(period, 'long');
  return period.cadence === 'month' ? long.replace(/( de)? \d{4}$/, '') : long;
}

export function needText(
  need: Need,
  period: string,
  t: Catalogue,
  nameOf: (kpi: string) => string | undefined,
): string {
  switch (need.kind) {
    case 'missing':
      return t.portfolio.need.missing(need.count, period);
    case 'off': {
      const name = need.count === 1 && need.kpi !== undefined ? nameOf(need.kpi) : undefined;
      return name === undefined
        ? t.portfolio.need.off(need.count, period)
        : t.portfolio.need.offNamed(name, period);
    }
    case 'noTargets':
      return t.portfolio.need.noTargets(need.count);
    case 'noKpis':
      return t.portfolio.need.noKpis;
    case 'noFigures':
      return t.portfolio.need.noFigures;
    case 'lowCoverage':
      return t.portfolio.need.lowCoverage(period);
  }
}

/** In a cell: a few words. */
function needShort(need: Need, t: Catalogue): string {
  switch (need.kind) {
    case 'missing':
      return t.portfolio.short.missing(need.count);
    case 'off':
      return t.portfolio.short.off(need.count);
    case 'noTargets':
      return t.portfolio.short.noTargets(need.count);
    case 'noKpis':
    case 'noFigures':
    case 'lowCoverage':
      return t.portfolio.short[need.kind];
  }
}

/** The first needs that fit a cell of two short lines, the most pressing first; how many there are stands before them. */
export function needsInShort(needs: readonly Need[], t: Catalogue): string {
  const [first, second] = needs.map((need) => needShort(need, t));
  const both = `${first}, ${second}`;
  return second === undefined || both.length > ROOM ? (first ?? '') : both;
}

/** The address of the place that mends it. */
export function needHref(client: number, need: Need, period: PeriodDto): string {
  const at = { period: periodParam(toPeriod(need.period ?? period)) };
  switch (need.kind) {
    case 'missing':
    case 'lowCoverage':
      return clientHref(client, 'figures', at);
    case 'off':
      return clientHref(client, 'scorecard', at);
    case 'noTargets':
      return clientHref(client, 'kpis');
    case 'noKpis':
      return clientHref(client, 'kpis/catalogue');
    case 'noFigures':
      return clientHref(client, 'imports');
  }
}

/** What moved most, in a sentence. */
export function movedText(name: string, signal: Signal, t: Catalogue): string {
  const words = t.portfolio.moved;
  if (signal.none === 'tooFew') return words.tooFew(signal.points);
  const above = signal.side !== 'below';
  const { rule } = signal;
  if (rule === undefined) return words.none;
  switch (rule) {
    case 'outside':
      return above ? words.above(name) : words.below(name);
    case 'eightOneSide':
      return above ? words.runAbove(name, signal.run ?? 8) : words.runBelow(name, signal.run ?? 8);
    case 'threeOfFour':
      return above ? words.nearUpper(name) : words.nearLower(name);
  }
}
