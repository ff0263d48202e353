/** The card of a dropped file: its name, what it is, what is known of it, and at its foot how it stands. */
import { useId } from 'react';
import type { ReactNode } from 'react';
import { cx } from '../../ui/index.ts';
import css from './card.module.css';

export interface CardProps {
  /** Before its name: an icon, or what makes it a line. */
  readonly mark: ReactNode;
  readonly name: ReactNode;
  /** Kind of file; empty: nobody knows. */
  readonly head: string;
  /** Somebody has to answer or look. */
  readonly asks: boolean;
  /** It is left out. */
  readonly faint?: boolean;
  readonly foot: ReactNode;
  readonly children: ReactNode;
}

export function Card({ mark, name, head, asks, faint = false, foot, children }: CardProps) {
  const title = useId();
  return (
    <article className={cx(css['card'], asks && css['asks'])} aria-labelledby={title}>
      {mark}
      <div className={cx(css['body'], faint && css['faint'])}>
        <CardName id={title}>{name}</CardName>
        {head !== '' && <p className={css['head']}>{head}</p>}
        {children}
      </div>
      {foot !== null && <footer className={css['foot']}>{foot}</footer>}
    </article>
  );
}

export function CardName({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <h3 id={id} className={css['name']}>
      {children}
    </h3>
  );
}

/** Terms and what is known of them. */
export function CardFacts({
  className,
  children,
}: {
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  return <dl className={cx(css['facts'], className)}>{children}</dl>;
}
