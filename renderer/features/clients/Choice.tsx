/** One of several: a radio with its words, and what it brings once it is chosen. */
import { useId } from 'react';
import type { ReactNode } from 'react';
import css from './Choice.module.css';

export function Choices({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div role="radiogroup" aria-label={label} className={css['list']}>
      {children}
    </div>
  );
}

export interface ChoiceProps {
  readonly group: string;
  readonly title: string;
  readonly count?: string;
  readonly text: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
  /** Shown once it is chosen. */
  readonly children?: ReactNode;
}

export function Choice({ group, title, count, text, checked, onChoose, children }: ChoiceProps) {
  const id = useId();
  return (
    <div className={css['choice']}>
      <input
        id={id}
        type="radio"
        className={css['dot']}
        name={group}
        checked={checked}
        onChange={onChoose}
        aria-describedby={`${id}-text`}
      />
      <div className={css['words']}>
        <label htmlFor={id} className={css['name']}>
          {title} {count !== undefined && <span className={css['count']}>{count}</span>}
        </label>
        <p id={`${id}-text`} className={css['text']}>
          {text}
        </p>
        {checked && children !== undefined && <div className={css['more']}>{children}</div>}
      </div>
    </div>
  );
}
