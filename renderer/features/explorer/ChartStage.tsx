/**
 * A chart one can work on: a drag over it (or Ctrl with the wheel, or + and -) zooms, Shift with an arrow key moves along, a
 * press on a place (or Enter on a point) opens what is there. Points themselves are read by the chart's own slider.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { Chart } from '../../charts/index.ts';
import type { Build } from '../../charts/index.ts';
import { useT } from '../../i18n/index.tsx';
import { AnchoredPopover } from '../../ui/index.ts';
import css from './stage.module.css';
import { around, held, panned } from './zoom.ts';
import type { Range } from './zoom.ts';

/** A place on the chart: a slot of all there are, and how far into it, 0 to 1. */
export interface Picked {
  readonly index: number;
  readonly share: number;
}

export interface ChartStageProps {
  readonly build: Build;
  readonly label: string;
  readonly view: 'chart' | 'table';
  /** Slots there are; those drawn are `range`. */
  readonly total: number;
  readonly range: Range;
  readonly onZoom: (range: Range) => void;
  /** What opens at a place; `null`: nothing does. */
  readonly sheet: ((picked: Picked, close: () => void) => ReactNode) | null;
  readonly sheetLabel: (picked: Picked) => string;
}

interface Plot {
  readonly left: number;
  readonly width: number;
}

/** CSS pixels that tell a drag from a press. */
const DRAG = 6;
const STEP_IN = 0.6;

export function ChartStage(props: ChartStageProps) {
  const { build, label, view, total, range, onZoom, sheet, sheetLabel } = props;
  const t = useT();
  const stage = useRef<HTMLDivElement>(null);
  const anchor = useRef<HTMLSpanElement>(null);
  const plot = useRef<Plot | null>(null);
  // Where the press began: known at once, before anything is drawn again.
  const began = useRef<number | null>(null);
  const [drag, setDrag] = useState<{ readonly left: number; readonly width: number } | null>(null);
  const [picked, setPicked] = useState<(Picked & { readonly x: number; readonly y: number }) | null>(null);
  const [opened, setOpened] = useState<HTMLSpanElement | null>(null);
  const slots = range.to - range.from;
  const drawn = useCallback<Build>(
    (theme, size) => {
      const spec = build(theme, size);
      const grid: unknown = spec.option['grid'];
      const side = (name: 'left' | 'right'): number =>
        typeof grid === 'object' && grid !== null && name in grid ? Number(Reflect.get(grid, name)) : 0;
      plot.current = { left: side('left'), width: Math.max(1, size.width - side('left') - side('right')) };
      return spec;
    },
    [build],
  );
  /** Slots from the left edge of the plot, as a fraction. */
  const placeAt = (clientX: number): number | null => {
    const box = stage.current?.getBoundingClientRect();
    if (box === undefined || plot.current === null) return null;
    return ((clientX - box.left - plot.current.left) / plot.current.width) * slots;
  };
  const pixelOf = (place: number): number =>
    plot.current === null ? 0 : plot.current.left + (place / Math.max(1, slots)) * plot.current.width;
  const open = (place: number, y: number): void => {
    if (sheet === null) return;
    const at = Math.max(0, Math.min(slots - 1, Math.floor(place)));
    setPicked({
      index: range.from + at,
      share: Math.max(0, Math.min(0.999, place - at)),
      x: pixelOf(at + 0.5),
      y,
    });
  };
  // The sheet hangs on a mark that is on the page before it opens.
  useEffect(() => setOpened(picked === null ? null : anchor.current), [picked]);
  useEffect(() => {
    const target = stage.current;
    if (target === null || view === 'table') return undefined;
    // React's own listener could not keep the window from zooming.
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const box = target.getBoundingClientRect();
      if (plot.current === null) return;
      const place = ((event.clientX - box.left - plot.current.left) / plot.current.width) * slots;
      const centre = range.from + Math.max(0, Math.min(slots - 1, Math.floor(place)));
      onZoom(around(range, total, centre, event.deltaY < 0 ? STEP_IN : 1 / STEP_IN));
    };
    target.addEventListener('wheel', onWheel, { passive: false });
    return () => target.removeEventListener('wheel', onWheel);
  }, [onZoom, range, slots, total, view]);

  const onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0 || view === 'table' || picked !== null) return;
    const place = placeAt(event.clientX);
    if (place === null || place < 0 || place > slots) return;
    began.current = event.clientX;
  };
  const onPointerMove = (event: PointerEvent): void => {
    const from = began.current;
    if (from === null || Math.abs(event.clientX - from) <= DRAG) return;
    if (stage.current?.hasPointerCapture(event.pointerId) === false)
      stage.current.setPointerCapture(event.pointerId);
    const left = stage.current?.getBoundingClientRect().left ?? 0;
    setDrag({ left: Math.min(from, event.clientX) - left, width: Math.abs(event.clientX - from) });
  };
  const onPointerUp = (event: PointerEvent): void => {
    const start = began.current;
    letGo();
    if (start === null) return;
    const [a, b] = [placeAt(start), placeAt(event.clientX)];
    if (a === null || b === null) return;
    if (Math.abs(event.clientX - start) <= DRAG) {
      const box = stage.current?.getBoundingClientRect();
      open(a, event.clientY - (box?.top ?? 0));
      return;
    }
    const [from, to] = [Math.max(0, Math.min(a, b)), Math.min(slots, Math.max(a, b))];
    onZoom(held({ from: range.from + Math.floor(from), to: range.from + Math.ceil(to) }, total));
  };
  const letGo = (): void => {
    began.current = null;
    setDrag(null);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || view === 'table') return;
    const reader = event.target instanceof HTMLElement ? event.target.closest('[role="slider"]') : null;
    if (reader === null) return;
    const here = Number(reader.getAttribute('aria-valuenow') ?? slots) - 1;
    const next = zoomKey(event, range, total, range.from + here);
    if (next !== null) {
      event.preventDefault();
      onZoom(next);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      open(here + 0.001, (stage.current?.clientHeight ?? 0) / 3);
    }
  };
  const close = (): void => setPicked(null);
  return (
    // The chart's slider inside takes the focus; keys bubble up to here.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={stage}
      className={css['stage']}
      data-drag={drag === null ? undefined : ''}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={letGo}
      onKeyDown={onKeyDown}
    >
      <Chart build={drawn} label={label} view={view} />
      {view === 'chart' && <p className="visually-hidden">{t.explorer.stage.keys}</p>}
      {drag !== null && <span className={css['selection']} style={drag} />}
      {picked !== null && (
        <span ref={anchor} className={css['anchor']} style={{ left: picked.x, top: picked.y }} />
      )}
      {picked !== null && sheet !== null && (
        <AnchoredPopover anchor={opened} onClose={close} label={sheetLabel(picked)}>
          {sheet(picked, close)}
        </AnchoredPopover>
      )}
    </div>
  );
}

/** The range a key leads to; `null` for keys that do not zoom. */
function zoomKey(event: KeyboardEvent, range: Range, total: number, centre: number): Range | null {
  switch (event.key) {
    case '+':
    case '=':
      return around(range, total, centre, STEP_IN);
    case '-':
    case '_':
      return around(range, total, centre, 1 / STEP_IN);
    case '0':
      return { from: 0, to: total };
    case 'ArrowLeft':
      return event.shiftKey ? panned(range, total, -0.25) : null;
    case 'ArrowRight':
      return event.shiftKey ? panned(range, total, 0.25) : null;
    default:
      return null;
  }
}
