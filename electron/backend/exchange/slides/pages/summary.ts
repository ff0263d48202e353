/** The summary: the finding as title, headline figures, what moved, and the person's words or else those of the figures. */
import { printedTexts, quietBecause } from '../../../../../shared/domain/report.ts';
import type { ReportSection } from '../../../../../shared/domain/report.ts';
import { plainText } from '../../../../../shared/domain/text/printed.ts';
import { indexes } from '../deck/master.ts';
import { PAGE } from '../deck/model.ts';
import type { Box, Slide, SlideElement } from '../deck/model.ts';
import { heightOf } from '../deck/measure.ts';
import type { DeckContext } from '../context.ts';
import { cardsOf } from './cards.ts';
import { SIGNAL } from './cells.ts';
import { titled } from './chartFit.ts';
import { modelChart } from './charts.ts';
import { noteUnder } from './kpiTable.ts';
import { HEADING, heading, headOf, paragraphsOf, splitText, textHeight, textSlides } from './page.ts';

const MOST_CARDS = 10;
const TEXT = 14;
const SIDE = 330;
const GAP = 32;
/** Between commentary and what moved. */
const BETWEEN = 14;
/** How the words beside a chart may stand, in the order they are tried. */
const besides = [
  { size: 14, width: 330 },
  { size: 13, width: 360 },
  { size: 12, width: 400 },
] as const;
const HANG = 16;
/** A chart lower than this says little. */
const LOWEST_CHART = 190;

export function summarySlides(context: DeckContext, section: ReportSection): Slide[] {
  const { model, words } = context;
  const slides: OpenSlide[] = [];
  const open = (): OpenSlide => {
    const head =
      slides.length === 0
        ? headOf(model.headline === '' ? section.title : model.headline, section.name)
        : headOf(words.continued(section.name, slides.length + 1), '');
    const slide = { title: head.title, elements: [...head.elements], top: head.top };
    slides.push(slide);
    return slide;
  };
  let slide = open();
  for (let from = 0; from < model.headlines.length; from += MOST_CARDS) {
    if (from > 0) slide = open();
    const rows = model.headlines.slice(from, from + MOST_CARDS);
    const cards = cardsOf(context, rows, slide.top);
    const note = noteUnder(context, rows, slide.top + cards.height);
    slide.elements.push(...cards.elements, ...note.elements);
    slide.top += cards.height + note.height + 18;
  }
  const texts = textsOf(context);
  const moved = movedOf(context);
  // Under two rows of cards there is no room for words.
  if (slide.top + HEADING + moved.height(SIDE, TEXT) > PAGE.bottom && model.headlines.length > 0)
    slide = open();
  const rest = putWords(context, slide, texts.lines, moved);
  // What somebody wrote goes on on a further slide; what the figures say by themselves is spoken.
  const made = slides.map(({ title, elements }, index): Slide => ({
    layout: 'plain',
    title,
    elements,
    notes: index === slides.length - 1 && rest.length > 0 && !texts.own ? texts.lines : [],
  }));
  if (!texts.own) return made;
  return [...made, ...textSlides(context, rest, section.name, null, slides.length + 1)];
}

/** What the person wrote, else what the figures say by themselves. */
function textsOf({ model }: DeckContext): { readonly lines: readonly string[]; readonly own: boolean } {
  const own = printedTexts(model)
    .filter((text) => text.section === 'summary')
    .flatMap((text) => text.paragraphs.map(plainText));
  return own.length > 0 ? { lines: own, own: true } : { lines: model.summary.map(plainText), own: false };
}

interface OpenSlide {
  readonly title: Slide['title'];
  readonly elements: SlideElement[];
  top: number;
}

/** Words beside the leading chart where both have room, else in two columns. Answers what did not fit. */
function putWords(
  context: DeckContext,
  { elements, top }: OpenSlide,
  texts: readonly string[],
  moved: Moved,
): readonly string[] {
  const { model, words } = context;
  const lead = model.charts.find((chart) => chart.kind === 'combo') ?? model.charts[0];
  const room = PAGE.bottom - top;
  const beside =
    room < LOWEST_CHART
      ? undefined
      : besides.find(({ size, width }) => besideHeight(texts, moved, size, width) <= room);
  if (lead !== undefined && beside !== undefined) {
    const { size, width } = beside;
    const x = PAGE.left + PAGE.width - width;
    const chart = { x: PAGE.left, y: top, w: PAGE.width - width - GAP, h: room };
    elements.push(...titled([modelChart(context, lead, chart)]));
    const bottom = putText(elements, words.commentary, texts, { x, y: top, w: width, h: room }, size);
    putMoved(elements, words.moved, moved, { x, y: bottom, w: width, h: PAGE.bottom - bottom }, size);
    return [];
  }
  if (texts.length === 0) {
    putMoved(elements, words.moved, moved, { x: PAGE.left, y: top, w: PAGE.width, h: room }, TEXT);
    return [];
  }
  const width = PAGE.width - SIDE - GAP;
  const [fits, left] = splitText(texts, TEXT, width, room - HEADING);
  putText(elements, words.commentary, fits, { x: PAGE.left, y: top, w: width, h: room }, TEXT);
  putMoved(elements, words.moved, moved, { x: PAGE.left + width + GAP, y: top, w: SIDE, h: room }, TEXT);
  return left;
}

interface Moved {
  readonly lines: readonly string[];
  readonly bullet: string | null;
  readonly height: (width: number, size: number) => number;
}

function movedOf({ model, book }: DeckContext): Moved {
  const lines = model.moved.length > 0 ? model.moved : [book.words.nothingMoved[quietBecause(model)]];
  const bullet = model.moved.length > 0 ? SIGNAL : null;
  const height = (width: number, size: number): number =>
    lines.reduce(
      (sum, text, index) =>
        sum + (index > 0 ? 6 : 0) + heightOf([{ text, size }], width - (bullet === null ? 0 : HANG)),
      0,
    );
  return { lines, bullet, height };
}

/** Points that commentary and what moved take one below the other. */
function besideHeight(texts: readonly string[], moved: Moved, size: number, width: number): number {
  const text = texts.length === 0 ? 0 : HEADING + textHeight(texts, size, width) + BETWEEN;
  return text + HEADING + moved.height(width, size);
}

/** Answers where the next block begins. */
function putText(
  elements: SlideElement[],
  title: string,
  texts: readonly string[],
  { x, y, w }: Box,
  size: number,
): number {
  if (texts.length === 0) return y;
  const h = textHeight(texts, size, w);
  elements.push(...heading(title, x, y, w), {
    kind: 'text',
    name: 'Text',
    box: { x, y: y + HEADING, w, h },
    placeholder: { index: indexes.body },
    paragraphs: paragraphsOf(texts, size),
  });
  return y + HEADING + h + BETWEEN;
}

function putMoved(elements: SlideElement[], title: string, moved: Moved, box: Box, size: number): void {
  const { x, y, w, h } = box;
  elements.push(...heading(title, x, y, w), {
    kind: 'text',
    name: title,
    box: { x, y: y + HEADING, w, h: Math.min(h - HEADING, moved.height(w, size)) },
    paragraphs: moved.lines.map((text, index) => ({
      runs: [{ text, size, color: moved.bullet === null ? 'tx2' : 'tx1' }],
      ...(moved.bullet !== null && { bullet: moved.bullet }),
      ...(index > 0 && { before: 6 }),
    })),
  });
}
