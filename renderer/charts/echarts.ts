/** The parts of ECharts that are used. Imported on demand, so that screens without charts never load them. */
import { BarChart, CustomChart, LineChart } from 'echarts/charts';
import { AxisPointerComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import type { EChartsType } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

/** What charts are made of, whatever draws them. */
export const parts = [
  BarChart,
  LineChart,
  CustomChart,
  GridComponent,
  TooltipComponent,
  AxisPointerComponent,
];

use([...parts, CanvasRenderer]);

/** A canvas chart in an element of this size. Canvas, because the page's policy allows no inline styles in markup. */
export function open(element: HTMLElement, width: number, height: number): EChartsType {
  return init(element, null, { renderer: 'canvas', width, height });
}
