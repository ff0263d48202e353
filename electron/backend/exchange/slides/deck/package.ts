/**
 * Deck -> bytes of a .pptx file (ECMA-376 part 2): its parts, their relations and their types, in one order.
 *
 * Invariants: the same deck gives the same bytes; no part that nothing refers to; outside addresses are hyperlinks only.
 */
import { escapeXml } from '../../workbook/book/xml.ts';
import { zip } from '../../workbook/book/zip.ts';
import { DATA_RELATION, chartBook, slideChartXml } from './chartPart.ts';
import { NAMESPACES, XML } from './drawing.ts';
import { layoutXml, masterXml, themeXml } from './master.ts';
import type { Deck, Slide } from './model.ts';
import { NOTES_SIZE, notesMasterXml, notesXml } from './notesXml.ts';
import { slideXml } from './slideXml.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const MAIN = 'application/vnd.openxmlformats-officedocument.presentationml';

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly external?: boolean;
}

class Parts {
  readonly parts = new Map<string, Uint8Array>();
  readonly types: (readonly [name: string, type: string])[] = [];

  add(name: string, content: string | Uint8Array, type?: string, relations: readonly Relation[] = []): void {
    this.parts.set(name, typeof content === 'string' ? Buffer.from(content, 'utf8') : content);
    if (type !== undefined) this.types.push([name, type]);
    if (relations.length === 0) return;
    const folder = name.slice(0, name.lastIndexOf('/') + 1);
    this.parts.set(`${folder}_rels/${name.slice(folder.length)}.rels`, Buffer.from(relationsXml(relations)));
  }
}

