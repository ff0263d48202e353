/**
 * The workbook's chart as a part of a deck: the same XML, with larger letters, the theme's fonts and colours, no frame, its
 * title and finding as a text of the slide above it (programs draw two looks in one title badly), and its data in a small workbook inside the deck, which "Edit data" opens.
 */
import { emitWorkbook } from '../../workbook/book/emitter.ts';
import { chartXml } from '../../workbook/book/chartXml.ts';
import type { Book } from '../../workbook/book/model.ts';
import { ink } from '../../workbook/palette.ts';
import { colorXml } from './drawing.ts';
import type { Deck, PlacedChart } from './model.ts';
import { SMALLEST } from './model.ts';

/** Relation of a chart to its workbook. */
export const DATA_RELATION = 'rId1';

export function slideChartXml({ spec }: PlacedChart, number: number, deck: Deck): string {
  const inks: readonly (readonly [fixed: string, themed: string])[] = [
    [deck.brand.accent, 'accent1'],
    [ink.first, 'tx1'],
    [ink.third, 'tx2'],
  ];
  const themed = inks.reduce(
    (xml, [fixed, name]) => xml.replaceAll(`<a:srgbClr val="${fixed}"/>`, colorXml(name)),
    chartXml(spec, number, deck.locale),
  );
  return themed
    .replace(
      /<c:chart><c:title>.*?<\/c:title><c:autoTitleDeleted val="0"\/>/s,
      '<c:chart><c:autoTitleDeleted val="1"/>',
    )
    .replaceAll(/ sz="(\d+)"/g, (_, size: string) => ` sz="${Math.max(SMALLEST, Number(size) / 100) * 100}"`)
    .replaceAll('<a:latin typeface="Calibri"/>', '<a:latin typeface="+mn-lt"/>')
    .replaceAll('lang="en-US"', `lang="${deck.locale}"`)
    .replace(
      /<\/c:chart><c:spPr>.*?<\/c:spPr>/s,
      '</c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>',
    )
    .replace(
      /<c:printSettings>.*<\/c:printSettings>/s,
      `<c:externalData r:id="${DATA_RELATION}"><c:autoUpdate val="0"/></c:externalData>`,
    );
}

export function chartBook({ data, spec }: PlacedChart, deck: Deck): Uint8Array {
  const book: Book = {
    sheets: [data],
    names: [],
    properties: { ...deck.properties, title: spec.title, created: deck.prepared },
    locale: deck.locale,
    paper: 'a4',
  };
  return emitWorkbook(book);
}
