/** Why a KPI is off in the closed month: asked for where it is red, printed beside it in the report. */
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { OwedNote } from '../../../shared/contract/api/figures.ts';
import type { PeriodDto } from '../../../shared/contract/values.ts';
import { asCallError, callOnce } from '../../api/index.ts';
import { commandKey, shortcut, useClient } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { toPeriod } from '../../i18n/period.ts';
import { Button, StatusWord, TextArea } from '../../ui/index.ts';
import css from './cards.module.css';
import type { FigureLine } from './lines.ts';

const LONGEST = 2000;

export interface StatusNoteCardProps {
  readonly line: FigureLine;
  readonly note: OwedNote;
  readonly period: PeriodDto;
  readonly onClose: () => void;
}

export function StatusNoteCard({ line, note, period, onClose }: StatusNoteCardProps) {
  const t = useT();
  const format = useFormat();
  const client = useClient();
  const [text, setText] = useState(note.text ?? '');
  const [failed, setFailed] = useState<string | null>(null);
  const words = t.figures.owed;
  const when = format.period(toPeriod(period), 'long');
  const save = async (): Promise<void> => {
    const next = text.trim() === '' ? null : text.trim();
    if (next === note.text) return onClose();
    try {
      await callOnce('statusNotes.set', {
        client: client.id,
        kpi: line.kpi.id,
        channel: note.channel === null ? null : Number(note.channel),
        period,
        text: next,
      });
      onClose();
    } catch (error) {
      const { code } = asCallError(error);
      setFailed(`${t.errors.codes[code].what} ${t.errors.codes[code].todo}`);
    }
  };
  return (
    // The shortcut is for the text inside, wherever in the form the focus is.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className={css['noteEditor']}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Enter' || !commandKey(event)) return;
        event.preventDefault();
        void save();
      }}
    >
      <div className={css['originHead']}>
        {note.value !== null && <b className={css['value']}>{format.value(note.value, line.unit)}</b>}
        <span className={css['what']}>{line.name}</span>
        <span className={css['quiet']}>{when}</span>
      </div>
      <p className={css['goal']}>
        <StatusWord status="off" /> {format.goal(note.judgement, line.unit)}
      </p>
      <TextArea
        label={words.whyLabel(line.name, when)}
        hint={words.whyHint}
        value={text}
        onChange={setText}
        rows={4}
        maxLength={LONGEST}
        {...(failed !== null && { error: failed })}
      />
      <div className={css['actions']}>
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
