/**
 * The unit of a formula, worked out from its operands, and where units do not go together.
 *
 * A quantity is a product of money, seconds and counted things, each with an exponent, so that money / count is money
 * for each thing and money for each thing x count is money again. What has no dimension reads as a share (percent),
 * as points, on a rating's scale, or plainly. Rules:
 * - Only what is alike is added, subtracted, compared or chosen between (`if`, `min`, `max`, `mean`, `sum`,
 *   `coalesce`). A constant adapts to the other side.
 * - Count / count is a plain ratio, which may be declared a share; percent x count is a count; `prev`, `yoy`, `abs`
 *   and `round` keep the unit; `change` is a share.
 * - A KPI of unit `number` may stand for anything, and a constant factor may carry a unit (25 for each order): what
 *   rests on them is loose, and loose quantities are warned of, never refused.
 */
import type { KpiDefinition, Unit } from '../kpi.ts';
import type { Formula, FormulaError, FormulaWarning, UnitSide } from './ast.ts';

/** How a quantity without dimension reads; `plain` where only its operands are known (count / count). */
type Reading = 'plain' | 'share' | 'points' | 'rating';

export interface Quantity {
  /** A number as typed, or made of such: takes on what it meets. */
  readonly constant: boolean;
  readonly money: number;
  readonly seconds: number;
  readonly things: number;
  readonly reads: Reading;
  /** Not certain: rests on a KPI of unit `number`, or on a constant that may carry a unit. */
  readonly loose: boolean;
  /** Constant factors taken together, to tell `100 x` from its absence; `null` where they differ between terms. */
  readonly factor: number | null;
  /** What is counted; absent where more than one kind of thing is. */
  readonly label?: Unit['label'];
  readonly of?: number;
}

interface UnitFindings {
  readonly quantity: Quantity;
  readonly errors: readonly FormulaError[];
  readonly warnings: readonly FormulaWarning[];
}

const none: Quantity = {
  constant: false,
  money: 0,
  seconds: 0,
  things: 0,
  reads: 'plain',
  loose: false,
  factor: 1,
};

/** The quantity that a declared unit says. */
export function quantityOf(unit: Unit): Quantity {
  switch (unit.kind) {
    case 'count':
      return { ...none, things: 1, ...(unit.label !== undefined && { label: unit.label }) };
    case 'money':
      return { ...none, money: 1 };
    case 'duration':
      return { ...none, seconds: 1 };
    case 'percent':
      return { ...none, reads: 'share' };
    case 'points':
      return { ...none, reads: 'points' };
    case 'rating':
      return { ...none, reads: 'rating', ...(unit.of !== undefined && { of: unit.of }) };
    case 'number':
      return { ...none, loose: true };
  }
}

/**
 * The quantity of a KPI as an operand. A computed one is known better than its unit says: cost per lead is declared
 * money, and is money for each lead. Where formula and unit contradict each other, the unit is taken, loosely.
 */
export function operandQuantity(definition: KpiDefinition, ofFormula: () => Quantity | null): Quantity {
  const declared = quantityOf(definition.unit);
  const made = definition.timeAggregation === 'formula' ? ofFormula() : null;
  if (made === null || made.constant || made.loose) return declared;
  if (definition.unit.kind === 'number') return { ...made, factor: 1, loose: made.factor !== 1 };
  const alike = made.money === declared.money && made.seconds === declared.seconds;
  if (!alike) return { ...declared, loose: true };
  if (declared.money !== 0 || declared.seconds !== 0) return { ...declared, things: made.things };
  return made.things === declared.things ? declared : { ...declared, loose: true };
}

/** What a quantity is, for words. */
export function sideOf(q: Quantity): UnitSide {
  if (q.constant) return { kind: 'number' };
  if (q.money === 1 && q.seconds === 0) return { kind: q.things < 0 ? 'moneyPerItem' : 'money' };
  if (q.seconds === 1 && q.money === 0) return { kind: q.things < 0 ? 'durationPerItem' : 'duration' };
  if (q.money !== 0 || q.seconds !== 0) return { kind: 'rate' };
  if (q.things === 1) return { kind: 'count', ...(q.label !== undefined && { label: q.label }) };
  if (q.things !== 0) return { kind: 'rate' };
  switch (q.reads) {
    case 'share':
      return { kind: 'percent' };
    case 'points':
      return { kind: 'points' };
    case 'rating':
      return { kind: 'rating', ...(q.of !== undefined && { of: q.of }) };
    case 'plain':
      if (q.factor === 100) return { kind: 'points' };
      return { kind: q.loose ? 'number' : 'ratio' };
  }
}

