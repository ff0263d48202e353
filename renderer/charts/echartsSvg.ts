/** ECharts drawing to SVG text, off the page. Imported on demand: only saving or copying a chart needs it. */
import type { EChartsCoreOption } from 'echarts/core';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { parts } from './echarts.ts';
import type { Size } from './model.ts';

use([...parts, SVGRenderer]);

/** One drawing of an option, as an `<svg>` of this size. */
export function svgOf(option: EChartsCoreOption, { width, height }: Size): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(option);
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
