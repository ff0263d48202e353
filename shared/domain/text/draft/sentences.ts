/**
 * What a language has to be able to say in a drafted text. Each function gives one sentence without its capital and full
 * stop; `nth` chooses among ways to say the same with the same tokens.
 */
import type { Language } from '../../kpi.ts';
import type { Noun } from '../nouns.ts';
import type { Said } from './said.ts';
import type { When } from './when.ts';

interface Nth {
  readonly nth: number;
}
export interface Many extends Nth {
  readonly list: readonly Said[];
  /** There are others of the kind. */
  readonly more: boolean;
  readonly when: When;
  /** When the base is: `in October 2025`. */
  readonly base: string;
  /** The first sentence of its text: it names the period. */
  readonly opens: boolean;
  /** Behind another sentence on goals. */
  readonly after: boolean;
}
export interface One extends Nth {
  readonly one: Said;
  /** Its value was told before in this paragraph. */
  readonly again: boolean;
  /** Its goal was not told before. */
  readonly goal: boolean;
}
type Say<T> = (of: T) => string;

export interface Sentences {
  readonly language: Language;
  readonly met: Say<Many>;
  readonly off: Say<Many>;
  readonly risk: Say<Many>;
  /** `goalless`: no goal was ever set, not only none for such a period. */
  readonly plain: Say<Many & { readonly goalless: boolean }>;
  readonly running: Say<Pick<Many, 'when' | 'nth'>>;
  readonly onPace: Say<Many>;
  readonly behind: Say<Many>;
  readonly wellBehind: Say<Many>;
  readonly tooEarly: Say<Many>;
  readonly outside: Say<One>;
  /** What stands somewhere: the rule is of its net change. */
  readonly grew: Say<One>;
  /** Fired for another period than the one told: without values. */
  readonly elsewhere: Say<Many>;
  readonly shifted: Say<One>;
  readonly edged: Say<One>;
  readonly alsoFired: Say<Many>;
  /** `again`: the KPIs were named in the same paragraph. */
  readonly nothingFired: Say<Pick<One, 'nth' | 'again'>>;
  readonly usual: Say<Pick<One, 'one' | 'nth'>>;
  readonly young: Say<Many>;
  readonly thin: Say<Many>;
  readonly partly: Say<Many>;
  readonly thinBase: Say<Many>;
  readonly broken: Say<Many & { readonly date: string }>;
  readonly noBaseAtAll: Say<Pick<Many, 'base' | 'nth'>>;
  readonly noBase: Say<Many>;
  readonly baseMissing: Say<Many>;
  readonly baseZero: Say<Many>;
  readonly noValue: Say<Many>;
  readonly notComputable: Say<Many>;
  readonly notApplicable: Say<Many>;
  readonly unconfirmed: Say<{
    readonly one: Said;
    /** It would be on pace, not met. */
    readonly running: boolean;
    readonly counter: Noun | null;
    /** The counter's own row, where it is told with figures. */
    readonly detail: Said | null;
  }>;
  readonly next: Say<Nth & { readonly text: string; readonly due: string | null; readonly owner: string }>;
}

export function choose(nth: number, ways: readonly (() => string)[]): string {
  return ways[nth % ways.length]?.() ?? '';
}

/** The value in front of what is said of it, unless the paragraph has it already. */
export function valueOf(one: Said, again: boolean): string {
  return again ? '' : `${one.value}, `;
}

export function detailOf(detail: Said | null, say: (said: Said) => string): string {
  return detail === null ? '' : say(detail);
}

/** With a capital where it begins with a letter of its own; what is written `iOS` stays. */
export function cased(text: string): string {
  return /^\p{Ll}\p{Lu}/u.test(text)
    ? text
    : text.replace(/^([«“"¡¿(]*)(\p{Ll})/u, (_, open: string, letter: string) => open + letter.toUpperCase());
}
