/**
 * The grid itself: virtualised both ways, an ARIA grid with one tab stop. Lines and columns out of view are not in
 * the document, but for the active cell, which always is, so that the focus never falls out.
 */
import { useCallback, useEffect, useMemo } from 'react';
import type { ClipboardEvent, CSSProperties, KeyboardEvent, ReactNode, RefObject } from 'react';
import { commandKey } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import type { TotalLabel } from './cellText.tsx';
import type { LogState } from './editLog.ts';
import { HEAD, heightAt } from './geometry.ts';
import type { Geometry } from './geometry.ts';
import css from './grid.module.css';
import { GridHead } from './GridHead.tsx';
import { GridRow, GroupRow } from './GridRow.tsx';
import { pressKey } from './keys.ts';
import { Overlay } from './Overlay.tsx';
import { keyAt } from './plan.ts';
import type { Sheet } from './plan.ts';
import { at } from './selection.ts';
import { useDrag, useHover } from './useDrag.ts';
import type { GridControl } from './useGrid.ts';
import { useActiveInView, useVisible } from './useGridView.ts';
import type { InView } from './useGridView.ts';

export interface GridProps {
  readonly sheet: Sheet;
  readonly control: GridControl;
  readonly geometry: Geometry;
  readonly log: LogState;
  readonly totalLabel: TotalLabel;
  readonly folded: ReadonlySet<string>;
  readonly onFold: (group: string) => void;
  /** Lines that are off in the closed period, and whether it was written why. */
  readonly off: ReadonlyMap<string, 'open' | 'written'>;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly attach: (element: HTMLDivElement | null) => void;
  /** What is on screen now, and the lines around it. */
  readonly onSeen: (seen: InView) => void;
  readonly note: ReactNode;
}

export function Grid({
  sheet,
  control,
  geometry,
  log,
  totalLabel,
  folded,
  onFold,
  off,
  scroller,
  attach,
  onSeen,
  note,
}: GridProps) {
  const t = useT();
  const { lines, periods } = sheet;
  const { selection, block } = control;
  const activeLine = selection ? sheet.indexOf(selection.active.line) : -1;
  const activeCol = selection?.active.col ?? -1;
  const { seen, visibleRows, cols } = useVisible(sheet, geometry, scroller, activeLine, activeCol);
  const drag = useDrag(scroller, control, sheet);
  const hover = useHover();
  useActiveInView(scroller, sheet, geometry, control);
  useEffect(() => onSeen(seen), [onSeen, seen]);

  const keptIn = useMemo(() => keptByLine(sheet, log), [sheet, log]);
  const columns = periods + 2 + (geometry.channel > 0 ? 3 : 2);
  const press = (event: KeyboardEvent): void => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset['line'] === undefined) return;
    const line = lines[activeLine];
    const handled = pressKey(
      { key: event.key, shiftKey: event.shiftKey, altKey: event.altKey, command: commandKey(event) },
      {
        control,
        page: Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 400) - HEAD) / geometry.row) - 1),
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
  const { select } = control;
  const onGroup = useCallback(
    (id: string) => {
      select({ active: { line: id, col: 0 }, reach: { line: id, col: 0 } });
      onFold(id);
    },
    [onFold, select],
  );
  const clip = (event: ClipboardEvent, cut: boolean): void => {
    if (event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    const copied = control.copy();
    if (copied === null) return;
    event.clipboardData.setData('text/plain', copied.text);
    event.clipboardData.setData('text/html', copied.html);
    if (cut) control.state(null);
  };
  return (
    // Listens for the cells in it, which are what has a role.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={attach}
      className={css['scroller']}
      onPointerDown={(event) => {
        const owed =
          event.target instanceof Element ? event.target.closest<HTMLElement>('[data-owed]') : null;
        if (owed?.dataset['owed'] === undefined) drag.onPointerDown(event);
        else {
          event.preventDefault();
          control.select(at({ line: owed.dataset['owed'], col: Math.max(0, activeCol) }));
          control.float('why');
        }
      }}
      onPointerOver={hover.onPointerOver}
      onPointerLeave={hover.onPointerLeave}
      onDoubleClick={(event) => {
        if (event.target instanceof Element && event.target.closest('[data-col]')) control.open();
      }}
      onKeyDown={press}
      onCopy={(event) => clip(event, false)}
      onCut={(event) => clip(event, true)}
      onPaste={(event) => {
        if (event.target instanceof HTMLInputElement) return;
        event.preventDefault();
        control.paste(event.clipboardData.getData('text/plain'), event.clipboardData.getData('text/html'));
      }}
    >
      <div className={css['area']} style={{ width: geometry.width, height: geometry.height }}>
        <div
          role="grid"
          className={css['grid']}
          style={columnWidth(geometry.col)}
          aria-label={sheet.channels === null ? t.figures.grid : t.figures.gridByChannel}
          aria-rowcount={lines.length + 1}
          aria-colcount={columns}
          aria-multiselectable
        >
          <div role="rowgroup">
            <GridHead
              starts={sheet.starts}
              channelNames={sheet.channelNames}
              cadence={sheet.cadence}
              geometry={geometry}
              cols={cols}
              from={block?.left ?? -1}
              to={block?.right ?? -1}
              totalLabel={totalLabel}
            />
          </div>
          <div role="rowgroup">
            {visibleRows.map((index) => {
              const line = lines[index];
              if (!line) return null;
              const top = geometry.tops[index] ?? 0;
              const selected = block !== null && index >= block.top && index <= block.bottom;
              return line.kind === 'group' ? (
                <GroupRow
                  key={line.id}
                  line={line}
                  index={index}
                  top={top}
                  height={heightAt(geometry, index)}
                  geometry={geometry}
                  columns={columns}
                  active={index === activeLine}
                  open={!folded.has(line.id)}
                  onToggle={onGroup}
                />
              ) : (
                <GridRow
                  key={line.id}
                  line={line}
                  data={sheet.row(line)}
                  style={sheet.style}
                  index={index}
                  top={top}
                  columns={periods}
                  cols={cols}
                  geometry={geometry}
                  from={selected ? block.left : -1}
                  to={selected ? block.right : -1}
                  active={index === activeLine ? activeCol : -1}
                  kept={keptIn.get(line.id)}
                  off={off.get(line.id)}
                  running={totalLabel.running}
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
          note={note}
        />
      </div>
    </div>
  );
}

/** Told once for all cells. */
function columnWidth(col: number): CSSProperties & Record<'--grid-col', string> {
  return { '--grid-col': `${col}px` };
}

/** Refused texts, by line and column: there are few, so the lines are found from them. */
function keptByLine(sheet: Sheet, log: LogState): ReadonlyMap<string, ReadonlyMap<number, string>> {
  const found = new Map<string, Map<number, string>>();
  if (log.kept.size === 0) return found;
  const named = new Set([...log.kept.keys()].map((key) => key.split('|')[0]));
  for (const line of sheet.lines) {
    if (line.kind === 'group' || !named.has(String(line.kpi.id))) continue;
    for (let col = 0; col < sheet.periods; col += 1) {
      const kept = log.kept.get(keyAt(sheet, line, col));
      if (kept) found.set(line.id, (found.get(line.id) ?? new Map<number, string>()).set(col, kept.text));
    }
  }
  return found;
}
