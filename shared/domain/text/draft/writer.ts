/** Puts the facts of a report into sentences, paragraph by paragraph. */
import { basePeriod, isRunning, rankOf } from '../../period.ts';
import { sidesOf, spanOfScope } from '../../bases.ts';
import { formatDate } from '../../calendarWords.ts';
import type { ScoreRow } from '../../results.ts';
import type { IsoDate } from '../../time.ts';
import { writeToken, writtenName } from '../tokens.ts';
import type { DraftAction, DraftWorld } from './draft.ts';
import { english } from './english.ts';
import type { Facts, FactsOf, Goals, Told } from './facts.ts';
import { nounOfKpi, nounOfRow, plainName, saidOf } from './said.ts';
import type { Part } from './room.ts';
import type { Said, Speaker } from './said.ts';
import type { Many, Sentences } from './sentences.ts';
import { spanish } from './spanish.ts';
import { ordinalOf, whenOf } from './when.ts';

const languages = { en: english, es: spanish } as const;

/** How telling a sentence is beside the others of its text; the opening is chosen before them. */
const ranks = { clearest: 1, unsaid: 3, usual: 4, alsoFired: 5, next: 6, lessUnsaid: 7 } as const;
/** The same among the sentences of an opening, of which the first is always said. */
const openingRanks = { first: 0, met: 0, missed: 1, risk: 2, early: 3, plain: 4 } as const;

/** A sentence on goals, and the rows it tells with their figures. */
export interface Opening extends Part {
  readonly rows: readonly ScoreRow[];
}

export class Writer {
  readonly #world: DraftWorld;
  readonly #speaker: Speaker;
  readonly #say: Sentences;
  readonly #seed: number;
  readonly #at: Pick<Many, 'when' | 'base'>;
  readonly #running: boolean;

  /** `place`: the section; two of one report do not say the same in the same words. */
  constructor(world: DraftWorld, place: string, rows: readonly ScoreRow[]) {
    const { book, period, base, style } = world;
    const sides = sidesOf(period, base, book.calendar);
    const whole = spanOfScope(sides.now);
    this.#running = isRunning(period, book.today);
    this.#world = world;
    this.#say = languages[style.language];
    this.#seed =
      ordinalOf(period) +
      Array.from(world.client + place, (sign) => sign.codePointAt(0) ?? 0).reduce(
        (sum, code) => sum + code,
        0,
      );
    const then = basePeriod(period, base);
    this.#at = {
      when: whenOf(period, whole, book.calendar, style.language),
      base:
        then === null || sides.base === null
          ? ''
          : whenOf(then, spanOfScope(sides.base), book.calendar, style.language).during,
    };
    const together = sides.now.many;
    this.#speaker = {
      style,
      definition: (kpi) => book.definition(kpi),
      token: (row, what) => writeToken({ kpi: row.kpi, channel: this.#channelOf(row), what }),
      place: (row) =>
        row.channel === null || rows.filter((one) => one.kpi === row.kpi).length < 2
          ? null
          : this.#nameOf(row.channel),
      tests: ({ signal }) =>
        !this.#running && !together && (signal.cadence === undefined || signal.cadence === period.cadence),
    };
  }

  /** What facts are found by, besides the rows. */
  get facts(): Pick<FactsOf, 'compared' | 'running' | 'due' | 'tests'> {
    const { base, book, period } = this.#world;
    return {
      compared: base !== 'none',
      running: this.#running,
      due: ({ kpi }) => rankOf(book.definition(kpi)?.cadence ?? period.cadence) <= rankOf(period.cadence),
      tests: this.#speaker.tests,
    };
  }

  /** What the period was: goals of the headlines. What was missed is more telling than what is at risk. */
  opening({ lead, plain }: Facts): readonly Opening[] {
    const out: Opening[] = [];
    if (this.#running)
      out.push({
        text: this.#say.running({ ...this.#at, nth: this.#nth(0) }),
        rank: openingRanks.first,
        rows: [],
      });
    this.#goals(lead, out);
    this.#many(
      plain,
      (many) => {
        const goalless = plain.rows.every((row) => row.judgement.reason === undefined);
        const text = this.#say.plain({ ...many, goalless, opens: out.length === 0 });
        out.push({
          text,
          rank: out.length === 0 ? openingRanks.first : openingRanks.plain,
          rows: plain.rows,
        });
      },
      4,
    );
    return out;
  }

