/**
 * A KPI's formula as a spreadsheet expression, and its value, for the part of the language that a spreadsheet
 * says the same way: arithmetic and sum, mean, min, max, abs, round over aggregated inputs. Anything else
 * (`if`, `coalesce`, other periods) is not live in a workbook; its value is carried as of the export.
 */
import { kpisIn } from '../../../../../shared/domain/formula/ast.ts';
import type { Formula } from '../../../../../shared/domain/formula/ast.ts';
import { parseFormula } from '../../../../../shared/domain/formula/parse.ts';

export interface Expression {
  readonly operands: readonly string[];
  /** `null` when it cannot be computed: division by zero, not a finite number. */
  readonly evaluate: (valueOf: (kpi: string) => number) => number | null;
  readonly toSpreadsheet: (referenceOf: (kpi: string) => string) => string;
}

/** `null` where the formula cannot be read or says something a spreadsheet formula here does not. */
export function expressionOf(text: string): Expression | null {
  const parsed = parseFormula(text);
  if (!parsed.ok || !isExpressible(parsed.formula)) return null;
  const { formula } = parsed;
  return {
    operands: [...kpisIn(formula).keys()],
    evaluate: (valueOf) => {
      const value = evaluate(formula, valueOf);
      return Number.isFinite(value) ? value : null;
    },
    toSpreadsheet: (referenceOf) => write(formula, referenceOf),
  };
}

const spreadsheetFunctions: Readonly<Record<string, string>> = {
  sum: 'SUM',
  mean: 'AVERAGE',
  min: 'MIN',
  max: 'MAX',
  abs: 'ABS',
  round: 'ROUND',
};

function isExpressible(formula: Formula): boolean {
  switch (formula.kind) {
    case 'number':
    case 'kpi':
      return true;
    case 'negate':
      return isExpressible(formula.of);
    case 'binary':
      return '+-*/'.includes(formula.operator) && isExpressible(formula.left) && isExpressible(formula.right);
    case 'call':
      return Object.hasOwn(spreadsheetFunctions, formula.name) && formula.args.every(isExpressible);
  }
}

function write(formula: Formula, referenceOf: (kpi: string) => string): string {
  switch (formula.kind) {
    case 'number':
      return String(formula.value);
    case 'kpi':
      return referenceOf(formula.key);
    case 'negate':
      return `-(${write(formula.of, referenceOf)})`;
    case 'binary':
      return `(${write(formula.left, referenceOf)}${formula.operator}${write(formula.right, referenceOf)})`;
    case 'call': {
      const args = formula.args.map((arg) => write(arg, referenceOf));
      if (formula.name === 'round' && args.length === 1) args.push('0');
      return `${spreadsheetFunctions[formula.name] ?? ''}(${args.join(',')})`;
    }
  }
}

function evaluate(formula: Formula, valueOf: (kpi: string) => number): number {
  switch (formula.kind) {
    case 'number':
      return formula.value;
    case 'kpi':
      return valueOf(formula.key);
    case 'negate':
      return -evaluate(formula.of, valueOf);
    case 'binary': {
      const left = evaluate(formula.left, valueOf);
      const right = evaluate(formula.right, valueOf);
      switch (formula.operator) {
        case '+':
          return left + right;
        case '-':
          return left - right;
        case '*':
          return left * right;
        case '/':
          return left / right;
        default:
          return Number.NaN;
      }
    }
    case 'call': {
      const args = formula.args.map((arg) => evaluate(arg, valueOf));
      switch (formula.name) {
        case 'sum':
          return args.reduce((a, b) => a + b, 0);
        case 'mean':
          return args.reduce((a, b) => a + b, 0) / args.length;
        case 'min':
          return Math.min(...args);
        case 'max':
          return Math.max(...args);
        case 'abs':
          return Math.abs(args[0] ?? Number.NaN);
        case 'round':
          return roundAway(args[0] ?? Number.NaN, args[1] ?? 0);
        default:
          return Number.NaN;
      }
    }
  }
}

/** As a spreadsheet rounds: halves away from zero. */
function roundAway(value: number, places: number): number {
  const scale = 10 ** Math.trunc(places);
  return (Math.sign(value) * Math.round(Math.abs(value) * scale)) / scale;
}
