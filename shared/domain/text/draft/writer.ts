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
import type { Said, Speaker } from './said.ts';
import type { Many, Sentences } from './sentences.ts';
import { spanish } from './spanish.ts';
import { ordinalOf, whenOf } from './when.ts';

const languages = { en: english, es: spanish } as const;

/** Sentences without capital and full stop, in order. */
type Paragraph = readonly string[];

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

  /** What the period was: goals of the headlines. */
  opening({ lead, plain }: Facts): Paragraph {
    const out: string[] = [];
    if (this.#running) out.push(this.#say.running({ ...this.#at, nth: this.#nth(0) }));
    this.#goals(lead, out, 0);
    this.#many(
      plain,
      (many) => {
        const goalless = plain.rows.every((row) => row.judgement.reason === undefined);
        out.push(this.#say.plain({ ...many, goalless, opens: out.length === 0 }));
      },
      4,
    );
    return out;
  }

  /**
   * What a rule calls a change, and what only looks like one. `goals`: rows whose goals were told; `values`: those whose
   * values stand in the same paragraph.
   */
  changes(facts: Facts, goals: readonly ScoreRow[], values: readonly ScoreRow[]): Paragraph {
    const { fired, alsoFired, known, young, usual, distances } = facts;
    const own = fired.filter((row) => this.#speaker.tests(row));
    const elsewhere = fired.filter((row) => !own.includes(row));
    const out = own.map((row, i) => {
      const one = this.#said(row);
      const goal = !goals.includes(row);
      const of = { one, goal, again: values.includes(row), first: i === 0, nth: this.#nth(5) + i };
      if (one.rule === 'eightOneSide') return this.#say.shifted(of);
      if (one.rule === 'threeOfFour') return this.#say.edged(of);
      return one.stock ? this.#say.grew(of) : this.#say.outside(of);
    });
    this.#many({ rows: elsewhere, more: false }, (many) => out.push(this.#say.elsewhere(many)), 8);
    if (own.length > 0) this.#many(alsoFired, (many) => out.push(this.#say.alsoFired(many)), 8);
    if (out.length === 0 && known && !this.#running)
      out.push(this.#say.nothingFired({ again: values.length > 0, nth: this.#nth(9) }));
    out.push(
      ...usual.map((row, i) => this.#say.usual({ one: this.#said(row), first: i === 0, nth: this.#nth(10) })),
    );
    if (!known && young) out.push(this.#say.young(this.#of(distances, 11)));
    return out;
  }

  /** Goals of the KPIs that are no headline. */
  rest({ rest }: Facts): Paragraph {
    const out: string[] = [];
    const { met, ...others } = rest;
    this.#many(met, (many) => out.push(this.#say.restMet(many)), 12);
    this.#goals({ ...others, met: { rows: [], more: false } }, out, 13);
    return out;
  }

  /** What cannot be said, and why; the `most` weighty of it. */
  unsaid({ unsaid }: Facts, most: number): Paragraph {
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
    return out.slice(0, most);
  }

  /** The action that is due first; of several without a date the one noted first. */
  next(actions: readonly DraftAction[]): Paragraph {
    const [first] = actions.toSorted((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'));
    if (first === undefined) return [];
    const text = plainName(first.text)
      .replace(/[.\s]+$/, '')
      .replaceAll(/[«»“”]/g, '"');
    if (text === '') return [];
    const { language } = this.#world.style;
    const due: IsoDate | null = first.due;
    return [
      this.#say.next({
        text,
        due: due === null ? null : formatDate(due, language, 'long'),
        owner: plainName(first.owner).replace(/[.\s]+$/, ''),
        nth: this.#nth(26),
      }),
    ];
  }

  #goals(goals: Goals, out: string[], slot: number): void {
    const say = this.#say;
    const add = (told: Told, sentence: (many: Many) => string, at: number): void =>
      this.#many(
        told,
        (many) => out.push(sentence({ ...many, opens: out.length === 0, after: out.length > 0 })),
        at,
      );
    const opens = out.length === 0 && slot === 0;
    const met = goals.met.rows.length > 0;
    add(goals.met, (many) => say.met(many), slot);
    add(goals.risk, (many) => say.risk({ ...many, opens: opens && !met }), slot + 1);
    const risk = goals.risk.rows.length > 0;
    add(goals.off, (many) => say.off({ ...many, opens: opens && !met && !risk }), slot + 2);
    add(goals.onPace, (many) => say.onPace(many), slot);
    add(goals.behind, (many) => say.behind(many), slot + 1);
    add(goals.wellBehind, (many) => say.wellBehind(many), slot + 2);
    add(goals.tooEarly, (many) => say.tooEarly(many), slot + 3);
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
