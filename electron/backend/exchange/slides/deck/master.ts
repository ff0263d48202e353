/**
 * What all slides stand on: theme, master, two layouts. The client's accent is the theme's first accent and title, text,
 * footer and number are real placeholders, so that a person restyles the deck in one place and reads it in outline view.
 */
import { categories, ink } from '../../workbook/palette.ts';
import { escapeXml } from '../../workbook/book/xml.ts';
import { NAMESPACES, XML, emu, fillXml, lineXml, paragraphXml, placeXml } from './drawing.ts';
import { PAGE, SLIDE } from './model.ts';
import type { Box, Colour, Deck, TextParagraph } from './model.ts';
import { ROOT, pictureXml } from './slideXml.ts';

export const FONT = 'Arial';
/** Where the layouts have their placeholders. */
export const places = {
  kicker: { x: PAGE.left, y: 24, w: 740, h: 18 },
  title: { x: PAGE.left, y: 43, w: 760, h: 34 },
  body: { x: PAGE.left, y: 100, w: PAGE.width, h: PAGE.bottom - 100 },
  footer: { x: PAGE.left, y: 508, w: 780, h: 18 },
  number: { x: 840, y: 508, w: 80, h: 18 },
  mark: { x: 820, y: 22, w: 100, h: 36 },
  panel: { x: 0, y: 0, w: 300, h: SLIDE.height },
  coverTitle: { x: 350, y: 130, w: 560, h: 96 },
  coverSub: { x: 350, y: 236, w: 560, h: 62 },
  coverFinding: { x: 350, y: 326, w: 560, h: 84 },
  coverFoot: { x: 350, y: 468, w: 560, h: 34 },
} as const satisfies Record<string, Box>;
export const sizes = { kicker: 13, title: 26, body: 16, footer: 11, coverTitle: 40, coverSub: 22 } as const;
export const indexes = { kicker: 13, body: 14, coverSub: 1, coverFinding: 15, coverFoot: 16 } as const;

export function themeXml(deck: Deck): string {
  const color = (name: string, value: string): string => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`;
  // The client's accent is in use for one thing already: other series begin with the second category.
  const rest = categories.slice(1).map((value, index) => color(`accent${index + 2}`, value));
  const font = (tag: string): string =>
    `<a:${tag}><a:latin typeface="${FONT}"/><a:ea typeface=""/><a:cs typeface=""/></a:${tag}>`;
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const line = (width: number): string => `<a:ln w="${width}">${fill}<a:prstDash val="solid"/></a:ln>`;
  return (
    `${XML}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="${escapeXml(deck.properties.title)}"><a:themeElements>` +
    `<a:clrScheme name="Client">${color('dk1', ink.first)}${color('lt1', ink.white)}${color('dk2', ink.third)}${color('lt2', 'EEF0F2')}` +
    `${color('accent1', deck.brand.accent)}${rest.join('')}${color('hlink', deck.brand.accent)}${color('folHlink', ink.third)}</a:clrScheme>` +
    `<a:fontScheme name="${FONT}">${font('majorFont')}${font('minorFont')}</a:fontScheme>` +
    `<a:fmtScheme name="Plain"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line(6350)}${line(12_700)}${line(19_050)}</a:lnStyleLst>` +
    `<a:effectStyleLst>${'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>` +
    '</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>'
  );
}

const BACKGROUND =
  '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>';
export const COLOR_MAP =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';

export function masterXml(deck: Deck): string {
  const shapes = [
    area(2, { x: 0, y: 0, w: SLIDE.width, h: 5 }, 'accent1'),
    markXml(deck, 3, places.mark, 'right', 15),
    placeholder(deck, 4, 'title', '', places.title, deck.names.plain),
    placeholder(deck, 5, 'body', ' idx="1"', places.body, deck.names.plain),
    footer(deck, 6),
    number(deck, 7),
  ];
  const level = (n: number, size: number): string =>
    `<a:lvl${n}pPr marL="${emu((n - 1) * 16)}" indent="0" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">` +
    `<a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>${letters(size, 'tx1')}</a:lvl${n}pPr>`;
  const levels = [1, 2, 3, 4, 5].map((n) => level(n, n === 1 ? sizes.body : 14));
  return (
    `${XML}<p:sldMaster ${NAMESPACES}><p:cSld>${BACKGROUND}<p:spTree>${ROOT}${shapes.join('')}</p:spTree></p:cSld>${COLOR_MAP}` +
    '<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/><p:sldLayoutId id="2147483650" r:id="rId2"/></p:sldLayoutIdLst>' +
    `<p:txStyles><p:titleStyle><a:lvl1pPr algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/>${letters(sizes.title, 'tx1', true)}</a:lvl1pPr></p:titleStyle>` +
    `<p:bodyStyle>${levels.join('')}</p:bodyStyle><p:otherStyle><a:lvl1pPr marL="0" algn="l">${letters(14, 'tx1')}</a:lvl1pPr></p:otherStyle></p:txStyles></p:sldMaster>`
  );
}

