/** What needs the person, in words, with the place that mends it. Pure. */
import type { Need, PortfolioRow } from '../../../shared/contract/api/clients.ts';
import type { PeriodDto } from '../../../shared/contract/values.ts';
import { cadenceWord } from '../../../shared/domain/format.ts';
import { byDeadline } from '../../../shared/domain/queue.ts';
import type { Signal } from '../../../shared/domain/results.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { clientHref } from '../../app/hrefs.ts';
import type { Catalogue } from '../../i18n/en/index.ts';
import type { Format } from '../../i18n/format.tsx';
import { dayOfIso, periodParam, toPeriod } from '../../i18n/period.ts';
import type { IconName } from '../../ui/Icon.tsx';
import { dayWords } from './dueWords.ts';

export const needIcons: Readonly<Record<Need['kind'], IconName>> = {
  noKpis: 'target',
  noFigures: 'import',
  late: 'clock',
  export: 'import',
  missing: 'table',
  lowCoverage: 'warning',
  note: 'note',
  stale: 'warning',
  goalEnded: 'flag',
  noTargets: 'flag',
  action: 'check',
};

/** Letters in a cell of the table at the least width. */
const ROOM = 32;

export interface NeedLine {
  readonly row: PortfolioRow;
  readonly need: Need;
}

/** One queue over all clients: by deadline, those without one last; then by how many KPIs wait. */
export function needLines(rows: readonly PortfolioRow[]): NeedLine[] {
  return rows
    .flatMap((row) => row.needs.map((need) => ({ row, need })))
    .toSorted((a, b) => byDeadline(a.need, b.need));
}

/** A period as one says it in a sentence: the month's name alone, for the months near by. */
export function spoken(period: PeriodDto, format: Format): string {
  const long = format.period(period, 'long');
  return period.cadence === 'month' ? long.replace(/( de)? \d{4}$/, '') : long;
}

/** What the words of a need are made with: `format` writes the client's figures. */
export interface NeedWords {
  readonly t: Catalogue;
  readonly format: Format;
  readonly today: IsoDate;
  /** Where one signs in for an export. */
  readonly placeOf: (guide: string) => string | undefined;
}

function kpiName({ kpi }: Need, format: Format): string {
  return kpi ? format.local(kpi.name) : '';
}

export function needText(need: Need, { t, format }: NeedWords): string {
  const words = t.portfolio.need;
  const period = need.period ? spoken(need.period, format) : '';
  switch (need.kind) {
    case 'late':
      return words.late(period, need.count);
    case 'export':
      return need.channel ? words.exportOn(need.channel.name, need.count) : words.export(need.count);
    case 'missing':
      return words.missing(need.count, period);
    case 'lowCoverage':
      return need.kpis === 1 && need.coverage
        ? words.lowCoverage(kpiName(need, format), format.coverage(need.coverage))
        : words.lowMany(need.kpis ?? need.count, period);
    case 'note':
      return words.note(kpiName(need, format));
    case 'stale':
      return words.stale(need.count);
    case 'goalEnded': {
      const date = need.day ? format.date(need.day, 'short') : '';
      return need.count === 1 ? words.goalEnded(date) : words.goalsEnded(need.count, date);
    }
    case 'noTargets':
      return words.noTargets(need.count);
    case 'action':
      return need.words ?? '';
    case 'noKpis':
    case 'noFigures':
      return words[need.kind];
  }
}

/** Why, in grey: what exactly, and by when. */
export function needDetail(need: Need, row: PortfolioRow, words: NeedWords): string {
  const { t, format } = words;
  const detail = t.portfolio.detail;
  const by = need.deadline === null || row.report?.closed !== true ? [] : [reportDue(need.deadline, words)];
  switch (need.kind) {
    case 'late':
      return row.report === null ? '' : stateWords(row.report, t);
    case 'export': {
      const places = [...new Set((need.exports ?? []).map((guide) => words.placeOf(guide)))];
      // X is the place and the channel.
      const other = places.filter((place) => place !== undefined && place !== need.channel?.name);
      return [...other, ...(need.day ? [detail.covered(format.date(need.day, 'short'))] : []), ...by].join(
        ', ',
      );
    }
    case 'missing': {
      const more = detail.more(kpiName(need, format), (need.kpis ?? 1) - 1);
      const gap = need.kpis === 1 && need.gap ? [gapText(need.gap, words)] : [];
      return [more, ...gap, ...by].join(', ');
    }
    case 'lowCoverage':
      return [
        need.kpis === 1 ? detail.warning : detail.more(kpiName(need, format), (need.kpis ?? 1) - 1),
        ...by,
      ].join(', ');
    case 'note': {
      const { standing } = need;
      if (!standing) return by.join('');
      const { value, unit, judgement } = standing;
      const where = need.channel ? [need.channel.name] : [];
      return [...where, detail.standing(format.value(value, unit), format.goal(judgement, unit)), ...by].join(
        ', ',
      );
    }
    case 'stale':
      return [need.period ? detail.report(spoken(need.period, format)) : '', ...by].join(', ');
    case 'goalEnded': {
      const { goal } = need;
      const name = kpiName(need, format);
      if (!goal || need.count > 1) return name;
      const growth = goal.kind === 'growPrevious' || goal.kind === 'growLastYear';
      const last = growth
        ? detail.goalGrowth(format.value(goal.value, { kind: 'percent' }, { sign: true }))
        : detail.goal(format.value(goal.value, goal.unit), cadenceWord(goal.cadence, 1, format.language));
      return `${name}, ${last}`;
    }
    case 'action':
      return need.day ? detail.action(format.date(need.day, 'short')) : '';
    case 'noTargets':
    case 'noKpis':
    case 'noFigures':
      return detail[need.kind];
  }
}

