/** Words of the person on the dashboard: written in place, saved when left. */
import { useEffect, useRef, useState } from 'react';
import { useT } from '../../../i18n/index.tsx';
import { Button } from '../../../ui/index.ts';
import { CardMenu } from '../board/card.tsx';
import css from './cards.module.css';

export interface TextCardProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
}

export function TextCard({ text, onChange }: TextCardProps) {
  const t = useT();
  const [draft, setDraft] = useState<string | null>(text === '' ? '' : null);
  const field = useRef<HTMLTextAreaElement>(null);
  const asked = useRef(false);
  const open = draft !== null;
  useEffect(() => {
    if (open && asked.current) field.current?.focus();
  }, [open]);
  const keep = (): void => {
    if (draft !== null && draft !== text) onChange(draft);
    setDraft(null);
  };
  return (
    <section className={css['sheet']} aria-label={t.dashboard.cards.text}>
      <CardMenu
        own={[
          {
            id: 'edit',
            label: t.dashboard.text.edit,
            icon: 'pencil',
            onSelect: () => {
              asked.current = true;
              setDraft(text);
            },
          },
        ]}
      />
      {draft === null ? (
        <div className={css['text']}>
          {text === '' ? <p className={css['none']}>{t.dashboard.text.none}</p> : <p>{text}</p>}
        </div>
      ) : (
        <div className={css['textForm']}>
          <textarea
            ref={field}
            className={css['textArea']}
            aria-label={t.dashboard.text.label}
            rows={4}
            maxLength={2000}
            value={draft}
            onChange={(event) => setDraft(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setDraft(null);
            }}
          />
          <div>
            <Button size="small" onClick={keep}>
              {t.common.done}
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}
