/**
 * A chart with its two views: drawn, and as a table with the same figures. Both answer to one label.
 *
 * `useChartView` keeps which one is shown, so that the button can stand in a panel's head.
 */
import { useMemo, useState } from 'react';
import { useT } from '../i18n/index.tsx';
import { IconButton } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import css from './charts.module.css';
import { ChartTableView } from './ChartTableView.tsx';
import { readTheme } from './readTheme.ts';
import { PointReader } from './PointReader.tsx';
import { useChart } from './useChart.ts';
import type { Build } from './useChart.ts';

export type ChartView = 'chart' | 'table';

export interface ChartProps {
  readonly build: Build;
  /** What the chart shows, in a sentence: read aloud instead of the canvas, and the table's caption. */
  readonly label: string;
  /** CSS pixels; absent: as high as its place. */
  readonly height?: number;
  readonly view?: ChartView;
}

export function useChartView(): { readonly view: ChartView; readonly toggle: () => void } {
  const [view, setView] = useState<ChartView>('chart');
  return { view, toggle: () => setView((old) => (old === 'chart' ? 'table' : 'chart')) };
}

export function ChartViewButton({
  view,
  onToggle,
}: {
  readonly view: ChartView;
  readonly onToggle: () => void;
}) {
  const t = useT();
  return (
    <IconButton
      className={css['viewButton']}
      icon={view === 'chart' ? 'table' : 'trend'}
      label={view === 'chart' ? t.charts.asTable : t.charts.asChart}
      pressed={view === 'table'}
      onClick={onToggle}
    />
  );
}

export function Chart({ build, label, height, view = 'chart' }: ChartProps) {
  const place = height === undefined ? undefined : { height };
  return (
    <div className={cx(css['place'], height === undefined && css['stretch'])} style={place}>
      {view === 'chart' ? <Drawn build={build} label={label} /> : <Tabled build={build} label={label} />}
    </div>
  );
}

function Drawn({ build, label }: Pick<ChartProps, 'build' | 'label'>) {
  const { element, spec, pointAt } = useChart(build);
  return (
    <>
      <div ref={element} className={css['canvas']} role="img" aria-label={label} />
      {spec !== null && <PointReader spec={spec} label={label} onPoint={pointAt} />}
    </>
  );
}

function Tabled({ build, label }: Pick<ChartProps, 'build' | 'label'>) {
  // The table does not depend on size; the theme only gives colours that it does not use.
  const table = useMemo(
    () => build(readTheme(document.documentElement), { width: 800, height: 240 }).table,
    [build],
  );
  return <ChartTableView table={table} caption={label} />;
}
