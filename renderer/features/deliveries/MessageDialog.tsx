/**
 * The message a report goes out with, to be read, changed and pasted into a mail: one client after the other. What is
 * changed stays as long as the dialog is open, for each client and language.
 */
import { useEffect, useRef, useState } from 'react';
import type { ReportFormat } from '../../../shared/contract/api/reports.ts';
import type { Input, Output } from '../../../shared/contract/api.ts';
import { languages } from '../../../shared/domain/kpi.ts';
import type { Language } from '../../../shared/domain/kpi.ts';
import { useCall } from '../../api/index.ts';
import { copyText } from '../../charts/export/save.ts';
import { useT } from '../../i18n/index.tsx';
import { Button, Dialog, ErrorPanel, Icon, Segmented, TextArea, TextInput } from '../../ui/index.ts';
import css from './message.module.css';

export interface Letter {
  readonly client: { readonly id: number; readonly name: string };
  readonly language: Language;
  /** What is attached. */
  readonly formats: readonly ReportFormat[];
}

export interface MessageDialogProps {
  readonly period: Input<'deliveries.message'>['period'];
  readonly base: Input<'deliveries.message'>['base'];
  /** At least one. */
  readonly letters: readonly Letter[];
  /** The one to begin with. */
  readonly first?: number;
  readonly onClose: () => void;
}

type Message = Output<'deliveries.message'>;

export function MessageDialog({ period, base, letters, first = 0, onClose }: MessageDialogProps) {
  const t = useT();
  const words = t.deliveries.message;
  const [at, setAt] = useState(first);
  const [languageOf, setLanguageOf] = useState<ReadonlyMap<number, Language>>(new Map());
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Message>>(new Map());
  const [copied, setCopied] = useState<'subject' | 'body' | 'failed' | null>(null);
  const letter = letters[at];
  const language = languageOf.get(at) ?? letter?.language ?? 'en';
  const { data, error, isPlaceholderData, refetch } = useCall(
    'deliveries.message',
    letter === undefined
      ? null
      : { client: letter.client.id, period, base, language, formats: [...letter.formats] },
  );
  const copyButton = useRef<HTMLButtonElement>(null);
  const ready = data !== undefined && !isPlaceholderData;
  const focused = useRef<number | null>(null);
  // Copying is what one came for; the next client's message is copied with the next press.
  useEffect(() => {
    if (!ready || focused.current === at) return;
    focused.current = at;
    copyButton.current?.focus();
  }, [ready, at]);
  if (letter === undefined) return null;

  const key = `${at} ${language}`;
  const draft = drafts.get(key);
  const message = draft ?? data;
  const write = (change: Partial<Message>): void => {
    if (message === undefined) return;
    setCopied(null);
    setDrafts(new Map(drafts).set(key, { ...message, ...change }));
  };
  const copy = (what: 'subject' | 'body'): void => {
    if (message !== undefined) setCopied(copyText(message[what]) ? what : 'failed');
  };
  const go = (to: number): void => {
    setAt(to);
    setCopied(null);
  };
  const next = letters[at + 1];
  const said =
    copied === null
      ? ''
      : { subject: words.copiedSubject, body: words.copiedBody, failed: words.notCopied }[copied];
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={words.title(letter.client.name)}
      footer={
        <>
          <p className={css['said']} role="status">
            {said !== '' && (
              <>
                <Icon name={copied === 'failed' ? 'warning' : 'check'} />
                {said}
              </>
            )}
          </p>
          {at > 0 && (
            <Button kind="ghost" onClick={() => go(at - 1)}>
              {words.previous}
            </Button>
          )}
          <Button
            ref={copyButton}
            icon="copy"
            kind={copied === 'body' && next !== undefined ? 'secondary' : 'primary'}
            disabled={message === undefined}
            onClick={() => copy('body')}
          >
            {words.copyBody}
          </Button>
          {next !== undefined && (
            <Button kind={copied === 'body' ? 'primary' : 'secondary'} onClick={() => go(at + 1)}>
              {words.next(next.client.name)}
            </Button>
          )}
        </>
      }
    >
      <div className={css['message']} aria-busy={!ready}>
        <div className={css['head']}>
          <Segmented
            label={words.language}
            value={language}
            onChange={(value) => {
              setCopied(null);
              setLanguageOf(new Map(languageOf).set(at, value));
            }}
            items={languages.map((value) => ({ value, label: t.app.palette.language[value] }))}
          />
          {letters.length > 1 && <span className={css['grey']}>{words.count(at + 1, letters.length)}</span>}
        </div>
        {error && <ErrorPanel inline error={error} onRetry={() => void refetch()} />}
        {message !== undefined && (
          <>
            <div className={css['subject']}>
              <TextInput
                label={words.subject}
                value={message.subject}
                onChange={(subject) => write({ subject })}
              />
              <Button icon="copy" size="large" onClick={() => copy('subject')}>
                {words.copySubject}
              </Button>
            </div>
            <TextArea
              label={words.body}
              rows={14}
              value={message.body}
              onChange={(body) => write({ body })}
            />
            <p className={css['hint']}>
              {words.hint}
              {draft !== undefined && (
                <Button
                  kind="link"
                  onClick={() => {
                    setCopied(null);
                    const rest = new Map(drafts);
                    rest.delete(key);
                    setDrafts(rest);
                  }}
                >
                  {words.reset}
                </Button>
              )}
            </p>
          </>
        )}
      </div>
    </Dialog>
  );
}
