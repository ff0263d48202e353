/** Closer, farther, along, and back to all of the span. */
import { useT } from '../../i18n/index.tsx';
import { IconButton } from '../../ui/index.ts';
import css from './toolbar.module.css';
import { around, isWhole, panned, whole } from './zoom.ts';
import type { Range } from './zoom.ts';

export interface ZoomButtonsProps {
  readonly range: Range;
  readonly total: number;
  /** What is shown while it is not all, in words. */
  readonly shown: string;
  readonly onZoom: (range: Range) => void;
}

export function ZoomButtons({ range, total, shown, onZoom }: ZoomButtonsProps) {
  const t = useT();
  const words = t.explorer.zoom;
  const all = isWhole(range, total);
  const centre = Math.floor((range.from + range.to) / 2);
  return (
    <div className={css['zoom']} role="group" aria-label={words.label}>
      {!all && (
        <>
          <IconButton
            icon="chevronLeft"
            label={words.earlier}
            disabled={range.from === 0}
            onClick={() => onZoom(panned(range, total, -0.5))}
          />
          <span className={css['shown']}>{shown}</span>
          <IconButton
            icon="chevronRight"
            label={words.later}
            disabled={range.to === total}
            onClick={() => onZoom(panned(range, total, 0.5))}
          />
        </>
      )}
      <IconButton
        icon="minus"
        label={words.out}
        disabled={all}
        onClick={() => onZoom(around(range, total, centre, 1 / 0.6))}
      />
      <IconButton
        icon="plus"
        label={words.in}
        disabled={range.to - range.from <= 4}
        onClick={() => onZoom(around(range, total, centre, 0.6))}
      />
      {!all && <IconButton icon="refresh" label={words.reset} onClick={() => onZoom(whole(total))} />}
    </div>
  );
}
