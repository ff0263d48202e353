/**
 * The editor of a section's text, beside the paper: text with live figures, a picker for them, what is wrong, and how it
 * reads.
 *
 * It saves as it is written. What is new is approved by that; a figure that had changed stays marked until somebody
 * decides on it. A text with a figure that cannot be read waits in the window and says so.
 */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Input } from '../../../../shared/contract/api.ts';
import { longestText } from '../../../../shared/contract/api/texts.ts';
import { callOnce, useCall, useCommand } from '../../../api/index.ts';
import { commandKey, shortcut } from '../../../app/index.ts';
import { useT } from '../../../i18n/index.tsx';
import { Button, ErrorPanel, IconButton, TextArea, useToast } from '../../../ui/index.ts';
import { useSettled } from '../../../ui/useSettled.ts';
import { asksForFigure, inserted, mended } from '../texts.ts';
import css from './Commentary.module.css';
import { DraftOffer } from './DraftOffer.tsx';
import { StaleFigures } from './StaleFigures.tsx';
import { TextPreview } from './TextPreview.tsx';
import { TextProblems } from './TextProblems.tsx';
import { TokenPicker } from './TokenPicker.tsx';
import { draftKey, useDraft } from './useDraft.ts';
import { useTextFocus } from './useTextFocus.ts';

/** Milliseconds without a key until what is written is kept. */
const PAUSE = 900;

export interface CommentaryProps {
  readonly report: Omit<Input<'texts.get'>, 'section'>;
  readonly section: string;
  /** Name of the section. */
  readonly name: string;
  /** Above the text: the title of a free one. */
  readonly heading?: React.ReactNode;
  readonly onClose: () => void;
}

