/** The slides that are lists: posts, breakdowns, actions and events, the person's own sections. */
import { formatDate, formatNumber } from '../../../../../shared/domain/format.ts';
import { placeOfText, printedTexts } from '../../../../../shared/domain/report.ts';
import type { ReportContent, ReportItem, ReportSection } from '../../../../../shared/domain/report.ts';
import { plainText } from '../../../../../shared/domain/text/printed.ts';
import { PAGE } from '../deck/model.ts';
import type { Slide, SlideElement, TextRun } from '../deck/model.ts';
import { clamp, heightOf } from '../deck/measure.ts';
import type { DeckContext } from '../context.ts';
import { titled } from './chartFit.ts';
import { breakdownChart } from './barCharts.ts';
import { TABLE_HEADING, headOf, tableHeading, textSlides } from './page.ts';
import type { PageHead } from './page.ts';
import { TEXT, blocksHeight, headRow, rowOf, takeBlocks } from './tables.ts';
import type { CellRuns, Column, RowBlock } from './tables.ts';

interface List {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly blocks: readonly RowBlock[];
}

/** Headed tables one below the other, going on on further slides; `note` stands under the last one. */
function listSlides(
  context: DeckContext,
  section: ReportSection,
  lists: readonly List[],
  note: string,
  notes: readonly string[],
): Slide[] {
  const slides: { head: PageHead; elements: SlideElement[]; bottom: number }[] = [];
  const open = (): (typeof slides)[number] => {
    const head =
      slides.length === 0
        ? headOf(section.title, section.name)
        : headOf(context.words.continued(section.name, slides.length + 1), '');
    const slide = { head, elements: [...head.elements], bottom: head.top };
    slides.push(slide);
    return slide;
  };
  const noteHeight = note === '' ? 0 : heightOf([{ text: note, size: 11 }], PAGE.width) + 10;
  let slide = open();
  for (const { title, columns, blocks } of lists) {
    const head = headRow(columns);
    let rest = blocks;
    while (rest.length > 0) {
      const [next] = rest;
      const needed = TABLE_HEADING + head.height + blocksHeight(next === undefined ? [] : [next]);
      if (slide.bottom > slide.head.top && slide.bottom + needed + noteHeight > PAGE.bottom) slide = open();
      const y = slide.bottom + TABLE_HEADING;
      const [fits, left] = takeBlocks(rest, PAGE.bottom - noteHeight - y - head.height);
      slide.elements.push(...tableHeading(title, PAGE.left, slide.bottom, PAGE.width), {
        kind: 'table',
        name: title,
        alt: `${context.words.table}: ${title}.`,
        x: PAGE.left,
        y,
        columns: columns.map((column) => column.width),
        rows: [head, ...fits.flat()],
      });
      slide.bottom = y + head.height + blocksHeight(fits) + 16;
      rest = left;
      if (rest.length > 0) slide = open();
    }
  }
  if (note !== '') {
    slide.elements.push({
      kind: 'text',
      name: 'Note',
      box: {
        x: PAGE.left,
        y: Math.min(slide.bottom - 8, PAGE.bottom - noteHeight + 10),
        w: PAGE.width,
        h: noteHeight,
      },
      paragraphs: [{ runs: [{ text: note, size: 11, color: 'tx2' }] }],
    });
  }
  return slides.map(({ head, elements }, index) => ({
    layout: 'plain',
    title: head.title,
    elements,
    notes: index === 0 ? notes : [],
  }));
}

function sectionTexts({ model }: DeckContext, section: ReportSection): string[] {
  return printedTexts(model)
    .filter((text) => placeOfText(model, text) === section.id)
    .flatMap((text) => text.paragraphs.map(plainText));
}

const grey = (text: string): CellRuns => [[{ text, size: TEXT, color: 'tx2' }]];
const plain = (text: string, bold = false): CellRuns => [[{ text, size: TEXT, bold, color: 'tx1' }]];

