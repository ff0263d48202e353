/**
 * A formula over numbers that were found some other way (forecast operands), instead of over recorded figures.
 *
 * The same operations as `evaluate.ts`. A missing operand makes the result missing unless `coalesce` provides for it.
 */
import type { Formula } from './ast.ts';
import { combine, operate } from './evaluate.ts';

/** Where operands come from: the period in question, or one before it (`prev`, `yoy`). */
export interface Operands {
  readonly now: (kpi: string) => number | null;
  readonly before: (kpi: string, base: 'previous' | 'lastYear') => number | null;
}

export type NumberOrNone = number | 'missing' | 'notComputable';

export function evaluateOn(node: Formula, operands: Operands): NumberOrNone {
  switch (node.kind) {
    case 'number':
      return node.value;
    case 'kpi':
      return operands.now(node.key) ?? 'missing';
    case 'negate':
      return apply([evaluateOn(node.of, operands)], ([a = 0]) => -a);
    case 'binary':
      return apply([evaluateOn(node.left, operands), evaluateOn(node.right, operands)], ([a = 0, b = 0]) =>
        operate(node.operator, a, b),
      );
    case 'call':
      return call(node, operands);
  }
}

function call(node: Formula & { kind: 'call' }, operands: Operands): NumberOrNone {
  const [first, second, third] = node.args;
  if (first === undefined) return 'notComputable';
  switch (node.name) {
    case 'if': {
      const condition = evaluateOn(first, operands);
      if (typeof condition !== 'number') return condition;
      const branch = condition === 0 ? third : second;
      return branch === undefined ? 'notComputable' : evaluateOn(branch, operands);
    }
    case 'coalesce':
      return node.args.reduce<NumberOrNone>(
        (found, arg) => (typeof found === 'number' ? found : evaluateOn(arg, operands)),
        'missing',
      );
    case 'prev':
      return evaluateOn(first, earlier(operands, 'previous'));
    case 'yoy':
      return evaluateOn(first, earlier(operands, 'lastYear'));
    case 'change':
      return apply(
        [evaluateOn(first, operands), evaluateOn(first, earlier(operands, 'previous'))],
        ([now = 0, base = 0]) => (base === 0 ? null : (now - base) / Math.abs(base)),
      );
    case 'sum':
    case 'mean':
    case 'min':
    case 'max':
    case 'abs':
    case 'round':
      return apply(
        node.args.map((arg) => evaluateOn(arg, operands)),
        (values) => combine(node.name, values),
      );
  }
}

/** Everything in the period before; what lies two shifts back is not known here. */
function earlier(operands: Operands, base: 'previous' | 'lastYear'): Operands {
  return { now: (kpi) => operands.before(kpi, base), before: () => null };
}

/** `null` from the operation means a division by zero. */
function apply(
  inputs: readonly NumberOrNone[],
  operation: (values: readonly number[]) => number | null,
): NumberOrNone {
  const numbers = inputs.filter((input) => typeof input === 'number');
  if (numbers.length < inputs.length) return inputs.includes('notComputable') ? 'notComputable' : 'missing';
  const value = operation(numbers);
  return value === null || !Number.isFinite(value) ? 'notComputable' : value;
}
