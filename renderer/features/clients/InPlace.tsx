/** A word changed where it stands: kept when the box is left, or Enter is pressed; an empty one is not kept. */
import { useState } from 'react';
import css from './Channels.module.css';

export function InPlace({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setText(value);
  }
  const save = (): void => {
    const next = text.trim();
    if (next === '') setText(value);
    else if (next !== value) onChange(next);
  };
  return (
    <input
      className={css['name']}
      aria-label={label}
      value={text}
      maxLength={60}
      onChange={(event) => setText(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setText(value);
        if (event.key !== 'Enter') return;
        event.preventDefault();
        save();
      }}
    />
  );
}
