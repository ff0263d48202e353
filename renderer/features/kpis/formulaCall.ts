/** The function whose brackets hold a place in a formula, and which of its values stands there. Pure. */
import { formulaFunctions } from '../../../shared/domain/formula/ast.ts';
import type { FormulaFunction } from '../../../shared/domain/formula/ast.ts';

export interface Call {
  readonly name: FormulaFunction;
  /** 0 is the first value. */
  readonly argument: number;
}

export function callAt(text: string, caret: number): Call | null {
  // Names may hold anything a formula is written with.
  const before = text.slice(0, caret).replaceAll(/\[[^[\]]*(?:\]|$)/g, (name) => '_'.repeat(name.length));
  let depth = 0;
  let argument = 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    const c = before.charAt(i);
    if (c === ')') depth += 1;
    else if (c === ',' && depth === 0) argument += 1;
    else if (c === '(' && depth > 0) depth -= 1;
    else if (c === '(') {
      const word = /([a-z]+)\s*$/.exec(before.slice(0, i))?.[1];
      const name = formulaFunctions.find((one) => one === word);
      if (name !== undefined) return { name, argument };
      // Brackets of a calculation: what was counted in them is no value of the function around.
      argument = 0;
    }
  }
  return null;
}
