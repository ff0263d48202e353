/**
 * Qualities people ask a community manager for, and how each can be counted. A KPI must be a number: "a good reputation"
 * is none, "reviews of four or five stars less those of one or two" is.
 *
 * `kpis` are keys of the catalogue that count the quality already, the most telling first; none of them is a vanity
 * KPI. The `examples` are things to count where the catalogue does not do: what happens (noted one by one as evidence),
 * what comments are on, which part of a total qualifies, what members do again and again, how long something takes.
 *
 * `words` are folded (see `foldWords`): lower case, no accents, no plurals; a beginning is enough (`satisf`).
 */
import type { Language, Localised, StageKey } from '../kpi.ts';
import { ofPeople } from './of-people.ts';
import { ofWork } from './of-work.ts';

export const countingWays = ['evidence', 'survey', 'comments', 'share', 'deeds', 'until'] as const;
/**
 * How a quality becomes a count: things that happen, each with its evidence; answers of a survey; comments read as
 * positive, neutral or negative; the part of a total that qualifies; members who did a thing often enough; the time
 * until something happens.
 */
export type CountingWay = (typeof countingWays)[number];

/** Ways whose KPI has a name of its own; that of comments says what they are on. */
export type NamedWay = Exclude<CountingWay, 'survey'>;

export interface Quality {
  readonly key: string;
  readonly name: Localised;
  readonly words: Readonly<Record<Language, readonly string[]>>;
  readonly kpis: readonly string[];
  readonly kra: string;
  readonly stage: StageKey;
  /** The way that fits best first. */
  readonly ways: readonly CountingWay[];
  readonly examples: Readonly<Record<NamedWay, Localised>>;
}

export const qualities: readonly Quality[] = [...ofPeople, ...ofWork];
