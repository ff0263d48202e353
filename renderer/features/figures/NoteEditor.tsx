/** The note on one cell: what a later reader should know about this figure. */
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useCall } from '../../api/index.ts';
import { commandKey, shortcut, useClient } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { Button, TextArea } from '../../ui/index.ts';
import css from './cards.module.css';
import { editLogOf } from './editLog.ts';
import type { CellAt } from './lines.ts';

const LONGEST = 2000;

export function NoteEditor({
  at,
  name,
  onClose,
}: {
  readonly at: CellAt;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const origin = useCall('figures.origin', at);
  if (!origin.data) return null;
  return <NoteForm at={at} name={name} was={origin.data.note} onClose={onClose} />;
}

function NoteForm({
  at,
  name,
  was,
  onClose,
}: {
  readonly at: CellAt;
  readonly name: string;
  readonly was: string | null;
  readonly onClose: () => void;
}) {
  const t = useT();
  const client = useClient();
  const [text, setText] = useState(was ?? '');
  const [failed, setFailed] = useState<string | null>(null);
  const save = async (next: string | null): Promise<void> => {
    if (next === was) return onClose();
    const code = await editLogOf(client.id).note(at, next, t.figures.did.noted(name));
    if (code) setFailed(`${t.errors.codes[code].what} ${t.errors.codes[code].todo}`);
    else onClose();
  };
  const saveText = (): void => void save(text.trim() === '' ? null : text.trim());
  return (
    // The shortcut is for the text inside, wherever in the form the focus is.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className={css['noteEditor']}
      onSubmit={(event) => {
        event.preventDefault();
        saveText();
      }}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Enter' || !commandKey(event)) return;
        event.preventDefault();
        saveText();
      }}
    >
      <TextArea
        label={t.figures.note.label(name)}
        value={text}
        onChange={setText}
        rows={4}
        maxLength={LONGEST}
        {...(failed !== null && { error: failed })}
      />
      <div className={css['actions']}>
        {was !== null && (
          <Button kind="ghost" onClick={() => void save(null)}>
            {t.figures.note.remove}
          </Button>
        )}
        <Button kind="ghost" onClick={onClose}>
          {t.common.cancel}
        </Button>
        <Button submit keys={shortcut('↵')}>
          {t.common.save}
        </Button>
      </div>
    </form>
  );
}
