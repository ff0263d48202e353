/** A change of definition being written down, with what its factor makes of the last figure before it. */
import { useState } from 'react';
import type { CallError } from '../../api/index.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { useT } from '../../i18n/index.tsx';
import { Button, DateInput, ErrorPanel, Field, NumberInput, Select, TextInput } from '../../ui/index.ts';
import css from './Course.module.css';

export interface BreakDraft {
  readonly day: IsoDate;
  readonly note: string;
  readonly channel: number | null;
  readonly factor: number | null;
}

export interface BreakFormProps {
  /** Channels it may be of. */
  readonly channels: readonly { readonly id: string; readonly name: string }[];
  /** What a factor makes of the last figure before a day, in words; `null` where there is none. */
  readonly example?: (day: IsoDate, factor: number) => string | null;
  readonly start: BreakDraft;
  readonly busy: boolean;
  readonly error: CallError | null;
  readonly onSubmit: (draft: BreakDraft) => void;
  readonly onCancel: () => void;
}

const ALL = 'all';
const plain = { kind: 'number' } as const;

export function BreakForm({ channels, example, start, busy, error, onSubmit, onCancel }: BreakFormProps) {
  const t = useT();
  const words = t.explorer.definition;
  const [day, setDay] = useState(start.day);
  const [note, setNote] = useState(start.note);
  const [channel, setChannel] = useState(start.channel);
  // `undefined`: what stands there is no number.
  const [factor, setFactor] = useState<number | null | undefined>(start.factor);
  const [tried, setTried] = useState(false);
  const wrong = factor === undefined || (factor !== null && factor <= 0);
  const submit = (): void => {
    setTried(true);
    if (day !== '' && note.trim() !== '' && !wrong) onSubmit({ day, note: note.trim(), channel, factor });
  };
  const made = typeof factor === 'number' && factor > 0 ? (example?.(day, factor) ?? null) : null;
  return (
    <form
      className={css['form']}
      aria-label={words.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <DateInput
        label={words.day}
        value={day}
        onChange={setDay}
        error={tried && day === '' ? words.dayMissing : undefined}
      />
      <TextInput
        label={words.note}
        value={note}
        onChange={setNote}
        maxLength={400}
        takesFocus
        placeholder={words.notePlaceholder}
        error={tried && note.trim() === '' ? words.noteMissing : undefined}
      />
      {channels.length > 0 && (
        <Field label={words.channel}>
          {({ id, labelId }) => (
            <Select
              id={id}
              labelledBy={labelId}
              look="form"
              value={channel === null ? ALL : String(channel)}
              onChange={(next) => setChannel(next === ALL ? null : Number(next))}
              items={[
                { value: ALL, label: t.common.allChannels },
                ...channels.map((one) => ({ value: one.id, label: one.name })),
              ]}
            />
          )}
        </Field>
      )}
      <NumberInput
        label={words.factorLabel}
        optional
        unit={plain}
        value={factor ?? null}
        onChange={setFactor}
        hint={
          <>
            {words.factorHint}
            {made !== null && <strong className={css['made']}>{made}</strong>}
          </>
        }
        error={tried && wrong ? words.factorWrong : undefined}
      />
      {error !== null && <ErrorPanel error={error} inline />}
      <div className={css['buttons']}>
        <Button kind="ghost" onClick={onCancel}>
          {t.common.cancel}
        </Button>
        <Button submit busy={busy}>
          {t.common.save}
        </Button>
      </div>
    </form>
  );
}
