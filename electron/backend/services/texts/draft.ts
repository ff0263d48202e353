/** Texts written from a report's own rows: what the summary says where nobody wrote one, and what an empty section begins with. */
import type { Parsed } from '../../../../shared/contract/api.ts';
import { longestText } from '../../../../shared/contract/api/texts.ts';
import type { ReportTextDto } from '../../../../shared/contract/api/texts.ts';
import type { ScoreRow } from '../../../../shared/domain/results.ts';
import { draftArea, draftSummary } from '../../../../shared/domain/text/draft/draft.ts';
import type { DraftAction, SummaryOf } from '../../../../shared/domain/text/draft/draft.ts';
import { printedText } from '../../../../shared/domain/text/printed.ts';
import type { Paragraph } from '../../../../shared/domain/text/printed.ts';
import { resolveText } from '../../../../shared/domain/text/resolve.ts';
import { parseText } from '../../../../shared/domain/text/tokens.ts';
import type { ReadContext } from '../../context.ts';
import type { ClientBook } from '../book.ts';
import { currentActions } from '../journal.ts';
import { headlineKpis } from '../views/charts.ts';
import { rowsOf } from '../views/scorecard.ts';
import { emptyText, piecesDto } from './read.ts';
import { worldOf } from './world.ts';
import type { ReportWorld } from './world.ts';

/** Headlines on the tiles of a summary. */
const MAX_HEADLINES = 5;

/** One row of each headline KPI, in the person's order. */
export function headlinesOf<T extends ScoreRow>(book: ClientBook, rows: readonly T[]): T[] {
  return headlineKpis(book)
    .slice(0, MAX_HEADLINES)
    .flatMap((kpi) => rows.find((row) => row.kpi === kpi.row.key) ?? []);
}

export function openActions(ctx: ReadContext, client: number): DraftAction[] {
  return currentActions(ctx, client)
    .filter((action) => !action.done)
    .map(({ text, due, owner }) => ({ text, due, owner }));
}

/** The paragraphs of a summary that nobody wrote; their tokens count as the pieces of `texts.draft`. */
export function draftedSummary(world: ReportWorld, of: SummaryOf): readonly Paragraph[] {
  const body = summaryBody(world, of);
  return printedText(resolveText(parseText(body), world), [], world.style.language);
}

/** A section's text as its rows give it; an empty one where they give none. Kept nowhere. */
export function draftText(ctx: ReadContext, input: Parsed<'texts.draft'>): ReportTextDto {
  const world = worldOf(ctx, input);
  const body = bodyOf(ctx, world, input.section);
  const pieces = resolveText(parseText(body), world);
  return { ...emptyText(input.section), body, pieces: piecesDto(ctx, world, pieces) };
}

function bodyOf(ctx: ReadContext, world: ReportWorld, section: string): string {
  const { book } = world;
  const [kind, key] = section.split(':', 2);
  if (section !== 'summary' && kind !== 'stage' && kind !== 'kra') return '';
  const rows = rowsOf(book, world.period, world.base);
  if (section === 'summary')
    return summaryBody(world, {
      rows,
      headlines: headlinesOf(book, rows),
      actions: openActions(ctx, book.client.id),
    });
  const by = kind === 'kra' ? 'kra' : 'stage';
  const own = rows.filter((row) => book.definition(row.kpi)?.[by] === key);
  return fitting(draftArea(own, section, draftWorld(world)));
}

function summaryBody(world: ReportWorld, of: SummaryOf): string {
  return fitting(draftSummary(of, draftWorld(world)));
}

function draftWorld(world: ReportWorld) {
  return { ...world, client: world.book.client.name, channels: world.book.channelRows };
}

/** Whole paragraphs, as many as a text may hold. */
function fitting(body: string): string {
  let text = body;
  while (text.length > longestText) text = text.slice(0, Math.max(0, text.lastIndexOf('\n\n')));
  return text;
}
