/** How a score was made: the scores of its KPIs with their weights, each leading to its own number. */
import { useMemo } from 'react';
import type { Scorecard } from '../../../shared/contract/api/views.ts';
import type { ScoreRow } from '../../../shared/domain/results.ts';
import type { NumberTarget, ScoreTarget } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { cx, StatusMark, StatusWord } from '../../ui/index.ts';
import { makeFaces } from '../../ui/faces.ts';
import css from './made.module.css';

export interface ScoreMakingProps {
  readonly card: Scorecard;
  readonly target: ScoreTarget;
  readonly onDeeper: (target: NumberTarget, from: HTMLElement) => void;
}

export function ScoreMaking({ card, target, onDeeper }: ScoreMakingProps) {
  const t = useT();
  const format = useFormat();
  const faces = useMemo(() => makeFaces(card, format), [card, format]);
  const words = t.made.score;
  const group = card.groups.find((one) => one.key === target.group);
  const { score, covered, status } = group?.score ?? card.overall;
  const rows = (group === undefined ? card.groups : [group]).flatMap((one) => one.rows);
  const listed = rows.toSorted((a, b) => rank(a) - rank(b));
  const name = group === undefined ? words.overallName : format.local(group.name);
  return (
    <div className={css['making']}>
      <section className={css['head']}>
        <p className={css['value']}>
          <span className={css['figure']}>{score === null ? '–' : format.number(score, 1)}</span>
          <span className={css['grey']}>
            {name}, {format.span(card.span, 'long')}
          </span>
        </p>
        <p className={css['status']}>
          <StatusWord status={status} />
        </p>
        <p className={css['grey']}>
          {covered === null || score === null
            ? words.none
            : words.covered(format.value(covered, { kind: 'percent' }, { digits: 0 }))}
        </p>
      </section>
      <section>
        <h3>{t.made.formula}</h3>
        <div className={css['formula']}>
          <span>{group === undefined ? words.overall : words.rule}</span>
        </div>
      </section>
      <section>
        <h3>{t.made.parts}</h3>
        <table className={cx(css['parts'], css['scores'])}>
          <thead>
            <tr>
              <th scope="col">{words.kpi}</th>
              <th scope="col" className={css['num']}>
                {t.made.figure}
              </th>
              <th scope="col" className={css['num']}>
                {words.score}
              </th>
              <th scope="col" className={css['num']}>
                {words.weight}
              </th>
            </tr>
          </thead>
          <tbody>
            {listed.map((row) => {
              const kpi = faces.kpi(row.kpi);
              const channel = faces.channel(row.channel);
              const label = channel === null ? faces.name(row.kpi) : `${faces.name(row.kpi)}, ${channel}`;
              const own = row.judgement.score;
              return (
                <tr key={`${row.kpi} ${row.channel}`} className={cx(own === undefined && css['idle'])}>
                  <th scope="row">
                    <span className={css['scored']}>
                      <StatusMark status={row.judgement.status} />
                      <span className="visually-hidden">{t.status.words[row.judgement.status]}</span>
                      {kpi === undefined ? (
                        label
                      ) : (
                        <button
                          type="button"
                          className={css['deeper']}
                          title={t.made.ask}
                          onClick={(event) => onDeeper(numberOf(row, kpi.id, target), event.currentTarget)}
                        >
                          {label}
                        </button>
                      )}
                    </span>
                  </th>
                  <td className={css['num']}>
                    {row.now.value === null ? '–' : format.value(row.now.value, faces.unit(row.kpi))}
                  </td>
                  <td className={cx(css['num'], css['strong'])}>
                    {own === undefined ? '–' : format.number(own, 1)}
                  </td>
                  <td className={cx(css['num'], css['grey'])}>
                    {format.number(row.weight, weightDigits(row.weight))}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </div>
  );
}

/** Those with a score first. */
function rank(row: ScoreRow): number {
  return row.judgement.score === undefined ? 1 : 0;
}

function weightDigits(weight: number): number {
  return Number.isInteger(weight) ? 0 : 2;
}

function numberOf(row: ScoreRow, kpi: number, { client, period, base }: ScoreTarget): NumberTarget {
  return {
    of: 'number',
    client,
    kpi,
    channel: row.channel === null ? null : Number(row.channel),
    period,
    base,
    about: 'goal',
  };
}
