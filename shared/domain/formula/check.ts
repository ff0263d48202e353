/**
 * Whether a formula may be saved: it parses, every KPI exists, no KPI comes to need itself, its units go together and
 * give what the KPI is declared to be. What is only unlikely comes as a warning.
 *
 * Every KPI is looked at once, however many formulas name it.
 */
import { childrenOf, kpisIn } from './ast.ts';
import type { Formula, FormulaError, FormulaWarning } from './ast.ts';
import { checkDeclared } from './declared.ts';
import { inferKind, kindOfDefinition, operandKind } from './infer.ts';
import { keyMeant, nameAround } from './names.ts';
import type { KnownKpis } from './names.ts';
import { parseFormula } from './parse.ts';
import { plainNumber } from './tokens.ts';
import { inferUnits, operandQuantity, quantityOf, unitOf } from './units.ts';
import type { Quantity } from './units.ts';
import type { Unit } from '../kpi.ts';
import type { ValueKind } from '../results.ts';

export type { KnownKpis } from './names.ts';

export type FormulaCheck =
  | {
      readonly ok: true;
      readonly formula: Formula;
      readonly kind: ValueKind;
      /** What its result is, whatever the KPI is declared to be. */
      readonly unit: Unit;
      readonly warnings: readonly FormulaWarning[];
    }
  | {
      readonly ok: false;
      readonly errors: readonly FormulaError[];
      readonly warnings: readonly FormulaWarning[];
    };

/**
 * How deep formulas may rest on one another, in steps on the stack of an evaluation: one for a node, more for a KPI,
 * whose value is put together over channels and spans.
 */
const maxChain = 1000;
const stepsOfKpi = 10;
/** More names than that are not told apart one by one. */
const maxUnknown = 20;

/**
 * Checks a formula for the KPI `self` (its key; `null` for one that has none yet) of the declared unit. Unknown KPIs
 * come all at once, each with its position and the key that was probably meant; a cycle comes with its path.
 */
export function checkFormula(
  text: string,
  known: KnownKpis,
  self: string | null,
  declared?: Unit,
): FormulaCheck {
  const parsed = parseFormula(text);
  if (!parsed.ok) return { ok: false, errors: [namedInstead(text, parsed.error, known)], warnings: [] };
  const { formula } = parsed;
  const errors: FormulaError[] = [];
  for (const [key, at] of kpisIn(formula)) {
    // A name of several words may reach over more than one of them.
    const said = errors.some((error) => at >= error.at && at < error.at + error.length);
    if (!said && errors.length < maxUnknown) errors.push(...checkName(text, key, at, known, self));
  }
  if (errors.length > 0) return { ok: false, errors, warnings: [] };
  const books = new Formulas(withDraft(known, self, text));
  const deepest = books.deepest(formula);
  if (deepest !== null) {
    const error = { code: 'tooDeep', at: 0, length: text.length, text: deepest } as const;
    return { ok: false, errors: [error], warnings: [] };
  }

  const { quantity, errors: differing, warnings } = inferUnits(formula, books.quantityOf);
  const finding = declared === undefined ? null : checkDeclared(text, formula, quantity, declared);
  const refused = [...differing, ...(finding?.error === undefined ? [] : [finding.error])];
  // What is said of the whole rests on its parts: while those do not go together, it is not said.
  const remarks = [
    ...numbersOddlyWritten(text, formula),
    ...warnings,
    ...(finding?.warning === undefined || differing.length > 0 ? [] : [finding.warning]),
  ];
  if (refused.length > 0)
    return { ok: false, errors: differing.length > 0 ? differing : refused, warnings: remarks };
  return {
    ok: true,
    formula,
    kind: inferKind(formula, books.kindOf),
    unit: unitOf(quantity),
    warnings: remarks,
  };
}

/** The known KPIs with the draft in the place of `self`: what rests on it will rest on the draft. */
function withDraft(known: KnownKpis, self: string | null, formula: string): KnownKpis {
  const before = self === null ? undefined : known.definition(self);
  if (before === undefined) return known;
  const draft = { ...before, timeAggregation: 'formula', formula } as const;
  return { keys: known.keys, definition: (key) => (key === self ? draft : known.definition(key)) };
}

/** A text that does not parse because a KPI's display name stands where its key should. */
function namedInstead(text: string, error: FormulaError, known: KnownKpis): FormulaError {
  if (
    error.code !== 'unexpected' &&
    error.code !== 'unexpectedCharacter' &&
    error.code !== 'unknownFunction'
  ) {
    return error;
  }
  const named = nameAround(text, error.at, known);
  if (named === null) return error;
  const { at, length, key } = named;
  return { code: 'displayName', at, length, text: text.slice(at, at + length), suggestion: key };
}

function checkName(
  text: string,
  key: string,
  at: number,
  known: KnownKpis,
  self: string | null,
): FormulaError[] {
  const place = { at, length: key.length, text: key };
  if (key === self) return [{ code: 'cycle', ...place, path: [key, key] }];
  if (known.definition(key) === undefined) {
    const named = nameAround(text, at, known);
    if (named !== null) {
      const { at: from, length } = named;
      return [
        {
          code: 'displayName',
          at: from,
          length,
          text: text.slice(from, from + length),
          suggestion: named.key,
        },
      ];
    }
    const suggestion = keyMeant(key, known);
    return [{ code: 'unknownKpi', ...place, ...(suggestion !== undefined && { suggestion }) }];
  }
  const path = pathBack(key, self, known);
  return path === null ? [] : [{ code: 'cycle', ...place, path }];
}

