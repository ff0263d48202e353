/** A sheet of paper on the ground: hairline, title, a grey line beside it, actions at the right. */
import { useId } from 'react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './Panel.module.css';

export interface PanelProps {
  readonly title?: ReactNode;
  /** Grey words after the title. */
  readonly detail?: ReactNode;
  readonly actions?: ReactNode;
  /** No inner space below the head: for tables that reach the edges. */
  readonly flush?: boolean;
  readonly className?: string;
  readonly children?: ReactNode;
}

export function Panel({ title, detail, actions, flush, className, children }: PanelProps) {
  const id = useId();
  return (
    <section className={cx(css['panel'], className)} aria-labelledby={title === undefined ? undefined : id}>
      {title !== undefined && (
        <header className={css['head']}>
          <h2 id={id} className={css['title']}>
            {title}
          </h2>
          {detail !== undefined && <span className={css['detail']}>{detail}</span>}
          {actions !== undefined && <div className={css['actions']}>{actions}</div>}
        </header>
      )}
      <div className={cx(css['body'], flush && css['flush'], title === undefined && css['bare'])}>
        {children}
      </div>
    </section>
  );
}
