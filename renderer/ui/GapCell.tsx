/** What a gap looks like, everywhere: hatched where a figure is missing, small grey words where it does not apply. */
import { useT } from '../i18n/index.tsx';
import css from './GapCell.module.css';

/** A hatched patch in the size of a figure. */
export function Gap({ width = 40, label }: { readonly width?: number; readonly label?: string }) {
  const t = useT();
  return (
    <span
      className={css['gap']}
      style={{ width }}
      role="img"
      aria-label={label ?? t.status.gap}
      title={label ?? t.status.gap}
    />
  );
}

/** Not applicable: stated, not missing. */
export function NotApplicable() {
  const t = useT();
  return <span className={css['na']}>{t.status.words.notApplicable.toLowerCase()}</span>;
}

/** Class that hatches a whole cell. */
export const gapClass = css['hatch'] ?? '';