/** The unit that a KPI with this quantity would be declared with. */
export function unitOf(q: Quantity): Unit {
  const side = sideOf(q);
  switch (side.kind) {
    case 'moneyPerItem':
      return { kind: 'money' };
    case 'durationPerItem':
      return { kind: 'duration' };
    case 'ratio':
    case 'rate':
      return { kind: 'number' };
    case 'count':
    case 'percent':
    case 'money':
    case 'duration':
    case 'rating':
    case 'points':
    case 'number':
      return {
        kind: side.kind,
        ...(side.label !== undefined && { label: side.label }),
        ...(side.of !== undefined && { of: side.of }),
      };
  }
}

/** Works out the unit of a formula, given the quantity of each KPI it names. Looks at every node once. */
export function inferUnits(formula: Formula, quantityOfKpi: (kpi: string) => Quantity): UnitFindings {
  const errors: FormulaError[] = [];
  const warnings: FormulaWarning[] = [];

  /** Both must be alike; what they are together. Tells of the stretch `[at, at + length)` where they are not. */
  const agree = (a: Quantity, b: Quantity, at: number, length: number): Quantity => {
    if (a.constant) return b.constant ? { ...a, factor: null } : b;
    if (b.constant) return a;
    const sides = [sideOf(a), sideOf(b)] as const;
    const verdict = alikeness(a, b);
    if (verdict === 'differ' && !a.loose && !b.loose) errors.push({ code: 'unitsDiffer', at, length, sides });
    else if (verdict !== 'alike') warnings.push({ code: 'unitsUnclear', at, length, sides });
    return together(a, b, verdict === 'alike');
  };

  const agreeAll = (args: readonly Formula[]): Quantity => {
    const [first, ...rest] = args.map((arg) => ({ arg, quantity: walk(arg) }));
    if (first === undefined) return none;
    return rest.reduce(
      (sum, { arg, quantity }) => agree(sum, quantity, arg.at, arg.end - arg.at),
      first.quantity,
    );
  };

  const walk = (node: Formula): Quantity => {
    switch (node.kind) {
      case 'number':
        return { ...none, constant: true, factor: node.value };
      case 'kpi':
        return quantityOfKpi(node.key);
      case 'negate':
        return walk(node.of);
      case 'binary':
        return operation(node);
      case 'call':
        return called(node);
    }
  };

  const operation = (node: Formula & { kind: 'binary' }): Quantity => {
    const left = walk(node.left);
    const right = walk(node.right);
    switch (node.operator) {
      case '*':
        return product(left, right);
      case '/':
        return quotient(left, right);
      case '+':
      case '-':
        return agree(left, right, node.operatorAt, 1);
      case '<':
      case '<=':
      case '>':
      case '>=':
      case '=':
      case '!=':
        agree(left, right, node.operatorAt, node.operator.length);
        return none;
    }
  };

  const called = (node: Formula & { kind: 'call' }): Quantity => {
    const [first, ...rest] = node.args;
    if (first === undefined) return none;
    switch (node.name) {
      case 'sum':
      case 'mean':
      case 'min':
      case 'max':
      case 'coalesce':
        return agreeAll(node.args);
      case 'if':
        walk(first);
        return agreeAll(rest);
      case 'abs':
      case 'prev':
      case 'yoy':
        return walk(first);
      case 'round':
        for (const arg of rest) walk(arg);
        return walk(first);
      case 'change':
        walk(first);
        return { ...none, reads: 'share' };
    }
  };

  return { quantity: walk(formula), errors, warnings };
}

