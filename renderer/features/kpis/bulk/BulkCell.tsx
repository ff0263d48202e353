/** One cell of the bulk editor: the goal, last year's value in grey under it, the floor where there is one. */
import { memo, useLayoutEffect, useRef, useState } from 'react';
import type { KpiDefinition } from '../../../../shared/domain/kpi.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import { cx } from '../../../ui/index.ts';
import css from './bulk.module.css';
import { parseAsk, shownAsk, typedAsk } from './cell.ts';
import type { Ask } from './cell.ts';
import { growthOver } from './draft.ts';

export interface BulkCellProps {
  readonly row: number;
  readonly column: number;
  readonly definition: KpiDefinition;
  readonly ask: Ask | null;
  readonly lastYear: number | null;
  /** A target can stand here at this cadence. */
  readonly fits: boolean;
  readonly changed: boolean;
  readonly selected: boolean;
  readonly active: boolean;
}

function CellFace({
  row,
  column,
  definition,
  ask,
  lastYear,
  fits,
  changed,
  selected,
  active,
}: BulkCellProps) {
  const t = useT();
  const format = useFormat();
  const grown = growthOver(ask, lastYear);
  return (
    // Keys and the pointer are answered by the grid around it.
    <td
      className={cx(
        css['cell'],
        selected && css['selected'],
        active && css['active'],
        changed && css['changed'],
        !fits && css['unfit'],
      )}
      tabIndex={active ? 0 : -1}
      aria-selected={selected}
      aria-disabled={!fits}
      data-row={row}
      data-column={column}
    >
      {fits ? (
        <>
          <span className={css['goal']}>{ask === null ? '' : shownAsk(ask, definition, format, t)}</span>
          {ask?.floor !== undefined && (
            <span className={css['floor']}>
              {t.kpis.bulk.floorAt(format.value(ask.floor, definition.unit))}
            </span>
          )}
          <span className={css['before']}>
            {lastYear !== null && (
              <>
                <span className="visually-hidden">{t.kpis.bulk.lastYear} </span>
                {format.value(lastYear, definition.unit)}
                {grown !== null && changed && (
                  <span className={css['grown']}>
                    {' '}
                    {format.value(grown, { kind: 'percent' }, { sign: true, digits: 0 })}
                  </span>
                )}
              </>
            )}
          </span>
        </>
      ) : (
        <span className="visually-hidden">{t.kpis.bulk.unfit}</span>
      )}
    </td>
  );
}
export const BulkCell = memo(CellFace);

export interface CellInputProps {
  readonly label: string;
  readonly definition: KpiDefinition;
  readonly ask: Ask | null;
  /** What was typed to begin with; `null`: the cell's own text is edited. */
  readonly typed: string | null;
  /** `undefined`: it is left as it was. */
  readonly onDone: (ask: Ask | null | undefined, move: 'down' | 'right' | 'left' | 'up' | 'stay') => void;
}

/** The box that stands in a cell while it is typed into. What is no target keeps the box, and is said. */
export function CellInput({ label, definition, ask, typed, onDone }: CellInputProps) {
  const t = useT();
  const { style } = useFormat();
  const [text, setText] = useState(typed ?? typedAsk(ask, definition, style));
  const [wrong, setWrong] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    box.current?.focus();
    if (typed === null) box.current?.select();
  }, [typed]);
  const done = (move: Parameters<CellInputProps['onDone']>[1]): void => {
    const next = parseAsk(text, definition, style);
    if (next === undefined) setWrong(true);
    else onDone(next, move);
  };
  return (
    <td className={cx(css['cell'], css['editing'])}>
      <input
        ref={box}
        className={cx(css['input'], wrong && css['wrong'])}
        aria-label={label}
        aria-invalid={wrong}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setWrong(false);
        }}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') done(event.shiftKey ? 'up' : 'down');
          else if (event.key === 'Tab') done(event.shiftKey ? 'left' : 'right');
          else if (event.key === 'Escape') onDone(undefined, 'stay');
          else return;
          event.preventDefault();
        }}
        onPaste={(event) => event.stopPropagation()}
        onBlur={() => {
          const next = parseAsk(text, definition, style);
          onDone(next, 'stay');
        }}
      />
      {wrong && (
        <span className={css['hint']} role="alert">
          {definition.direction === 'range' ? t.kpis.bulk.needsRange : t.kpis.bulk.noTarget}
        </span>
      )}
    </td>
  );
}
