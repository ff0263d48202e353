/** Speaker notes (ECMA-376 part 1, 19.3.1.26): a master for all, a page for each slide that has something to say. */
import { escapeXml } from '../../workbook/book/xml.ts';
import { NAMESPACES, XML, placeXml } from './drawing.ts';
import { COLOR_MAP } from './master.ts';
import type { Box, Deck } from './model.ts';
import { ROOT } from './slideXml.ts';

/** Points on an upright page. */
const PAGE = { width: 540, height: 720 } as const;
export const NOTES_SIZE = `<p:notesSz cx="${PAGE.width * 12_700}" cy="${PAGE.height * 12_700}"/>`;
const image: Box = { x: 30, y: 50, w: 480, h: 270 };
const text: Box = { x: 54, y: 350, w: 432, h: 320 };

const picture = (id: number, box = ''): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Slide ${id}"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr>${box}</p:spPr></p:sp>`;

function body(id: number, paragraphs: string, box = ''): string {
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Notes ${id}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr>` +
    `<p:spPr>${box}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/>${paragraphs}</p:txBody></p:sp>`
  );
}

const paragraph = (words: string, locale: string): string =>
  `<a:p><a:r><a:rPr lang="${locale}"/><a:t>${escapeXml(words)}</a:t></a:r></a:p>`;

export function notesMasterXml(deck: Deck): string {
  const geometry = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>';
  return (
    `${XML}<p:notesMaster ${NAMESPACES}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>${ROOT}` +
    `${picture(2, placeXml(image) + geometry)}${body(3, paragraph(deck.names.notes, deck.locale), placeXml(text) + geometry)}</p:spTree></p:cSld>${COLOR_MAP}` +
    '<p:notesStyle><a:lvl1pPr marL="0" algn="l"><a:defRPr sz="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></p:notesStyle></p:notesMaster>'
  );
}

export function notesXml(notes: readonly string[], locale: string): string {
  const words = notes.flatMap((note) => note.split('\n')).map((line) => paragraph(line, locale));
  return (
    `${XML}<p:notes ${NAMESPACES}><p:cSld><p:spTree>${ROOT}${picture(2)}${body(3, words.join(''))}</p:spTree></p:cSld>` +
    '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>'
  );
}
