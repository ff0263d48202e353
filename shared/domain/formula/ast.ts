/**
 * The shape of a parsed formula, and what can be wrong with one. Positions count UTF-16 units from 0; every node
 * knows the stretch of text `[at, end)` it was read from, its own brackets included (names and numbers: without).
 */
import type { Localised, Unit, UnitKind } from '../kpi.ts';

export const formulaFunctions = [
  'sum',
  'mean',
  'min',
  'max',
  'abs',
  'round',
  'if',
  'coalesce',
  'prev',
  'yoy',
  'change',
] as const;
export type FormulaFunction = (typeof formulaFunctions)[number];

export type ArithmeticOperator = '+' | '-' | '*' | '/';
export type ComparisonOperator = '<' | '<=' | '>' | '>=' | '=' | '!=';

export type Formula = { readonly at: number; readonly end: number } & (
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'kpi'; readonly key: string }
  | { readonly kind: 'negate'; readonly of: Formula }
  | {
      readonly kind: 'binary';
      readonly operator: ArithmeticOperator | ComparisonOperator;
      readonly operatorAt: number;
      readonly left: Formula;
      readonly right: Formula;
    }
  | { readonly kind: 'call'; readonly name: FormulaFunction; readonly args: readonly Formula[] }
);

export const formulaErrorCodes = [
  'empty',
  'tooLong',
  'tooDeep',
  'unexpectedCharacter',
  'badNumber',
  'unexpected',
  'unexpectedEnd',
  'unclosed',
  'unopened',
  'decimalComma',
  'percentSign',
  'unknownFunction',
  'argumentCount',
  'comparisonOutsideIf',
  'unknownKpi',
  'displayName',
  'cycle',
  'unitsDiffer',
  'unitDeclared',
] as const;
export type FormulaErrorCode = (typeof formulaErrorCodes)[number];

/** What does not keep a formula from being saved, yet is worth a look. */
export const formulaWarningCodes = [
  'unitsUnclear',
  'unitUnlikely',
  'hundredfold',
  'hundredth',
  'listComma',
  'thousandsPoint',
] as const;
export type FormulaWarningCode = (typeof formulaWarningCodes)[number];

/**
 * What a part of a formula is, in words: a unit, or what units make together (`ratio`: a plain ratio or share of one
 * kind of thing; `perItem`: money or time for each thing; `rate`: anything else).
 */
export interface UnitSide {
  readonly kind: UnitKind | 'ratio' | 'moneyPerItem' | 'durationPerItem' | 'rate';
  /** What is counted, where all of it bears one label. */
  readonly label?: Localised;
  /** Top of a rating's scale. */
  readonly of?: number;
}

/** What is said of a stretch of a formula. */
interface Remark {
  readonly at: number;
  readonly length: number;
  /** The text at fault: a name, a sign. */
  readonly text?: string;
  /** What the stretch should probably be: putting it there is the whole repair. */
  readonly suggestion?: string;
  /** `unitsDiffer`, `unitsUnclear`: what stands on either side; `unitDeclared`, `unitUnlikely`: declared and found. */
  readonly sides?: readonly [UnitSide, UnitSide];
  /** Units that the formula's result has: declaring one would settle the matter. The likeliest first. */
  readonly units?: readonly Unit[];
}

/** What is wrong and where; worded by i18n ("unknown KPI `reech`, did you mean `reach`?"). */
export interface FormulaError extends Remark {
  readonly code: FormulaErrorCode;
  /** `cycle`: the KPIs on the way round, first and last the same. */
  readonly path?: readonly string[];
}

export interface FormulaWarning extends Remark {
  readonly code: FormulaWarningCode;
}

export type ParseResult =
  | { readonly ok: true; readonly formula: Formula }
  | { readonly ok: false; readonly error: FormulaError };

/** Functions that evaluate their argument in another period. */
export function shiftsPeriod(name: FormulaFunction): name is 'prev' | 'yoy' | 'change' {
  return name === 'prev' || name === 'yoy' || name === 'change';
}

/** The direct parts of a formula. */
export function childrenOf(formula: Formula): readonly Formula[] {
  switch (formula.kind) {
    case 'number':
    case 'kpi':
      return [];
    case 'negate':
      return [formula.of];
    case 'binary':
      return [formula.left, formula.right];
    case 'call':
      return formula.args;
  }
}

/** Every KPI a formula names, with the position of its first mention, in order of appearance. */
export function kpisIn(formula: Formula): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const walk = (node: Formula): void => {
    if (node.kind === 'kpi' && !found.has(node.key)) found.set(node.key, node.at);
    for (const child of childrenOf(node)) walk(child);
  };
  walk(formula);
  return found;
}

/**
 * The KPIs a formula needs in the same period: `required` ones make the result missing, `optional` ones stand
 * inside `coalesce`. What only `prev`, `yoy` or `change` look at belongs to another period and is left out.
 */
export function operandsOf(formula: Formula): Operands {
  const known = operands.get(formula);
  if (known !== undefined) return known;
  const required = new Set<string>();
  const optional = new Set<string>();
  const walk = (node: Formula, inCoalesce: boolean): void => {
    if (node.kind === 'kpi') (inCoalesce ? optional : required).add(node.key);
    if (node.kind === 'call' && shiftsPeriod(node.name)) return;
    const inside = inCoalesce || (node.kind === 'call' && node.name === 'coalesce');
    for (const child of childrenOf(node)) walk(child, inside);
  };
  walk(formula, false);
  const found = {
    required: [...required],
    optional: [...optional].filter((key) => !required.has(key)),
  };
  operands.set(formula, found);
  return found;
}

export interface Operands {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/** A formula never changes once parsed, and it is asked for its operands for every value. */
const operands = new WeakMap<Formula, Operands>();
