/** A score of 0 to 10 as a bar in the colour of its status, a tick where the goal stands, the figure beside it. */
import type { Status } from '../../../shared/domain/results.ts';
import { useFormat } from '../../i18n/format.tsx';
import { statusFill } from '../../ui/index.ts';
import css from './scorecard.module.css';

export function ScoreBar({ score, status }: { readonly score: number | null; readonly status: Status }) {
  const format = useFormat();
  if (score === null) return <span className={css['score']}>–</span>;
  return (
    <span className={css['score']}>
      <span className={css['scoreTrack']} aria-hidden="true">
        <span
          className={css['scoreFill']}
          style={{ width: `${Math.max(2, score * 10)}%`, backgroundColor: statusFill(status) }}
        />
      </span>
      <span className={css['scoreText']}>{format.number(score, 1)}</span>
    </span>
  );
}
