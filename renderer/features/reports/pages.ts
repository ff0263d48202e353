/**
 * How a scorecard is laid out on pages: lines of groups, rows and what the person wrote of a group; a group's head never
 * last on a page. Pure.
 */
import type { ReportGroup, ReportModel, ReportRow, ReportText } from '../../../shared/domain/report.ts';
import { plainText } from '../../../shared/domain/text/printed.ts';

export type Line =
  | { readonly kind: 'group'; readonly group: ReportGroup }
  | { readonly kind: 'row'; readonly row: ReportRow; readonly group: string }
  | { readonly kind: 'text'; readonly text: ReportText };

/** Lines that fit on an A4 page at the paper's own type. */
export const LINES = 38;
/** Letters of a commentary on one line of the page. */
const LETTERS = 105;

export function scorecardPages(model: Pick<ReportModel, 'groups' | 'commentary'>, lines = LINES): Line[][] {
  const pages: Line[][] = [];
  let page: Line[] = [];
  let used = 0;
  const next = (): void => {
    pages.push(page);
    page = [];
    used = 0;
  };
  const add = (line: Line, height = 1): void => {
    page.push(line);
    used += height;
  };
  for (const group of model.groups) {
    const text = model.commentary.find((one) => one.kra === group.key);
    if (used + 2 > lines) next();
    add({ kind: 'group', group });
    for (const row of group.rows) {
      if (used + 1 > lines) {
        next();
        // The group goes on: its head stands again on the new page.
        add({ kind: 'group', group });
      }
      add({ kind: 'row', row, group: group.key });
    }
    if (text === undefined) continue;
    const height = heightOf(text);
    if (used + height > lines && used > 0) {
      next();
      add({ kind: 'group', group });
    }
    add({ kind: 'text', text }, height);
  }
  if (page.length > 0) next();
  return pages;
}

function heightOf({ paragraphs }: ReportText): number {
  return paragraphs.reduce((sum, paragraph) => sum + Math.ceil(plainText(paragraph).length / LETTERS), 1);
}
