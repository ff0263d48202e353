/** Head and widths of the scorecard: columns that can be ordered are buttons. Shares add up to the whole width. */
import type { ReactNode } from 'react';
import type { ScorecardColumn, ScorecardSort } from '../../../shared/contract/layouts/scorecard.ts';
import { usePlace } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { cx, Icon, sentence } from '../../ui/index.ts';
import css from './scorecard.module.css';

/** What each column needs at 1280 px, as shares of one another. */
const widths: Readonly<Record<ScorecardColumn | 'kpi' | 'now', number>> = {
  kpi: 190,
  channel: 82,
  now: 88,
  base: 84,
  change: 136,
  goal: 88,
  status: 140,
  score: 92,
  weight: 54,
  trend: 76,
  coverage: 108,
  note: 190,
};

function shownOf(columns: readonly ScorecardColumn[]): readonly (keyof typeof widths)[] {
  return [
    'kpi',
    ...(columns.includes('channel') ? (['channel'] as const) : []),
    'now',
    ...columns.filter((column) => column !== 'channel'),
  ];
}

/** Pixels under which words would break: what is more scrolls sideways. */
export function leastWidth(columns: readonly ScorecardColumn[]): number {
  return Math.round(shownOf(columns).reduce((sum, column) => sum + widths[column], 0) * 0.97);
}

const rightAligned: ReadonlySet<ScorecardColumn> = new Set([
  'base',
  'change',
  'goal',
  'score',
  'weight',
  'coverage',
]);

export interface TableHeadProps {
  readonly columns: readonly ScorecardColumn[];
  readonly now: string;
  readonly then: string;
  readonly sort: ScorecardSort | null;
  readonly onSort: (sort: ScorecardSort | null) => void;
}

export function TableHead({ columns, now, then, sort, onSort }: TableHeadProps) {
  const t = useT();
  const place = usePlace();
  const { head } = t.scorecard;
  const shown = shownOf(columns);
  const all = shown.reduce((sum, column) => sum + widths[column], 0);
  const sortable = (by: ScorecardSort['by'], words: string) => (
    <SortHead by={by} sort={sort} onSort={onSort}>
      {words}
    </SortHead>
  );
  const words: Readonly<Record<ScorecardColumn, ReactNode>> = {
    channel: head.channel,
    base: sentence(then),
    change: sortable('change', head.change),
    goal: head.goal,
    status: sortable('status', head.status),
    score: sortable('score', head.score),
    weight: sortable('weight', head.weight),
    trend: place.period.cadence === 'month' ? head.trendMonth : head.trend,
    coverage: sortable('coverage', head.coverage),
    note: head.note,
  };
  const sortOf = (column: string) =>
    sort?.by === column ? (sort.descending ? 'descending' : 'ascending') : undefined;
  const cell = (column: ScorecardColumn) => (
    <th
      key={column}
      scope="col"
      aria-sort={sortOf(column)}
      className={cx(
        rightAligned.has(column) && css['num'],
        column === 'status' && css['statusHead'],
        column === 'trend' && css['trendHead'],
      )}
    >
      {words[column]}
    </th>
  );
  return (
    <>
      <colgroup>
        {shown.map((column) => (
          <col key={column} style={{ width: `${(widths[column] / all) * 100}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col" aria-sort={sortOf('kpi')}>
            {sortable('kpi', head.kpi)}
          </th>
          {columns.includes('channel') && cell('channel')}
          <th scope="col" className={css['num']}>
            {sentence(now)}
          </th>
          {columns.filter((column) => column !== 'channel').map(cell)}
        </tr>
      </thead>
    </>
  );
}

/** First press: the largest first (names from A); second: the other way round; third: as listed. */
function SortHead({
  by,
  sort,
  onSort,
  children,
}: {
  readonly by: ScorecardSort['by'];
  readonly sort: ScorecardSort | null;
  readonly onSort: (sort: ScorecardSort | null) => void;
  readonly children: string;
}) {
  const first = by !== 'kpi' && by !== 'status';
  const mine = sort?.by === by ? sort : null;
  const next =
    mine === null ? { by, descending: first } : mine.descending === first ? { by, descending: !first } : null;
  return (
    <button type="button" className={cx(css['sort'], mine && css['sorted'])} onClick={() => onSort(next)}>
      {children}
      {mine && <Icon name={mine.descending ? 'arrowDown' : 'arrowUp'} />}
    </button>
  );
}
