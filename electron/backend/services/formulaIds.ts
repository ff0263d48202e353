/** Formulas are typed with keys and stored with ids (`{12}`), so that what a formula means never hangs on a word. */

const KEY = /[a-z][a-z0-9_]*(?![a-z0-9_]*\s*\()/g;
const ID = /\{(\d+)\}/g;

/** Keys to ids; words that are no KPI's key (functions) stay. */
export function withIds(formula: string, idOf: (key: string) => number | undefined): string {
  return formula.replaceAll(KEY, (word) => {
    const id = idOf(word);
    return id === undefined ? word : `{${id}}`;
  });
}

/** Ids to keys. An id that is gone becomes `unknown_<id>`, which evaluates to "unknown KPI". */
export function withKeys(formula: string, keyOf: (id: number) => string | undefined): string {
  return formula.replaceAll(ID, (_, id: string) => keyOf(Number(id)) ?? `unknown_${id}`);
}
