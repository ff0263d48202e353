/** Rows of the scorecard over as many slides as they need, each with the head of the table and what its marks mean. */
import type { ReportRow, ReportSection } from '../../../../../shared/domain/report.ts';
import { PAGE } from '../deck/model.ts';
import type { Slide } from '../deck/model.ts';
import type { DeckContext } from '../context.ts';
import { noteUnder } from './kpiTable.ts';
import { headOf } from './page.ts';
import type { PageHead } from './page.ts';
import { blocksHeight, takeBlocks } from './tables.ts';
import type { Column, RowBlock } from './tables.ts';
import type { TableRow } from '../deck/model.ts';

export interface NamedBlock {
  readonly row: ReportRow;
  readonly rows: RowBlock;
}

/** Room for what the marks under a table mean. */
const NOTE = 34;

/** What a KPI's row says beyond its figures: for the speaker. */
export function rowNotes(context: DeckContext, rows: readonly ReportRow[]): string[] {
  return rows.flatMap((row) => {
    const channel = context.channel(row.channel);
    return row.note === ''
      ? []
      : [`${context.name(row.kpi)}${channel === null ? '' : ` (${channel})`}: ${row.note}`];
  });
}

/** `first`: the head of the first slide, where it is the section's first; else it goes on as this part. */
export function rowSlides(
  context: DeckContext,
  table: { readonly columns: readonly Column[]; readonly head: TableRow },
  blocks: readonly NamedBlock[],
  section: ReportSection,
  first: PageHead | null,
  part: number,
): Slide[] {
  const slides: Slide[] = [];
  let rest = blocks;
  while (rest.length > 0) {
    const head =
      first !== null && slides.length === 0
        ? first
        : headOf(context.words.continued(section.name, part + slides.length), '');
    const [fits] = takeBlocks(
      rest.map(({ rows }) => rows),
      PAGE.bottom - head.top - table.head.height - NOTE,
    );
    const own = rest.slice(0, fits.length);
    const rows = own.map(({ row }) => row);
    const bottom = head.top + table.head.height + blocksHeight(fits);
    slides.push({
      layout: 'plain',
      title: head.title,
      elements: [
        ...head.elements,
        {
          kind: 'table',
          name: section.name,
          alt: `${context.words.table}: ${section.name}. ${[...new Set(rows.map((row) => context.name(row.kpi)))].join(', ')}.`,
          x: PAGE.left,
          y: head.top,
          columns: table.columns.map((column) => column.width),
          rows: [table.head, ...fits.flat()],
        },
        ...noteUnder(context, rows, bottom).elements,
      ],
      notes: rowNotes(context, rows),
    });
    rest = rest.slice(fits.length);
  }
  return slides;
}
