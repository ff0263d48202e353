/**
 * A chart's points by keyboard: arrow keys go from slot to slot, Home and End to the ends, Page keys further. What
 * the pointer would show is shown, and told as the value of a slider, so that screen readers read it at each step.
 *
 * It lies over the chart and lets the pointer through.
 */
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useT } from '../i18n/index.tsx';
import css from './charts.module.css';
import type { ChartSpec } from './model.ts';

export interface PointReaderProps {
  readonly spec: ChartSpec;
  readonly label: string;
  readonly onPoint: (index: number | null) => void;
}

export function PointReader({ spec, label, onPoint }: PointReaderProps) {
  const t = useT();
  const [at, setAt] = useState<number | null>(null);
  const last = spec.slots - 1;
  if (last < 0) return null;
  const here = Math.min(at ?? last, last);
  const tip = spec.tip(here);
  const go = (to: number): void => {
    const next = Math.max(0, Math.min(last, to));
    setAt(next);
    onPoint(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = stepOf(event.key, here, last);
    if (to === null || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(to);
  };
  return (
    <div
      className={css['points']}
      role="slider"
      tabIndex={0}
      aria-label={t.charts.points(label)}
      aria-valuemin={1}
      aria-valuemax={last + 1}
      aria-valuenow={here + 1}
      aria-valuetext={
        tip === null
          ? ''
          : t.charts.point(
              tip.title,
              [...tip.rows.map((row) => `${row.name} ${row.value}`), ...tip.notes].join('; '),
            )
      }
      onKeyDown={onKeyDown}
      onFocus={(event) => event.currentTarget.matches(':focus-visible') && onPoint(here)}
      onBlur={() => onPoint(null)}
    />
  );
}

/** The slot a key leads to; `null` for keys that lead nowhere. */
function stepOf(key: string, here: number, last: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return here + 1;
    case 'ArrowLeft':
    case 'ArrowDown':
      return here - 1;
    case 'PageUp':
      return here + 6;
    case 'PageDown':
      return here - 6;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
