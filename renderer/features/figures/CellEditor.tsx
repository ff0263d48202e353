/** The box one types a figure in, over its cell. Enter and Tab take the text and move on, Esc leaves it. */
import { useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { commandKey } from '../../app/index.ts';
import type { Box } from './geometry.ts';
import css from './grid.module.css';
import type { Editing, Leave } from './useGrid.ts';

export interface CellEditorProps {
  readonly editing: Editing;
  readonly box: Box;
  readonly label: string;
  readonly wrong: boolean;
  readonly onCommit: (text: string, leave: Leave, whole?: boolean) => void;
  readonly onCancel: () => void;
  readonly onType: () => void;
}

const arrows: Readonly<Record<string, Leave>> = {
  ArrowUp: { lines: -1 },
  ArrowDown: { lines: 1 },
  ArrowLeft: { cols: -1 },
  ArrowRight: { cols: 1 },
};

export function CellEditor({ editing, box, label, wrong, onCommit, onCancel, onType }: CellEditorProps) {
  const [text, setText] = useState(editing.text);
  const input = useRef<HTMLInputElement>(null);
  // Leaving by a key is not leaving by the pointer: the blur that follows is no second commit.
  const left = useRef(false);
  useLayoutEffect(() => {
    input.current?.focus({ preventScroll: true });
    if (editing.mode === 'in') input.current?.select();
  }, [editing]);

  const commit = (leave: Leave, whole = false): void => onCommit(text, leave, whole);
  const press = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const arrow = editing.mode === 'over' ? arrows[event.key] : undefined;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (commandKey(event)) commit('stay', true);
      else commit({ lines: event.shiftKey ? -1 : 1 });
    } else if (event.key === 'Tab') {
      event.preventDefault();
      commit({ cols: event.shiftKey ? -1 : 1 });
    } else if (event.key === 'Escape') {
      event.preventDefault();
      left.current = true;
      onCancel();
    } else if (arrow !== undefined) {
      event.preventDefault();
      commit(arrow);
    }
  };
  return (
    <input
      ref={input}
      className={css['editor']}
      style={box}
      aria-label={label}
      aria-invalid={wrong}
      value={text}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => {
        setText(event.target.value);
        onType();
      }}
      onKeyDown={press}
      onPointerDown={(event) => event.stopPropagation()}
      onBlur={() => {
        if (!left.current) commit('away');
      }}
    />
  );
}