/** `alike`; `unsure` where it may be meant (a ratio and points; money and money for each item); or `differ`. */
function alikeness(a: Quantity, b: Quantity): 'alike' | 'unsure' | 'differ' {
  if (a.money !== b.money || a.seconds !== b.seconds) return 'differ';
  if (a.things !== b.things) return a.money !== 0 || a.seconds !== 0 ? 'unsure' : 'differ';
  if (a.money !== 0 || a.seconds !== 0 || a.things !== 0) return 'alike';
  if (a.reads === 'rating' && b.reads === 'rating') return a.of === b.of ? 'alike' : 'differ';
  if (a.reads !== 'plain' && b.reads !== 'plain') return a.reads === b.reads ? 'alike' : 'differ';
  if (a.loose || b.loose) return 'alike';
  const known = a.reads === 'plain' ? b : a;
  const plain = a.reads === 'plain' ? a : b;
  switch (known.reads) {
    case 'plain':
      return 'alike';
    case 'share':
      return plain.factor === 100 ? 'unsure' : 'alike';
    case 'points':
      return plain.factor === 100 ? 'alike' : 'unsure';
    case 'rating':
      return 'unsure';
  }
}

/** Two alike (or taken to be so): the surer reading stays, a label only where both bear it. */
function together(a: Quantity, b: Quantity, alike: boolean): Quantity {
  const { label, ...rest } = a.loose && !b.loose ? b : a.reads === 'plain' && b.reads !== 'plain' ? b : a;
  const shared = sameLabel(a.label, b.label) ? label : undefined;
  return {
    ...rest,
    loose: (a.loose && b.loose) || !alike,
    factor: a.factor === b.factor ? a.factor : null,
    ...(shared !== undefined && { label: shared }),
  };
}

function sameLabel(a: Unit['label'], b: Unit['label']): boolean {
  return a !== undefined && b !== undefined && a.en === b.en && a.es === b.es;
}

function times(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : Number((a * b).toPrecision(12));
}

function product(a: Quantity, b: Quantity): Quantity {
  const factor = times(a.factor, b.factor);
  if (a.constant || b.constant) {
    const other = a.constant ? b : a;
    return scaled(other, factor, a.constant && b.constant);
  }
  return combined(a, b, 1, factor);
}

function quotient(a: Quantity, b: Quantity): Quantity {
  const factor = b.factor === null || b.factor === 0 ? null : times(a.factor, 1 / b.factor);
  if (b.constant) return scaled(a, factor, a.constant);
  return combined(a, b, -1, factor);
}

/** A quantity times a constant: 100 x a share are points; whatever else a constant does, it may carry a unit. */
function scaled(q: Quantity, factor: number | null, constant: boolean): Quantity {
  if (constant) return { ...q, factor };
  const was = q.factor;
  const by = factor === null || was === null || was === 0 ? null : Number((factor / was).toPrecision(12));
  if (by === 1 || by === -1) return q;
  if (q.reads === 'share' && by === 100) return { ...q, reads: 'points', factor: 1 };
  if (q.reads === 'points' && by === 0.01) return { ...q, reads: 'share', factor: 1 };
  const dimension = q.money !== 0 || q.seconds !== 0 || q.things !== 0;
  return { ...q, factor, loose: q.loose || (dimension ? by !== 100 && by !== 0.01 : by !== 100) };
}

/** a x b, or a / b (`sign` -1): exponents add up; a share of something is that something. */
function combined(a: Quantity, b: Quantity, sign: 1 | -1, factor: number | null): Quantity {
  const money = a.money + sign * b.money;
  const seconds = a.seconds + sign * b.seconds;
  const things = a.things + sign * b.things;
  const flat = money === 0 && seconds === 0 && things === 0;
  const odd = (q: Quantity): boolean => q.reads === 'points' || q.reads === 'rating';
  const bothShares = a.reads === 'share' && b.reads === 'share';
  const label =
    a.things === 1 && b.things === 0 ? a.label : b.things === 1 && a.things === 0 ? b.label : undefined;
  return {
    ...none,
    money,
    seconds,
    things,
    reads: flat && sign === 1 && bothShares ? 'share' : 'plain',
    loose: a.loose || b.loose || a.constant || odd(a) !== odd(b),
    factor,
    ...(things === 1 && label !== undefined && { label }),
  };
}
