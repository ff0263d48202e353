/** The scorecard as a table: a head that stays, groups that fold, one row per KPI and channel. */
import { useState } from 'react';
import type { Scorecard } from '../../../shared/contract/api/views.ts';
import type { Status } from '../../../shared/domain/results.ts';
import { MadeNumber, useClient, usePlace } from '../../app/index.ts';
import type { ScoreTarget } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { toDto } from '../../i18n/period.ts';
import { cx, Icon, sentence, StatusWord } from '../../ui/index.ts';
import type { Faces } from '../../ui/faces.ts';
import css from './scorecard.module.css';
import { ScorecardRow } from './ScorecardRow.tsx';

export interface ScorecardTableProps {
  readonly groups: Scorecard['groups'];
  readonly data: Scorecard;
  readonly faces: Faces;
  readonly dimmed: boolean;
  readonly groupBy: ScoreTarget['groupBy'];
}

/** A group of a running period is judged on pace as its rows are: outline shapes and their words. */
function whileRunning(status: Status): Status {
  switch (status) {
    case 'met':
      return 'onPace';
    case 'atRisk':
      return 'behind';
    case 'off':
      return 'wellBehind';
    default:
      return status;
  }
}

export function ScorecardTable({ groups, data, faces, dimmed, groupBy }: ScorecardTableProps) {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const client = useClient();
  const score = (group: string): ScoreTarget => ({
    of: 'score',
    client: client.id,
    period: toDto(place.period),
    base: place.base,
    groupBy,
    group,
  });
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const withBase = place.base !== 'none';
  const fold = (key: string): void => {
    const next = new Set(folded);
    if (!next.delete(key)) next.add(key);
    setFolded(next);
  };
  const now = format.span(data.span, data.running ? 'bare' : 'medium');
  const then = data.baseSpan === null ? '' : format.span(data.baseSpan, 'medium');
  const head = t.scorecard.head;
  return (
    <table className={cx(css['table'], dimmed && css['dimmed'])} aria-busy={dimmed}>
      <colgroup>
        <col className={css['cKpi']} />
        <col className={css['cChannel']} />
        <col className={css['cNow']} />
        {withBase && <col className={css['cBase']} />}
        {withBase && <col className={css['cChange']} />}
        <col className={css['cGoal']} />
        <col className={css['cStatus']} />
        <col className={css['cScore']} />
        <col className={css['cTrend']} />
        <col className={css['cCover']} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{head.kpi}</th>
          <th scope="col">{head.channel}</th>
          <th scope="col" className={css['num']}>
            {sentence(now)}
          </th>
          {withBase && (
            <th scope="col" className={css['num']}>
              {sentence(then)}
            </th>
          )}
          {withBase && (
            <th scope="col" className={css['num']}>
              {head.change}
            </th>
          )}
          <th scope="col" className={css['num']}>
            {head.goal}
          </th>
          <th scope="col" className={css['statusHead']}>
            {head.status}
          </th>
          <th scope="col" className={css['num']}>
            {head.score}
          </th>
          <th scope="col" className={css['trendHead']}>
            {place.period.cadence === 'month' ? head.trendMonth : head.trend}
          </th>
          <th scope="col" className={css['num']}>
            {head.coverage}
          </th>
        </tr>
      </thead>
      {groups.map((group) => {
        const open = !folded.has(group.key);
        const name = format.local(group.name);
        return (
          <tbody key={group.key}>
            <tr className={css['group']}>
              <th scope="rowgroup" colSpan={withBase ? 6 : 4}>
                <button
                  type="button"
                  className={css['fold']}
                  aria-expanded={open}
                  onClick={() => fold(group.key)}
                >
                  <Icon name={open ? 'chevronDown' : 'chevronRight'} />
                  <span className={css['groupName']}>{name}</span>
                  <span className={css['groupCount']}>{t.scorecard.count(group.rows.length)}</span>
                </button>
              </th>
              <td className={css['status']}>
                <StatusWord status={data.running ? whileRunning(group.score.status) : group.score.status} />
              </td>
              <td className={cx(css['num'], css['strong'])}>
                {group.score.score === null ? (
                  '–'
                ) : (
                  <MadeNumber
                    target={score(group.key)}
                    label={t.made.deeper(`${name}, ${format.number(group.score.score, 1)}`)}
                  >
                    {format.number(group.score.score, 1)}
                  </MadeNumber>
                )}
              </td>
              <td
                colSpan={2}
                className={cx(
                  css['num'],
                  css['covered'],
                  group.score.covered !== null && group.score.covered < 0.995 && css['partly'],
                )}
              >
                {group.score.covered !== null &&
                  t.scorecard.covered(format.value(group.score.covered, { kind: 'percent' }, { digits: 0 }))}
              </td>
            </tr>
            {open &&
              group.rows.map((row) => (
                <ScorecardRow key={`${row.kpi} ${row.channel}`} row={row} faces={faces} withBase={withBase} />
              ))}
          </tbody>
        );
      })}
    </table>
  );
}
