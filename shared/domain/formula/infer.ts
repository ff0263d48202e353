/**
 * What a formula's result is over time: a flow (adds up), a stock (is as of a day) or a ratio (neither).
 *
 * Flow +/- flow is a flow; a number or a ratio scales what it multiplies; anything over its own kind is a
 * ratio. Mixtures that have no meaning over time (flow + stock) are treated as ratios: never scaled by time.
 */
import type { KpiDefinition } from '../kpi.ts';
import type { ValueKind } from '../results.ts';
import type { ArithmeticOperator, ComparisonOperator, Formula } from './ast.ts';

type Inferred = ValueKind | 'constant';

/** How one KPI's values behave, by its aggregation over time; formulas are asked of `ofFormula`. */
export function kindOfDefinition(definition: KpiDefinition, ofFormula: () => ValueKind): ValueKind {
  switch (definition.timeAggregation) {
    case 'sum':
      return 'flow';
    case 'last':
      return 'stock';
    case 'mean':
    case 'weightedMean':
    case 'min':
    case 'max':
    case 'none':
      return 'ratio';
    case 'formula':
      return ofFormula();
  }
}

/**
 * How a KPI counts inside a formula. A count that does not add up over time (unique reach) is never rolled up by
 * itself, but as an operand of a ratio it is taken sub-period by sub-period like any flow: reach on 31 days and clicks
 * on 10 of them are compared on those 10.
 */
export function operandKind(definition: KpiDefinition, kind: ValueKind): ValueKind {
  return definition.timeAggregation === 'none' && definition.unit.kind === 'count' ? 'flow' : kind;
}

/** The kind of a formula, given the kind of each KPI it names. A formula without KPIs is a ratio. */
export function inferKind(formula: Formula, kindOf: (kpi: string) => ValueKind): ValueKind {
  const kind = infer(formula, kindOf);
  return kind === 'constant' ? 'ratio' : kind;
}

/** True for a division whose denominator depends on a KPI and whose result is a ratio. */
export function isRatio(node: Formula, kindOf: (kpi: string) => ValueKind): boolean {
  return (
    node.kind === 'binary' &&
    node.operator === '/' &&
    infer(node.right, kindOf) !== 'constant' &&
    infer(node, kindOf) === 'ratio'
  );
}

function infer(node: Formula, kindOf: (kpi: string) => ValueKind): Inferred {
  switch (node.kind) {
    case 'number':
      return 'constant';
    case 'kpi':
      return kindOf(node.key);
    case 'negate':
      return infer(node.of, kindOf);
    case 'binary':
      return operation(node.operator, infer(node.left, kindOf), infer(node.right, kindOf));
    case 'call':
      if (node.name === 'change') return 'ratio';
      return join((node.name === 'if' ? node.args.slice(1) : node.args).map((arg) => infer(arg, kindOf)));
  }
}

function operation(
  operator: ArithmeticOperator | ComparisonOperator,
  left: Inferred,
  right: Inferred,
): Inferred {
  switch (operator) {
    case '+':
    case '-':
      return join([left, right]);
    case '*':
      return product(left, right);
    case '/':
      return quotient(left, right);
    case '<':
    case '<=':
    case '>':
    case '>=':
    case '=':
    case '!=':
      return 'ratio';
  }
}

function join(kinds: readonly Inferred[]): Inferred {
  const known = kinds.filter((kind) => kind !== 'constant');
  const [first] = known;
  if (first === undefined) return 'constant';
  return known.every((kind) => kind === first) ? first : 'ratio';
}

function product(a: Inferred, b: Inferred): Inferred {
  if (a === 'constant' || a === 'ratio') return b === 'constant' ? a : b;
  return b === 'constant' || b === 'ratio' ? a : 'ratio';
}

function quotient(a: Inferred, b: Inferred): Inferred {
  if (b === 'constant') return a;
  if (b === 'ratio' && (a === 'flow' || a === 'stock')) return a;
  return 'ratio';
}
