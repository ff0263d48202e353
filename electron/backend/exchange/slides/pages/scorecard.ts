/**
 * The scorecard: scores by area and how many KPIs stand where; then the rows that have no page of their own, so that
 * nothing of the scorecard is left out where the areas' pages are switched off.
 */
import { formatNumber } from '../../../../../shared/domain/format.ts';
import { isPrinted, placeOfText, printedTexts } from '../../../../../shared/domain/report.ts';
import type { ReportRow, ReportSection } from '../../../../../shared/domain/report.ts';
import { statuses } from '../../../../../shared/domain/results.ts';
import { plainText } from '../../../../../shared/domain/text/printed.ts';
import { PAGE } from '../deck/model.ts';
import type { Slide, SlideElement } from '../deck/model.ts';
import type { DeckContext } from '../context.ts';
import { statusRuns } from './cells.ts';
import { titled } from './chartFit.ts';
import { scoreChart } from './barCharts.ts';
import { kpiBlock, kpiColumns } from './kpiTable.ts';
import { headOf } from './page.ts';
import { rowSlides } from './rowSlides.ts';
import type { NamedBlock } from './rowSlides.ts';
import { headRow, wideRow } from './tables.ts';

const COUNTS = { x: 700, w: 220, row: 28 } as const;

export function scorecardSlides(context: DeckContext, section: ReportSection): Slide[] {
  const { model } = context;
  const head = headOf(section.title, section.name);
  const chart = scoreChart(context, {
    x: PAGE.left,
    y: head.top,
    w: 630,
    h: PAGE.bottom - head.top,
  });
  const notes = printedTexts(model)
    .filter((text) => placeOfText(model, text) === 'scorecard')
    .flatMap((text) =>
      text.paragraphs.map(
        (paragraph, i) => `${i === 0 && text.name !== '' ? `${text.name}: ` : ''}${plainText(paragraph)}`,
      ),
    );
  const covered = new Set(
    model.areas.filter((area) => isPrinted(model, area.section)).flatMap((area) => area.kpis),
  );
  const left = (row: ReportRow): boolean => chart === null || !covered.has(row.kpi);
  const overview: Slide[] =
    chart === null
      ? []
      : [
          {
            layout: 'plain',
            title: head.title,
            elements: [...head.elements, ...titled([chart]), ...countsOf(context, head.top)],
            notes,
          },
        ];
  const blocks = model.groups.flatMap((group): NamedBlock[] => {
    const columns = kpiColumns(context);
    const rows = group.rows.filter(left);
    return rows.map((row, index): NamedBlock => {
      const own = kpiBlock(context, columns, row);
      const score =
        group.score.score === null ? '' : `   ${formatNumber(group.score.score, context.book.style, 1)}`;
      const named = [
        { text: group.name, size: 12, bold: true, color: 'accent1' },
        { text: score, size: 12, bold: true, color: 'tx1' },
      ];
      return { row, rows: index === 0 ? [wideRow(columns, named, 'soft'), ...own] : own };
    });
  });
  const columns = kpiColumns(context);
  const rows = rowSlides(
    context,
    { columns, head: headRow(columns) },
    blocks,
    section,
    overview.length === 0 ? head : null,
    overview.length + 1,
  );
  const [first, ...more] = rows;
  return [
    ...overview,
    ...(first && overview.length === 0 ? [{ ...first, notes: [...notes, ...first.notes] }, ...more] : rows),
  ];
}

/** The overall score and how many KPIs stand where. */
function countsOf(context: DeckContext, top: number): SlideElement[] {
  const { model, words, book } = context;
  const { overall } = model;
  const told = statuses.filter((status) => (model.counts[status] ?? 0) > 0);
  const total = told.reduce((sum, status) => sum + (model.counts[status] ?? 0), 0);
  const covered =
    overall.covered === null || overall.covered > 0.9995
      ? ''
      : `, ${words.ofWeight(context.value(overall.covered, { kind: 'percent' }))}`;
  const score: SlideElement[] =
    overall.score === null
      ? []
      : [
          {
            kind: 'text',
            name: words.overall,
            box: { x: COUNTS.x, y: top, w: COUNTS.w, h: 84 },
            paragraphs: [
              { runs: [{ text: words.overall, size: 13, bold: true, color: 'accent1' }] },
              { runs: [{ text: formatNumber(overall.score, book.style, 1), size: 40, bold: true }] },
              {
                runs: [
                  {
                    text:
                      (overall.baseScore === null
                        ? words.kpis(total)
                        : `${words.from} ${formatNumber(overall.baseScore, book.style, 1)} · ${words.kpis(total)}`) +
                      covered,
                    size: 12,
                    color: 'tx2',
                  },
                ],
              },
            ],
          },
        ];
  const from = top + (score.length > 0 ? 104 : 0);
  return [
    ...score,
    {
      kind: 'table',
      name: book.words.statusHead,
      alt: told.map((status) => `${book.words.status[status]} ${model.counts[status] ?? 0}`).join(', '),
      x: COUNTS.x,
      y: from,
      columns: [COUNTS.w - 50, 50],
      rows: [
        {
          height: 24,
          cells: [
            {
              paragraphs: [{ runs: [{ text: book.words.statusHead, size: 11, bold: true, color: 'tx2' }] }],
              bottom: { color: 'accent1', width: 1.25 },
            },
            {
              paragraphs: [{ runs: [{ text: 'KPI', size: 11, bold: true, color: 'tx2' }], align: 'right' }],
              bottom: { color: 'accent1', width: 1.25 },
            },
          ],
        },
        ...told.map((status) => ({
          height: COUNTS.row,
          cells: [
            {
              paragraphs: [{ runs: statusRuns(context, status, 13) }],
              bottom: { color: 'E6E9EC', width: 0.75 },
            },
            {
              paragraphs: [
                {
                  runs: [{ text: String(model.counts[status] ?? 0), size: 13, bold: true }],
                  align: 'right' as const,
                },
              ],
              bottom: { color: 'E6E9EC', width: 0.75 },
            },
          ],
        })),
      ],
    },
  ];
}
