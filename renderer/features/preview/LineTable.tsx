/**
 * The table of a preview: every line that would be taken, virtualised, in groups. A grid for the keyboard: arrows move, left
 * and right close and open a group, what else a key does is its owner's.
 *
 * Invariant: a line's height is kept by its key, so it moves along when groups close or other lines come in.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { Fragment, useCallback, useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { cx } from '../../ui/index.ts';
import type { LinePlace } from './Line.tsx';
import css from './lines.module.css';

/** px: of a line of one row of words, and of the head. */
export const LINE_HEIGHT = 26;
/**
 * Up to so many lines are as tall as their words. Measuring more would cost a pass over all of them at every step, so
 * they have a height that holds what they usually have to say.
 */
const MEASURED = 3000;

interface PanelProps {
  readonly label: string;
  /** Sets `--columns`. */
  readonly className: string | undefined;
  readonly tools: ReactNode;
  /** A `LineTable`. */
  readonly children: ReactNode;
}

export function LinePanel({ label, className, tools, children }: PanelProps) {
  return (
    <section className={cx(css['panel'], className)} aria-label={label}>
      <div className={css['tools']}>{tools}</div>
      {children}
    </section>
  );
}

export interface LineHead {
  readonly key: string;
  readonly text: string;
  readonly figure: boolean;
}

export interface LineTableProps<L> {
  /** What of it is shown. A table that shows something else has another `key`: it begins at the top. */
  readonly label: string;
  /** How the keyboard works in it. */
  readonly keys: string;
  /** What the first column is, which has no words at its head. */
  readonly mark: string;
  readonly heads: readonly LineHead[];
  /** Said when there are no lines. */
  readonly none: string;
  /** Another object whenever a line is another. */
  readonly lines: { readonly length: number; at(index: number): L | undefined };
  readonly keyOf: (line: L) => string;
  /** px, where there are many; `null`: as tall as its words all the same. */
  readonly heightOf: (line: L) => number | null;
  /** `null`: it is no head of a group. */
  readonly openOf: (line: L) => boolean | null;
  readonly onFold: (line: L, open: boolean) => void;
  /** Whether the key did something. */
  readonly onKey: (line: L, key: string) => boolean;
  readonly children: (line: L, place: LinePlace) => ReactNode;
}

export function LineTable<L>(props: LineTableProps<L>) {
  const { label, keys, mark, heads, none, lines, keyOf, heightOf, openOf, onFold, onKey, children } = props;
  const id = useId();
  const [active, setActive] = useState(0);
  const large = lines.length > MEASURED;
  const given = (line: L | undefined): number | null => (large && line !== undefined ? heightOf(line) : null);
  const scroller = useRef<HTMLDivElement>(null);
  const keyAt = useCallback(
    (index: number) => {
      const line = lines.at(index);
      return line === undefined ? index : keyOf(line);
    },
    [lines, keyOf],
  );
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by the compiler
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    getItemKey: keyAt,
    estimateSize: (index) => given(lines.at(index)) ?? LINE_HEIGHT,
    overscan: 12,
    // Under the head, which stays.
    scrollPaddingStart: LINE_HEIGHT,
    scrollPaddingEnd: LINE_HEIGHT,
  });
  // What was measured holds no longer where heights are given.
  useEffect(() => virtual.measure(), [virtual, large]);
  const current = Math.min(active, lines.length - 1);
  const move = (to: number): void => {
    const next = Math.max(0, Math.min(lines.length - 1, to));
    setActive(next);
    virtual.scrollToIndex(next);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / LINE_HEIGHT) - 2);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: lines.length - 1,
    };
    const to = steps[event.key];
    const line = lines.at(current);
    if (to !== undefined) move(to);
    else if (line === undefined) return;
    else if (!onKey(line, event.key)) {
      const open = openOf(line);
      if (open === null) return;
      if (event.key === 'Enter') onFold(line, !open);
      else if (event.key === 'ArrowLeft') onFold(line, false);
      else if (event.key === 'ArrowRight') onFold(line, true);
      else return;
    }
    event.preventDefault();
  };

  return (
    <>
      <p id={`${id}-keys`} className="visually-hidden">
        {keys}
      </p>
      <div
        ref={scroller}
        className={css['scroll']}
        tabIndex={0}
        role="grid"
        aria-rowcount={lines.length + 1}
        aria-colcount={heads.length + 1}
        aria-label={label}
        aria-describedby={`${id}-keys`}
        aria-activedescendant={lines.length > 0 ? `${id}-${current}` : undefined}
        onKeyDown={press}
      >
        <div className={cx(css['row'], css['head'])} role="row" aria-rowindex={1}>
          <span role="columnheader" className={css['mark']}>
            <span className="visually-hidden">{mark}</span>
          </span>
          {heads.map(({ key, text, figure }) => (
            <span key={key} role="columnheader" className={cx(figure && css['figure'])}>
              {text}
            </span>
          ))}
        </div>
        {lines.length === 0 ? (
          <div role="row" className={css['nothing']}>
            <span role="gridcell">{none}</span>
          </div>
        ) : (
          <div role="rowgroup" className={css['body']} style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map((item) => {
              const line = lines.at(item.index);
              if (line === undefined) return null;
              const fixed = given(line) !== null;
              return (
                <Fragment key={item.key}>
                  {children(line, {
                    id: `${id}-${item.index}`,
                    index: item.index,
                    active: item.index === current,
                    style: {
                      transform: `translateY(${item.start}px)`,
                      ...(fixed && { height: item.size, overflow: 'hidden' }),
                    },
                    measure: fixed ? null : virtual.measureElement,
                    onPoint: () => setActive(item.index),
                  })}
                </Fragment>
              );
            })}
          </div>
        )}
      </div>
    </>
  );
}
