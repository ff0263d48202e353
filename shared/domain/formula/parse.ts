/**
 * A Pratt parser for formulas: `+ - * / ( )`, numbers, KPI keys, the functions of `ast.ts`, and comparisons
 * (`< <= > >= = !=`) as the condition of an `if`.
 *
 * Length and depth are bounded, so no text can hang it or exhaust the stack; so is how often `prev`, `yoy` and
 * `change` stand inside each other, since each of them looks at its argument twice. It knows no KPIs: whether names
 * exist is `check.ts`'s question.
 */
import { formulaFunctions, shiftsPeriod } from './ast.ts';
import type {
  ArithmeticOperator,
  ComparisonOperator,
  Formula,
  FormulaError,
  FormulaFunction,
  ParseResult,
} from './ast.ts';
import { functionMeant } from './functionWords.ts';
import { plainNumber, tokenize } from './tokens.ts';
import type { Token } from './tokens.ts';

export const maxFormulaLength = 2000;
const maxDepth = 60;
/** Six in a row reach half a year back, at 64 looks; each further one doubles them. */
const maxShifts = 6;

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
  if (text.length > maxFormulaLength) {
    return {
      ok: false,
      error: { code: 'tooLong', at: maxFormulaLength, length: text.length - maxFormulaLength },
    };
  }
  if (text.trim() === '') return { ok: false, error: { code: 'empty', at: 0, length: text.length } };
  const tokens = tokenize(text);
  if (!Array.isArray(tokens)) return { ok: false, error: tokens };
  try {
    return { ok: true, formula: new Parser(text, tokens).all() };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, error: error.error };
    throw error;
  }
}

/** Where the parser stands: nesting of anything, of functions that look at other periods, and in a condition. */
interface Nesting {
  readonly depth: number;
  readonly shifts: number;
  readonly condition: boolean;
}

const outermost: Nesting = { depth: 0, shifts: 0, condition: false };

class Parser {
  private position = 0;
  private readonly text: string;
  private readonly tokens: readonly Token[];

  constructor(text: string, tokens: readonly Token[]) {
    this.text = text;
    this.tokens = tokens;
  }

  all(): Formula {
    const formula = this.expression(0, outermost);
    const next = this.peek();
    if (next.kind !== 'end') this.refuse(next, next.text === ')' ? 'unopened' : 'unexpected');
    return formula;
  }

  private peek(): Token {
    return this.tokens[this.position] ?? { kind: 'end', at: this.text.length, text: '' };
  }

  private take(): Token {
    const token = this.peek();
    this.position += 1;
    return token;
  }

  /** Where the token before the next one ends. */
  private lastEnd(): number {
    const last = this.tokens[this.position - 1];
    return last === undefined ? 0 : last.at + last.text.length;
  }

  private refuse(
    token: Token,
    code: FormulaError['code'] = 'unexpected',
    more: Partial<FormulaError> = {},
  ): never {
    if (token.kind === 'end') throw new Refused({ code: 'unexpectedEnd', at: token.at, length: 0 });
    if (code === 'unexpected' && token.text === ',') this.refuseComma(token.at, token.at);
    throw new Refused({ code, at: token.at, length: token.text.length, text: token.text, ...more });
  }

  /** Refuses the first number written with a comma (`1,5`) whose comma lies within `[from, to]`, if there is one. */
  private refuseComma(from: number, to: number): void {
    for (const [i, token] of this.tokens.entries()) {
      if (token.kind !== 'sign' || token.text !== ',' || token.at < from || token.at > to) continue;
      const before = this.tokens[i - 1];
      if (before?.kind !== 'number' || before.at + before.text.length !== token.at) continue;
      const number = plainNumber(this.text.slice(before.at));
      if (number === null || number.length <= before.text.length) continue;
      const { length, text, plain: suggestion } = number;
      throw new Refused({ code: 'decimalComma', at: before.at, length, text, suggestion });
    }
  }

  /** The closing bracket; the end of the text without one is told at the bracket that was opened. */
  private close(opened: Token): void {
    const token = this.take();
    if (token.kind === 'end') {
      throw new Refused({ code: 'unclosed', at: opened.at, length: opened.text.length, text: opened.text });
    }
    if (token.kind !== 'sign' || token.sign !== ')') this.refuse(token);
  }

  /** Additive (power 1) and multiplicative (power 2) operators, left to right. */
  private expression(power: number, nesting: Nesting): Formula {
    const { depth, condition } = nesting;
    if (depth > maxDepth) this.refuse(this.peek(), 'tooDeep');
    const deeper = { ...nesting, depth: depth + 1 };
    const from = this.peek().at;
    let left = this.operand(nesting);
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
      const right = this.expression(own, deeper);
      left = {
        kind: 'binary',
        operator,
        operatorAt: token.at,
        left,
        right,
        at: from,
        end: this.lastEnd(),
      };
    }
  }

  private operand(nesting: Nesting): Formula {
    const token = this.take();
    const end = token.at + token.text.length;
    const deeper = { ...nesting, depth: nesting.depth + 1, condition: false };
    switch (token.kind) {
      case 'number':
        return { kind: 'number', value: token.value, at: token.at, end };
      case 'name':
        return this.isSign('(')
          ? this.call(token, deeper)
          : { kind: 'kpi', key: token.text, at: token.at, end };
      case 'sign':
        if (token.sign === '-') {
          const of = this.expression(2, { ...deeper, condition: nesting.condition });
          return { kind: 'negate', of, at: token.at, end: this.lastEnd() };
        }
        if (token.sign === '+') return this.expression(2, { ...deeper, condition: nesting.condition });
        if (token.sign === '(') {
          const inner = this.expression(0, deeper);
          this.close(token);
          return inner.kind === 'kpi' || inner.kind === 'number'
            ? inner
            : { ...inner, at: token.at, end: this.lastEnd() };
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

  private call(token: Token, nesting: Nesting): Formula {
    const name = formulaFunctions.find((f) => f === token.text.toLowerCase());
    if (name === undefined) {
      const suggestion = functionMeant(token.text);
      return this.refuse(token, 'unknownFunction', suggestion === undefined ? {} : { suggestion });
    }
    const inner = shiftsPeriod(name) ? { ...nesting, shifts: nesting.shifts + 1 } : nesting;
    if (inner.shifts > maxShifts) this.refuse(token, 'tooDeep');
    const opened = this.take();
    const args: Formula[] = [];
    if (!this.isSign(')')) {
      args.push(name === 'if' ? this.condition(inner) : this.expression(0, inner));
      while (this.isSign(',')) {
        this.take();
        args.push(this.expression(0, inner));
      }
    }
    this.close(opened);
    const [least, most] = argumentCounts[name];
    if (args.length < least || args.length > most) {
      if (args.length > most) this.refuseComma(opened.at, this.lastEnd());
      this.refuse(token, 'argumentCount');
    }
    return { kind: 'call', name, args, at: token.at, end: this.lastEnd() };
  }

  private condition(nesting: Nesting): Formula {
    const { at } = this.peek();
    const left = this.expression(0, { ...nesting, condition: true });
    const token = this.peek();
    const operator = comparison(token);
    if (operator === null) return left;
    this.take();
    const right = this.expression(0, nesting);
    return { kind: 'binary', operator, operatorAt: token.at, left, right, at, end: this.lastEnd() };
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
