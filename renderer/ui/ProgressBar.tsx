/** Long work: shown after 400 ms, with what is being done and a way to stop it. */
import { useEffect, useState } from 'react';
import { useT } from '../i18n/index.tsx';
import { Button } from './Button.tsx';
import css from './ProgressBar.module.css';

const PATIENCE = 400;

export interface ProgressBarProps {
  readonly label: string;
  /** 0 to 1; `null`: not known how far. */
  readonly fraction: number | null;
  /** What is being worked on, grey. */
  readonly detail?: string;
  readonly onCancel?: () => void;
}

/** True once `active` has lasted 400 ms. */
export function useLong(active: boolean): boolean {
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!active) return undefined;
    const timer = setTimeout(() => setLong(true), PATIENCE);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [active]);
  return long && active;
}

export function ProgressBar({ label, fraction, detail, onCancel }: ProgressBarProps) {
  const t = useT();
  const long = useLong(true);
  if (!long) return null;
  return (
    <div className={css['progress']}>
      <div className={css['words']}>
        <span>{label}</span>
        {detail !== undefined && <span className={css['detail']}>{detail}</span>}
      </div>
      <div className={css['line']}>
        <progress className={css['bar']} aria-label={label} max={1} value={fraction ?? undefined} />
        {onCancel && (
          <Button kind="ghost" size="small" onClick={onCancel}>
            {t.common.cancel}
          </Button>
        )}
      </div>
    </div>
  );
}
