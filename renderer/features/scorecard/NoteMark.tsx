/** The note of a row: that there is one, that one is asked for, or a place to write one; in a column the words themselves. */
import { useT } from '../../i18n/index.tsx';
import { cx, Icon } from '../../ui/index.ts';
import css from './notes.module.css';

export interface NoteProps {
  readonly of: string;
  readonly text: string | undefined;
  readonly wanted: boolean;
  readonly open: boolean;
  readonly onOpen: () => void;
}

export function NoteMark({ of, text, wanted, open, onOpen }: NoteProps) {
  const t = useT();
  const words = t.scorecard.note;
  const label = text !== undefined ? words.read(of, text) : wanted ? words.wanted(of) : words.add(of);
  return (
    <button
      type="button"
      className={cx(css['mark'], text === undefined && css[wanted ? 'wanted' : 'empty'])}
      aria-label={label}
      title={text ?? label}
      aria-expanded={open}
      data-note=""
      onClick={onOpen}
    >
      <Icon name={wanted && text === undefined ? 'question' : 'note'} />
    </button>
  );
}

export function NoteCell({ of, text, wanted, open, onOpen }: NoteProps) {
  const t = useT();
  const words = t.scorecard.note;
  if (text === undefined && !wanted) return null;
  return (
    <button
      type="button"
      className={cx(css['cell'], text === undefined && css['cellWanted'])}
      aria-label={text === undefined ? words.wanted(of) : words.read(of, text)}
      aria-expanded={open}
      data-note=""
      onClick={onOpen}
    >
      {text ?? words.why}
    </button>
  );
}
