/**
 * A text written from the rows of a report: two to four paragraphs of a summary, or one on an area, every number a token.
 *
 * Rules: digits stand only in dates, names of periods and KPIs, and what a person wrote; the same facts in the same order
 * in every language; the same rows, period and place always give the same text, the next period says it in other words.
 */
import type { BaseKind } from '../../base.ts';
import type { Book } from '../../book.ts';
import type { Style } from '../../format.ts';
import type { ScoreRow } from '../../results.ts';
import type { IsoDate, Period } from '../../time.ts';
import { factsOf } from './facts.ts';
import { cased } from './sentences.ts';
import { Writer } from './writer.ts';

export interface DraftWorld {
  /** Whose report it is: two clients do not get the same words. */
  readonly client: string;
  readonly book: Book;
  readonly style: Style;
  readonly period: Period;
  readonly base: BaseKind;
  /** What a token without a channel speaks of; as in `TextWorld`. */
  readonly scopeOf: (kpi: string) => string | null;
  readonly channels: readonly { readonly id: number; readonly name: string }[];
}

export interface DraftAction {
  readonly text: string;
  readonly due: IsoDate | null;
  readonly owner: string;
}

export interface SummaryOf {
  /** Rows of the scorecard, in its order. */
  readonly rows: readonly ScoreRow[];
  /** Those on the summary's tiles. */
  readonly headlines: readonly ScoreRow[];
  /** What is still to be done. */
  readonly actions: readonly DraftAction[];
}

/** With the lead chart and what moved beside them, the paragraphs stay on one page. */
const MOST_CHANGES = 2;
const MOST_NAMES = 3;
const MOST_LEADS = 5;
const MOST_OTHERS = 2;
const MOST_UNSAID = 4;

/** Paragraphs parted by empty lines; empty where there is nothing to say. */
export function draftSummary(of: SummaryOf, world: DraftWorld): string {
  if (of.rows.every((row) => row.now.value === null)) return '';
  const headlines = of.headlines.length > 0 ? of.headlines : of.rows.slice(0, MOST_NAMES);
  const writer = new Writer(world, 'summary', of.rows);
  const facts = factsOf({
    ...writer.facts,
    rows: of.rows,
    headlines,
    mostChanges: MOST_CHANGES,
    mostNames: MOST_NAMES,
    mostLeads: MOST_LEADS,
    mostOthers: MOST_OTHERS,
  });
  return joined([
    writer.opening(facts),
    writer.changes(facts, headlines, []),
    writer.rest(facts),
    [...writer.unsaid(facts, MOST_UNSAID), ...writer.next(of.actions)],
  ]);
}

/** One paragraph on the rows of a stage or a key result area. `place`: its section, which varies the words. */
export function draftArea(rows: readonly ScoreRow[], place: string, world: DraftWorld): string {
  if (rows.every((row) => row.now.value === null)) return '';
  const writer = new Writer(world, place, rows);
  const facts = factsOf({
    ...writer.facts,
    rows,
    headlines: rows,
    mostChanges: 2,
    mostNames: MOST_NAMES,
    mostLeads: MOST_NAMES,
    mostOthers: MOST_OTHERS,
  });
  const told = [...Object.values(facts.lead), facts.plain].flatMap((goals) => goals.rows);
  return joined([
    [...writer.opening(facts), ...writer.changes(facts, rows, told), ...writer.unsaid(facts, 2)],
  ]);
}

function joined(paragraphs: readonly (readonly string[])[]): string {
  return paragraphs
    .filter((sentences) => sentences.length > 0)
    .map((sentences) => sentences.map((one) => `${cased(one)}.`).join(' '))
    .join('\n\n');
}
