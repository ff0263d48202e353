/**
 * The grid itself: virtualised both ways, an ARIA grid with one tab stop. Lines and columns out of view are not in
 * the document, but for the active cell, which always is, so that the focus never falls out.
 */
import { useCallback, useMemo } from 'react';
import type { ClipboardEvent, KeyboardEvent, RefObject } from 'react';
import { commandKey } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { cx } from '../../ui/index.ts';
import type { LogState } from './editLog.ts';
import { HEAD } from './geometry.ts';
import type { Geometry } from './geometry.ts';
import css from './grid.module.css';
import { GridHead } from './GridHead.tsx';
import { GridRow, GroupRow } from './GridRow.tsx';
import { pressKey } from './keys.ts';
import { Overlay } from './Overlay.tsx';
import { keyAt } from './plan.ts';
import type { Sheet } from './plan.ts';
import { useDrag, useHover } from './useDrag.ts';
import type { FigureTable } from './useFigureTable.tsx';
import type { GridControl } from './useGrid.ts';
import { useActiveInView, useVisible } from './useGridView.ts';

export interface GridProps {
  readonly table: FigureTable;
  readonly sheet: Sheet;
  readonly control: GridControl;
  readonly geometry: Geometry;
  readonly log: LogState;
  readonly folded: ReadonlySet<string>;
  readonly onFold: (group: string) => void;
  readonly dimmed: boolean;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly attach: (element: HTMLDivElement | null) => void;
}

export function Grid({
  table,
  sheet,
  control,
  geometry,
  log,
  folded,
  onFold,
  dimmed,
  scroller,
  attach,
}: GridProps) {
  const t = useT();
  const { rows } = table.getRowModel();
  const { lines, periods } = sheet;
  const { selection, block } = control;
  const activeLine = selection ? sheet.indexOf(selection.active.line) : -1;
  const activeCol = selection?.active.col ?? -1;
  const { visibleRows, cols } = useVisible(sheet, geometry, scroller, activeLine, activeCol);
  const drag = useDrag(scroller, control, sheet);
  const hover = useHover();
  useActiveInView(scroller, sheet, geometry, control);

  const keptIn = useMemo(() => keptByLine(sheet, log), [sheet, log]);
  const press = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset['line'] === undefined) return;
    const line = lines[activeLine];
    const handled = pressKey(
      { key: event.key, shiftKey: event.shiftKey, altKey: event.altKey, command: commandKey(event) },
      {
        control,
        page: Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 400) - HEAD) / 24) - 1),
        fold: (want) => {
          if (line?.kind !== 'group') return false;
          const open = !folded.has(line.id);
          if (want === 'toggle' || (want === 'open') !== open) onFold(line.id);
          return true;
        },
      },
    );
    if (handled) event.preventDefault();
  };
  const onGroup = useCallback(
    (id: string) => {
      control.select({ active: { line: id, col: 0 }, reach: { line: id, col: 0 } });
      onFold(id);
    },
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `select` never changes
    [onFold],
  );
  const clip = (event: ClipboardEvent, cut: boolean): void => {
    if (event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', control.copy());
    if (cut) control.state(null);
  };
  return (
    // Listens for the cells in it, which are what has a role.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={attach}
      className={cx(css['scroller'], dimmed && css['dimmed'])}
      onPointerDown={drag.onPointerDown}
      onPointerOver={hover.onPointerOver}
      onPointerLeave={hover.onPointerLeave}
      onDoubleClick={(event) => {
        if (event.target instanceof Element && event.target.closest('[role="gridcell"]')) control.open();
      }}
      onKeyDown={press}
      onCopy={(event) => clip(event, false)}
      onCut={(event) => clip(event, true)}
      onPaste={(event) => {
        if (event.target instanceof HTMLInputElement) return;
        event.preventDefault();
        control.paste(event.clipboardData.getData('text/plain'));
      }}
    >
      <div className={css['area']} style={{ width: geometry.width, height: geometry.height }}>
        <div
          role="grid"
          className={css['grid']}
          aria-label={t.figures.grid}
          aria-rowcount={lines.length + 1}
          aria-colcount={periods + 5}
          aria-multiselectable
          aria-busy={dimmed}
        >
          <div role="rowgroup">
            <GridHead table={table} geometry={geometry} periods={periods} cols={cols} block={block} />
          </div>
          <div role="rowgroup">
            {visibleRows.map((index) => {
              const row = rows[index];
              if (!row) return null;
              const top = geometry.tops[index] ?? 0;
              const selected = block !== null && index >= block.top && index <= block.bottom;
              return row.original.kind === 'group' ? (
                <GroupRow
                  key={row.id}
                  row={row}
                  index={index}
                  top={top}
                  geometry={geometry}
                  columns={periods + 5}
                  active={index === activeLine}
                  open={!folded.has(row.id)}
                  onToggle={onGroup}
                />
              ) : (
                <GridRow
                  key={row.id}
                  row={row}
                  index={index}
                  top={top}
                  periods={periods}
                  cols={cols}
                  geometry={geometry}
                  from={selected ? block.left : -1}
                  to={selected ? block.right : -1}
                  active={index === activeLine ? activeCol : -1}
                  kept={keptIn.get(row.id)}
                />
              );
            })}
          </div>
        </div>
        <Overlay
          sheet={sheet}
          control={control}
          geometry={geometry}
          log={log}
          fillTo={drag.fillTo}
          hovered={hover.hovered}
          onHandleDown={drag.onHandleDown}
          scroller={scroller}
        />
      </div>
    </div>
  );
}

function keptByLine(sheet: Sheet, log: LogState): ReadonlyMap<string, ReadonlyMap<number, string>> {
  const found = new Map<string, Map<number, string>>();
  if (log.kept.size === 0) return found;
  for (const line of sheet.lines) {
    if (line.kind === 'group') continue;
    for (let col = 0; col < sheet.periods; col += 1) {
      const kept = log.kept.get(keyAt(sheet, line, col));
      if (kept) found.set(line.id, (found.get(line.id) ?? new Map<number, string>()).set(col, kept.text));
    }
  }
  return found;
}
