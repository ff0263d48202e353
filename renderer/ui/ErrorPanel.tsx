/** A failed call in words: what happened, what to do, and the code for whoever helps. */
import { useId } from 'react';
import { asCallError } from '../api/errors.ts';
import { useT } from '../i18n/index.tsx';
import { Button } from './Button.tsx';
import css from './ErrorPanel.module.css';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';

export interface ErrorPanelProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
  /** In a form, beside what failed, instead of on a screen. */
  readonly inline?: boolean;
}

export function ErrorPanel({ error, onRetry, inline }: ErrorPanelProps) {
  const t = useT();
  const id = useId();
  const { code, logId } = asCallError(error);
  const words = t.errors.codes[code];
  return (
    <div className={cx(css['error'], inline && css['inline'])} role="alert" aria-labelledby={id}>
      <span className={css['icon']}>
        <Icon name="warning" />
      </span>
      <div className={css['words']}>
        <p id={id} className={css['what']}>
          {words.what}
        </p>
        <p className={css['todo']}>{words.todo}</p>
        {!inline && (
          <p className={css['code']}>
            {logId === undefined ? t.errors.code(code) : `${t.errors.code(code)}. ${t.errors.logId(logId)}`}
          </p>
        )}
      </div>
      {onRetry && <Button onClick={onRetry}>{t.common.tryAgain}</Button>}
    </div>
  );
}
