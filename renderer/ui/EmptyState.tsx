/** Dashed frame: what is missing, what to do, one button. */
import type { ReactNode } from 'react';
import css from './EmptyState.module.css';
import { cx } from './cx.ts';

export interface EmptyStateProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** In the middle of a screen that has nothing else. */
  readonly centred?: boolean;
}

export function EmptyState({ title, children, action, centred }: EmptyStateProps) {
  return (
    <div className={cx(css['empty'], centred && css['centred'])}>
      <h2 className={css['title']}>{title}</h2>
      {children !== undefined && <p className={css['text']}>{children}</p>}
      {action !== undefined && <div className={css['action']}>{action}</div>}
    </div>
  );
}
