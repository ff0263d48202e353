/** What stands inside the grid's cells and heads; the cells themselves (place, selection, corners) are GridRow's. */
import type { IsoDate } from '../../../shared/domain/time.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useLanguage, useT } from '../../i18n/index.tsx';
import { toPeriod } from '../../i18n/period.ts';
import { cx, Icon } from '../../ui/index.ts';
import css from './grid.module.css';
import type { Line } from './lines.ts';
import { columnHead } from './span.ts';
import type { GridCadence } from './span.ts';
import { shownText } from './typed.ts';

export function PlainHead({ column }: { readonly column: 'kpi' | 'channel' | 'unit' }) {
  const t = useT();
  return t.figures.columns[column];
}

export function PeriodHead({ cadence, start }: { readonly cadence: GridCadence; readonly start: IsoDate }) {
  const format = useFormat();
  const language = useLanguage();
  const [name, date] = columnHead(toPeriod({ cadence, start }), format.calendar, language);
  return (
    <>
      <span className={css['headName']}>{name}</span> <span>{date}</span>
    </>
  );
}

export interface TotalLabel {
  readonly name: string;
  readonly detail: string;
  /** Not over yet: what is still to come is no gap. */
  readonly running: boolean;
}

export function TotalHead({ label }: { readonly label: TotalLabel }) {
  return (
    <>
      <span className={css['headStrong']}>{label.name}</span> <span>{label.detail}</span>
    </>
  );
}

export function CoverHead() {
  const t = useT();
  return (
    <>
      <span>{t.figures.columns.cover}</span> <span>{t.figures.columns.coverDetail}</span>
    </>
  );
}

interface LineProps {
  readonly line: Line;
}

export function NameText({ line }: LineProps) {
  if (line.kind === 'group') return null;
  return (
    <>
      {!line.editable && <Icon name="formula" />}
      <span className={css['clip']} title={line.name}>
        {line.name}
      </span>
    </>
  );
}

export function ChannelText({ line }: LineProps) {
  if (line.kind === 'group') return null;
  return (
    <span className={css['clip']} title={line.channel}>
      {line.channel}
    </span>
  );
}

export function UnitText({ line }: LineProps) {
  return line.kind === 'group' ? null : line.unitText;
}

/** The figure, or what a cell without one is: words read aloud where the eye sees hatching or nothing. */
export function FigureText({ line, at }: LineProps & { readonly at: number }) {
  const t = useT();
  const { style } = useFormat();
  const cell = line.kind === 'figures' ? line.cells[at] : undefined;
  if (line.kind === 'group' || !cell) return null;
  const { states } = t.figures;
  const marks = [
    cell.note && states.note,
    cell.changed && states.changed,
    cell.provisional && states.provisional,
  ];
  const aloud = marks.filter(Boolean).map((mark) => `, ${mark}`);
  return (
    <>
      {figureOf()}
      {aloud.length > 0 && <span className="visually-hidden">{aloud.join('')}</span>}
    </>
  );
  function figureOf() {
    if (line.kind === 'figures' && cell && cell.value !== null)
      return shownText(cell.value, line.unit, style);
    switch (cell?.state) {
      case 'notApplicable':
        return <span className={css['na']}>{t.figures.na}</span>;
      case 'notComputable':
        return (
          <span
            className={css['na']}
            title={cell.reason ? t.status.value[cell.reason] : states.notComputable}
          >
            –<span className="visually-hidden">{states.notComputable}</span>
          </span>
        );
      case 'missing':
        return <span className="visually-hidden">{states.missing}</span>;
      default:
        return null;
    }
  }
}

export function TotalText({ line }: LineProps) {
  const { style } = useFormat();
  if (line.kind === 'group' || line.total.value === null) return null;
  return shownText(line.total.value, line.unit, style);
}

export function CoverText({ line, running }: LineProps & { readonly running: boolean }) {
  const t = useT();
  if (line.kind === 'group' || line.total.expected === 0) return null;
  const { recorded, expected } = line.total;
  const low = !running && recorded < 0.8 * expected;
  return (
    <span className={cx(low && css['low'])} title={low ? t.status.change.warning : undefined}>
      {t.figures.coverage(recorded, expected)}
    </span>
  );
}