/** The way from a KPI back to `self` (or round in itself) through formulas; `null` when there is none. */
function pathBack(key: string, self: string | null, known: KnownKpis): readonly string[] | null {
  const cleared = new Set<string>();
  const onPath = new Set<string>();
  const path: string[] = [];
  if (self !== null) {
    path.push(self);
    onPath.add(self);
  }
  const walk = (at: string): readonly string[] | null => {
    if (onPath.has(at)) return [...path.slice(path.indexOf(at)), at];
    if (cleared.has(at)) return null;
    path.push(at);
    onPath.add(at);
    for (const next of inputsOf(at, known)) {
      const found = walk(next);
      if (found !== null) return found;
    }
    path.pop();
    onPath.delete(at);
    cleared.add(at);
    return null;
  };
  return walk(key);
}

function inputsOf(key: string, known: KnownKpis): readonly string[] {
  const formula = known.definition(key)?.formula;
  if (formula === undefined) return [];
  const parsed = parseFormula(formula);
  return parsed.ok ? [...kpisIn(parsed.formula).keys()] : [];
}

/** What is known of the KPIs that a formula rests on, each worked out once. Ends in cycles, too. */
class Formulas {
  private readonly known: KnownKpis;
  private readonly parsed = new Map<string, Formula | null>();
  private readonly kinds = new Map<string, ValueKind>();
  private readonly quantities = new Map<string, Quantity>();
  private readonly depths = new Map<string, number>();

  constructor(known: KnownKpis) {
    this.known = known;
  }

  readonly kindOf = (key: string): ValueKind => {
    const definition = this.known.definition(key);
    if (definition === undefined) return 'ratio';
    return remembered(this.kinds, key, 'ratio', () => {
      const formula = this.formulaOf(key);
      const kind = kindOfDefinition(definition, () =>
        formula === null ? 'ratio' : inferKind(formula, this.kindOf),
      );
      return operandKind(definition, kind);
    });
  };

  readonly quantityOf = (key: string): Quantity => {
    const definition = this.known.definition(key);
    if (definition === undefined) return quantityOf({ kind: 'number' });
    return remembered(this.quantities, key, quantityOf(definition.unit), () =>
      operandQuantity(definition, () => {
        const formula = this.formulaOf(key);
        return formula === null ? null : inferUnits(formula, this.quantityOf).quantity;
      }),
    );
  };

  /** The key of a KPI whose formulas rest on one another too deeply, `''` for the formula given; `null` when none do. */
  deepest(formula: Formula): string | null {
    if (this.depthOf(formula) > maxChain) return '';
    for (const key of this.known.keys()) if (this.depthOfKpi(key) > maxChain) return key;
    return null;
  }

  private depthOfKpi(key: string): number {
    const formula = this.formulaOf(key);
    return formula === null ? 1 : remembered(this.depths, key, 0, () => this.depthOf(formula));
  }

  private depthOf(formula: Formula): number {
    if (formula.kind === 'kpi') return stepsOfKpi + this.depthOfKpi(formula.key);
    return childrenOf(formula).reduce((deepest, child) => Math.max(deepest, 1 + this.depthOf(child)), 1);
  }

  private formulaOf(key: string): Formula | null {
    const found = this.parsed.get(key);
    if (found !== undefined) return found;
    const text = this.known.definition(key)?.formula;
    const parsed = text === undefined ? null : parseFormula(text);
    const formula = parsed?.ok === true ? parsed.formula : null;
    this.parsed.set(key, formula);
    return formula;
  }
}

/** The value under a key, made once; `meanwhile` while it is being made. */
function remembered<V>(values: Map<string, V>, key: string, meanwhile: V, make: () => V): V {
  const known = values.get(key);
  if (known !== undefined) return known;
  values.set(key, meanwhile);
  const made = make();
  values.set(key, made);
  return made;
}

/** Numbers that parse, and probably do not say what was meant: `max(1,5)`, `1.000 * orders`. */
function numbersOddlyWritten(text: string, formula: Formula): FormulaWarning[] {
  const found: FormulaWarning[] = [];
  const walk = (node: Formula, parent: Formula | null, index: number): void => {
    if (node.kind === 'number') {
      const written = text.slice(node.at, node.end);
      const next = parent?.kind === 'call' ? parent.args[index + 1] : undefined;
      const list = parent?.kind === 'call' && parent.name !== 'round' && parent.name !== 'if';
      const joined = plainNumber(text.slice(node.at));
      if (
        list &&
        next?.kind === 'number' &&
        joined !== null &&
        next.at === node.end + 1 &&
        next.end === node.at + joined.length
      ) {
        found.push({
          code: 'listComma',
          at: node.at,
          length: joined.length,
          text: joined.text,
          suggestion: joined.plain,
        });
      } else if (/^[1-9]\d{0,2}\.000$/.test(written)) {
        const suggestion = written.replace('.', '');
        found.push({
          code: 'thousandsPoint',
          at: node.at,
          length: written.length,
          text: written,
          suggestion,
        });
      }
    }
    for (const [i, child] of childrenOf(node).entries()) walk(child, node, i);
  };
  walk(formula, null, 0);
  return found;
}
