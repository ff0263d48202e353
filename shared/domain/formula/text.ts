/** A parsed formula as text again: the pieces of one are told by it. Parsing the text gives the same formula. */
import type { Formula } from './ast.ts';

/** How tightly a node holds together; what binds less than its surroundings gets brackets. */
function powerOf(node: Formula): number {
  if (node.kind === 'negate') return 3;
  if (node.kind !== 'binary') return 4;
  if (node.operator === '*' || node.operator === '/') return 2;
  return node.operator === '+' || node.operator === '-' ? 1 : 0;
}

/** The formula in keys, with no more brackets than it needs. `nameOf`: what stands for a KPI's key. */
export function textOf(node: Formula, nameOf: (key: string) => string = (key) => key): string {
  const inside = (part: Formula, least: number): string => {
    const text = textOf(part, nameOf);
    return powerOf(part) < least ? `(${text})` : text;
  };
  switch (node.kind) {
    case 'number':
      return plainNumber(node.value);
    case 'kpi':
      return nameOf(node.key);
    case 'negate':
      return `-${inside(node.of, 3)}`;
    case 'binary': {
      const power = powerOf(node);
      return `${inside(node.left, power)} ${node.operator} ${inside(node.right, power + 1)}`;
    }
    case 'call':
      return `${node.name}(${node.args.map((arg) => textOf(arg, nameOf)).join(', ')})`;
  }
}

/** Formulas know no exponents. */
function plainNumber(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text;
}
