/** The head of a group of differences: what kind, on which sheet, how many; it is taken whole, opens and closes. */
import type { CSSProperties } from 'react';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { cx, Icon } from '../../ui/index.ts';
import { chosenOf } from './rows.ts';
import type { Group } from './rows.ts';
import css from './Differences.module.css';
import { Tick } from './Tick.tsx';

/** Where a line stands in the virtual table. */
export interface LinePlace {
  readonly id: string;
  readonly index: number;
  readonly active: boolean;
  readonly style: CSSProperties;
  /** `null`: its height is given. */
  readonly measure: ((element: HTMLElement | null) => void) | null;
  readonly onPoint: () => void;
}

/** What every line of the table has. */
export function frameOf(place: LinePlace) {
  return {
    id: place.id,
    ref: place.measure,
    'data-index': place.index,
    role: 'row',
    'aria-rowindex': place.index + 2,
    style: place.style,
    onPointerDown: place.onPoint,
  } as const;
}

export function GroupLine({
  place,
  group,
  open,
  onFold,
  onTake,
}: {
  readonly place: LinePlace;
  readonly group: Group;
  readonly open: boolean;
  readonly onFold: (open: boolean) => void;
  readonly onTake: (take: boolean) => void;
}) {
  const t = useT();
  const format = useFormat();
  const { kind, sheet, cells } = group;
  const name = t.returns.kinds[kind];
  const full = `${name}, ${t.returns.onSheet(sheet)}`;
  const written = kind === 'note' || kind === 'text';
  return (
    <div {...frameOf(place)} className={cx(css['row'], css['group'], place.active && css['active'])}>
      <span role="gridcell" className={css['mark']}>
        <Tick chosen={chosenOf(cells)} label={t.returns.rows.takeGroup(full)} onTake={onTake} />
      </span>
      <span role="gridcell" aria-colspan={8}>
        <button
          type="button"
          tabIndex={-1}
          className={css['fold']}
          aria-expanded={open}
          aria-label={open ? t.returns.rows.close(full) : t.returns.rows.open(full)}
          onClick={() => onFold(!open)}
        >
          <Icon name={open ? 'chevronDown' : 'chevronRight'} />
        </button>
        <b>{name}</b> <span className={css['count']}>{format.number(cells.length, 0)}</span>{' '}
        <span className={css['quiet']}>
          {[t.returns.onSheet(sheet), written ? t.returns.text.legend : t.returns.kindText[kind]].join(', ')}
        </span>
      </span>
    </div>
  );
}
