/**
 * KPIs as rows under their key result area, periods as columns: an ARIA grid with one stop for the keyboard.
 *
 * Arrows move, with Shift they select; typing or Enter or F2 begins, Delete empties; Control with C, V, R, Z and Y copies,
 * pastes, fills to the right, takes back and does again. A press and a drag select, a double press edits.
 */
import { useEffect, useRef, useState } from 'react';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import type { CatalogueDto } from '../../../../shared/contract/api/kpis.ts';
import type { TargetGrid } from '../../../../shared/contract/api/targetSets.ts';
import type { PeriodDto } from '../../../../shared/contract/values.ts';
import type { Cadence } from '../../../../shared/domain/time.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import { cx } from '../../../ui/index.ts';
import { blockText, foreignDecimal, parseBlock } from '../../figures/clipboard.ts';
import { BulkCell, CellInput } from './BulkCell.tsx';
import css from './bulk.module.css';
import { parseAsk, typedAsk } from './cell.ts';
import type { Ask } from './cell.ts';
import { askAt, at, cellsIn, put } from './draft.ts';
import type { BulkRow } from './draft.ts';
import type { Bulk, Corner } from './useBulk.ts';

export interface BulkGridProps {
  readonly grid: TargetGrid;
  readonly rows: readonly BulkRow[];
  readonly cadence: Cadence;
  readonly kras: CatalogueDto['kras'];
  readonly channelName: (channel: number | null) => string;
  readonly bulk: Bulk;
  readonly dimmed: boolean;
  /** Cells of a paste that were no targets. */
  readonly onRefused: (cells: number) => void;
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export function BulkGrid(props: BulkGridProps) {
  const { grid, rows, cadence, kras, bulk, dimmed } = props;
  const t = useT();
  const format = useFormat();
  const table = useRef<HTMLTableElement>(null);
  const [editing, setEditing] = useState<{ readonly typed: string | null } | null>(null);
  const held = useRef(false);
  const focusWanted = useRef(false);
  const { active, selection, draft } = bulk;
  const columns = grid.periods.length;

  useEffect(() => {
    if (!focusWanted.current || editing !== null) return;
    focusWanted.current = false;
    const cell = table.current?.querySelector<HTMLElement>(
      `[data-row="${active.row}"][data-column="${active.column}"]`,
    );
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const go = (to: Corner, extend = false): void => {
    focusWanted.current = true;
    bulk.go(to, extend);
  };
  const begin = (typed: string | null): void => {
    const line = rows[active.row];
    if (line?.row.fits === true && !dimmed) setEditing({ typed });
  };
  const paste = (text: string): void => {
    const block = parseBlock(text);
    const foreign = foreignDecimal(block, format.style);
    const style =
      foreign === undefined
        ? format.style
        : ({ ...format.style, numberFormat: foreign === ',' ? '1.234,5' : '1,234.5' } as const);
    const one = block.length === 1 && block[0]?.length === 1;
    // One value goes into every selected cell.
    const places: readonly (readonly [number, number])[] = one
      ? cellsIn(rows, selection)
      : block.flatMap((line, i) =>
          line.map((_, j): readonly [number, number] => [selection.top + i, selection.left + j]),
        );
    let refused = 0;
    const cells: [number, number, Ask | null][] = [];
    for (const [row, column] of places) {
      const line = rows[row];
      const typed = one ? block[0]?.[0] : block[row - selection.top]?.[column - selection.left];
      const ask = line === undefined ? undefined : parseAsk(typed ?? '', line.kpi.definition, style);
      if (line === undefined || !line.row.fits || column >= columns || ask === undefined) refused += 1;
      else cells.push([row, column, ask]);
    }
    bulk.write(put(rows, draft, cells));
    if (!one) {
      bulk.go({ row: selection.top, column: selection.left }, false);
      go(
        {
          row: selection.top + block.length - 1,
          column: selection.left + Math.max(...block.map((line) => line.length)) - 1,
        },
        true,
      );
    }
    if (refused > 0) props.onRefused(refused);
  };
  const copied = (): string =>
    blockText(
      Array.from({ length: selection.bottom - selection.top + 1 }, (_, i) =>
        Array.from({ length: selection.right - selection.left + 1 }, (__, j) => {
          const row = selection.top + i;
          const line = rows[row];
          return line === undefined
            ? ''
            : typedAsk(askAt(rows, draft, row, selection.left + j), line.kpi.definition, format.style);
        }),
      ),
    );
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => {
    // What is dimmed is of another year: nothing is written over it.
    if (editing !== null || dimmed || event.nativeEvent.isComposing) return;
    const { key, shiftKey } = event;
    const control = event.ctrlKey || event.metaKey;
    const step = steps[key];
    if (step !== undefined) {
      const far = control ? Number.MAX_SAFE_INTEGER : 1;
      go({ row: active.row + step[0] * far, column: active.column + step[1] * far }, shiftKey);
    } else if (key === 'Home' || key === 'End') {
      go(
        {
          row: control ? (key === 'Home' ? 0 : rows.length - 1) : active.row,
          column: key === 'Home' ? 0 : columns - 1,
        },
        shiftKey,
      );
    } else if (key === 'Enter' || key === 'F2') begin(null);
    else if (key === 'Delete' || key === 'Backspace') bulk.use({ tool: 'clear' });
    else if (control && key.toLowerCase() === 'r') bulk.use({ tool: 'right' });
    else if (control && key.toLowerCase() === 'z') (shiftKey ? bulk.redo : bulk.undo)();
    else if (control && key.toLowerCase() === 'y') bulk.redo();
    else if (control && key.toLowerCase() === 'a') {
      bulk.go({ row: 0, column: 0 }, false);
      go({ row: rows.length - 1, column: columns - 1 }, true);
    } else if (key.length === 1 && !control && !event.altKey && key !== ' ') begin(key);
    else return;
    event.preventDefault();
  };
  const cellOf = ({ target }: { readonly target: EventTarget }): Corner | null => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
    return cell === null
      ? null
      : { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
  };
  const clipboard = (event: ClipboardEvent, work: () => void): void => {
    if (editing !== null || dimmed) return;
    event.preventDefault();
    work();
  };
  const done = (ask: Ask | null | undefined, move: 'down' | 'right' | 'left' | 'up' | 'stay'): void => {
    setEditing(null);
    if (ask !== undefined) bulk.write(put(rows, draft, [[active.row, active.column, ask]]));
    const [down, right] = {
      down: [1, 0] as const,
      up: [-1, 0] as const,
      right: [0, 1] as const,
      left: [0, -1] as const,
      stay: [0, 0] as const,
    }[move];
    go({ row: active.row + down, column: active.column + right });
  };
  const periodName = (period: PeriodDto, length: 'medium' | 'axis'): string => format.period(period, length);

  return (
    <table
      ref={table}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
      role="grid"
      aria-label={t.kpis.bulk.grid}
      aria-multiselectable="true"
      aria-busy={dimmed}
      className={cx(css['table'], dimmed && css['dimmed'])}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        // Assistive techniques put the focus where they read.
        const corner = cellOf(event);
        if (
          corner !== null &&
          editing === null &&
          (corner.row !== active.row || corner.column !== active.column)
        )
          bulk.go(corner, false);
      }}
      onPointerDown={(event) => {
        const corner = cellOf(event);
        if (corner === null || editing !== null || event.button !== 0) return;
        held.current = true;
        go(corner, event.shiftKey);
      }}
      onPointerOver={(event) => {
        const corner = cellOf(event);
        if (corner !== null && held.current && event.buttons === 1) bulk.go(corner, true);
        else held.current = held.current && event.buttons === 1;
      }}
      onDoubleClick={() => begin(null)}
      onCopy={(event) => clipboard(event, () => event.clipboardData.setData('text/plain', copied()))}
      onCut={(event) =>
        clipboard(event, () => {
          event.clipboardData.setData('text/plain', copied());
          bulk.use({ tool: 'clear' });
        })
      }
      onPaste={(event) => clipboard(event, () => paste(event.clipboardData.getData('text/plain')))}
    >
      <thead>
        <tr>
          <th scope="col" className={css['corner']}>
            {t.kpis.columns.kpi}
          </th>
          {grid.periods.map((period) => (
            <th key={period.start} scope="col" className={cx(css['head'], period.closed && css['closed'])}>
              {periodName({ cadence, start: period.start }, cadence === 'year' ? 'medium' : 'axis')}
            </th>
          ))}
        </tr>
      </thead>
      {kras.map((kra) => {
        const own = rows.flatMap((line, row) => (line.kpi.definition.kra === kra.key ? [{ line, row }] : []));
        if (own.length === 0) return null;
        return (
          <tbody key={kra.key}>
            <tr className={css['group']}>
              <th scope="rowgroup" colSpan={columns + 1}>
                <span>{format.local(kra.name)}</span>
              </th>
            </tr>
            {own.map(({ line, row }) => (
              <tr key={`${line.row.kpi} ${line.row.channel}`}>
                <RowHead
                  line={line}
                  channel={line.row.channel === null ? '' : props.channelName(line.row.channel)}
                />
                {grid.periods.map((period, column) => {
                  const here = active.row === row && active.column === column;
                  const ask = askAt(rows, draft, row, column);
                  return here && editing !== null ? (
                    <CellInput
                      key={period.start}
                      label={`${format.local(line.kpi.definition.name)}, ${periodName({ cadence, start: period.start }, 'medium')}`}
                      definition={line.kpi.definition}
                      ask={ask}
                      typed={editing.typed}
                      onDone={done}
                    />
                  ) : (
                    <BulkCell
                      key={period.start}
                      row={row}
                      column={column}
                      definition={line.kpi.definition}
                      ask={ask}
                      lastYear={line.row.cells[column]?.lastYear ?? null}
                      fits={line.row.fits}
                      changed={draft.has(at(row, column))}
                      selected={
                        row >= selection.top &&
                        row <= selection.bottom &&
                        column >= selection.left &&
                        column <= selection.right
                      }
                      active={here}
                    />
                  );
                })}
              </tr>
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

function RowHead({ line: { row, kpi }, channel }: { readonly line: BulkRow; readonly channel: string }) {
  const t = useT();
  const format = useFormat();
  const { definition } = kpi;
  // A usual count has no tenths.
  const value = (n: number): string =>
    format.value(definition.unit.kind === 'count' ? Math.round(n) : n, definition.unit);
  return (
    <th scope="row" className={css['name']}>
      <span className={css['kpi']}>
        {format.local(definition.name)} {channel !== '' && <span className={css['channel']}>{channel}</span>}
      </span>
      {row.usual !== null && (
        <span className={css['meta']}>{t.kpis.bulk.usual(value(row.usual.low), value(row.usual.high))}</span>
      )}
    </th>
  );
}
