/** Pieces of DrawingML that all charts share: fills, lines, texts, titles, references to cells with what they held. */
import type { ChartRef } from './model.ts';
import { escapeXml } from './xml.ts';

export const GRID = 'E3E6E9';
export const AXIS = '656E77';
export const INK = '15191D';
const EMU_PER_POINT = 12_700;

export const fill = (color: string): string => `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`;
export const line = (color: string, points: number, dash = ''): string =>
  `<a:ln w="${Math.round(points * EMU_PER_POINT)}" cap="rnd">${fill(color)}${dash}<a:round/></a:ln>`;
export const noLine = '<a:ln><a:noFill/></a:ln>';

export function text(size: number, color: string, bold = false): string {
  return (
    `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size * 100}" b="${bold ? 1 : 0}">${fill(color)}` +
    '<a:latin typeface="Calibri"/></a:defRPr></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>'
  );
}

/** Top left, where a panel's title stands. */
const TOP_LEFT =
  '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="0.02"/><c:y val="0.025"/></c:manualLayout></c:layout>';

interface TitleRun {
  readonly words: string;
  readonly size: number;
  readonly color: string;
  readonly bold: boolean;
}

/** Paragraphs of runs. */
function titleOf(paragraphs: readonly (readonly TitleRun[])[], layout = ''): string {
  const look = ({ size, color, bold }: TitleRun): string =>
    `sz="${size * 100}" b="${bold ? 1 : 0}">${fill(color)}<a:latin typeface="Calibri"/>`;
  const written = paragraphs.map((runs) => {
    const [first] = runs;
    const own = first === undefined ? '' : `<a:defRPr ${look(first)}</a:defRPr>`;
    const parts = runs.map(
      (run) => `<a:r><a:rPr lang="en-US" ${look(run)}</a:rPr><a:t>${escapeXml(run.words)}</a:t></a:r>`,
    );
    return `<a:p><a:pPr algn="l">${own}</a:pPr>${parts.join('')}</a:p>`;
  });
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/>${written.join('')}</c:rich></c:tx>${layout}<c:overlay val="0"/></c:title>`;
}

/** Letters of a title that fit on one line of the narrowest chart. */
const ONE_LINE = 56;

/** What the chart is of, and what it found: beside it, or under it where there is no room. */
export function chartTitle({
  title,
  finding,
}: {
  readonly title: string;
  readonly finding?: string;
}): string {
  const subject: TitleRun = { words: title, size: 12, color: INK, bold: true };
  if (!finding) return titleOf([[subject]], TOP_LEFT);
  const found = (words: string): TitleRun => ({ words, size: 11, color: AXIS, bold: false });
  return title.length + finding.length > ONE_LINE
    ? titleOf([[subject], [found(finding)]], TOP_LEFT)
    : titleOf([[subject, found(`  ·  ${finding}`)]], TOP_LEFT);
}

export function axisTitle(words: string): string {
  return titleOf([[{ words, size: 9, color: AXIS, bold: false }]]);
}

/** The chart as a part of the package: frame, title and what is drawn. */
export function chartSpace(locale: string, title: string, plot: string, legend: string): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    `<c:date1904 val="0"/><c:lang val="${locale}"/><c:roundedCorners val="0"/><c:chart>${title}` +
    `<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plot}<c:spPr><a:noFill/>${noLine}</c:spPr></c:plotArea>${legend}` +
    '<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>' +
    `<c:spPr>${fill('FFFFFF')}<a:ln w="9525">${fill('D2D7DC')}</a:ln></c:spPr>` +
    '<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr><a:latin typeface="Calibri"/></a:defRPr></a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>' +
    '<c:printSettings><c:headerFooter/><c:pageMargins b="0.75" l="0.7" r="0.7" t="0.75" header="0.3" footer="0.3"/><c:pageSetup/></c:printSettings></c:chartSpace>'
  );
}

export function legendAt(side: 'b' | 'r'): string {
  return `<c:legend><c:legendPos val="${side}"/><c:overlay val="0"/>${text(side === 'b' ? 9 : 10, side === 'b' ? AXIS : INK)}</c:legend>`;
}

export function textRef(ref: ChartRef): string {
  const points = ref.cache.map((value, index) =>
    value === null ? '' : `<c:pt idx="${index}"><c:v>${escapeXml(String(value))}</c:v></c:pt>`,
  );
  return (
    `<c:strRef><c:f>${escapeXml(ref.range)}</c:f><c:strCache><c:ptCount val="${ref.cache.length}"/>` +
    `${points.join('')}</c:strCache></c:strRef>`
  );
}

export function numberRef(ref: ChartRef, format: string): string {
  const points = ref.cache.map((value, index) =>
    value === null ? '' : `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`,
  );
  return (
    `<c:numRef><c:f>${escapeXml(ref.range)}</c:f><c:numCache><c:formatCode>${escapeXml(format)}</c:formatCode>` +
    `<c:ptCount val="${ref.cache.length}"/>${points.join('')}</c:numCache></c:numRef>`
  );
}
