/**
 * Draws a chart into an element and keeps it right: built again when its size, the theme or the client's accent
 * change, without animation. ECharts itself arrives on demand.
 */
import type { EChartsType } from 'echarts/core';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { ChartSpec, Size } from './model.ts';
import { readTheme } from './readTheme.ts';
import type { ChartTheme } from './theme.ts';
import { tipNode } from './tip.ts';

type Library = typeof import('./echarts.ts');

/** ECharts once it is here: charts after the first are drawn at once. */
let arrived: Library | null = null;
const loaded = (): Library | null => arrived;

async function load(): Promise<Library> {
  arrived = await import('./echarts.ts');
  return arrived;
}

export type Build = (theme: ChartTheme, size: Size) => ChartSpec;

/** A window being drawn larger or smaller is measured when it rests for this long, milliseconds. */
const REST = 60;

/** The size of an element in whole CSS pixels; `null` until it is laid out. Later sizes once they have settled. */
export function useSize(element: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const target = element.current;
    if (target === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let known = false;
    const read = (): void => {
      const { clientWidth: width, clientHeight: height } = target;
      if (width <= 0 || height <= 0) return;
      known = true;
      setSize((old) => (old?.width === width && old.height === height ? old : { width, height }));
    };
    const observer = new ResizeObserver(() => {
      clearTimeout(timer);
      if (known) timer = setTimeout(read, REST);
      else read();
    });
    observer.observe(target);
    read();
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [element]);
  return size;
}

/** Calls `listener` whenever theme or accent change on the page: both are attributes of the root element. */
function onThemeChange(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-theme', 'data-accent', 'style', 'class'],
  });
  return () => observer.disconnect();
}

export interface DrawnChart {
  /** The element to draw in. It carries `data-drawn` once the first drawing is there. */
  readonly element: RefObject<HTMLDivElement | null>;
  /** What is drawn now; `null` until then. */
  readonly spec: ChartSpec | null;
  /** Shows what the pointer would at a slot, `null` nothing. */
  readonly pointAt: (index: number | null) => void;
}

/** `build` should be stable while its data are. */
export function useChart(build: Build): DrawnChart {
  const element = useRef<HTMLDivElement>(null);
  const size = useSize(element);
  const chart = useRef<EChartsType | null>(null);
  const [library, setLibrary] = useState(loaded);
  const [spec, setSpec] = useState<ChartSpec | null>(null);

  useEffect(() => {
    let wanted = true;
    void load().then((module) => {
      if (wanted) setLibrary(module);
    });
    return () => {
      wanted = false;
      chart.current?.dispose();
      chart.current = null;
    };
  }, []);

  // Before the browser paints: a chart that comes back is never an empty place for a frame.
  useLayoutEffect(() => {
    const target = element.current;
    if (target === null || library === null || size === null) return undefined;
    const draw = (): void => {
      const made = build(readTheme(target), size);
      setSpec(made);
      chart.current ??= library.open(target, size.width, size.height);
      chart.current.resize({ ...size, silent: true });
      // A custom series keeps its shapes by place, so that a mark would be drawn with what is left of another one.
      chart.current.clear();
      chart.current.setOption({ ...made.option, tooltip: pointer(made, size) }, { notMerge: true });
      target.dataset['drawn'] = 'true';
    };
    draw();
    return onThemeChange(draw);
  }, [library, size, build]);

  const pointAt = useCallback((index: number | null) => {
    const drawn = chart.current;
    if (drawn === null) return;
    if (index === null) {
      drawn.dispatchAction({ type: 'hideTip' });
      drawn.dispatchAction({ type: 'updateAxisPointer', currTrigger: 'leave' });
      return;
    }
    const x: unknown = drawn.convertToPixel({ xAxisIndex: 0 }, index);
    if (typeof x === 'number') drawn.dispatchAction({ type: 'showTip', x, y: drawn.getHeight() / 2 });
  }, []);
  return { element, spec, pointAt };
}

/** ECharts' own box is made invisible: the node inside carries the look. */
function pointer(spec: ChartSpec, size: Size): Record<string, unknown> {
  return {
    trigger: 'axis',
    renderMode: 'html',
    confine: true,
    transitionDuration: 0,
    showDelay: 0,
    hideDelay: 60,
    padding: 0,
    borderWidth: 0,
    backgroundColor: 'transparent',
    shadowBlur: 0,
    extraCssText: '',
    formatter: (params: unknown): HTMLElement | string => {
      const first: unknown = Array.isArray(params) ? params[0] : params;
      const index =
        typeof first === 'object' && first !== null && 'dataIndex' in first ? Number(first.dataIndex) : -1;
      const tip = spec.tip(index);
      return tip === null ? '' : tipNode(tip);
    },
    position: (
      point: readonly [number, number],
      _params: unknown,
      _node: unknown,
      _rect: unknown,
      box: { contentSize: readonly [number, number] },
    ) => {
      const [width] = box.contentSize;
      const x = point[0] + 14 + width > size.width ? point[0] - 14 - width : point[0] + 14;
      return [Math.max(0, x), 4];
    },
  };
}
