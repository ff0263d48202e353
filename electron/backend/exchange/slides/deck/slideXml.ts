/** One slide as PresentationML (ECMA-376 part 1, 19.3): its placeholders, boxes, tables, charts and pictures. */
import { escapeXml } from '../../workbook/book/xml.ts';
import { NAMESPACES, XML, fillXml, lineXml, paragraphXml, placeXml } from './drawing.ts';
import type { TextContext } from './drawing.ts';
import type { PlacedChart, PlacedPicture, Slide, TextBox } from './model.ts';
import { tableXml } from './tableXml.ts';

export interface SlideContext extends TextContext {
  readonly footer: string;
  /** Of the slide, from 1. */
  readonly number: number;
  /** Ids of the relations to a chart's and the logo's part. */
  readonly chart: (chart: PlacedChart) => string;
  readonly picture: () => string;
}

const DECORATIVE =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>';

export function slideXml(slide: Slide, context: SlideContext): string {
  let id = 1;
  const next = (): number => (id += 1);
  const shapes = [titleXml(slide, next(), context)];
  for (const element of slide.elements) {
    switch (element.kind) {
      case 'text':
        shapes.push(textXml(element, next(), context));
        break;
      case 'table':
        shapes.push(tableXml(element, next(), context));
        break;
      case 'chart':
        shapes.push(chartFrame(element, next(), context));
        break;
      case 'picture':
        shapes.push(pictureXml(element, next(), context.picture()));
        break;
    }
  }
  if (slide.layout === 'plain') shapes.push(footerXml(next(), context), numberXml(next(), context));
  return (
    `${XML}<p:sld ${NAMESPACES}><p:cSld><p:spTree>${ROOT}${shapes.join('')}</p:spTree></p:cSld>` +
    '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>'
  );
}

/** The group that holds a slide's shapes. */
export const ROOT =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';

function titleXml({ title, layout }: Slide, id: number, context: SlideContext): string {
  const run = { text: title.text, ...(title.size !== undefined && { size: title.size }) };
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Title ${id}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>` +
    `<p:nvPr><p:ph type="${layout === 'cover' ? 'ctrTitle' : 'title'}"/></p:nvPr></p:nvSpPr>` +
    `<p:spPr>${title.box ? placeXml(title.box) : ''}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>` +
    `${paragraphXml({ runs: [run] }, context)}</p:txBody></p:sp>`
  );
}

const anchors = { top: 't', middle: 'ctr', bottom: 'b' } as const;

function textXml(box: TextBox, id: number, context: SlideContext): string {
  const { placeholder, inset = 0 } = box;
  const name = `<p:cNvPr id="${id}" name="${escapeXml(box.name)}">${box.decorative ? DECORATIVE : ''}</p:cNvPr>`;
  const kind = placeholder?.type ?? 'body';
  const body = box.paragraphs.length === 0 ? [{ runs: [] }] : box.paragraphs;
  const pad = Math.round(inset * 12_700);
  return (
    `<p:sp><p:nvSpPr>${name}` +
    (placeholder
      ? `<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="${kind}" idx="${placeholder.index}"${kind === 'body' ? ' sz="quarter"' : ''}/></p:nvPr>`
      : `<p:cNvSpPr${box.decorative ? '' : ' txBox="1"'}/><p:nvPr/>`) +
    `</p:nvSpPr><p:spPr>${placeXml(box.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${fillXml(box.fill)}${lineXml(box.line)}</p:spPr>` +
    `<p:txBody><a:bodyPr wrap="square" lIns="${pad}" tIns="${pad}" rIns="${pad}" bIns="${pad}" anchor="${anchors[box.anchor ?? 'top']}"><a:noAutofit/></a:bodyPr><a:lstStyle/>` +
    `${body.map((paragraph) => paragraphXml(paragraph, context)).join('')}</p:txBody></p:sp>`
  );
}

function chartFrame(chart: PlacedChart, id: number, context: SlideContext): string {
  return (
    `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="${escapeXml(chart.name)}" descr="${escapeXml(chart.spec.alt)}"/>` +
    `<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>${placeXml(chart.box, 'p:xfrm')}` +
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">' +
    `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="${context.chart(chart)}"/></a:graphicData></a:graphic></p:graphicFrame>`
  );
}

export function pictureXml(picture: PlacedPicture, id: number, relation: string): string {
  return (
    `<p:pic><p:nvPicPr><p:cNvPr id="${id}" name="${escapeXml(picture.name)}" descr="${escapeXml(picture.alt)}"/>` +
    `<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>` +
    `<p:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>` +
    `<p:spPr>${placeXml(picture.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`
  );
}

function footerXml(id: number, context: SlideContext): string {
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Footer ${id}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="ftr" sz="quarter" idx="11"/></p:nvPr></p:nvSpPr>` +
    `<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${paragraphXml({ runs: [{ text: context.footer }] }, context)}</p:txBody></p:sp>`
  );
}

/** The field's text is what programs show that do not count pages; they put their own in its place. */
function numberXml(id: number, context: SlideContext): string {
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Slide number ${id}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldNum" sz="quarter" idx="12"/></p:nvPr></p:nvSpPr>` +
    `<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="${context.locale}"/><a:t>${context.number}</a:t></a:fld></a:p></p:txBody></p:sp>`
  );
}
