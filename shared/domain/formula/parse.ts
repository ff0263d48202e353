/**
 * A Pratt parser for formulas: `+ - * / ( )`, numbers, KPI keys, the functions of `ast.ts`, and comparisons
 * (`< <= > >= = !=`) as the condition of an `if`.
 *
 * Length and depth are bounded, so no text can hang it or exhaust the stack. It knows no KPIs: whether names
 * exist is `check.ts`'s question.
 */
import { nearest } from './nearest.ts';
import { formulaFunctions } from './ast.ts';
import type {
  ArithmeticOperator,
  ComparisonOperator,
  Formula,
  FormulaError,
  FormulaFunction,
  ParseResult,
} from './ast.ts';
import { tokenize } from './tokens.ts';
import type { Token } from './tokens.ts';

const maxFormulaLength = 2000;
const maxDepth = 60;

const argumentCounts: Readonly<Record<FormulaFunction, readonly [number, number]>> = {
  sum: [1, 50],
  mean: [1, 50],
  min: [1, 50],
  max: [1, 50],
  abs: [1, 1],
  round: [1, 2],
  if: [3, 3],
  coalesce: [2, 50],
  prev: [1, 1],
  yoy: [1, 1],
  change: [1, 1],
};

class Refused extends Error {
  readonly error: FormulaError;
  constructor(error: FormulaError) {
    super(error.code);
    this.error = error;
  }
}

/** Parses a formula. Never throws; an error carries the position of the text at fault. */
export function parseFormula(text: string): ParseResult {
  if (text.trim() === '') return { ok: false, error: { code: 'empty', at: 0, length: text.length } };
  if (text.length > maxFormulaLength) {
    return {
      ok: false,
      error: { code: 'tooLong', at: maxFormulaLength, length: text.length - maxFormulaLength },
    };
  }
  const tokens = tokenize(text);
  if (!Array.isArray(tokens)) return { ok: false, error: tokens };
  try {
    return { ok: true, formula: new Parser(tokens).all() };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, error: error.error };
    throw error;
  }
}

class Parser {
  private position = 0;
  private readonly tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  all(): Formula {
    const formula = this.expression(0, 0);
    if (this.peek().kind !== 'end') this.refuse(this.peek());
    return formula;
  }

  private peek(): Token {
    return this.tokens[this.position] ?? { kind: 'end', at: 0, text: '' };
  }

  private take(): Token {
    const token = this.peek();
    this.position += 1;
    return token;
  }

  private refuse(
    token: Token,
    code: FormulaError['code'] = 'unexpected',
    more: Partial<FormulaError> = {},
  ): never {
    if (token.kind === 'end') throw new Refused({ code: 'unexpectedEnd', at: token.at, length: 0 });
    throw new Refused({ code, at: token.at, length: token.text.length, text: token.text, ...more });
  }

  private expect(sign: ')' | ','): void {
    const token = this.take();
    if (token.kind !== 'sign' || token.sign !== sign) this.refuse(token);
  }

  /** Additive (power 1) and multiplicative (power 2) operators, left to right. */
  private expression(power: number, depth: number, condition = false): Formula {
    if (depth > maxDepth) this.refuse(this.peek(), 'tooDeep');
    let left = this.operand(depth);
    let links = depth;
    for (;;) {
      const token = this.peek();
      const operator = arithmetic(token);
      if (operator === null) {
        if (comparison(token) !== null && !condition) this.refuse(token, 'comparisonOutsideIf');
        return left;
      }
      const own = operator === '+' || operator === '-' ? 1 : 2;
      if (own <= power) return left;
      // A long chain nests to the left: it counts as depth too, since later steps walk it recursively.
      links += 1;
      if (links > maxDepth * 8) this.refuse(token, 'tooDeep');
      this.take();
      left = { kind: 'binary', operator, left, right: this.expression(own, depth + 1, condition) };
    }
  }

  private operand(depth: number): Formula {
    const token = this.take();
    switch (token.kind) {
      case 'number':
        return { kind: 'number', value: token.value };
      case 'name':
        return this.isSign('(') ? this.call(token, depth) : { kind: 'kpi', key: token.text, at: token.at };
      case 'sign':
        if (token.sign === '-') return { kind: 'negate', of: this.expression(2, depth + 1) };
        if (token.sign === '+') return this.expression(2, depth + 1);
        if (token.sign === '(') {
          const inner = this.expression(0, depth + 1);
          this.expect(')');
          return inner;
        }
        return this.refuse(token);
      case 'end':
        return this.refuse(token);
    }
  }

  private isSign(sign: string): boolean {
    const token = this.peek();
    return token.kind === 'sign' && token.sign === sign;
  }

  private call(token: Token, depth: number): Formula {
    const name = formulaFunctions.find((f) => f === token.text.toLowerCase());
    if (name === undefined) {
      const suggestion = nearest(token.text.toLowerCase(), formulaFunctions);
      return this.refuse(token, 'unknownFunction', suggestion === undefined ? {} : { suggestion });
    }
    this.take();
    const args: Formula[] = [];
    if (!this.isSign(')')) {
      args.push(name === 'if' ? this.condition(depth + 1) : this.expression(0, depth + 1));
      while (this.isSign(',')) {
        this.take();
        args.push(this.expression(0, depth + 1));
      }
    }
    this.expect(')');
    const [least, most] = argumentCounts[name];
    if (args.length < least || args.length > most) this.refuse(token, 'argumentCount');
    return { kind: 'call', name, args };
  }

  private condition(depth: number): Formula {
    const left = this.expression(0, depth, true);
    const operator = comparison(this.peek());
    if (operator === null) return left;
    this.take();
    return { kind: 'binary', operator, left, right: this.expression(0, depth) };
  }
}

function arithmetic(token: Token): ArithmeticOperator | null {
  if (token.kind !== 'sign') return null;
  const { sign } = token;
  return sign === '+' || sign === '-' || sign === '*' || sign === '/' ? sign : null;
}

function comparison(token: Token): ComparisonOperator | null {
  if (token.kind !== 'sign') return null;
  const { sign } = token;
  return sign === '<' || sign === '<=' || sign === '>' || sign === '>=' || sign === '=' || sign === '!='
    ? sign
    : null;
}
