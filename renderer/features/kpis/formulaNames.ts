/**
 * A formula as it is read and typed: KPIs stand in it by their name in the reader's language, in brackets. What is checked
 * and kept are keys. Pure.
 *
 * `[Link clicks] / [Reach]` is `link_clicks / reach`. A key typed by hand is one as well. Names that two KPIs bear stay keys.
 * A bracket that names no KPI becomes a word of the same sound, which the check then does not find.
 */
import { bare } from '../../../shared/domain/cells/text.ts';

export interface Named {
  readonly key: string;
  /** In the reader's language. */
  readonly name: string;
}

export interface FormulaNames {
  /** What stands for a key: its name in brackets, or the key. */
  readonly shownKey: (key: string) => string;
  /** A formula in keys, as it is shown. */
  readonly shown: (formula: string) => string;
  /** A shown text in keys, with the way back for places in it. */
  readonly keyed: (text: string) => Keyed;
}

export interface Keyed {
  readonly formula: string;
  /** The place in the shown text of a place in the formula; a place within a key is its beginning. */
  readonly placeOf: (at: number) => number;
}

const word = /[A-Za-z_]\w*/g;
const bracket = /\[([^[\]]*)\]/g;

export function namesFor(kpis: readonly Named[]): FormulaNames {
  const byName = new Map<string, string | null>();
  for (const { key, name } of kpis) {
    const known = byName.get(bare(name.trim()));
    byName.set(bare(name.trim()), known === undefined ? key : null);
  }
  const shownByKey = new Map(
    kpis.map(({ key, name }) => [
      key,
      byName.get(bare(name.trim())) === key && !/[[\]]/.test(name) ? `[${name.trim()}]` : key,
    ]),
  );
  const shownKey = (key: string): string => shownByKey.get(key) ?? key;
  return {
    shownKey,
    shown: (formula) => formula.replaceAll(word, shownKey),
    keyed: (text) => {
      /** Where shown and keyed text part: ends of each bracket in both. */
      const stretches: { from: number; to: number; keyFrom: number; keyTo: number }[] = [];
      let formula = '';
      let last = 0;
      for (const match of text.matchAll(bracket)) {
        const from = match.index;
        formula += text.slice(last, from);
        const name = bare((match[1] ?? '').trim());
        const key =
          byName.get(name) ?? (name.replaceAll(/[^a-z0-9]+/g, '_').replace(/^[^a-z]+/, '') || 'kpi');
        last = from + match[0].length;
        stretches.push({ from, to: last, keyFrom: formula.length, keyTo: formula.length + key.length });
        formula += key;
      }
      formula += text.slice(last);
      const placeOf = (at: number): number => {
        const inside = stretches.find((one) => at >= one.keyFrom && at < one.keyTo);
        if (inside !== undefined) return inside.from;
        const before = stretches.findLast((one) => one.keyTo <= at);
        return before === undefined ? at : before.to + (at - before.keyTo);
      };
      return { formula, placeOf };
    },
  };
}
