/**
 * Why a KPI stands where it stands, written under its row: what is saved stands in the report beside it. Control and Enter
 * saves and goes on to the next one that is asked for; Escape leaves it as it was.
 */
import { useEffect, useId, useRef, useState } from 'react';
import { shortcut } from '../../app/palette.ts';
import { useT } from '../../i18n/index.tsx';
import { Button, KeyHint } from '../../ui/index.ts';
import css from './notes.module.css';

export interface NoteRowProps {
  /** The KPI and its channel. */
  readonly of: string;
  readonly text: string;
  readonly columns: number;
  readonly busy: boolean;
  /** There is another one that is asked for. */
  readonly more: boolean;
  /** `null` takes it away. */
  readonly onSave: (text: string | null, andNext: boolean) => void;
  readonly onClose: () => void;
}

const longest = 2000;

export function NoteRow({ of, text: stored, columns, busy, more, onSave, onClose }: NoteRowProps) {
  const t = useT();
  const words = t.scorecard.note;
  const id = useId();
  const [text, setText] = useState(stored);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    area.current?.focus();
    area.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const save = (andNext: boolean): void => {
    const next = text.trim();
    if (next === stored) onClose();
    else onSave(next === '' ? null : next, andNext);
  };
  return (
    <tr className={css['editor']}>
      <td colSpan={columns} className={css['holder']}>
        <div className={css['box']}>
          <label htmlFor={id} className={css['label']}>
            {words.label(of)}
          </label>
          <textarea
            ref={area}
            id={id}
            rows={2}
            maxLength={longest}
            className={css['area']}
            value={text}
            placeholder={words.placeholder}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') onClose();
              else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save(more);
              else return;
              event.preventDefault();
              event.stopPropagation();
            }}
          />
          <div className={css['foot']}>
            <span className={css['grey']}>{words.printed}</span>
            <Button kind="ghost" size="small" onClick={onClose}>
              {t.common.cancel}
            </Button>
            <Button size="small" busy={busy} onClick={() => save(false)}>
              {words.save}
            </Button>
            {more && (
              <Button kind="primary" size="small" busy={busy} onClick={() => save(true)}>
                {words.saveNext} <KeyHint keys={shortcut('↵')} />
              </Button>
            )}
          </div>
        </div>
      </td>
    </tr>
  );
}
