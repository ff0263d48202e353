/** Charts: what features draw with. ECharts itself is loaded when the first chart is on screen. */
export { Chart, ChartViewButton, useChartView } from './Chart.tsx';
export { comboOption } from './combo.ts';
export { Dumbbell } from './Dumbbell.tsx';
export { explorerOption } from './explorer.ts';
export type { LimitsBand, SignalMark } from './explorer.ts';
export { Legend } from './Legend.tsx';
export type { LegendItem } from './Legend.tsx';
export { lineOption } from './lines.ts';
export type { Values } from './model.ts';
export { MovedMark } from './MovedMark.tsx';
export { movingRangeOption, RANGE_FACTOR } from './movingRange.ts';
export { paceOption } from './pace.ts';
export { domainOf } from './shapes.ts';
export { breaksOf, noteMark, notesOf, slotsOf } from './slots.ts';
export { SmallMultiple } from './SmallMultiple.tsx';
export { stackedOption } from './stacked.ts';
export { useChartWords } from './useChartWords.ts';
export type { Build } from './useChart.ts';
