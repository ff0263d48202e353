/** One line of the palette, with what was found marked. */
import { Command } from 'cmdk';
import type { ReactNode } from 'react';
import type { TextRange } from '../../../shared/domain/matching.ts';
import { Icon } from '../../ui/Icon.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import css from '../Palette.module.css';
import type { PaletteLine } from './lines.ts';

export function Line({ line, onSelect }: { readonly line: PaletteLine; readonly onSelect: () => void }) {
  const { id, label, marks = [], icon, mark, hint, keys } = line;
  return (
    <Command.Item className={css['item']} value={id} onSelect={onSelect}>
      {mark ?? (icon && <Icon name={icon} />)}
      <span className={css['text']}>
        <Marked text={label} marks={marks} />
      </span>
      {hint !== undefined && hint !== '' && <span className={css['hint']}>{hint}</span>}
      {keys !== undefined && (
        <span className={css['keys']} aria-hidden="true">
          {keys.split(' ').map((key, i) => (
            <KeyHint key={i} keys={key} />
          ))}
        </span>
      )}
    </Command.Item>
  );
}

/** A text whose found pieces are strong. */
export function Marked({ text, marks }: { readonly text: string; readonly marks: readonly TextRange[] }) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const [from, to] of marks) {
    if (from > at) parts.push(text.slice(at, from));
    parts.push(
      <b key={from} className={css['mark']}>
        {text.slice(from, to)}
      </b>,
    );
    at = to;
  }
  parts.push(text.slice(at));
  return <>{parts}</>;
}
