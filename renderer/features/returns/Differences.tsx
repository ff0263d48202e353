/**
 * Every cell that differs, with what went out, what came back and what is here today: virtualised, in groups by kind and
 * sheet. A grid for the keyboard: arrows move, Space takes a cell (or a group) or leaves it, left and right close and open.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { returnedKinds } from '../../../shared/contract/api/returns.ts';
import type { Returned } from '../../../shared/contract/api/returns.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Button, cx, Segmented } from '../../ui/index.ts';
import { CellLine } from './CellLine.tsx';
import css from './Differences.module.css';
import { GroupLine } from './GroupLine.tsx';
import { useNames } from './useNames.ts';
import { cellsShown, chosenOf, groupsOf, linesOf } from './rows.ts';
import type { Line, Shown } from './rows.ts';

const ROW_HEIGHT = 26;
/** Up to so many lines are as tall as their words; of more, those of figures have a height that holds two lines. */
const MEASURED = 3000;
const FIXED = 42;
const heads = ['kpi', 'channel', 'period', 'was', 'came', 'here', 'cell', 'why'] as const;
const figures: ReadonlySet<string> = new Set(['was', 'came', 'here']);

const isWritten = (line: Line | undefined): boolean =>
  line?.kind === 'cell' && (line.cell.kind === 'note' || line.cell.kind === 'text');

interface DifferencesProps {
  readonly returned: Returned;
  readonly onTake: (ids: readonly string[] | null, take: boolean) => void;
}

export function Differences({ returned, onTake }: DifferencesProps) {
  const t = useT();
  const id = useId();
  const nameOf = useNames();
  const [shown, setShown] = useState<Shown>('all');
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState(0);
  const cells = useMemo(() => cellsShown(returned.cells, shown), [returned.cells, shown]);
  const lines = useMemo(() => linesOf(groupsOf(cells), closed), [cells, closed]);
  const large = lines.length > MEASURED;
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by the compiler
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (large && lines[index]?.kind === 'cell' ? FIXED : ROW_HEIGHT),
    overscan: 12,
    // Under the head, which stays.
    scrollPaddingStart: ROW_HEIGHT,
    scrollPaddingEnd: ROW_HEIGHT,
  });
  // Measured heights are kept by place in the list: when other lines stand there, they are found anew.
  useEffect(() => virtual.measure(), [virtual, shown, closed, large]);
  const current = Math.min(active, lines.length - 1);
  const move = (to: number): void => {
    const next = Math.max(0, Math.min(lines.length - 1, to));
    setActive(next);
    virtual.scrollToIndex(next);
  };
  const fold = (group: string, open: boolean): void => {
    const next = new Set(closed);
    if (open) next.delete(group);
    else next.add(group);
    setClosed(next);
  };
  const takeLine = (line: Line): void => {
    const own = line.kind === 'group' ? line.group.cells : [line.cell];
    const able = own.filter((cell) => cell.takeable).map((cell) => cell.id);
    if (able.length > 0) onTake(able, chosenOf(own) !== 'all');
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
      End: lines.length - 1,
    };
    const to = steps[event.key];
    const line = lines[current];
    if (to !== undefined) move(to);
    else if (line && event.key === ' ') takeLine(line);
    else if (line?.kind === 'group' && event.key === 'Enter') fold(line.group.id, !line.open);
    else if (line?.kind === 'cell' && event.key === 'Enter') takeLine(line);
    else if (line?.kind === 'group' && event.key === 'ArrowLeft') fold(line.group.id, false);
    else if (line?.kind === 'group' && event.key === 'ArrowRight') fold(line.group.id, true);
    else return;
    event.preventDefault();
  };

  return (
    <section className={css['panel']} aria-label={t.returns.rows.title}>
      <Tools
        returned={returned}
        shown={shown}
        onShown={(next) => {
          setShown(next);
          setActive(0);
          scroller.current?.scrollTo({ top: 0 });
        }}
        onTake={(take) =>
          onTake(shown === 'all' ? null : cells.filter((cell) => cell.takeable).map((cell) => cell.id), take)
        }
      />
      <p id={`${id}-keys`} className="visually-hidden">
        {t.returns.rows.keys}
      </p>
      <div
        ref={scroller}
        className={css['scroll']}
        tabIndex={0}
        role="grid"
        aria-rowcount={lines.length + 1}
        aria-colcount={heads.length + 1}
        aria-label={t.returns.kinds[shown]}
        aria-describedby={`${id}-keys`}
        aria-activedescendant={lines.length > 0 ? `${id}-${current}` : undefined}
        onKeyDown={press}
      >
        <div className={cx(css['row'], css['head'])} role="row" aria-rowindex={1}>
          <span role="columnheader" className={css['mark']}>
            <span className="visually-hidden">{t.returns.columns.take}</span>
          </span>
          {heads.map((head) => (
            <span key={head} role="columnheader" className={cx(figures.has(head) && css['figure'])}>
              {t.returns.columns[head]}
            </span>
          ))}
        </div>
        {lines.length === 0 ? (
          <div role="row" className={css['nothing']}>
            <span role="gridcell">{t.returns.rows.none}</span>
          </div>
        ) : (
          <div role="rowgroup" className={css['body']} style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map((item) => {
              const line = lines[item.index];
              if (!line) return null;
              const given = large && !isWritten(line);
              const place = {
                id: `${id}-${item.index}`,
                index: item.index,
                active: item.index === current,
                style: {
                  transform: `translateY(${item.start}px)`,
                  ...(given && { height: item.size, overflow: 'hidden' }),
                },
                measure: given ? null : virtual.measureElement,
                onPoint: () => setActive(item.index),
              };
              return line.kind === 'group' ? (
                <GroupLine
                  key={line.group.id}
                  place={place}
                  group={line.group}
                  open={line.open}
                  onFold={(open) => fold(line.group.id, open)}
                  onTake={() => takeLine(line)}
                />
              ) : (
                <CellLine
                  key={line.cell.id}
                  place={place}
                  cell={line.cell}
                  name={nameOf(line.cell)}
                  onTake={() => takeLine(line)}
                />
              );
            })}
          </div>
        )}
      </div>
    </section>
  );
}

/** By kind with counts, and all or none of what is shown. */
function Tools({
  returned,
  shown,
  onShown,
  onTake,
}: {
  readonly returned: Returned;
  readonly shown: Shown;
  readonly onShown: (shown: Shown) => void;
  readonly onTake: (take: boolean) => void;
}) {
  const t = useT();
  const format = useFormat();
  const count = (one: Shown): number => cellsShown(returned.cells, one).length;
  const chosen = chosenOf(cellsShown(returned.cells, shown));
  return (
    <div className={css['tools']}>
      <Segmented
        label={t.returns.show}
        value={shown}
        onChange={onShown}
        items={(['all', ...returnedKinds, 'look'] as const)
          .filter((one) => one === 'all' || one === shown || count(one) > 0)
          .map((one) => ({ value: one, label: t.returns.kinds[one], count: format.number(count(one), 0) }))}
      />
      <div className={css['choose']}>
        <Button size="small" disabled={chosen === 'never' || chosen === 'all'} onClick={() => onTake(true)}>
          {t.returns.rows.takeAll}
        </Button>
        <Button size="small" disabled={chosen === 'never' || chosen === 'none'} onClick={() => onTake(false)}>
          {t.returns.rows.takeNone}
        </Button>
      </div>
    </div>
  );
}
