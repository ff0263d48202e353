/**
 * Whether a formula gives what its KPI is declared to be. Refused is only what is certainly wrong (money declared a
 * count); what is merely unlikely is told, with the repair: the formula without its `100 x`, or the unit it gives.
 */
import type { Unit } from '../kpi.ts';
import type { Formula, FormulaError, FormulaWarning } from './ast.ts';
import { parseFormula } from './parse.ts';
import { quantityOf, sideOf, unitOf } from './units.ts';
import type { Quantity } from './units.ts';

type DeclaredFinding =
  | { readonly error: FormulaError; readonly warning?: never }
  | { readonly warning: FormulaWarning; readonly error?: never };

type Verdict = 'fits' | 'unlikely' | 'wrong' | 'hundredfold' | 'hundredth';

/** What is to be said of a formula of quantity `q` under the declared unit; `null`: nothing. */
export function checkDeclared(
  text: string,
  formula: Formula,
  q: Quantity,
  declared: Unit,
): DeclaredFinding | null {
  const verdict = q.constant ? 'fits' : verdictOn(q, declared);
  const whole = { at: 0, length: text.length };
  const units = unitsFor(q, declared);
  const offered = units.length === 0 ? {} : { units };
  const sides = [sideOf(quantityOf(declared)), sideOf(q)] as const;
  switch (verdict) {
    case 'fits':
      return null;
    case 'unlikely':
      return { warning: { code: 'unitUnlikely', ...whole, sides, ...offered } };
    case 'wrong':
      return { error: { code: 'unitDeclared', ...whole, sides, ...offered } };
    case 'hundredfold': {
      const suggestion = withoutHundred(text, formula);
      return {
        warning: {
          code: 'hundredfold',
          ...whole,
          sides,
          ...offered,
          ...(suggestion !== null && { suggestion }),
        },
      };
    }
    case 'hundredth': {
      const suggestion = withHundred(text, formula);
      return { warning: { code: 'hundredth', ...whole, sides, ...offered, suggestion } };
    }
  }
}

function verdictOn(q: Quantity, declared: Unit): Verdict {
  const { kind } = declared;
  const unsure = (otherwise: Verdict): Verdict => (q.loose ? 'unlikely' : otherwise);
  if (kind === 'number') {
    const better = (q.money === 1) !== (q.seconds === 1) || q.reads === 'share';
    return better && !q.loose && q.things === 0 ? 'unlikely' : 'fits';
  }
  if (kind === 'money') return q.money === 1 ? (q.seconds === 0 ? 'fits' : 'unlikely') : unsure('wrong');
  if (kind === 'duration') return q.seconds === 1 ? (q.money === 0 ? 'fits' : 'unlikely') : unsure('wrong');
  if (q.money !== 0 || q.seconds !== 0) return unsure('wrong');
  const hundred = q.reads === 'points' || (q.reads === 'plain' && q.factor === 100);
  switch (kind) {
    case 'count':
      return q.things === 1 || (q.loose && q.things === 0) ? 'fits' : 'unlikely';
    case 'percent':
      if (q.things !== 0) return q.things === 1 ? unsure('wrong') : 'unlikely';
      if (hundred) return 'hundredfold';
      return q.reads === 'rating' ? unsure('wrong') : 'fits';
    case 'points':
      if (q.things !== 0 || q.reads === 'rating') return 'unlikely';
      if (hundred || (q.loose && q.reads === 'plain')) return 'fits';
      return q.factor === 1 || q.reads === 'share' ? 'hundredth' : 'fits';
    case 'rating':
      if (q.reads === 'rating') return q.of === declared.of ? 'fits' : 'unlikely';
      return q.loose && q.things === 0 ? 'fits' : 'unlikely';
  }
}

/** Units that would fit, the likeliest first: a plain ratio may be a share or a number. */
function unitsFor(q: Quantity, declared: Unit): readonly Unit[] {
  const side = sideOf(q);
  const found: readonly Unit[] =
    side.kind === 'ratio' ? [{ kind: 'percent' }, { kind: 'number' }] : [unitOf(q)];
  return found.filter((unit) => unit.kind !== declared.kind || unit.of !== declared.of);
}

/** The formula without its factor of 100; `null` where that is no matter of leaving it out. */
function withoutHundred(text: string, formula: Formula): string | null {
  const isHundred = (node: Formula): boolean => node.kind === 'number' && node.value === 100;
  const find = (node: Formula): string | null => {
    if (node.kind === 'binary' && node.operator === '*') {
      const rest = isHundred(node.left) ? node.right : isHundred(node.right) ? node.left : null;
      if (rest !== null) return replaced(text, node, rest);
    }
    // Not into `round`: digits that suit points do not suit a share.
    const inside =
      node.kind === 'binary' && (node.operator === '*' || node.operator === '/')
        ? [node.left]
        : node.kind === 'call' && node.name === 'abs'
          ? node.args
          : [];
    for (const child of inside) {
      const found = find(child);
      if (found !== null) return found;
    }
    return null;
  };
  const made = find(formula);
  return made !== null && parseFormula(made).ok ? made : null;
}

/** The text with a node's stretch taken by one of its parts, brackets kept where the node had its own. */
function replaced(text: string, node: Formula, part: Formula): string {
  const inner = text.slice(part.at, part.end);
  return text.slice(0, node.at) + inner + text.slice(node.end);
}

function withHundred(text: string, formula: Formula): string {
  const additive = formula.kind === 'binary' && formula.operator !== '*' && formula.operator !== '/';
  return additive ? `100 * (${text.trim()})` : `100 * ${text.trim()}`;
}
