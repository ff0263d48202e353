/**
 * A chart as DrawingML (ECMA-376 part 1, 21.2): columns or rows, stacked or not, with lines over them on the
 * same or a second axis; or a ring (ringXml.ts). Points carry their own colour and label, so that the compared months
 * stand out.
 *
 * Gaps stay gaps: blank cells are not bridged. Values are cached, so that the chart shows in viewers that do not
 * calculate.
 */
import {
  AXIS,
  GRID,
  INK,
  axisTitle,
  chartSpace,
  chartTitle,
  fill,
  legendAt,
  line,
  noLine,
  numberRef,
  text,
  textRef,
} from './chartParts.ts';
import type { Axis, AxisChartSpec, ChartSeriesSpec, ChartSpec } from './model.ts';
import { ringXml } from './ringXml.ts';
import { escapeXml } from './xml.ts';

const showValue =
  '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>';
const showNothing =
  '<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>';

function labels(series: ChartSeriesSpec): string {
  const format = `<c:numFmt formatCode="${escapeXml(series.format)}" sourceLinked="0"/>`;
  const plain = '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>';
  const place = `<c:dLblPos val="${series.labelAt ?? (series.type === 'bar' ? 'outEnd' : 't')}"/>`;
  if (series.labels) return `<c:dLbls>${format}${plain}${text(9, INK, true)}${place}${showValue}</c:dLbls>`;
  const marked = (series.points ?? []).filter((point) => point.label);
  if (marked.length === 0) return '';
  const each = marked.map(
    (point) =>
      `<c:dLbl><c:idx val="${point.index}"/>${format}${plain}${text(9, point.label ?? INK, true)}${place}${showValue}</c:dLbl>`,
  );
  return `<c:dLbls>${each.join('')}${showNothing}</c:dLbls>`;
}

function seriesXml(series: ChartSeriesSpec, index: number): string {
  const name = `<c:tx><c:strRef><c:f>${escapeXml(series.name.ref)}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escapeXml(series.name.text)}</c:v></c:pt></c:strCache></c:strRef></c:tx>`;
  const head = `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>${name}`;
  const data = `<c:cat>${textRef(series.categories)}</c:cat><c:val>${numberRef(series.values, series.format)}</c:val>`;
  if (series.type === 'bar') {
    const points = (series.points ?? [])
      .filter((point) => point.color)
      .map(
        (point) =>
          `<c:dPt><c:idx val="${point.index}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>` +
          `<c:spPr>${fill(point.color ?? series.color)}${noLine}</c:spPr></c:dPt>`,
      );
    return `${head}<c:spPr>${fill(series.color)}${noLine}</c:spPr><c:invertIfNegative val="0"/>${points.join('')}${labels(series)}${data}</c:ser>`;
  }
  const dash = series.dash ? '<a:prstDash val="dash"/>' : '';
  const marker = series.markers
    ? `<c:marker><c:symbol val="circle"/><c:size val="5"/><c:spPr>${fill(series.color)}<a:ln w="9525">${fill('FFFFFF')}</a:ln></c:spPr></c:marker>`
    : '<c:marker><c:symbol val="none"/></c:marker>';
  return `${head}<c:spPr>${line(series.color, series.width ?? 1.75, dash)}</c:spPr>${marker}${labels(series)}${data}<c:smooth val="0"/></c:ser>`;
}

