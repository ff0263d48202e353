/** The head of a group of rows: fate, how many, what it means; it opens and closes. */
import type { CSSProperties } from 'react';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { cx, Icon } from '../../ui/index.ts';
import type { Fate, Line } from './rowLayout.ts';
import css from './RowsTable.module.css';

/** Where a line stands in the virtual table. */
export interface RowPlace {
  readonly id: string;
  readonly index: number;
  readonly active: boolean;
  readonly style: CSSProperties;
  /** `null`: its height is given. */
  readonly measure: ((element: HTMLElement | null) => void) | null;
  readonly onPoint: () => void;
}

/** What every line of the table has. */
export function frameOf(place: RowPlace) {
  return {
    id: place.id,
    ref: place.measure,
    'data-index': place.index,
    role: 'row',
    'aria-rowindex': place.index + 2,
    style: place.style,
  } as const;
}

export function GroupRow({
  place,
  line,
  onFold,
}: {
  readonly place: RowPlace;
  readonly line: Extract<Line, { readonly kind: 'group' }>;
  readonly onFold: (fate: Fate, open: boolean) => void;
}) {
  const t = useT();
  const format = useFormat();
  const name = t.imports.fates[line.fate];
  return (
    <div {...frameOf(place)} className={cx(css['row'], css['group'], place.active && css['active'])}>
      <span role="gridcell">
        <button
          type="button"
          tabIndex={-1}
          className={css['fold']}
          aria-expanded={line.open}
          aria-label={line.open ? t.imports.rows.close(name) : t.imports.rows.open(name)}
          onClick={() => {
            place.onPoint();
            onFold(line.fate, !line.open);
          }}
        >
          <Icon name={line.open ? 'chevronDown' : 'chevronRight'} />
        </button>
        <b>{name}</b> {format.number(line.count, 0)}{' '}
        <span className={css['quiet']}>{t.imports.fateText[line.fate]}</span>
      </span>
    </div>
  );
}
