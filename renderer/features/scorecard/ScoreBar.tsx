/** A score of 0 to 10 as a bar in the colour of its status, a tick where the goal stands, the figure beside it. */
import type { Status } from '../../../shared/domain/results.ts';
import { useFormat } from '../../i18n/format.tsx';
import { MadeNumber } from '../../app/index.ts';
import type { MadeTarget } from '../../app/index.ts';
import { statusFill } from '../../ui/index.ts';
import css from './scorecard.module.css';

export interface ScoreBarProps {
  readonly score: number | null;
  readonly status: Status;
  /** What the score is of. */
  readonly target: MadeTarget | null;
}

export function ScoreBar({ score, status, target }: ScoreBarProps) {
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
      <span className={css['scoreText']}>
        <MadeNumber target={target} aside>
          {format.number(score, 1)}
        </MadeNumber>
      </span>
    </span>
  );
}
