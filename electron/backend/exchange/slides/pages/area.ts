/**
 * A stage or key result area: the finding as title, what the person wrote, its charts, and its KPIs as a table.
 *
 * Charts stand two a slide, and the table under the first of them that leave it room; else on slides of its own. Words that do not fit are the speaker's.
 */
import { formatNumber } from '../../../../../shared/domain/format.ts';
import { isRecorded, placeOfText, printedTexts, rowsOfArea } from '../../../../../shared/domain/report.ts';
import type { ReportArea, ReportChart, ReportSection } from '../../../../../shared/domain/report.ts';
import { plainText } from '../../../../../shared/domain/text/printed.ts';
import { indexes } from '../deck/master.ts';
import { PAGE } from '../deck/model.ts';
import type { Slide, SlideElement } from '../deck/model.ts';
import type { DeckContext } from '../context.ts';
import { titled } from './chartFit.ts';
import { modelChart, trendOf } from './charts.ts';
import { kpiTable, noteUnder, placeTable, tableHeight } from './kpiTable.ts';
import { headOf, paragraphsOf, splitText, textHeight } from './page.ts';
import type { PageHead } from './page.ts';
import { rowNotes, rowSlides } from './rowSlides.ts';

const TEXT = 14;
/** Lines of the person's words on the slide; the others are spoken. */
const MOST_LINES = 4;
const GAP = 20;
const LOWEST_CHART = 190;

export function areaSlides(context: DeckContext, section: ReportSection, area: ReportArea): Slide[] {
  const { model, words } = context;
  const rows = rowsOfArea(model, area).filter(
    (row) => isRecorded(row) || row.judgement.status !== 'noTarget',
  );
  const head = headOf(section.title, section.name, scoreText(context, area));
  const texts = printedTexts(model)
    .filter((text) => placeOfText(model, text) === section.id)
    .flatMap((text) => text.paragraphs.map(plainText));
  const alone = rows.length === 0 && area.charts.length === 0;
  const most = alone ? PAGE.bottom - head.top : MOST_LINES * TEXT * 1.2;
  const [shown, left] = splitText(texts, TEXT, PAGE.width - 60, most);
  const textBottom = shown.length === 0 ? 0 : textHeight(shown, TEXT, PAGE.width - 60) + 12;
  const said: SlideElement[] =
    shown.length === 0
      ? []
      : [
          {
            kind: 'text',
            name: words.commentary,
            box: { x: PAGE.left, y: head.top - 4, w: PAGE.width - 60, h: textBottom - 12 },
            placeholder: { index: indexes.body },
            paragraphs: paragraphsOf(shown, TEXT),
          },
        ];
  const first: PageHead = { ...head, elements: [...head.elements, ...said], top: head.top + textBottom };
  const spoken = left.length > 0 ? texts : [];
  const drawn = model.charts.filter((chart) => area.charts.includes(chart.id) && hasValues(chart));
  const charts = drawn.length > 0 ? drawn : rows.flatMap((row) => trendOf(context, row) ?? []).slice(0, 2);
  const table = kpiTable(context, rows);
  const slides: Slide[] = [];
  const nextHead = (): PageHead =>
    slides.length === 0 ? first : headOf(words.continued(section.name, slides.length + 1), '');

  const note = noteUnder(context, rows, 0).height;
  const below = tableHeight(table, table.blocks) + note + 8;
  let tabled = rows.length === 0;
  const pushRows = (): void => {
    const blocks = table.blocks.flatMap((own, index) => {
      const row = rows[index];
      return row === undefined ? [] : [{ row, rows: own }];
    });
    const begins = slides.length === 0;
    const made = rowSlides(context, table, blocks, section, begins ? first : null, slides.length + 1);
    slides.push(
      ...made.map((slide, index) =>
        begins && index === 0 ? { ...slide, notes: [...spoken, ...slide.notes] } : slide,
      ),
    );
    tabled = true;
  };
  for (let at = 0; at < charts.length; at += 2) {
    const here = charts.slice(at, at + 2);
    const fits = ({ top }: PageHead): boolean => top + LOWEST_CHART + below <= PAGE.bottom;
    // Figures come before further charts.
    if (at > 0 && !tabled && !fits(nextHead())) pushRows();
    const on = nextHead();
    const withTable = !tabled && fits(on);
    const height = PAGE.bottom - on.top - (withTable ? below : 0);
    const elements: SlideElement[] = [...on.elements, ...placed(context, here, on.top, height - 6)];
    if (withTable) {
      const y = on.top + height + 4;
      elements.push(
        placeTable(table, table.blocks, section.name, tableAlt(context, section, rows), PAGE.left, y),
        ...noteUnder(context, rows, y + tableHeight(table, table.blocks)).elements,
      );
    }
    slides.push({
      layout: 'plain',
      title: on.title,
      elements,
      notes: [...(at === 0 ? spoken : []), ...(withTable ? rowNotes(context, rows) : [])],
    });
    tabled ||= withTable;
  }
  if (!tabled) pushRows();
  if (slides.length > 0) return slides;
  return [{ layout: 'plain', title: first.title, elements: first.elements, notes: spoken }];
}

function placed(context: DeckContext, charts: readonly ReportChart[], y: number, h: number): SlideElement[] {
  const w = (PAGE.width - (charts.length - 1) * GAP) / Math.max(1, charts.length);
  return titled(
    charts.map((chart, index) => modelChart(context, chart, { x: PAGE.left + index * (w + GAP), y, w, h })),
  );
}

function hasValues(chart: ReportChart): boolean {
  return chart.series.some((series) => series.values.some((value) => value !== null));
}

function tableAlt(
  context: DeckContext,
  section: ReportSection,
  rows: readonly { readonly kpi: string }[],
): string {
  return `${context.words.table}: ${section.name}. ${[...new Set(rows.map((row) => context.name(row.kpi)))].join(', ')}.`;
}

function scoreText({ words, book }: DeckContext, area: ReportArea): string {
  const { score, baseScore } = area.score;
  if (score === null) return '';
  const text = formatNumber(score, book.style, 1);
  return baseScore === null
    ? words.score(text)
    : words.scoreFrom(text, formatNumber(baseScore, book.style, 1));
}