export function contentSlides(context: DeckContext, section: ReportSection, content: ReportContent): Slide[] {
  const { words, book } = context;
  const columns: Column[] = [
    { head: words.item, width: 440 },
    { head: book.words.channel, width: 130 },
    { head: words.published, width: 90 },
    { head: content.metric, width: 120, align: 'right', color: 'accent1' },
    { head: words.ofMedian, width: 100, align: 'right' },
  ];
  const block = (item: ReportItem): RowBlock => [
    rowOf(columns, [
      [[titleRun(words.untitled, item)]],
      grey(item.channel),
      grey(item.published === null ? '–' : formatDate(item.published, context.model.language, 'short')),
      plain(`${context.value(item.value, content.unit)}${item.provisional ? '*' : ''}`, true),
      plain(item.ratio === null ? '–' : words.times(formatNumber(item.ratio, book.style, 1))),
    ]),
  ];
  const lists = [
    { title: words.top, columns, blocks: content.top.map(block) },
    { title: words.bottom, columns, blocks: content.bottom.map(block) },
  ];
  const young = [...content.top, ...content.bottom].some((item) => item.provisional);
  const note = `${words.contentNote(content.total, content.age)}${young ? ` ${words.provisional(content.age)}` : ''}`;
  return listSlides(context, section, lists, note, sectionTexts(context, section));
}

function titleRun(untitled: string, item: ReportItem): TextRun {
  const text = clamp(item.title.replace(/\s+/g, ' ').trim() || untitled, TEXT, 428, 2);
  const link = webAddress(item.link);
  return { text, size: TEXT, ...(link === null ? { color: 'tx1' } : { link }) };
}

/** Whole and of the web; anything else is not linked. */
export function webAddress(link: string | null): string | null {
  if (link === null || !/^https?:\/\//i.test(link) || !URL.canParse(link)) return null;
  return new URL(link).href;
}

/** Two breakdowns a slide. */
export function breakdownSlides(context: DeckContext, section: ReportSection): Slide[] {
  const list = context.model.breakdowns;
  const slides: Slide[] = [];
  const gap = 24;
  for (let at = 0; at < list.length; at += 2) {
    const head =
      slides.length === 0
        ? headOf(section.title, section.name)
        : headOf(context.words.continued(section.name, slides.length + 1), '');
    const here = list.slice(at, at + 2);
    const w = here.length === 1 ? PAGE.width * 0.72 : (PAGE.width - gap) / 2;
    const h = PAGE.bottom - head.top;
    slides.push({
      layout: 'plain',
      title: head.title,
      elements: [
        ...head.elements,
        ...titled(
          here.map((one, index) =>
            breakdownChart(context, one, { x: PAGE.left + index * (w + gap), y: head.top, w, h }),
          ),
        ),
      ],
      notes: at === 0 ? sectionTexts(context, section) : [],
    });
  }
  return slides;
}

export function actionSlides(context: DeckContext, section: ReportSection): Slide[] {
  const { model, words } = context;
  const planned: Column[] = [
    { head: words.what, width: 580 },
    { head: words.who, width: 160 },
    { head: words.due, width: 140, align: 'right' },
  ];
  const events: Column[] = [
    { head: words.day, width: 140 },
    { head: words.event, width: 740 },
  ];
  const date = (day: string): string => formatDate(day, model.language, 'medium');
  const lists = [
    {
      title: words.actions,
      columns: planned,
      blocks: model.actions.map((action): RowBlock => [
        rowOf(planned, [
          [[{ text: action.text, size: 14, color: 'tx1' }]],
          [[{ text: action.owner === '' ? '–' : action.owner, size: 14, color: 'tx2' }]],
          [[{ text: action.due === null ? '–' : date(action.due), size: 14, color: 'tx2' }]],
        ]),
      ]),
    },
    {
      title: words.events,
      columns: events,
      blocks: model.annotations.map((note): RowBlock => [
        rowOf(events, [grey(date(note.day)), plain(note.text)]),
      ]),
    },
  ];
  return listSlides(context, section, lists, '', sectionTexts(context, section));
}

export function ownTextSlides(context: DeckContext, section: ReportSection): Slide[] {
  return textSlides(
    context,
    sectionTexts(context, section),
    section.name,
    headOf(section.title, section.name),
  );
}
