/**
 * The editor of a section's commentary, beside the paper: text with live figures, a picker for them, what is wrong, and
 * how it reads. Saving approves what the figures say now.
 */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Input } from '../../../shared/contract/api.ts';
import { longestText } from '../../../shared/contract/api/texts.ts';
import type { ReportTextDto, TextPieceDto } from '../../../shared/contract/api/texts.ts';
import { useCall, useCommand } from '../../api/index.ts';
import { commandKey, shortcut } from '../../app/index.ts';
import { useLanguage, useT } from '../../i18n/index.tsx';
import { Button, cx, ErrorPanel, IconButton, TextArea, useToast } from '../../ui/index.ts';
import { useSettled } from '../../ui/useSettled.ts';
import css from './Commentary.module.css';
import { StaleFigures } from './StaleFigures.tsx';
import { TextProblems } from './TextProblems.tsx';
import { inserted, mended, thenOf } from './texts.ts';
import { TokenChip } from './TokenChip.tsx';
import { TokenPicker } from './TokenPicker.tsx';
import { useDraft } from './useDraft.ts';

export interface CommentaryProps {
  readonly report: Omit<Input<'texts.get'>, 'section'>;
  readonly section: string;
  /** Name of the section. */
  readonly name: string;
  readonly onClose: () => void;
}

export function Commentary({ report, section, name, onClose }: CommentaryProps) {
  const t = useT();
  const toast = useToast();
  const place = { ...report, section };
  const saved = useCall('texts.get', place);
  const draft = useDraft(JSON.stringify(place), saved.data?.body ?? '');
  const save = useCommand('texts.set');
  const accept = useCommand('texts.set');
  const settled = useSettled(draft.text);
  const preview = useCall('texts.preview', settled.trim() === '' ? null : { ...report, body: settled });
  const current = settled === draft.text && !preview.isPlaceholderData;
  const problems = draft.text.trim() === '' || !current ? [] : (preview.data?.problems ?? []);
  const [picking, setPicking] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const caret = useRef<number | null>(null);
  const area = (): HTMLTextAreaElement | null => box.current?.querySelector('textarea') ?? null;

  useLayoutEffect(() => {
    if (caret.current === null) return;
    area()?.focus();
    area()?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });

  const insert = (token: string): void => {
    const from = area()?.selectionStart ?? draft.text.length;
    const to = area()?.selectionEnd ?? from;
    const next = inserted(draft.text, token, from, to);
    caret.current = next.caret;
    draft.write(next.text);
  };
  const canSave = draft.changed && current && problems.length === 0 && !save.isPending;
  const onSave = (): void => {
    if (!canSave) return;
    const body = draft.text.trim();
    save.mutate(
      { ...place, body },
      {
        onSuccess: () => {
          draft.drop();
          toast({ text: body === '' ? t.texts.removed : t.texts.saved });
        },
      },
    );
  };

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!commandKey(event) || event.key !== 'Enter') return;
      event.preventDefault();
      onSave();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });

  return (
    <aside className={css['editor']} aria-label={`${t.texts.title}: ${name}`}>
      <header className={css['editorHead']}>
        <h2>{name}</h2>
        <span className={css['grey']}>{t.texts.title}</span>
        <IconButton icon="close" label={t.common.close} onClick={onClose} />
      </header>
      <div className={css['editorBody']}>
        {saved.error && <ErrorPanel error={saved.error} onRetry={() => void saved.refetch()} />}
        {saved.data !== undefined && (
          <>
            <StaleFigures
              text={saved.data}
              busy={accept.isPending}
              onAccept={() =>
                accept.mutate(
                  { ...place, body: saved.data.body },
                  { onSuccess: () => toast({ text: t.texts.stale.accepted }) },
                )
              }
            />
            {accept.error && <ErrorPanel inline error={accept.error} />}
            <div ref={box} className={css['writing']}>
              <TextArea
                label={t.texts.text}
                hint={draft.text === '' ? t.texts.placeholder : undefined}
                rows={8}
                maxLength={longestText}
                value={draft.text}
                onChange={draft.write}
              />
            </div>
            <TextProblems
              problems={problems}
              onMend={(problem) => draft.write(mended(draft.text, problem))}
            />
            <div className={css['tools']}>
              <Button
                size="small"
                icon={picking ? 'chevronUp' : 'plus'}
                aria-expanded={picking}
                onClick={() => setPicking(!picking)}
              >
                {t.texts.insert.title}
              </Button>
            </div>
            {picking && <TokenPicker report={report} onInsert={insert} />}
            <Preview
              pieces={draft.text.trim() === '' ? [] : (preview.data?.pieces ?? [])}
              text={saved.data}
              late={!current}
            />
          </>
        )}
      </div>
      <footer className={css['editorFoot']}>
        {save.error && <ErrorPanel inline error={save.error} />}
        <Button
          kind="primary"
          size="large"
          keys={shortcut(t.common.enterKey)}
          disabled={!canSave}
          busy={save.isPending}
          onClick={onSave}
        >
          {t.common.save}
        </Button>
        <Button size="large" disabled={!draft.changed} onClick={draft.drop}>
          {t.texts.discard}
        </Button>
      </footer>
    </aside>
  );
}

function Preview({
  pieces,
  text,
  late,
}: {
  readonly pieces: readonly TextPieceDto[];
  readonly text: ReportTextDto;
  readonly late: boolean;
}) {
  const t = useT();
  const language = useLanguage();
  return (
    <section className={css['preview']} aria-label={t.texts.preview} aria-busy={late}>
      <h3>{t.texts.preview}</h3>
      {pieces.length === 0 ? (
        <p className={css['grey']}>{t.texts.previewEmpty}</p>
      ) : (
        <div className={cx(css['previewText'], late && css['late'])}>
          {pieces.map((piece) => {
            const key = `${piece.at} ${piece.source}`;
            if (piece.kind === 'text') return <span key={key}>{piece.text}</span>;
            if (piece.kind === 'problem') {
              return (
                <span key={key} className={css['chipBroken']}>
                  {piece.text}
                </span>
              );
            }
            return (
              <TokenChip
                key={key}
                text={piece.text}
                told={piece.told}
                then={thenOf(text, piece.told)}
                language={language}
              />
            );
          })}
        </div>
      )}
    </section>
  );
}
