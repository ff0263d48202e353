/**
 * Every figure and what becomes of it: virtualised, loaded page by page, in groups by fate. A grid for the keyboard:
 * arrows move, Enter takes the file's figure or keeps one's own, left and right close and open a group.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { ImportRow, ImportSession } from '../../../shared/contract/imports/session.ts';
import type { Catalogue } from '../../i18n/en/index.ts';
import { useT } from '../../i18n/index.tsx';
import { cx } from '../../ui/index.ts';
import { FigureRow, isTaken } from './FigureRow.tsx';
import { GroupRow } from './GroupRow.tsx';
import { layoutOf } from './rowLayout.ts';
import type { Fate } from './rowLayout.ts';
import css from './RowsTable.module.css';
import { RowsTools, wanted } from './RowsTools.tsx';
import type { Filter } from './RowsTools.tsx';
import type { ImportActs } from './useImport.ts';
import { useRows } from './useRows.ts';

const ROW_HEIGHT = 26;
/**
 * Up to so many lines are as tall as their words. Measuring more would cost a pass over all of them at every step, so
 * they have a height that holds what their fate has to say.
 */
const MEASURED = 3000;
const fixedHeights: Readonly<Record<Fate, number>> = {
  added: 42,
  changed: 42,
  unchanged: 42,
  kept: 74,
  refused: 74,
};
const heads = ['kpi', 'channel', 'period', 'book', 'file', 'diff', 'where', 'why'] as const;
const figures: ReadonlySet<string> = new Set(['book', 'file', 'diff']);

/** Why there is nothing in the table. */
function emptyText(t: Catalogue, session: ImportSession, { show, file, kpi, client }: Filter): string {
  if (session.parts.length === 0) return t.imports.noRowsYet;
  const all = file === null && kpi === null && client === null && show === 'differences';
  return all && session.counts.unchanged > 0 ? t.imports.foot.nothingNew : t.imports.noRows;
}

export function RowsTable({ session, acts }: { readonly session: ImportSession; readonly acts: ImportActs }) {
  const t = useT();
  const id = useId();
  const [filter, setFilter] = useState<Filter>({ show: 'differences', file: null, client: null, kpi: null });
  const [closed, setClosed] = useState<ReadonlySet<Fate>>(new Set());
  const [active, setActive] = useState(0);
  const [took, setTook] = useState(false);
  const fates = wanted[filter.show];
  const rows = useRows(session, { fates, file: filter.file, client: filter.client, kpi: filter.kpi });
  const layout = useMemo(() => layoutOf(rows.counts, fates, closed), [rows.counts, fates, closed]);
  const large = layout.length > MEASURED;
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by the compiler
  const virtual = useVirtualizer({
    count: layout.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => {
      const line = large ? layout.at(index) : undefined;
      return line?.kind === 'row' ? fixedHeights[line.fate] : ROW_HEIGHT;
    },
    overscan: 12,
    // Under the head, which stays.
    scrollPaddingStart: ROW_HEIGHT,
    scrollPaddingEnd: ROW_HEIGHT,
  });
  // Given heights follow the lines; measured ones see for themselves when other words stand in a line.
  useEffect(() => {
    if (large) virtual.measure();
  }, [virtual, layout, large]);
  const current = Math.min(active, layout.length - 1);
  const move = (to: number): void => {
    const next = Math.max(0, Math.min(layout.length - 1, to));
    setActive(next);
    virtual.scrollToIndex(next);
  };
  const fold = (fate: Fate, open: boolean): void => {
    const next = new Set(closed);
    if (open) next.delete(fate);
    else next.add(fate);
    setClosed(next);
  };
  const takeRows = (ids: readonly string[] | null, take: boolean): void => {
    setTook(take || (ids !== null && took));
    acts.takeRows(ids, take);
  };
  const turn = (row: ImportRow): void => {
    if (row.fate === 'kept' || isTaken(row)) takeRows([row.id], row.fate === 'kept');
  };
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: layout.length - 1,
    };
    const to = steps[event.key];
    const line = layout.at(current);
    if (to !== undefined) move(to);
    else if (event.key === 'Enter' && line?.kind === 'row') {
      const row = rows.at(line.offset);
      if (row) turn(row);
    } else if (line?.kind === 'group' && event.key === 'Enter') fold(line.fate, !line.open);
    else if (line?.kind === 'group' && event.key === 'ArrowLeft') fold(line.fate, false);
    else if (line?.kind === 'group' && event.key === 'ArrowRight') fold(line.fate, true);
    else return;
    event.preventDefault();
  };

  return (
    <section className={css['panel']} aria-label={t.imports.rows.title}>
      <RowsTools
        session={session}
        filter={filter}
        onFilter={(next) => {
          setFilter(next);
          setActive(0);
          scroller.current?.scrollTo({ top: 0 });
        }}
        counts={rows.counts}
        kpis={rows.kpis}
        took={took}
        onTakeAll={(take) => takeRows(null, take)}
      />
      <p id={`${id}-keys`} className="visually-hidden">
        {t.imports.rows.keys}
      </p>
      <div
        ref={scroller}
        className={css['scroll']}
        tabIndex={0}
        role="grid"
        aria-rowcount={layout.length + 1}
        aria-colcount={heads.length + 1}
        aria-label={t.imports.fates[filter.show]}
        aria-describedby={`${id}-keys`}
        aria-activedescendant={layout.length > 0 ? `${id}-${current}` : undefined}
        onKeyDown={press}
      >
        <div className={cx(css['row'], css['head'])} role="row" aria-rowindex={1}>
          <span role="columnheader" className={css['mark']}>
            <span className="visually-hidden">{t.imports.columns.fate}</span>
          </span>
          {heads.map((head) => (
            <span key={head} role="columnheader" className={cx(figures.has(head) && css['figure'])}>
              {t.imports.columns[head]}
            </span>
          ))}
        </div>
        {layout.length === 0 ? (
          <div role="row" className={css['nothing']}>
            <span role="gridcell">{emptyText(t, session, filter)}</span>
          </div>
        ) : (
          <div role="rowgroup" className={css['body']} style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map((item) => {
              const line = layout.at(item.index);
              if (!line) return null;
              const place = {
                id: `${id}-${item.index}`,
                index: item.index,
                active: item.index === current,
                style: {
                  transform: `translateY(${item.start}px)`,
                  ...(large && { height: item.size, overflow: 'hidden' }),
                },
                measure: large ? null : virtual.measureElement,
                onPoint: () => setActive(item.index),
              };
              return line.kind === 'group' ? (
                <GroupRow key={item.key} place={place} line={line} onFold={fold} />
              ) : (
                <FigureRow
                  key={item.key}
                  place={place}
                  row={rows.at(line.offset)}
                  session={session}
                  several={filter.file === null && session.files.length > 1}
                  onTurn={turn}
                />
              );
            })}
          </div>
        )}
      </div>
    </section>
  );
}
