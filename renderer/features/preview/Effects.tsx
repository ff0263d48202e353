/** Beside the table of a preview: what taking it does, in parts, what is wrong first, and the way back last. */
import type { ReactNode } from 'react';
import { cx, Icon } from '../../ui/index.ts';
import css from './effects.module.css';

export interface EffectsProps {
  readonly label: string;
  /** How what is taken can be put back. */
  readonly ledger: string;
  readonly children: ReactNode;
}

export function Effects({ label, ledger, children }: EffectsProps) {
  return (
    // It scrolls by itself, for the keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={css['panel']} aria-label={label} tabIndex={0}>
      {children}
      <p className={css['ledger']}>
        <Icon name="undo" />
        {ledger}
      </p>
    </section>
  );
}

export function EffectPart({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }) {
  return (
    <div className={css['part']}>
      <h2>{title}</h2>
      {children}
    </div>
  );
}

export interface EffectWarningProps {
  readonly title: string;
  readonly role: 'alert' | 'status';
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

export function EffectWarning({ title, role, className, children }: EffectWarningProps) {
  return (
    <div className={cx(css['loud'], className)} role={role}>
      <h2>
        <Icon name="warning" /> {title}
      </h2>
      {children}
    </div>
  );
}

/** Words at the left, figures at the right. */
export function Facts({
  className,
  children,
}: {
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  return <dl className={cx(css['facts'], className)}>{children}</dl>;
}

export function Fact({ term, children }: { readonly term: ReactNode; readonly children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}
