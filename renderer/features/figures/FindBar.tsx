/** Finding in the grid: names of KPIs and channels, and the figures that were fetched. Enter goes on, Shift and Enter back. */
import { useEffect, useRef } from 'react';
import { useT } from '../../i18n/index.tsx';
import { Icon, IconButton } from '../../ui/index.ts';
import css from './figures.module.css';

export interface FindBarProps {
  readonly words: string;
  readonly onWords: (words: string) => void;
  /** Place among the hits, from 0; -1 for none. */
  readonly at: number;
  readonly hits: number;
  readonly onStep: (by: 1 | -1) => void;
  readonly onClose: () => void;
}

export function FindBar({ words, onWords, at, hits, onStep, onClose }: FindBarProps) {
  const t = useT();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    box.current?.focus();
    box.current?.select();
  }, []);
  const text = t.figures.find;
  return (
    <search className={css['find']} aria-label={text.title}>
      <Icon name="search" />
      <input
        ref={box}
        value={words}
        aria-label={text.title}
        placeholder={text.placeholder}
        spellCheck={false}
        onChange={(event) => onWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
          else if (event.key === 'Enter') onStep(event.shiftKey ? -1 : 1);
          else return;
          event.preventDefault();
        }}
      />
      <span role="status" className={css['hits']}>
        {words.trim() === '' ? '' : hits === 0 ? text.none : text.hits(at + 1, hits)}
      </span>
      <IconButton icon="chevronUp" label={text.previous} disabled={hits === 0} onClick={() => onStep(-1)} />
      <IconButton icon="chevronDown" label={text.next} disabled={hits === 0} onClick={() => onStep(1)} />
      <IconButton icon="close" label={t.common.close} onClick={onClose} />
    </search>
  );
}
