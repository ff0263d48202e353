/** The line under the grid: what is selected, and what the marks in the cells mean. */
import { useMemo } from 'react';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { cx, gapClass, useLong } from '../../ui/index.ts';
import css from './figures.module.css';
import marks from './grid.module.css';
import type { Sheet } from './plan.ts';
import type { Block } from './selection.ts';
import { MOST_CELLS, statsOf } from './stats.ts';
import { shownText } from './typed.ts';

export interface StatusBarProps {
  readonly sheet: Sheet;
  readonly block: Block | null;
  readonly saving: boolean;
  /** What was done last, read aloud where it is not seen to happen. */
  readonly told: string;
}

export function StatusBar({ sheet, block, saving, told }: StatusBarProps) {
  const t = useT();
  const { style } = useFormat();
  const slow = useLong(saving);
  const stats = useMemo(() => block && statsOf(sheet, block), [sheet, block]);
  const words = t.figures.stats;
  const figures = stats?.figures;
  const shown = (value: number): string => (figures ? shownText(value, figures.unit, style) : '');
  const { states } = t.figures;
  return (
    <div className={css['status']}>
      <div className={css['stats']} role="status">
        {stats && stats.cells > 0 && <span>{words.cells(stats.cells)}</span>}
        {stats && stats.cells > 1 && figures && (
          <>
            {figures.sum !== null && <Stat word={words.sum} value={shown(figures.sum)} />}
            <Stat word={words.mean} value={shown(figures.mean)} />
            <Stat word={words.least} value={shown(figures.least)} />
            <Stat word={words.most} value={shown(figures.most)} />
          </>
        )}
        {stats && stats.cells > 1 && stats.known && (
          <Stat word={words.recorded} value={words.of(stats.recorded, stats.expected)} />
        )}
        {stats && stats.cells > 1 && !stats.known && (
          <span>{stats.cells > MOST_CELLS ? words.tooMany : t.common.loading}</span>
        )}
        {slow && <span className={css['saving']}>{t.common.saving}</span>}
      </div>
      <div className="visually-hidden" role="status" aria-live="polite" data-told>
        {told}
      </div>
      <div className={css['legend']} aria-hidden="true">
        <Legend look={gapClass} word={states.missing} />
        <Legend look="" text="0" word={states.zero} />
        <Legend look={cx(marks['na'])} text={t.figures.na} word={states.notApplicable} />
        <Legend look={cx(marks['note'])} word={states.note} />
        <Legend look={cx(marks['changed'])} word={states.changed} />
        <Legend look={cx(css['dotted'])} word={states.provisional} />
      </div>
    </div>
  );
}

function Stat({ word, value }: { readonly word: string; readonly value: string }) {
  return (
    <span>
      {word} <b>{value}</b>
    </span>
  );
}

function Legend({
  look,
  text,
  word,
}: {
  readonly look: string;
  readonly text?: string;
  readonly word: string;
}) {
  return (
    <span className={css['mark']}>
      <span className={cx(css['sample'], look)}>{text}</span>
      {word}
    </span>
  );
}
