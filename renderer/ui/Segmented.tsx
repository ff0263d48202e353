/** One of a few, side by side. Arrow keys move, as in a radio group. */
import { useId } from 'react';
import type { ReactNode } from 'react';
import css from './Segmented.module.css';
import { cx } from './cx.ts';

export interface SegmentedProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly items: readonly {
    readonly value: V;
    readonly label: ReactNode;
    readonly count?: string;
    readonly disabled?: boolean;
  }[];
  /** As wide as its place, parts equal. */
  readonly fill?: boolean;
}

export function Segmented<V extends string>({ label, value, onChange, items, fill }: SegmentedProps<V>) {
  const name = useId();
  return (
    <div className={cx(css['group'], fill && css['fill'])} role="radiogroup" aria-label={label}>
      {items.map((item) => (
        <label key={item.value} className={css['item']}>
          <input
            className="visually-hidden"
            type="radio"
            name={name}
            value={item.value}
            checked={item.value === value}
            disabled={item.disabled}
            onChange={() => onChange(item.value)}
          />
          <span className={css['face']}>
            {item.label}
            {item.count !== undefined && <span className={css['count']}>{item.count}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}
