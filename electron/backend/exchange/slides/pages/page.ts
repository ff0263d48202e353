/** The head of a slide, text that goes on on a further one, and what else all pages are made of. */
import type { SlideElement, Slide, TextParagraph, TextRun } from '../deck/model.ts';
import { PAGE } from '../deck/model.ts';
import { indexes, places, sizes } from '../deck/master.ts';
import { LINE_HEIGHT, clamp, heightOf, lettersOf, linesOf } from '../deck/measure.ts';
import type { DeckContext } from '../context.ts';

export interface PageHead {
  readonly title: Slide['title'];
  readonly elements: readonly SlideElement[];
  /** Where the content begins. */
  readonly top: number;
}

/** Sizes of a title and the lines it may take there, in the order they are tried. */
const titleSizes = [
  [sizes.title, 1],
  [24, 2],
  [20, 2],
  [18, 3],
] as const;
const BELOW = 14;

/** `name`: what the section is called, above the title where the title does not say it; `aside`: grey beside it. */
export function headOf(title: string, name: string, aside = ''): PageHead {
  const { title: box } = places;
  const shown = title === '' ? name : title;
  const [size, most] = titleSizes.find(
    ([points, lines]) => linesOf([{ text: shown, size: points, bold: true }], box.w) <= lines,
  ) ?? [18, 3];
  const text = clamp(shown, size, box.w, most, true);
  const lines = linesOf([{ text, size, bold: true }], box.w);
  const h = lines === 1 ? box.h : Math.ceil(lines * size * LINE_HEIGHT);
  const runs: TextRun[] = [
    ...(name === shown ? [] : [{ text: name, bold: true, color: 'accent1' }]),
    ...(aside === '' ? [] : [{ text: name === shown ? aside : `   ${aside}`, color: 'tx2' }]),
  ];
  return {
    title: { text, ...(size !== sizes.title && { size }), ...(lines > 1 && { box: { ...box, h } }) },
    elements:
      runs.length === 0
        ? []
        : [
            {
              kind: 'text',
              name: 'Section',
              box: places.kicker,
              placeholder: { index: indexes.kicker },
              paragraphs: [{ runs: clampRuns(runs, places.kicker.w) }],
            },
          ],
    top: box.y + h + BELOW,
  };
}

function clampRuns(runs: readonly TextRun[], width: number): TextRun[] {
  const [first, ...rest] = runs;
  if (!first) return [];
  const room = width - (rest.length === 0 ? 0 : 220);
  return [{ ...first, text: clamp(first.text, sizes.kicker, room, 1, first.bold) }, ...rest];
}

/** A heading inside a page, with the rule under it. Takes `HEADING` points. */
export const HEADING = 28;
/** What the heading of a table takes: the table's own head has the rule. */
export const TABLE_HEADING = 22;
export function tableHeading(text: string, x: number, y: number, w: number): SlideElement[] {
  return heading(text, x, y, w).slice(0, 1);
}

export function heading(text: string, x: number, y: number, w: number): SlideElement[] {
  return [
    {
      kind: 'text',
      name: 'Heading',
      box: { x, y, w, h: 18 },
      anchor: 'bottom',
      paragraphs: [{ runs: [{ text: clamp(text, 13, w, 1, true), size: 13, bold: true, color: 'accent1' }] }],
    },
    rule(x, y + 20, w),
  ];
}

export function rule(x: number, y: number, w: number): SlideElement {
  return {
    kind: 'text',
    name: 'Rule',
    box: { x, y, w, h: 1 },
    fill: 'accent1',
    paragraphs: [],
    decorative: true,
  };
}

/** Points between paragraphs of running text. */
const BETWEEN = 6;

export function paragraphsOf(texts: readonly string[], size: number): TextParagraph[] {
  return texts.map((text, index) => ({ runs: [{ text, size }], ...(index > 0 && { before: BETWEEN }) }));
}

export function textHeight(texts: readonly string[], size: number, width: number): number {
  return texts.reduce(
    (sum, text, index) => sum + (index > 0 ? BETWEEN : 0) + heightOf([{ text, size }], width),
    0,
  );
}

/** As many paragraphs, and sentences of the next, as fit in a box; and what is left. */
export function splitText(
  texts: readonly string[],
  size: number,
  width: number,
  height: number,
): readonly [fits: readonly string[], rest: readonly string[]] {
  const fits: string[] = [];
  for (const [index, text] of texts.entries()) {
    if (textHeight([...fits, text], size, width) <= height) {
      fits.push(text);
      continue;
    }
    const parts = partsOf(text);
    let taken = 0;
    while (
      taken < parts.length &&
      textHeight([...fits, parts.slice(0, taken + 1).join('')], size, width) <= height
    )
      taken += 1;
    if (taken > 0) fits.push(parts.slice(0, taken).join('').trimEnd());
    return [fits, [parts.slice(taken).join(''), ...texts.slice(index + 1)].filter((part) => part !== '')];
  }
  return [fits, []];
}

/** Sentences; words where a sentence alone is longer than a slide is likely to hold; letters where a word is. */
function partsOf(text: string): string[] {
  return text
    .split(/(?<=[.!?…]\s+)/)
    .flatMap((sentence) => (sentence.length > 400 ? sentence.split(/(?<=\s)/) : [sentence]))
    .flatMap((word) => (word.length > 400 ? lettersOf(word) : [word]));
}

/** Slides of running text, as many as it takes. `first`: the head of the first one. */
export function textSlides(
  context: DeckContext,
  texts: readonly string[],
  name: string,
  first: PageHead | null,
  part = 2,
): Slide[] {
  const slides: Slide[] = [];
  let rest = texts;
  let head = first;
  while (rest.length > 0) {
    const at =
      head ?? headOf(context.words.continued(name, part + (first ? slides.length - 1 : slides.length)), '');
    const width = 740;
    const [fits, left] = splitText(rest, sizes.body, width, PAGE.bottom - at.top);
    // A paragraph that nothing parts is printed as it is.
    const shown = fits.length > 0 ? fits : rest.slice(0, 1);
    slides.push({
      layout: 'plain',
      title: at.title,
      elements: [
        ...at.elements,
        {
          kind: 'text',
          name: 'Text',
          box: { x: PAGE.left, y: at.top, w: width, h: PAGE.bottom - at.top },
          placeholder: { index: indexes.body },
          paragraphs: paragraphsOf(shown, sizes.body),
        },
      ],
      notes: [],
    });
    rest = fits.length > 0 ? left : rest.slice(1);
    head = null;
  }
  return slides;
}