/** `1`: the cover; `2`: everything else. */
export function layoutXml(deck: Deck, which: 'cover' | 'plain'): string {
  const shapes =
    which === 'cover'
      ? [
          area(2, places.panel, deck.brand.brand, 'D2D7DC'),
          markXml(deck, 3, { x: 50, y: 170, w: 200, h: 200 }, 'center', 84),
          placeholder(deck, 4, 'ctrTitle', '', places.coverTitle, deck.names.cover, sizes.coverTitle, 'b'),
          placeholder(
            deck,
            5,
            'subTitle',
            ` idx="${indexes.coverSub}"`,
            places.coverSub,
            deck.names.cover,
            sizes.coverSub,
          ),
          placeholder(
            deck,
            6,
            'body',
            ` idx="${indexes.coverFinding}" sz="quarter"`,
            places.coverFinding,
            deck.names.cover,
            18,
          ),
          placeholder(
            deck,
            7,
            'body',
            ` idx="${indexes.coverFoot}" sz="quarter"`,
            places.coverFoot,
            deck.names.cover,
            13,
            'b',
          ),
        ]
      : [
          placeholder(deck, 2, 'title', '', places.title, deck.names.plain),
          placeholder(
            deck,
            3,
            'body',
            ` idx="${indexes.kicker}" sz="quarter"`,
            places.kicker,
            deck.names.plain,
            sizes.kicker,
          ),
          placeholder(
            deck,
            4,
            'body',
            ` idx="${indexes.body}" sz="quarter"`,
            places.body,
            deck.names.plain,
            sizes.body,
          ),
          footer(deck, 5),
          number(deck, 6),
        ];
  return (
    `${XML}<p:sldLayout ${NAMESPACES}${which === 'cover' ? ' showMasterSp="0"' : ''} preserve="1" userDrawn="1"><p:cSld name="${escapeXml(deck.names[which])}">` +
    `${BACKGROUND}<p:spTree>${ROOT}${shapes.join('')}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`
  );
}

function letters(size: number, color: Colour, bold = false): string {
  return `<a:defRPr sz="${size * 100}" b="${bold ? 1 : 0}" kern="1200">${fillXml(color)}<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr>`;
}

function placeholder(
  deck: Deck,
  id: number,
  type: string,
  more: string,
  box: Box,
  prompt: string,
  size?: number,
  anchor = 't',
): string {
  const own =
    size === undefined
      ? ''
      : `<a:lvl1pPr marL="0" indent="0"><a:buNone/><a:defRPr sz="${size * 100}"/></a:lvl1pPr>`;
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${type} ${id}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="${type}"${more}/></p:nvPr></p:nvSpPr>` +
    `<p:spPr>${placeXml(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="${anchor}"><a:noAutofit/></a:bodyPr>` +
    `<a:lstStyle>${own}</a:lstStyle><a:p><a:r><a:rPr lang="${deck.locale}"/><a:t>${escapeXml(prompt)}</a:t></a:r></a:p></p:txBody></p:sp>`
  );
}

function small(
  deck: Deck,
  id: number,
  type: string,
  index: number,
  box: Box,
  align: string,
  body: string,
): string {
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${type} ${id}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="${type}" sz="quarter" idx="${index}"/></p:nvPr></p:nvSpPr>` +
    `<p:spPr>${placeXml(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/></a:bodyPr>` +
    `<a:lstStyle><a:lvl1pPr algn="${align}">${letters(sizes.footer, 'tx2')}</a:lvl1pPr></a:lstStyle><a:p>${body}<a:endParaRPr lang="${deck.locale}"/></a:p></p:txBody></p:sp>`
  );
}

const footer = (deck: Deck, id: number): string =>
  small(
    deck,
    id,
    'ftr',
    11,
    places.footer,
    'l',
    `<a:r><a:rPr lang="${deck.locale}"/><a:t>${escapeXml(deck.footer)}</a:t></a:r>`,
  );

const number = (deck: Deck, id: number): string =>
  small(
    deck,
    id,
    'sldNum',
    12,
    places.number,
    'r',
    `<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="${deck.locale}"/><a:t>‹#›</a:t></a:fld>`,
  );

function area(id: number, box: Box, fill: Colour, edge?: Colour): string {
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Area ${id}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>${placeXml(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>` +
    `${fillXml(fill)}${lineXml(edge === undefined ? undefined : { color: edge, width: 0.5 })}</p:spPr></p:sp>`
  );
}

/** The logo, as large as its box lets it be, or the initials on the untouched brand colour. */
function markXml(deck: Deck, id: number, box: Box, align: 'center' | 'right', size: number): string {
  const { logo, initials, logoAlt } = deck.brand;
  const cover = align === 'center';
  if (logo) {
    const room = cover ? { w: box.w - 32, h: box.h - 32 } : box;
    const scale = Math.min(room.w / logo.width, room.h / logo.height);
    const [w, h] = [Math.max(1, logo.width * scale), Math.max(1, logo.height * scale)];
    const x = cover ? box.x + (box.w - w) / 2 : box.x + box.w - w;
    const y = box.y + (box.h - h) / 2;
    // On the brand's own colour a logo of that colour would be lost: it stands on paper.
    const card = cover ? area(20, { x: x - 16, y: y - 16, w: w + 32, h: h + 32 }, 'bg1') : '';
    return (
      card + pictureXml({ kind: 'picture', name: 'Logo', alt: logoAlt, box: { x, y, w, h } }, id, 'rId9')
    );
  }
  const side = cover ? box.w : box.h;
  const own: Box = cover ? box : { x: box.x + box.w - side, y: box.y, w: side, h: side };
  const text: TextParagraph = {
    align: 'center',
    runs: [{ text: initials, size, bold: true, color: deck.brand.onBrand }],
  };
  const context = { locale: deck.locale, link: () => '' };
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Mark"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>${placeXml(own)}` +
    `<a:prstGeom prst="${cover ? 'rect' : 'roundRect'}"><a:avLst/></a:prstGeom>${cover ? '<a:noFill/>' : fillXml(deck.brand.brand)}${lineXml(undefined)}</p:spPr>` +
    `<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/></a:bodyPr><a:lstStyle/>${paragraphXml(text, context)}</p:txBody></p:sp>`
  );
}
