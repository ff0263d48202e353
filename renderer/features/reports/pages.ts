/** How a scorecard is laid out on pages: lines of groups and rows, a group's head never last on a page. Pure. */
import type { ReportGroup, ReportModel, ReportRow } from '../../../shared/domain/report.ts';

export type Line =
  | { readonly kind: 'group'; readonly group: ReportGroup }
  | { readonly kind: 'row'; readonly row: ReportRow; readonly group: string };

/** Lines that fit on an A4 page at the paper's own type. */
export const LINES = 38;

export function scorecardPages(model: Pick<ReportModel, 'groups'>, lines = LINES): Line[][] {
  const pages: Line[][] = [];
  let page: Line[] = [];
  const next = (): void => {
    pages.push(page);
    page = [];
  };
  for (const group of model.groups) {
    if (page.length + 2 > lines) next();
    page.push({ kind: 'group', group });
    for (const row of group.rows) {
      if (page.length + 1 > lines) {
        next();
        // The group goes on: its head stands again on the new page.
        page.push({ kind: 'group', group });
      }
      page.push({ kind: 'row', row, group: group.key });
    }
  }
  if (page.length > 0) next();
  return pages;
}