function valueAxis(axis: Axis, id: number, crossing: number, side: 'l' | 'r' | 'b', grid: boolean): string {
  const bound = (name: 'max' | 'min'): string =>
    axis[name] === undefined ? '' : `<c:${name} val="${axis[name]}"/>`;
  return (
    `<c:valAx><c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/>${bound('max')}${bound('min')}</c:scaling>` +
    `<c:delete val="0"/><c:axPos val="${side}"/>` +
    (grid
      ? `<c:majorGridlines><c:spPr><a:ln w="6350">${fill(GRID)}</a:ln></c:spPr></c:majorGridlines>`
      : '') +
    (axis.title ? axisTitle(axis.title) : '') +
    `<c:numFmt formatCode="${escapeXml(axis.format)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>` +
    `<c:tickLblPos val="nextTo"/><c:spPr>${noLine}</c:spPr>${text(9, AXIS)}<c:crossAx val="${crossing}"/>` +
    `<c:crosses val="${side === 'l' ? 'autoZero' : 'max'}"/><c:crossBetween val="between"/>` +
    (axis.majorUnit === undefined ? '' : `<c:majorUnit val="${axis.majorUnit}"/>`) +
    '</c:valAx>'
  );
}

function categoryAxis(spec: AxisChartSpec, id: number, crossing: number, shown: boolean): string {
  const rows = spec.kind === 'rows';
  const skip = spec.labelEvery ? `<c:tickLblSkip val="${spec.labelEvery}"/>` : '';
  return (
    `<c:catAx><c:axId val="${id}"/><c:scaling><c:orientation val="${rows ? 'maxMin' : 'minMax'}"/></c:scaling>` +
    `<c:delete val="${shown ? 0 : 1}"/><c:axPos val="${rows ? 'l' : 'b'}"/><c:numFmt formatCode="General" sourceLinked="0"/>` +
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>' +
    `<c:spPr><a:ln w="9525">${fill('8B949C')}</a:ln></c:spPr>${text(rows ? 8 : 9, AXIS)}<c:crossAx val="${crossing}"/>` +
    `<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="60"/>${skip}<c:noMultiLvlLbl val="1"/></c:catAx>`
  );
}

/** `number` keeps axis ids apart between charts. */
export function chartXml(spec: ChartSpec, number: number, locale: string): string {
  if (spec.kind === 'ring') return ringXml(spec, locale);
  const ids = [1, 2, 3, 4].map((n) => 50_000_000 + number * 10 + n) as [number, number, number, number];
  const numbered = spec.series.map((series, index) => ({ series, index }));
  const bars = numbered.filter(({ series }) => series.type === 'bar');
  const lines = numbered.filter(({ series }) => series.type === 'line' && !series.secondary);
  const second = numbered.filter(({ series }) => series.type === 'line' && series.secondary);
  const body = (list: typeof numbered): string =>
    list.map(({ series, index }) => seriesXml(series, index)).join('');
  const stacked = spec.kind === 'stacked';
  const barChart =
    bars.length === 0
      ? ''
      : `<c:barChart><c:barDir val="${spec.kind === 'rows' ? 'bar' : 'col'}"/><c:grouping val="${stacked ? 'stacked' : 'clustered'}"/>` +
        `<c:varyColors val="0"/>${body(bars)}<c:gapWidth val="${spec.gap ?? 40}"/>${stacked ? '<c:overlap val="100"/>' : ''}` +
        `<c:axId val="${ids[0]}"/><c:axId val="${ids[1]}"/></c:barChart>`;
  const lineChart = (list: typeof numbered, category: number, value: number): string =>
    list.length === 0
      ? ''
      : `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${body(list)}<c:marker val="1"/>` +
        `<c:axId val="${category}"/><c:axId val="${value}"/></c:lineChart>`;
  const axes =
    categoryAxis(spec, ids[0], ids[1], true) +
    valueAxis(spec.axis, ids[1], ids[0], spec.kind === 'rows' ? 'b' : 'l', true) +
    (second.length === 0
      ? ''
      : valueAxis(spec.secondAxis ?? spec.axis, ids[3], ids[2], 'r', false) +
        categoryAxis(spec, ids[2], ids[3], false));
  return chartSpace(
    locale,
    chartTitle(spec),
    barChart + lineChart(lines, ids[0], ids[1]) + lineChart(second, ids[2], ids[3]) + axes,
    spec.legend ? legendAt('b') : '',
  );
}