  /**
   * What a rule calls a change, and what only looks like one. `goals`: rows whose goals were told; `values`: those whose
   * values stand in the same paragraph.
   */
  changes(facts: Facts, goals: readonly ScoreRow[], values: readonly ScoreRow[]): readonly Part[] {
    const { fired, alsoFired, known, young, usual, distances } = facts;
    const out: Part[] = [];
    const add = (text: string, rank: number): void => void out.push({ text, rank });
    if (fired !== null && this.#speaker.tests(fired)) {
      add(this.#change(fired, !goals.includes(fired), values.includes(fired)), ranks.clearest);
      this.#many(alsoFired, (many) => add(this.#say.alsoFired(many), ranks.alsoFired), 8);
    } else if (fired !== null) {
      const elsewhere = [fired, ...alsoFired.rows].filter((row) => !this.#speaker.tests(row));
      this.#many(
        { rows: elsewhere, more: false },
        (many) => add(this.#say.elsewhere(many), ranks.clearest),
        8,
      );
    } else if (known && !this.#running) {
      add(this.#say.nothingFired({ again: values.length > 0, nth: this.#nth(9) }), ranks.clearest);
    }
    if (usual !== null) add(this.#say.usual({ one: this.#said(usual), nth: this.#nth(10) }), ranks.usual);
    if (!known && young) add(this.#say.young(this.#of(distances, 11)), ranks.clearest);
    return out;
  }

  /** What cannot be said, and why; the `most` weighty of it. */
  unsaid({ unsaid }: Facts, most: number): readonly Part[] {
    const out: string[] = [];
    const say = this.#say;
    for (const { row, counter } of unsaid.unconfirmed) out.push(this.#unconfirmed(row, counter));
    this.#many(unsaid.thin, (many) => out.push(say.thin(many)), 17);
    this.#many(unsaid.partly, (many) => out.push(say.partly(many)), 16);
    for (const one of unsaid.broken) {
      const date = formatDate(one.since, this.#world.style.language, 'long');
      this.#many(one, (many) => out.push(say.broken({ ...many, date })), 18);
    }
    this.#many(unsaid.thinBase, (many) => out.push(say.thinBase(many)), 19);
    this.#many(unsaid.baseMissing, (many) => out.push(say.baseMissing(many)), 20);
    if (unsaid.noBaseAtAll) out.push(say.noBaseAtAll({ ...this.#at, nth: this.#nth(21) }));
    else this.#many(unsaid.noBase, (many) => out.push(say.noBase(many)), 21);
    this.#many(unsaid.baseZero, (many) => out.push(say.baseZero(many)), 22);
    this.#many(unsaid.noValue, (many) => out.push(say.noValue(many)), 23);
    this.#many(unsaid.notComputable, (many) => out.push(say.notComputable(many)), 24);
    this.#many(unsaid.notApplicable, (many) => out.push(say.notApplicable(many)), 25);
    return out.slice(0, most).map((text, at) => ({ text, rank: at === 0 ? ranks.unsaid : ranks.lessUnsaid }));
  }

  /** The action that is due first; of several without a date the one noted first. */
  next(actions: readonly DraftAction[]): readonly Part[] {
    const [first] = actions.toSorted((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'));
    if (first === undefined) return [];
    const text = plainName(first.text)
      .replace(/[.\s]+$/, '')
      .replaceAll(/[«»“”]/g, '"');
    if (text === '') return [];
    const { language } = this.#world.style;
    const due: IsoDate | null = first.due;
    const said = this.#say.next({
      text,
      due: due === null ? null : formatDate(due, language, 'long'),
      owner: plainName(first.owner).replace(/[.\s]+$/, ''),
      nth: this.#nth(26),
    });
    return [{ text: said, rank: ranks.next }];
  }

  #change(row: ScoreRow, goal: boolean, again: boolean): string {
    const one = this.#said(row);
    const of = { one, goal, again, nth: this.#nth(5) };
    if (one.rule === 'eightOneSide') return this.#say.shifted(of);
    if (one.rule === 'threeOfFour') return this.#say.edged(of);
    return one.stock ? this.#say.grew(of) : this.#say.outside(of);
  }

  #goals(goals: Goals, out: Opening[]): void {
    const say = this.#say;
    const add = (told: Told, rank: number, sentence: (many: Many) => string, at: number): void =>
      this.#many(
        told,
        (many) =>
          out.push({
            text: sentence({ ...many, opens: out.length === 0, after: out.length > 0 }),
            rank: out.length === 0 ? openingRanks.first : rank,
            rows: told.rows,
          }),
        at,
      );
    add(goals.met, openingRanks.met, (many) => say.met(many), 0);
    add(goals.risk, openingRanks.risk, (many) => say.risk(many), 1);
    add(goals.off, openingRanks.missed, (many) => say.off(many), 2);
    add(goals.onPace, openingRanks.missed, (many) => say.onPace(many), 0);
    add(goals.behind, openingRanks.risk, (many) => say.behind(many), 1);
    add(goals.wellBehind, openingRanks.missed, (many) => say.wellBehind(many), 2);
    add(goals.tooEarly, openingRanks.early, (many) => say.tooEarly(many), 3);
  }

  #unconfirmed(row: ScoreRow, counter: ScoreRow | string | null): string {
    const of = { one: this.#said(row), running: this.#running };
    if (counter === null) return this.#say.unconfirmed({ ...of, counter: null, detail: null });
    const known = typeof counter !== 'string';
    const told = known && counter.now.value !== null && counter.judgement.goal !== undefined;
    return this.#say.unconfirmed({
      ...of,
      counter: known ? nounOfRow(counter, this.#speaker) : nounOfKpi(counter, this.#speaker),
      detail: told ? this.#said(counter) : null,
    });
  }

  #many(told: Told, say: (many: Many) => void, slot: number): void {
    if (told.rows.length > 0) say(this.#of(told, slot));
  }

  #of(told: Told, slot: number): Many {
    return {
      ...this.#at,
      list: told.rows.map((row) => this.#said(row)),
      more: told.more,
      nth: this.#nth(slot),
      opens: false,
      after: false,
    };
  }

  #said(row: ScoreRow): Said {
    return saidOf(row, this.#speaker);
  }

  /** Runs differently in each place of a text, so that not all of it changes in step. */
  #nth(slot: number): number {
    return this.#seed + slot * 7 + Math.floor(this.#seed / (2 + (slot % 3)));
  }

  #nameOf(channel: string): string {
    return this.#world.channels.find((one) => String(one.id) === channel)?.name ?? channel;
  }

  #channelOf({ kpi, channel }: ScoreRow): string | null {
    if (channel === null || channel === this.#world.scopeOf(kpi)) return null;
    const name = this.#nameOf(channel);
    const alone = this.#world.channels.filter((one) => one.name === name).length === 1;
    return alone ? writtenName(name) : `#${channel}`;
  }
}
