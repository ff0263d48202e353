/**
 * A text written from the rows of a report: up to three paragraphs of a summary (how the period stands; what moved or only
 * seems to; what cannot be said, and what comes next), or one on an area, every number a token.
 *
 * Rules: digits stand only in dates, names of periods and KPIs, and what a person wrote; the same facts in the same order
 * in every language; what is most telling is said, as far as there is room (`room.ts`); the same rows, period and place always give the same text, the next period says it in other words.
 */
import type { BaseKind } from '../../base.ts';
import type { Book } from '../../book.ts';
import type { Style } from '../../format.ts';
import type { Language } from '../../kpi.ts';
import type { ScoreRow } from '../../results.ts';
import type { IsoDate, Period } from '../../time.ts';
import { factsOf } from './facts.ts';
import type { Facts } from './facts.ts';
import { fitting, weigh } from './room.ts';
import type { Part } from './room.ts';
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

const languages = ['en', 'es'] as const satisfies readonly Language[];
type Hands = readonly [Writer, ...Writer[]];

/** Words a text may have, and of these its opening: with the lead chart and what moved, a summary stays on its page. */
const summaryRoom = { all: 104, opening: 53 } as const;
const areaRoom = { all: 53, opening: 32 } as const;
const MOST_LEADS = 3;
const MOST_NAMES = 2;
const MOST_UNSAID = 4;

/** Paragraphs parted by empty lines; empty where there is nothing to say. */
export function draftSummary(of: SummaryOf, world: DraftWorld): string {
  if (of.rows.every((row) => row.now.value === null)) return '';
  const headlines = of.headlines.length > 0 ? of.headlines : of.rows.slice(0, MOST_LEADS);
  const hands = handsOf(world, 'summary', of.rows);
  const { said, told, facts, words } = opened(hands, of.rows, headlines, summaryRoom.opening);
  const more = chosen(
    hands.map((writer) => [
      writer.changes(facts, told, []),
      [...writer.unsaid(facts, MOST_UNSAID), ...writer.next(of.actions)],
    ]),
    summaryRoom.all - words,
  );
  return [said, ...more]
    .filter((sentences) => sentences.length > 0)
    .map(joined)
    .join('\n\n');
}

/** One paragraph on the rows of a stage or a key result area. `place`: its section, which varies the words. */
export function draftArea(rows: readonly ScoreRow[], place: string, world: DraftWorld): string {
  if (rows.every((row) => row.now.value === null)) return '';
  const hands = handsOf(world, place, rows);
  const { said, told, facts, words } = opened(hands, rows, rows, areaRoom.opening);
  const more = chosen(
    hands.map((writer) => [[...writer.changes(facts, told, told), ...writer.unsaid(facts, 1)]]),
    areaRoom.all - words,
  );
  return joined([said, ...more].flat());
}

/** A writer in every language, the report's own first: what fits is the same in all. */
function handsOf(world: DraftWorld, place: string, rows: readonly ScoreRow[]): Hands {
  const hand = (language: Language): Writer =>
    new Writer({ ...world, style: { ...world.style, language } }, place, rows);
  const { language: own } = world.style;
  return [hand(own), ...languages.filter((language) => language !== own).map(hand)];
}

interface Opened {
  readonly said: readonly string[];
  /** Rows it tells with value and goal. */
  readonly told: readonly ScoreRow[];
  readonly facts: Facts;
  readonly words: number;
}

/** How the period stands: rather fewer names in a sentence than a status left out. */
function opened(
  hands: Hands,
  rows: readonly ScoreRow[],
  headlines: readonly ScoreRow[],
  room: number,
): Opened {
  const [own] = hands;
  let most = MOST_LEADS;
  for (;;) {
    const facts = factsOf({ ...own.facts, rows, headlines, mostNames: MOST_NAMES, mostLeads: most });
    const parts = own.opening(facts);
    const weighed = weigh(hands.map((writer) => writer.opening(facts)));
    const fit = fitting(weighed, room);
    if (fit.size < parts.length && most > 1) {
      most -= 1;
      continue;
    }
    const told = parts.filter((_, at) => fit.has(at));
    return {
      said: told.map((part) => part.text),
      told: told.flatMap((part) => part.rows),
      facts,
      words: weighed.reduce((sum, { words }, at) => (fit.has(at) ? sum + words : sum), 0),
    };
  }
}

/** Of each paragraph, by hand, what there is room for. */
function chosen(
  paragraphs: readonly (readonly (readonly Part[])[])[],
  room: number,
): readonly (readonly string[])[] {
  const fit = fitting(weigh(paragraphs.map((one) => one.flat())), room);
  let at = 0;
  return (paragraphs[0] ?? []).map((parts) => parts.filter(() => fit.has(at++)).map((part) => part.text));
}

function joined(sentences: readonly string[]): string {
  return sentences.map((one) => `${cased(one)}.`).join(' ');
}
