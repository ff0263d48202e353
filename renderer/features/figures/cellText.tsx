/** What stands inside the grid's cells; the cells themselves (place, selection, corners) are GridRow's. */
import type { GridCell } from '../../../shared/contract/api/figures.ts';
import type { Style } from '../../../shared/domain/format.ts';
import type { Unit } from '../../../shared/domain/kpi.ts';
import type { Catalogue } from '../../i18n/en/index.ts';
import { cx, gapClass } from '../../ui/index.ts';
import css from './grid.module.css';
import { shownText } from './typed.ts';

/** The figure, or what a cell without one is: words read aloud where the eye sees hatching or nothing. */
export function figureIn(cell: GridCell | undefined, unit: Unit, style: Style, t: Catalogue) {
  if (!cell) return null;
  const { states } = t.figures;
  const marks = [
    cell.note && states.note,
    cell.changed && states.changed,
    cell.provisional && states.provisional,
    cell.usual && states.unusual,
  ].filter(Boolean);
  const figure = figureOf(cell, unit, style, t);
  if (marks.length === 0) return figure;
  return (
    <>
      {figure}
      <span className="visually-hidden">{marks.map((mark) => `, ${mark}`).join('')}</span>
    </>
  );
}

function figureOf(cell: GridCell, unit: Unit, style: Style, t: Catalogue) {
  if (cell.value !== null) return shownText(cell.value, unit, style);
  const { states } = t.figures;
  switch (cell.state) {
    case 'notApplicable':
      return <span className={css['na']}>{t.figures.na}</span>;
    case 'notComputable':
      return (
        <span className={css['na']} title={cell.reason ? t.status.value[cell.reason] : states.notComputable}>
          –<span className="visually-hidden">{states.notComputable}</span>
        </span>
      );
    case 'missing':
      return <span className="visually-hidden">{states.missing}</span>;
    default:
      return null;
  }
}

export function cellClass(cell: GridCell | undefined, editable: boolean): string {
  if (!cell) return cx(css['cell'], css['absent']);
  return cx(
    css['cell'],
    cell.state === 'missing' && gapClass,
    (cell.state === 'notApplicable' || cell.state === 'notComputable') && css['centred'],
    cell.state === 'rolled' && css['rolled'],
    !editable && css['computed'],
    cell.provisional && css['provisional'],
    cell.note && css['note'],
    cell.changed && css['changed'],
    cell.usual && css['unusual'],
  );
}

/** The words over the total's column. */
export interface TotalLabel {
  readonly name: string;
  readonly detail: string;
  /** Not over yet: what is still to come is no gap. */
  readonly running: boolean;
}
