/** A score of now (dot in the accent) and of the base (ring) on one track from 0 to 10. Decoration beside its figures. */
import css from './charts.module.css';
import { scorePlace } from './shapes.ts';

export function Dumbbell({ score, base }: { readonly score: number; readonly base: number | null }) {
  return (
    <svg className={css['track']} aria-hidden="true">
      {base !== null && (
        <>
          <line className={css['trackLink']} x1={scorePlace(score)} x2={scorePlace(base)} y1="50%" y2="50%" />
          <circle className={css['trackThen']} cx={scorePlace(base)} cy="50%" r="3.25" />
        </>
      )}
      <circle className={css['trackNow']} cx={scorePlace(score)} cy="50%" r="4.5" />
    </svg>
  );
}
