/** A change of definition being written down, with what its factor makes of the last figure before it. */
import { useState } from 'react';
import type { CallError } from '../../api/index.ts';
import type { Explorer } from '../../../shared/contract/api/explorer.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { endOf, isoOf } from '../../../shared/domain/time.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { toPeriod } from '../../i18n/period.ts';
import { Button, DateInput, ErrorPanel, Field, NumberInput, Select, TextInput } from '../../ui/index.ts';
import type { Faces } from '../../ui/faces.ts';
import { factorText } from './chartParts.ts';
import css from './Course.module.css';

export interface BreakDraft {
  readonly day: IsoDate;
  readonly note: string;
  readonly channel: number | null;
  readonly factor: number | null;
}

export interface BreakFormProps {
  readonly data: Explorer;
  readonly faces: Faces;
  readonly start: BreakDraft;
  readonly busy: boolean;
  readonly error: CallError | null;
  readonly onSubmit: (draft: BreakDraft) => void;
  readonly onCancel: () => void;
}

const ALL = 'all';
const plain = { kind: 'number' } as const;

export function BreakForm({ data, faces, start, busy, error, onSubmit, onCancel }: BreakFormProps) {
  const t = useT();
  const format = useFormat();
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
  const example = exampleBefore(data, day);
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
      {data.channels.length > 0 && (
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
                ...data.channels.map((one) => ({ value: one.id, label: faces.channel(one.id) ?? one.name })),
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
            {example !== null && typeof factor === 'number' && factor > 0 && (
              <strong>
                {' '}
                {words.example(
                  format.period({ cadence: data.cadence, start: example.start }, 'medium'),
                  format.value(example.value, data.kpi.unit),
                  factorText(factor, format),
                  format.value(example.value * factor, data.kpi.unit),
                )}
              </strong>
            )}
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

/** The last whole period on the chart that ended before a day. */
export function exampleBefore(
  data: Pick<Explorer, 'points' | 'cadence'>,
  day: IsoDate,
): { readonly start: IsoDate; readonly value: number } | null {
  if (day === '') return null;
  const before = data.points.findLast(
    (point) =>
      point.value !== null && isoOf(endOf(toPeriod({ cadence: data.cadence, start: point.start }))) <= day,
  );
  return before === undefined || before.value === null ? null : { start: before.start, value: before.value };
}
