/** One cell: which figure, note or text it is, its three states, where it lies in the file, and why it is not taken. */
import type { ReturnedCell } from '../../../shared/contract/api/returns.ts';
import { useFormat } from '../../i18n/format.tsx';
import type { Format } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { cx, Gap } from '../../ui/index.ts';
import { Cell, Line } from '../preview/index.ts';
import type { LinePlace } from '../preview/index.ts';
import css from './Differences.module.css';
import { chosenOf } from './rows.ts';
import { TextDiff } from './TextDiff.tsx';
import { Tick } from './Tick.tsx';
import { reasonText, whatText } from './words.ts';

interface CellLineProps {
  readonly place: LinePlace;
  readonly cell: ReturnedCell;
  /** Of its KPI or its section. */
  readonly name: string;
  readonly onTake: (take: boolean) => void;
}

export function CellLine({ place, cell, name, onTake }: CellLineProps) {
  const t = useT();
  const format = useFormat();
  const written = cell.kind === 'note' || cell.kind === 'text';
  return (
    <Line place={place} className={cx(written && css['written'], cell.taken && css['taken'])}>
      <Cell look="mark">
        <Tick
          chosen={chosenOf([cell])}
          label={t.returns.rows.take(whatText(format, cell, name))}
          onTake={onTake}
        />
      </Cell>
      {written ? <Written cell={cell} name={name} /> : <Figure cell={cell} name={name} />}
      <Cell look="quiet">{cell.cell}</Cell>
      <Cell look="quiet">{reasonText(t, cell)}</Cell>
    </Line>
  );
}

/** Nobody can say what the book has of it. */
const unknown: ReadonlySet<ReturnedCell['reason']> = new Set(['unknownKpi', 'unknownChannel']);

function Figure({ cell, name }: { readonly cell: ReturnedCell; readonly name: string }) {
  const t = useT();
  const format = useFormat();
  const said = (value: ReturnedCell['was']): string | null => saidText(format, cell, value);
  return (
    <>
      <Cell look="strong">{name}</Cell>
      <Cell look="quiet">{cell.channelName ?? t.common.allChannels}</Cell>
      <Cell>{cell.period && format.period(cell.period, 'medium')}</Cell>
      <Cell look="figure" className={css['quiet']}>
        {said(cell.was) ?? <Gap width={36} />}
      </Cell>
      <Cell look="figure" className={css['came']}>
        {said(cell.came) ?? <Gap width={36} />}
      </Cell>
      <Cell look="figure" className={css['here']}>
        {said(cell.here) ?? (unknown.has(cell.reason) ? '' : <Gap width={36} />)}
      </Cell>
    </>
  );
}

function Written({ cell, name }: { readonly cell: ReturnedCell; readonly name: string }) {
  const t = useT();
  const format = useFormat();
  const { was, came, here } = cell;
  const other = cell.reason === 'changedHere' || (here !== null && here !== was && here !== came);
  return (
    <>
      <Cell span={2} className={css['place']}>
        <span className={css['strong']}>{name}</span>
        {cell.kind === 'note' && (
          <span className={css['quiet']}>
            {[cell.channelName ?? t.common.allChannels, cell.period && format.period(cell.period, 'medium')]
              .filter(Boolean)
              .join(', ')}
          </span>
        )}
      </Cell>
      <Cell span={4} className={css['diff']}>
        <TextDiff was={textOf(was)} came={textOf(came)} here={other ? textOf(here) : null} />
      </Cell>
    </>
  );
}

const textOf = (value: ReturnedCell['was']): string => (value === null ? '' : String(value));

/** A figure in its KPI's unit; what is no figure as it stands there. `null`: empty. */
function saidText(format: Format, cell: ReturnedCell, value: ReturnedCell['was']): string | null {
  if (value === null) return null;
  if (typeof value === 'string') return value;
  return cell.unit === null ? format.number(value, 2) : format.value(value, cell.unit);
}