export function Commentary({ report, section, name, heading, onClose }: CommentaryProps) {
  const t = useT();
  const toast = useToast();
  const place = { ...report, section };
  const saved = useCall('texts.get', place);
  const draft = useDraft(JSON.stringify(place), saved.data?.body ?? '');
  const save = useCommand('texts.set');
  const settled = useSettled(draft.text);
  const preview = useCall('texts.preview', settled.trim() === '' ? null : { ...report, body: settled });
  const current = settled === draft.text && !preview.isPlaceholderData;
  const problems = draft.text.trim() === '' || !current ? [] : (preview.data?.problems ?? []);
  const [picking, setPicking] = useState<'no' | 'button' | 'typed'>('no');
  const box = useRef<HTMLDivElement>(null);
  const caret = useRef<number | null>(null);
  const opened = useRef<string | null>(null);
  const area = (): HTMLTextAreaElement | null => box.current?.querySelector('textarea') ?? null;
  if (opened.current === null && saved.data !== undefined) opened.current = saved.data.body;
  useTextFocus(area, saved.data !== undefined);

  useLayoutEffect(() => {
    if (caret.current === null) return;
    area()?.focus();
    area()?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });

  const { mutate } = save;
  const ready = draft.changed && current && problems.length === 0 && saved.data !== undefined;
  const { refetch } = saved;
  const latest = useRef({ draft, place, problems, saved: saved.data, refetch });
  latest.current = { draft, place, problems, saved: saved.data, refetch };
  const keep = useRef(() => {
    const { draft: now, place: at } = latest.current;
    const body = now.text.trim();
    mutate(
      { ...at, body, approve: 'new' },
      {
        // Dropped before the saved text is here again, the editor would show the one before it for a moment.
        onSuccess: () =>
          void latest.current.refetch().then(({ data }) => {
            if (data !== undefined && latest.current.draft.text.trim() === body) latest.current.draft.drop();
          }),
      },
    );
  });
  useEffect(() => {
    if (!ready) return undefined;
    const timer = setTimeout(keep.current, PAUSE);
    return () => clearTimeout(timer);
  }, [ready, draft.text]);

  // Leaving keeps what is there; what cannot be read yet waits as a draft.
  useEffect(
    () => () => {
      const { draft: now, place: at, saved: was } = latest.current;
      const before = opened.current;
      const body = now.text.trim();
      const undo = (): void => {
        void callOnce('texts.set', { ...at, body: before ?? '', approve: 'new' }).then(() =>
          toast({ text: t.texts.undone }),
        );
      };
      const told = (): void => {
        if (before !== null && before !== body)
          toast({ text: body === '' ? t.texts.removed : t.texts.saved, undo });
      };
      if (was === undefined) return;
      if (!now.changed) {
        sessionStorage.removeItem(draftKey(JSON.stringify(at)));
        told();
        return;
      }
      callOnce('texts.set', { ...at, body, approve: 'new' }).then(
        () => {
          sessionStorage.removeItem(draftKey(JSON.stringify(at)));
          told();
        },
        () => undefined,
      );
    },
    // Once, when the editor goes.
    // oxlint-disable-next-line react/exhaustive-deps
    [],
  );

  const write = (text: string): void => {
    draft.write(text);
    const at = area()?.selectionStart ?? text.length;
    if (text.length === draft.text.length + 1 && asksForFigure(text, at)) setPicking('typed');
  };
  const insert = (token: string): void => {
    const box_ = area();
    let from = box_?.selectionStart ?? draft.text.length;
    const to = box_?.selectionEnd ?? from;
    // The sign that asked for the figure gives way to it.
    if (picking === 'typed' && asksForFigure(draft.text, from)) from -= 1;
    const next = inserted(draft.text, token, from, to);
    caret.current = next.caret;
    draft.write(next.text);
    setPicking('no');
  };
  const take = (body: string): void => {
    const before = draft.text;
    caret.current = body.length;
    draft.write(body);
    const undo = (): void => {
      // What was written on it meanwhile is the person's own.
      if (latest.current.draft.text !== body) return;
      if (box.current === null) {
        void callOnce('texts.set', { ...place, body: before, approve: 'new' });
        return;
      }
      caret.current = before.length;
      latest.current.draft.write(before);
    };
    toast({ text: t.texts.draft.taken, undo });
  };
  const closePicker = (): void => {
    setPicking('no');
    caret.current = area()?.selectionStart ?? draft.text.length;
  };

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!commandKey(event) || event.key !== 'Enter') return;
      event.preventDefault();
      onClose();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [onClose]);

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
            <StaleFigures report={report} texts={[saved.data]} />
            {heading}
            <div ref={box} className={css['writing']}>
              <TextArea
                label={t.texts.text}
                hint={draft.text === '' ? t.texts.placeholder : undefined}
                rows={9}
                maxLength={longestText}
                value={draft.text}
                onChange={write}
              />
            </div>
            {draft.text.trim() === '' && <DraftOffer place={place} onTake={take} />}
            <TextProblems
              problems={problems}
              onMend={(problem) => draft.write(mended(draft.text, problem))}
            />
            <div className={css['tools']}>
              <Button
                size="small"
                icon={picking === 'no' ? 'plus' : 'chevronUp'}
                aria-expanded={picking !== 'no'}
                onClick={() => setPicking(picking === 'no' ? 'button' : 'no')}
              >
                {t.texts.insert.title}
              </Button>
              <span className={css['grey']}>{t.texts.insert.hint}</span>
            </div>
            {picking !== 'no' && (
              <TokenPicker
                report={report}
                takesFocus={picking === 'typed'}
                onInsert={insert}
                onClose={closePicker}
              />
            )}
            <TextPreview
              pieces={draft.text.trim() === '' ? [] : (preview.data?.pieces ?? [])}
              text={saved.data}
              late={!current}
            />
          </>
        )}
      </div>
      <footer className={css['editorFoot']}>
        {save.error && save.error.code !== 'text-problem' && <ErrorPanel inline error={save.error} />}
        <p className={css['grey']} role="status">
          {!draft.changed ? t.texts.kept : problems.length > 0 ? t.texts.waits : t.texts.keeping}
        </p>
        <Button kind="primary" keys={shortcut(t.common.enterKey)} onClick={onClose}>
          {t.texts.done}
        </Button>
      </footer>
    </aside>
  );
}
