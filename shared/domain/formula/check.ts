/**
 * Whether a formula may be saved: it parses, every KPI exists, and no KPI comes to need itself.
 */
import { inferKind, kindOfDefinition, operandKind } from './infer.ts';
import type { KpiDefinition } from '../kpi.ts';
import type { ValueKind } from '../results.ts';
import { kpisIn } from './ast.ts';
import type { Formula, FormulaError } from './ast.ts';
import { nearest } from './nearest.ts';
import { parseFormula } from './parse.ts';

/** The KPIs a formula may name. */
export interface KnownKpis {
  readonly definition: (key: string) => KpiDefinition | undefined;
  readonly keys: () => Iterable<string>;
}

export type FormulaCheck =
  | { readonly ok: true; readonly formula: Formula; readonly kind: ValueKind }
  | { readonly ok: false; readonly errors: readonly FormulaError[] };

/**
 * Checks a formula for the KPI `self` (its key; `null` for one that has none yet). Unknown KPIs come all at
 * once, each with its position and the closest known key; a cycle comes with its path.
 */
export function checkFormula(text: string, known: KnownKpis, self: string | null): FormulaCheck {
  const parsed = parseFormula(text);
  if (!parsed.ok) return { ok: false, errors: [parsed.error] };
  const errors: FormulaError[] = [];
  for (const [key, at] of kpisIn(parsed.formula)) {
    if (key === self) {
      errors.push({ code: 'cycle', at, length: key.length, text: key, path: [key, key] });
    } else if (known.definition(key) === undefined) {
      const suggestion = nearest(key, known.keys());
      const error = { code: 'unknownKpi', at, length: key.length, text: key } as const;
      errors.push(suggestion === undefined ? error : { ...error, suggestion });
    } else {
      const path = pathBack(key, self, known);
      if (path !== null) errors.push({ code: 'cycle', at, length: key.length, text: key, path });
    }
  }
  if (errors.length > 0) return { ok: false, errors };
  return {
    ok: true,
    formula: parsed.formula,
    kind: inferKind(parsed.formula, (key) => kindOf(key, known, [])),
  };
}

/** The way from a KPI back to `self` (or round in itself) through formulas; `null` when there is none. */
function pathBack(key: string, self: string | null, known: KnownKpis): readonly string[] | null {
  const start = self === null ? [] : [self];
  const cleared = new Set<string>();
  const walk = (at: string, path: readonly string[]): readonly string[] | null => {
    if (path.includes(at)) return [...path.slice(path.indexOf(at)), at];
    if (cleared.has(at)) return null;
    for (const next of inputsOf(at, known)) {
      const found = walk(next, [...path, at]);
      if (found !== null) return found;
    }
    cleared.add(at);
    return null;
  };
  return walk(key, start);
}

function inputsOf(key: string, known: KnownKpis): readonly string[] {
  const formula = known.definition(key)?.formula;
  if (formula === undefined) return [];
  const parsed = parseFormula(formula);
  return parsed.ok ? [...kpisIn(parsed.formula).keys()] : [];
}

function kindOf(key: string, known: KnownKpis, path: readonly string[]): ValueKind {
  const definition = known.definition(key);
  if (definition === undefined || path.includes(key)) return 'ratio';
  const kind = kindOfDefinition(definition, () => {
    const parsed = parseFormula(definition.formula ?? '');
    return parsed.ok ? inferKind(parsed.formula, (next) => kindOf(next, known, [...path, key])) : 'ratio';
  });
  return operandKind(definition, kind);
}
