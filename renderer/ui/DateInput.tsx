/**
 * A date, typed and shown in words (`31 Dec 2026`), so that nobody wonders which number is the month. Arrow up and
 * down go by a day.
 */
import { useState } from 'react';
import { formatDate } from '../../shared/domain/format.ts';
import { addDays, isoOf, parseIso } from '../../shared/domain/time.ts';
import type { Day } from '../../shared/domain/time.ts';
import { useLanguage, useT } from '../i18n/index.tsx';
import { parseTypedDate } from './dates.ts';
import { TextInput } from './Field.tsx';
import type { FieldProps } from './Field.tsx';

export interface DateInputProps extends FieldProps {
  /** `YYYY-MM-DD`; empty when there is none. */
  readonly value: string;
  /** Called with a date, or with an empty text when it was cleared. */
  readonly onChange: (value: string) => void;
  readonly disabled?: boolean;
}

function clockDay(): Day {
  const now = new Date();
  return Math.floor((now.getTime() - now.getTimezoneOffset() * 60_000) / 86_400_000) as Day;
}

export function DateInput({ value, onChange, error, ...rest }: DateInputProps) {
  const t = useT();
  const language = useLanguage();
  // `null`: nothing is being typed, the value is shown.
  const [text, setText] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const shown = value === '' ? '' : formatDate(value, language, 'medium');

  const settle = (): void => {
    if (text === null) return;
    const date = text.trim() === '' ? '' : parseTypedDate(text, parseIso(value) ?? clockDay());
    setWrong(date === undefined);
    if (date === undefined) return;
    setText(null);
    if (date !== value) onChange(date);
  };
  const step = (days: number): void => {
    const day = parseIso(value);
    if (day === undefined) return;
    setText(null);
    onChange(isoOf(addDays(day, days)));
  };

  return (
    <TextInput
      {...rest}
      value={text ?? shown}
      error={error ?? (wrong ? t.common.notADate : undefined)}
      onChange={(next) => {
        setText(next);
        setWrong(false);
      }}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle();
        if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
          event.preventDefault();
          step(event.key === 'ArrowUp' ? 1 : -1);
        }
      }}
    />
  );
}
