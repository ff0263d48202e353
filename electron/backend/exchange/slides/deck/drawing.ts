/** The smallest pieces of DrawingML (ECMA-376 part 1, 20.1): lengths, colours, lines, paragraphs. */
import { escapeXml } from '../../workbook/book/xml.ts';
import type { Box, Colour, Line, TextParagraph } from './model.ts';

export const NAMESPACES =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const EMU_PER_POINT = 12_700;
/** Light tones of the accent keep its hue: its lightness taken to these parts of a thousandth percent, white the rest. */
const tones: Readonly<Record<string, readonly [mod: number, off: number]>> = {
  pale: [28_000, 72_000],
  soft: [10_000, 90_000],
};
const scheme = new Set(['tx1', 'tx2', 'bg1', 'bg2', 'accent1']);

export const emu = (points: number): number => Math.round(points * EMU_PER_POINT);

export function colorXml(color: Colour): string {
  const tone = tones[color];
  if (tone) {
    return `<a:schemeClr val="accent1"><a:lumMod val="${tone[0]}"/><a:lumOff val="${tone[1]}"/></a:schemeClr>`;
  }
  return scheme.has(color) ? `<a:schemeClr val="${color}"/>` : `<a:srgbClr val="${color}"/>`;
}

export function fillXml(color: Colour | undefined): string {
  return color === undefined ? '<a:noFill/>' : `<a:solidFill>${colorXml(color)}</a:solidFill>`;
}

export function lineXml(line: Line | undefined, tag = 'a:ln'): string {
  if (!line) return `<${tag} w="0"><a:noFill/></${tag}>`;
  return `<${tag} w="${emu(line.width)}">${fillXml(line.color)}</${tag}>`;
}

export function placeXml(box: Box, tag: 'a:xfrm' | 'p:xfrm' = 'a:xfrm'): string {
  return `<${tag}><a:off x="${emu(box.x)}" y="${emu(box.y)}"/><a:ext cx="${emu(box.w)}" cy="${emu(box.h)}"/></${tag}>`;
}

/** Numbers the links of a part. */
export type Linker = (address: string) => string;

export interface TextContext {
  readonly locale: string;
  readonly link: Linker;
}

const aligned = { left: 'l', center: 'ctr', right: 'r' } as const;
const HANG = 16;

export function paragraphXml(paragraph: TextParagraph, context: TextContext): string {
  const { runs, align, bullet, before } = paragraph;
  const hang = bullet === undefined ? 'marL="0" indent="0"' : `marL="${emu(HANG)}" indent="${emu(-HANG)}"`;
  const properties =
    `<a:pPr ${hang}${align ? ` algn="${aligned[align]}"` : ''}>` +
    `<a:spcBef><a:spcPts val="${Math.round((before ?? 0) * 100)}"/></a:spcBef>` +
    (bullet === undefined
      ? '<a:buNone/>'
      : `<a:buFont typeface="Arial"/><a:buChar char="${escapeXml(bullet)}"/>`) +
    '</a:pPr>';
  const told = runs.filter((run) => run.text !== '');
  const end = `<a:endParaRPr lang="${context.locale}"${sizeOf(runs[0]?.size)}/>`;
  return `<a:p>${properties}${told.map((run) => runXml(run, context)).join('')}${told.length === 0 ? end : ''}</a:p>`;
}

const sizeOf = (size: number | undefined): string =>
  size === undefined ? '' : ` sz="${Math.round(size * 100)}"`;

function runXml(run: TextParagraph['runs'][number], context: TextContext): string {
  const { text, size, bold, color, link } = run;
  const weight = bold === undefined ? '' : ` b="${bold ? 1 : 0}"`;
  const properties =
    `<a:rPr lang="${context.locale}"${sizeOf(size)}${weight} dirty="0">${color === undefined ? '' : fillXml(color)}` +
    `${link === undefined ? '' : `<a:hlinkClick r:id="${context.link(link)}"/>`}</a:rPr>`;
  return text
    .split('\n')
    .map((part) => (part === '' ? '' : `<a:r>${properties}<a:t>${escapeXml(part)}</a:t></a:r>`))
    .join(`<a:br><a:rPr lang="${context.locale}"${sizeOf(size)}/></a:br>`);
}
