/** Scores of the key result areas on one scale, against those of the base. */
import { Link } from 'wouter';
import type { Dashboard } from '../../../shared/contract/api/views.ts';
import { nowLabel } from '../../../shared/domain/baseWords.ts';
import { basePeriod, periodsBack } from '../../../shared/domain/period.ts';
import type { Period } from '../../../shared/domain/time.ts';
import { MadeNumber, useClient, usePlace } from '../../app/index.ts';
import type { ScoreTarget } from '../../app/index.ts';
import { Dumbbell } from '../../charts/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { toDto } from '../../i18n/period.ts';
import { cx, LinkButton, Panel, StatusMark } from '../../ui/index.ts';
import { CardMenu } from './board/card.tsx';
import css from './KraPanel.module.css';

/** Where a score's floor and goal stand (10/3 and 20/3, see docs/decisions/0002). */
const FLOOR = 10 / 3;
const GOAL = 20 / 3;

export function KraPanel({ data }: { readonly data: Dashboard }) {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  // Scores are of whole periods: while one runs, the last closed one is shown.
  const scored = data.running ? periodsBack(place.period, 1) : place.period;
  const before = basePeriod(scored, place.base);
  const named = (period: Period): string =>
    nowLabel(place.base, period, place.calendar, format.language, 'medium');
  const base = before === null ? null : named(before);
  const detail = data.running
    ? t.dashboard.kras.running(named(scored), base ?? '–')
    : base === null
      ? t.dashboard.kras.detailNow
      : t.dashboard.kras.detail(base);
  const { id: client } = useClient();
  const made = (group: string | null): ScoreTarget => ({
    of: 'score',
    client,
    period: toDto(scored),
    base: place.base,
    groupBy: 'kra',
    group,
  });
  const score = (value: number | null): string => (value === null ? '–' : format.number(value, 1));
  const untargeted = data.kras.every((kra) => kra.score.status === 'noTarget');
  return (
    <Panel
      title={t.dashboard.kras.title}
      detail={detail}
      actions={
        <>
          <span className={css['overall']}>
            {t.dashboard.kras.all}{' '}
            <strong>
              <MadeNumber target={data.overall.score === null ? null : made(null)}>
                {score(data.overall.score)}
              </MadeNumber>
            </strong>
          </span>
          <CardMenu />
        </>
      }
    >
      {untargeted ? (
        <div className={css['untargeted']}>
          <p>{t.dashboard.noTargets.text(named(scored))}</p>
          <LinkButton size="small" to={place.href('kpis')}>
            {t.dashboard.noTargets.action}
          </LinkButton>
        </div>
      ) : (
        <table className={css['table']}>
          <thead>
            <tr>
              <th scope="col" className={css['name']}>
                <span className="visually-hidden">{t.dashboard.kras.area}</span>
              </th>
              <th scope="col" className={css['scale']}>
                <span className="visually-hidden">{t.dashboard.kras.track}</span>
                <span className={css['ticks']} aria-hidden="true">
                  <span className={css['t0']}>{format.number(0)}</span>
                  <span className={css['tFloor']}>{t.dashboard.kras.floor(format.number(FLOOR, 1))}</span>
                  <span className={css['tGoal']}>{t.dashboard.kras.goal(format.number(GOAL, 1))}</span>
                  <span className={css['t10']}>{format.number(10)}</span>
                </span>
              </th>
              <th scope="col">{t.dashboard.kras.score}</th>
              {base !== null && <th scope="col">{base}</th>}
              <th scope="col">{t.dashboard.kras.covered}</th>
            </tr>
          </thead>
          <tbody>
            {data.kras.map((kra) => (
              <tr key={kra.key}>
                <th scope="row">
                  <Link className={css['area']} href={place.href('scorecard')}>
                    <StatusMark status={kra.score.status} />
                    <span className="visually-hidden">{t.status.words[kra.score.status]}</span>
                    <span className={css['areaName']}>{format.local(kra.name)}</span>
                  </Link>
                </th>
                <td className={cx(css['track'], kra.score.score === null && css['gap'])}>
                  {kra.score.score !== null && (
                    <Dumbbell score={kra.score.score} base={base === null ? null : kra.score.baseScore} />
                  )}
                </td>
                <td className={css['score']}>
                  <MadeNumber target={kra.score.score === null ? null : made(kra.key)}>
                    {score(kra.score.score)}
                  </MadeNumber>
                </td>
                {base !== null && <td>{score(kra.score.baseScore)}</td>}
                <td className={cx(kra.score.covered !== null && kra.score.covered < 0.995 && css['partly'])}>
                  {kra.score.covered === null
                    ? '–'
                    : format.value(kra.score.covered, { kind: 'percent' }, { digits: 0 })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
