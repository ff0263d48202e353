/**
 * The buttons that make files, what they are doing, and what did not work. A figure in a text that has changed since it
 * was approved is asked about first: nothing half-meant goes to a client.
 */
import { useEffect, useState } from 'react';
import { reportFormats } from '../../../shared/contract/api/reports.ts';
import type { ReportTextDto } from '../../../shared/contract/api/texts.ts';
import type { Input } from '../../../shared/contract/api.ts';
import { callOnce, useProgress } from '../../api/index.ts';
import { commandKey, shortcut } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Button, Dialog, ErrorPanel, Icon, ProgressBar } from '../../ui/index.ts';
import css from './reports.module.css';
import type { Delivery, DeliveryFormat } from './useDelivery.ts';

export interface DeliverProps {
  readonly report: Omit<Input<'texts.get'>, 'section'>;
  readonly delivery: Delivery;
  /** Texts that are printed and have figures that changed. */
  readonly stale: readonly ReportTextDto[];
  readonly disabled: boolean;
  readonly onLook: (section: string) => void;
}

export function Deliver({ report, delivery, stale, disabled, onLook }: DeliverProps) {
  const t = useT();
  const { busy, problem, waiting, went, deliver, saveAgain, cancel } = delivery;
  const progress = useProgress(busy?.job ?? null);
  const [asked, setAsked] = useState<readonly DeliveryFormat[] | null>(null);
  const [settling, setSettling] = useState(false);
  const off = disabled || busy !== null;
  const count = stale.reduce((sum, text) => sum + text.changed, 0);
  const gone = stale.some((text) => text.stale.some((one) => one.state === 'gone'));
  const start = (formats: readonly DeliveryFormat[]): void => {
    if (off) return;
    if (count > 0) setAsked(formats);
    else deliver(formats);
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!commandKey(event) || event.key !== 'Enter' || asked !== null) return;
      event.preventDefault();
      start(reportFormats);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });

  const settle = async (how: 'update' | 'keep'): Promise<void> => {
    const formats = asked;
    setSettling(true);
    try {
      for (const text of stale) {
        for (const one of text.stale) {
          if (one.state === 'same') continue;
          // Each rests on the text the one before left.
          // oxlint-disable-next-line no-await-in-loop
          await callOnce('texts.settle', { ...report, section: text.section, token: one.token, how });
        }
      }
      setAsked(null);
      if (formats !== null) deliver(formats);
    } catch (error) {
      setAsked(null);
      delivery.fail(error);
    } finally {
      setSettling(false);
    }
  };

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
                  onClick={() => start([format])}
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
        {went !== null && busy === null && (
          <p className={css['went']} role="status">
            <Icon name="check" />
            <span>{t.reports.madeNow(went.files.join(', '), went.time)}</span>
          </p>
        )}
      </section>
      <footer className={css['foot']}>
        <Button
          kind="primary"
          size="large"
          keys={shortcut(t.common.enterKey)}
          disabled={off}
          busy={busy !== null}
          onClick={() => start(reportFormats)}
        >
          {t.reports.both}
        </Button>
        <p>{t.reports.fixed}</p>
      </footer>
      <Dialog
        open={asked !== null}
        onClose={() => setAsked(null)}
        title={t.reports.ask.title(count)}
        footer={
          <>
            <Button
              kind="ghost"
              onClick={() => {
                setAsked(null);
                const section = stale[0]?.section;
                if (section !== undefined) onLook(section);
              }}
            >
              {t.reports.ask.look}
            </Button>
            <Button busy={settling} onClick={() => void settle('keep')}>
              {t.reports.ask.keep}
            </Button>
            {!gone && (
              <Button kind="primary" busy={settling} onClick={() => void settle('update')}>
                {t.reports.ask.update}
              </Button>
            )}
          </>
        }
      >
        <p>{gone ? t.reports.ask.gone : t.reports.ask.text}</p>
        <ul className={css['asked']}>
          {stale.flatMap((text) =>
            text.stale
              .filter((one) => one.state !== 'same')
              .map((one) => (
                <li key={`${text.section} ${one.token}`}>
                  <StaleName text={text} token={one.token} />
                  <del>{one.then}</del> <Icon name="arrowRight" title={t.reports.stale.to} />{' '}
                  {one.now === null ? t.reports.stale.gone : <ins>{one.now}</ins>}
                </li>
              )),
          )}
        </ul>
      </Dialog>
    </>
  );
}

/** What a figure is of, in the reader's language; nothing where it is gone. */
function StaleName({ text, token }: { readonly text: ReportTextDto; readonly token: string }) {
  const format = useFormat();
  const piece = text.pieces.find((one) => one.kind === 'token' && one.told.token === token);
  if (piece?.kind !== 'token') return null;
  const { name, channelName } = piece.told;
  return (
    <span className={css['askedName']}>{[format.local(name), channelName].filter(Boolean).join(', ')}</span>
  );
}
