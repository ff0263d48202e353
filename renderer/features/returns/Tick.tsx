/** Takes a cell, or a group of them. What can never be taken has a cross in its place. The table has the keyboard. */
import { useT } from '../../i18n/index.tsx';
import css from './Differences.module.css';
import type { Chosen } from './rows.ts';

export function Tick({
  chosen,
  label,
  onTake,
}: {
  readonly chosen: Chosen;
  readonly label: string;
  readonly onTake: (take: boolean) => void;
}) {
  const t = useT();
  if (chosen === 'never') {
    return (
      <span className={css['never']} role="img" aria-label={t.returns.rows.cannot}>
        ×
      </span>
    );
  }
  return (
    <label className={css['tick']}>
      <span className="visually-hidden">{label}</span>
      <input
        ref={(box) => {
          if (box) box.indeterminate = chosen === 'some';
        }}
        type="checkbox"
        tabIndex={-1}
        checked={chosen === 'all'}
        onChange={() => onTake(chosen !== 'all')}
      />
    </label>
  );
}