function relationsXml(relations: readonly Relation[]): string {
  const list = relations.map(
    ({ id, type, target, external }) =>
      `<Relationship Id="${id}" Type="${type.includes('/') ? type : `${OFFICE}/${type}`}" Target="${escapeXml(target)}"${external ? ' TargetMode="External"' : ''}/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
}

export function packDeck(deck: Deck): Uint8Array {
  const parts = new Parts();
  const slides = deck.slides.map((_, index) => `slide${index + 1}.xml`);
  parts.add('ppt/presentation.xml', presentationXml(deck), `${MAIN}.presentation.main+xml`, [
    { id: 'rId1', type: 'slideMaster', target: 'slideMasters/slideMaster1.xml' },
    { id: 'rId2', type: 'notesMaster', target: 'notesMasters/notesMaster1.xml' },
    { id: 'rId3', type: 'presProps', target: 'presProps.xml' },
    { id: 'rId4', type: 'viewProps', target: 'viewProps.xml' },
    { id: 'rId5', type: 'theme', target: 'theme/theme1.xml' },
    { id: 'rId6', type: 'tableStyles', target: 'tableStyles.xml' },
    ...slides.map((name, index) => ({ id: `rId${index + 10}`, type: 'slide', target: `slides/${name}` })),
  ]);
  addMasters(parts, deck);
  let charts = 0;
  for (const [index, slide] of deck.slides.entries())
    charts = addSlide(parts, deck, slide, index + 1, charts);
  addProperties(parts, deck);
  const whole = new Map<string, Uint8Array>([['[Content_Types].xml', typesXml(parts)]]);
  whole.set(
    '_rels/.rels',
    Buffer.from(
      relationsXml([
        { id: 'rId1', type: 'officeDocument', target: 'ppt/presentation.xml' },
        {
          id: 'rId2',
          type: `${PACKAGE}/relationships/metadata/core-properties`,
          target: 'docProps/core.xml',
        },
        { id: 'rId3', type: 'extended-properties', target: 'docProps/app.xml' },
      ]),
    ),
  );
  for (const [name, content] of parts.parts) whole.set(name, content);
  return zip(whole);
}

/** `ppt/media/logo.png` or `.jpeg`. */
function logoName(deck: Deck): string | null {
  const { logo } = deck.brand;
  return logo === null ? null : `logo.${logo.bytes[0] === 0x89 ? 'png' : 'jpeg'}`;
}

function addMasters(parts: Parts, deck: Deck): void {
  const logo = logoName(deck);
  const mark: Relation[] = logo === null ? [] : [{ id: 'rId9', type: 'image', target: `../media/${logo}` }];
  if (logo !== null && deck.brand.logo) parts.add(`ppt/media/${logo}`, deck.brand.logo.bytes);
  const theme = 'application/vnd.openxmlformats-officedocument.theme+xml';
  parts.add('ppt/theme/theme1.xml', themeXml(deck), theme);
  parts.add('ppt/theme/theme2.xml', themeXml(deck), theme);
  parts.add('ppt/slideMasters/slideMaster1.xml', masterXml(deck), `${MAIN}.slideMaster+xml`, [
    { id: 'rId1', type: 'slideLayout', target: '../slideLayouts/slideLayout1.xml' },
    { id: 'rId2', type: 'slideLayout', target: '../slideLayouts/slideLayout2.xml' },
    { id: 'rId3', type: 'theme', target: '../theme/theme1.xml' },
    ...mark,
  ]);
  const master: Relation = { id: 'rId1', type: 'slideMaster', target: '../slideMasters/slideMaster1.xml' };
  const layout = `${MAIN}.slideLayout+xml`;
  parts.add('ppt/slideLayouts/slideLayout1.xml', layoutXml(deck, 'cover'), layout, [master, ...mark]);
  parts.add('ppt/slideLayouts/slideLayout2.xml', layoutXml(deck, 'plain'), layout, [master]);
  parts.add('ppt/notesMasters/notesMaster1.xml', notesMasterXml(deck), `${MAIN}.notesMaster+xml`, [
    { id: 'rId1', type: 'theme', target: '../theme/theme2.xml' },
  ]);
}

/** Answers how many charts there are now. */
function addSlide(parts: Parts, deck: Deck, slide: Slide, number: number, before: number): number {
  const relations: Relation[] = [
    {
      id: 'rId1',
      type: 'slideLayout',
      target: `../slideLayouts/slideLayout${slide.layout === 'cover' ? 1 : 2}.xml`,
    },
  ];
  const relate = (type: string, target: string, external = false): string => {
    const known = relations.find((one) => one.target === target);
    if (known) return known.id;
    const id = `rId${relations.length + 1}`;
    relations.push({ id, type, target, ...(external && { external }) });
    return id;
  };
  let charts = before;
  const xml = slideXml(slide, {
    locale: deck.locale,
    footer: deck.footer,
    number,
    link: (address) => relate('hyperlink', address, true),
    picture: () => relate('image', `../media/${logoName(deck) ?? ''}`),
    chart: (chart) => {
      charts += 1;
      const name = `chart${charts}`;
      parts.add(`ppt/embeddings/${name}.xlsx`, chartBook(chart, deck));
      parts.add(
        `ppt/charts/${name}.xml`,
        slideChartXml(chart, charts, deck),
        'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
        [{ id: DATA_RELATION, type: 'package', target: `../embeddings/${name}.xlsx` }],
      );
      return relate('chart', `../charts/${name}.xml`);
    },
  });
  if (slide.notes.length > 0) {
    relate('notesSlide', `../notesSlides/notesSlide${number}.xml`);
    parts.add(
      `ppt/notesSlides/notesSlide${number}.xml`,
      notesXml(slide.notes, deck.locale),
      `${MAIN}.notesSlide+xml`,
      [
        { id: 'rId1', type: 'notesMaster', target: '../notesMasters/notesMaster1.xml' },
        { id: 'rId2', type: 'slide', target: `../slides/slide${number}.xml` },
      ],
    );
  }
  parts.add(`ppt/slides/slide${number}.xml`, xml, `${MAIN}.slide+xml`, relations);
  return charts;
}

function presentationXml(deck: Deck): string {
  const ids = deck.slides.map((_, index) => `<p:sldId id="${256 + index}" r:id="rId${index + 10}"/>`);
  return (
    `${XML}<p:presentation ${NAMESPACES} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>` +
    `<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst><p:sldIdLst>${ids.join('')}</p:sldIdLst>` +
    `<p:sldSz cx="12192000" cy="6858000"/>${NOTES_SIZE}<p:defaultTextStyle><a:defPPr><a:defRPr lang="${deck.locale}"/></a:defPPr></p:defaultTextStyle></p:presentation>`
  );
}

function addProperties(parts: Parts, deck: Deck): void {
  const { properties } = deck;
  parts.add('ppt/presProps.xml', `${XML}<p:presentationPr ${NAMESPACES}/>`, `${MAIN}.presProps+xml`);
  parts.add('ppt/viewProps.xml', `${XML}<p:viewPr ${NAMESPACES}/>`, `${MAIN}.viewProps+xml`);
  parts.add(
    'ppt/tableStyles.xml',
    `${XML}<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"/>`,
    `${MAIN}.tableStyles+xml`,
  );
  const created = `${properties.created.toISOString().slice(0, 19)}Z`;
  const dated = (tag: string): string =>
    `<dcterms:${tag} xsi:type="dcterms:W3CDTF">${created}</dcterms:${tag}>`;
  parts.add(
    'docProps/core.xml',
    `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
      `<dc:title>${escapeXml(properties.title)}</dc:title><dc:subject>${escapeXml(properties.subject)}</dc:subject><dc:creator>${escapeXml(properties.author)}</dc:creator>` +
      `<cp:keywords>${escapeXml(properties.keywords)}</cp:keywords><cp:lastModifiedBy>${escapeXml(properties.author)}</cp:lastModifiedBy>${dated('created')}${dated('modified')}` +
      `<dc:language>${deck.locale}</dc:language></cp:coreProperties>`,
    'application/vnd.openxmlformats-package.core-properties+xml',
  );
  parts.add(
    'docProps/app.xml',
    `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Office PowerPoint</Application>` +
      `<PresentationFormat>Widescreen</PresentationFormat><Slides>${deck.slides.length}</Slides><Company>${escapeXml(properties.company)}</Company></Properties>`,
    'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  );
}

function typesXml(parts: Parts): Uint8Array {
  const defaults = [
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['png', 'image/png'],
    ['jpeg', 'image/jpeg'],
  ].map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`);
  const own = parts.types.map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`);
  return Buffer.from(
    `${XML}<Types xmlns="${PACKAGE}/content-types">${defaults.join('')}${own.join('')}</Types>`,
    'utf8',
  );
}
