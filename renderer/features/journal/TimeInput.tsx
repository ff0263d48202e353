/** A time of day, typed freely (`9`, `930`, `9:30`) and shown as `09:30`. Arrow up and down go by five minutes. */
import { useState } from 'react';
import { useT } from '../../i18n/index.tsx';
import { TextInput } from '../../ui/index.ts';
import { parseTime } from './moments.ts';

export interface TimeInputProps {
  readonly label: string;
  /** `HH:MM`; empty when there is none. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly className?: string;
}

const step = 5;
const day = 24 * 60;

export function TimeInput({ value, onChange, ...rest }: TimeInputProps) {
  const t = useT();
  // `null`: nothing is being typed, the value is shown.
  const [text, setText] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);

  const settle = (): void => {
    if (text === null) return;
    const time = text.trim() === '' ? '' : parseTime(text);
    setWrong(time === undefined);
    if (time === undefined) return;
    setText(null);
    if (time !== value) onChange(time);
  };
  const move = (minutes: number): void => {
    const [hour = 0, minute = 0] = (parseTime(text ?? value) ?? '00:00').split(':').map(Number);
    const next = (hour * 60 + minute + minutes + day) % day;
    setText(null);
    setWrong(false);
    onChange(parseTime(`${Math.floor(next / 60)}:${String(next % 60).padStart(2, '0')}`) ?? value);
  };

  return (
    <TextInput
      {...rest}
      value={text ?? value}
      error={wrong ? t.journal.notATime : undefined}
      onChange={(next) => {
        setText(next);
        setWrong(false);
      }}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle();
        if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
          event.preventDefault();
          move(event.key === 'ArrowUp' ? step : -step);
        }
      }}
    />
  );
}
