/** The buttons that make files, what they are doing, and what did not work. */
import { useEffect } from 'react';
import { reportFormats } from '../../../shared/contract/api/reports.ts';
import { useProgress } from '../../api/index.ts';
import { commandKey, shortcut } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { Button, ErrorPanel, Icon, ProgressBar } from '../../ui/index.ts';
import css from './reports.module.css';
import type { Delivery } from './useDelivery.ts';

export function Deliver({ delivery, disabled }: { readonly delivery: Delivery; readonly disabled: boolean }) {
  const t = useT();
  const { busy, problem, waiting, deliver, saveAgain, cancel } = delivery;
  const progress = useProgress(busy?.job ?? null);
  const off = disabled || busy !== null;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (off || !commandKey(event) || event.key !== 'Enter') return;
      event.preventDefault();
      deliver(reportFormats);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [off, deliver]);
  return (
    <>
      <section className={css['block']}>
        <h2>{t.reports.deliver}</h2>
        <ul className={css['formats']}>
          {reportFormats.map((format) => {
            const words = t.reports.formats[format];
            return (
              <li key={format}>
                <button
                  type="button"
                  className={css['format']}
                  disabled={off}
                  aria-label={`${t.reports.make(words.name)}: ${words.detail}`}
                  onClick={() => deliver([format])}
                >
                  <span className={css['formatIcon']}>
                    <Icon name={format === 'xlsx' ? 'table' : 'file'} />
                  </span>
                  <span className={css['formatWords']}>
                    <strong>{words.name}</strong>
                    <span>{words.detail}</span>
                  </span>
                  <Icon name="import" />
                </button>
              </li>
            );
          })}
        </ul>
        {busy !== null && (
          <ProgressBar
            label={t.reports.making(t.reports.formats[busy.format].name)}
            fraction={
              progress?.total === undefined || progress.total === 0 ? null : progress.done / progress.total
            }
            {...(progress?.item !== undefined && { detail: progress.item })}
            onCancel={cancel}
          />
        )}
        {problem !== null && <ErrorPanel inline error={problem} />}
        {waiting.map((made) => (
          <div key={made.handle} className={css['waiting']}>
            <span>{t.reports.notSaved(made.name)}</span>
            <Button onClick={() => saveAgain(made)}>{t.reports.saveAgain}</Button>
          </div>
        ))}
      </section>
      <footer className={css['foot']}>
        <Button
          kind="primary"
          size="large"
          keys={shortcut(t.common.enterKey)}
          disabled={off}
          busy={busy !== null}
          onClick={() => deliver(reportFormats)}
        >
          {t.reports.both}
        </Button>
        <p>{t.reports.fixed}</p>
      </footer>
    </>
  );
}
