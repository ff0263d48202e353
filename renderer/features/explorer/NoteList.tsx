/** Annotations by their letters, each changed and taken out in place. */
import { useState } from 'react';
import type { Annotation } from '../../../shared/contract/api/views.ts';
import { noteMark } from '../../charts/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { IconButton } from '../../ui/index.ts';
import { NoteForm } from './NoteForm.tsx';
import type { NoteFormProps } from './NoteForm.tsx';
import css from './stage.module.css';
import type { Notes } from './useNotes.ts';

export interface NoteListProps extends Pick<NoteFormProps, 'kpi' | 'channel'> {
  /** With its place among all of the span, which its letter follows. */
  readonly annotations: readonly { readonly annotation: Annotation; readonly index: number }[];
  readonly notes: Notes;
}

export function NoteList({ annotations, notes, kpi, channel }: NoteListProps) {
  const t = useT();
  const format = useFormat();
  const words = t.explorer.note;
  const [editing, setEditing] = useState<number | null>(null);
  return (
    <ul className={css['notes']}>
      {annotations.map(({ annotation, index }) => (
        <li key={annotation.id}>
          {editing === annotation.id ? (
            <NoteForm
              start={{
                day: annotation.day,
                text: annotation.text,
                kpi: annotation.kpi === null ? null : kpi.id,
                channel: annotation.channel === null ? null : Number(annotation.channel),
              }}
              kpi={kpi}
              channel={channel}
              busy={notes.busy}
              error={notes.error}
              submit={t.common.save}
              onCancel={() => setEditing(null)}
              onSubmit={(draft) => notes.change(annotation, draft, () => setEditing(null))}
            />
          ) : (
            <div className={css['note']}>
              <span className={css['letter']}>{noteMark(index, true)}</span>
              <span className={css['noteText']}>
                <time dateTime={annotation.day}>{format.date(annotation.day, 'short')}</time>{' '}
                <span>{annotation.text}</span>
              </span>
              <span className={css['noteDoings']}>
                <IconButton
                  icon="pencil"
                  label={words.edit(annotation.text)}
                  onClick={() => setEditing(annotation.id)}
                />
                <IconButton
                  icon="close"
                  label={words.remove(annotation.text)}
                  onClick={() => notes.remove(annotation)}
                />
              </span>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