function gapText({ cadence, first, last }: NonNullable<Need['gap']>, { t, format }: NeedWords): string {
  const label = (start: IsoDate): string =>
    cadence === 'day' ? format.date(start, 'short') : format.period({ cadence, start }, 'axis');
  return first === last ? label(first) : t.portfolio.detail.range(label(first), label(last));
}

function reportDue(deadline: IsoDate, { t, format, today }: NeedWords): string {
  const words = t.portfolio.detail;
  const days = dayOfIso(deadline) - dayOfIso(today);
  if (days < 0) return words.due(words.late(-days));
  if (days === 0) return words.due(words.dueToday);
  if (days === 1) return words.due(words.dueTomorrow);
  return words.due(words.dueOn(dayWords(deadline, t, format)));
}

/** How far a report is, in one or two words. */
export function stateWords(report: NonNullable<PortfolioRow['report']>, t: Catalogue): string {
  const { state } = t.portfolio;
  switch (report.state) {
    case 'stale':
      return state.stale(report.count);
    case 'waiting':
    case 'notStarted':
    case 'ready':
      return state[report.state];
  }
}

/** In a cell: a few words for all needs of a kind. */
function needShort(kind: Need['kind'], count: number, t: Catalogue): string {
  const words = t.portfolio.short;
  switch (kind) {
    case 'export':
    case 'missing':
    case 'note':
    case 'stale':
    case 'goalEnded':
    case 'action':
      return words[kind](count);
    case 'late':
    case 'lowCoverage':
    case 'noTargets':
    case 'noKpis':
    case 'noFigures':
      return words[kind];
  }
}

/** The first needs that fit a cell of two short lines, the most pressing first; how many there are stands before them. */
export function needsInShort(needs: readonly Need[], t: Catalogue): string {
  const kinds = [...Map.groupBy(needs, (need) => need.kind)];
  const [first, second] = kinds.map(([kind, all]) =>
    needShort(
      kind,
      all.reduce((sum, need) => sum + need.count, 0),
      t,
    ),
  );
  const both = `${first}, ${second}`;
  return second === undefined || both.length > ROOM ? (first ?? '') : both;
}

/** The address of the place that mends it. */
export function needHref(client: number, need: Need, period: PeriodDto): string {
  const at = periodParam(toPeriod(need.period ?? period));
  const pair = {
    kpi: need.kpi && String(need.kpi.id),
    channel: need.channel && String(need.channel.id),
  };
  switch (need.kind) {
    case 'missing':
    case 'lowCoverage':
      return clientHref(client, 'figures', {
        period: at,
        ...pair,
        by: need.gap?.cadence,
        from: need.gap?.first,
      });
    case 'note':
      return clientHref(client, 'scorecard', { period: at, note: need.kpi?.key, channel: pair.channel });
    case 'late':
      return clientHref(client, 'reports', { period: at });
    case 'stale':
      return clientHref(client, 'reports', {
        period: at,
        base: need.text?.base,
        lang: need.text?.language,
        text: need.text?.section,
      });
    case 'goalEnded':
      return need.kpi
        ? clientHref(client, `kpis/target/${need.kpi.id}`, { channel: pair.channel })
        : clientHref(client, 'kpis');
    case 'noTargets':
      return clientHref(client, 'kpis');
    case 'noKpis':
      return clientHref(client, 'kpis/catalogue');
    case 'noFigures':
      return clientHref(client, 'imports');
    case 'export':
      return `/due?client=${client}`;
    case 'action':
      return clientHref(client, 'journal', { view: 'actions' });
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
