/** A line of the preview's table: where it stands, its cells, and the head of a group of them. */
import type { CSSProperties, ReactNode } from 'react';
import { useFormat } from '../../i18n/format.tsx';
import { cx, Icon } from '../../ui/index.ts';
import css from './lines.module.css';

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

interface LineProps {
  readonly place: LinePlace;
  readonly className?: string;
  readonly children?: ReactNode;
}

export function Line({ place, className, children }: LineProps) {
  const { id, index, active, style, measure, onPoint } = place;
  return (
    <div
      id={id}
      ref={measure}
      data-index={index}
      role="row"
      aria-rowindex={index + 2}
      style={style}
      onPointerDown={onPoint}
      className={cx(css['row'], active && css['active'], className)}
    >
      {children}
    </div>
  );
}

export interface CellProps {
  readonly look?: 'mark' | 'strong' | 'quiet' | 'figure';
  /** Columns it takes; placing it is its class's. */
  readonly span?: number;
  readonly className?: string | undefined;
  readonly children?: ReactNode;
}

export function Cell({ look, span, className, children }: CellProps) {
  return (
    <span role="gridcell" aria-colspan={span} className={cx(look && css[look], className)}>
      {children}
    </span>
  );
}

export interface GroupHeadProps {
  readonly place: LinePlace;
  readonly name: string;
  readonly count: number;
  /** What it means, in grey. */
  readonly about: string;
  readonly open: boolean;
  /** Says what pressing the arrow does. */
  readonly label: string;
  readonly onFold: (open: boolean) => void;
  /** Columns of the table. */
  readonly columns: number;
  /** Stands in the first column, where the group can be taken whole. */
  readonly mark?: ReactNode;
}

/** The head of a group: it opens and closes. */
export function GroupHead({
  place,
  name,
  count,
  about,
  open,
  label,
  onFold,
  columns,
  mark = null,
}: GroupHeadProps) {
  const format = useFormat();
  const marked = mark !== null;
  return (
    <Line place={place} className={cx(css['group'], marked && css['marked'])}>
      {marked && <Cell look="mark">{mark}</Cell>}
      <Cell span={marked ? columns - 1 : columns}>
        <button
          type="button"
          tabIndex={-1}
          className={css['fold']}
          aria-expanded={open}
          aria-label={label}
          onClick={() => {
            place.onPoint();
            onFold(!open);
          }}
        >
          <Icon name={open ? 'chevronDown' : 'chevronRight'} />
        </button>
        <b>{name}</b> <span className={css['count']}>{format.number(count, 0)}</span>{' '}
        <span className={css['quiet']}>{about}</span>
      </Cell>
    </Line>
  );
}
