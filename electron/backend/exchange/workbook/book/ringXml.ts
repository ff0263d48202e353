/**
 * A doughnut as DrawingML (ECMA-376 part 1, 21.2.2.50): parts of a whole, each with its share. A share too small to
 * carry its label has none: the table beside it says it.
 */
import { chartSpace, chartTitle, fill, legendAt, numberRef, text, textRef } from './chartParts.ts';
import type { RingSpec } from './model.ts';
import { escapeXml } from './xml.ts';

/** Under this share of the whole a label does not fit into its part. */
const SMALLEST_LABEL = 0.07;

const showShare =
  '<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="1"/><c:showBubbleSize val="0"/>';

/** Luma of the eye (ITU-R BT.601): which of white and ink is read on a colour. */
function readable(color: string): string {
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return 0.299 * r + 0.587 * g + 0.114 * b > 140 ? '15191D' : 'FFFFFF';
}

export function ringXml(spec: RingSpec, locale: string): string {
  const { colors } = spec;
  const values = spec.values.cache.map((value) => (typeof value === 'number' ? value : 0));
  const whole = values.reduce((a, b) => a + b, 0);
  const format = '<c:numFmt formatCode="0\\ %" sourceLinked="0"/>';
  const plain = '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>';
  const points = colors.map(
    (color, index) =>
      `<c:dPt><c:idx val="${index}"/><c:bubble3D val="0"/><c:spPr>${fill(color)}<a:ln w="12700">${fill('FFFFFF')}</a:ln></c:spPr></c:dPt>`,
  );
  const labels = colors.map((color, index) =>
    (values[index] ?? 0) < SMALLEST_LABEL * whole
      ? `<c:dLbl><c:idx val="${index}"/><c:delete val="1"/></c:dLbl>`
      : `<c:dLbl><c:idx val="${index}"/>${format}${plain}${text(10, readable(color), true)}${showShare}</c:dLbl>`,
  );
  const name = `<c:tx><c:strRef><c:f>${escapeXml(spec.name.ref)}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escapeXml(spec.name.text)}</c:v></c:pt></c:strCache></c:strRef></c:tx>`;
  const series =
    `<c:ser><c:idx val="0"/><c:order val="0"/>${name}${points.join('')}` +
    `<c:dLbls>${labels.join('')}${format}${plain}${text(10, 'FFFFFF', true)}${showShare}<c:showLeaderLines val="0"/></c:dLbls>` +
    `<c:cat>${textRef(spec.categories)}</c:cat><c:val>${numberRef(spec.values, spec.format)}</c:val></c:ser>`;
  const ring = `<c:doughnutChart><c:varyColors val="1"/>${series}<c:firstSliceAng val="0"/><c:holeSize val="58"/></c:doughnutChart>`;
  return chartSpace(locale, chartTitle(spec), ring, legendAt('r'));
}
