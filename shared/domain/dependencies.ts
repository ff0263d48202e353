/** Which KPIs must be loaded so that one can be shown: inputs of its formula, weights, counter, and theirs. */
import { kpisIn } from './formula/ast.ts';
import { parseFormula } from './formula/parse.ts';
import type { KpiDefinition } from './kpi.ts';

/**
 * All KPI keys that a KPI's value, weighting and counter need, its own first, each once. Unknown keys are
 * listed too (the caller finds nothing for them); cycles end the walk.
 */
export function dependenciesOf(
  definition: KpiDefinition,
  lookup: (key: string) => KpiDefinition | undefined,
): readonly string[] {
  const found = new Set<string>([definition.key]);
  const queue: KpiDefinition[] = [definition];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    for (const key of directDependencies(next)) {
      if (found.has(key)) continue;
      found.add(key);
      const other = lookup(key);
      if (other !== undefined) queue.push(other);
    }
  }
  return [...found];
}

function directDependencies(definition: KpiDefinition): readonly string[] {
  const parsed = definition.formula === undefined ? undefined : parseFormula(definition.formula);
  const inputs = parsed?.ok === true ? [...kpisIn(parsed.formula).keys()] : [];
  return [definition.weightBy, definition.counter, ...inputs].filter((key) => key !== undefined);
}

/** The keys of all KPIs whose value, weighting or counter rests on a KPI, that one first. */
export function dependentsOf(key: string, definitions: readonly KpiDefinition[]): readonly string[] {
  const users = new Map<string, string[]>();
  for (const definition of definitions) {
    for (const input of directDependencies(definition)) {
      const known = users.get(input);
      if (known === undefined) users.set(input, [definition.key]);
      else known.push(definition.key);
    }
  }
  const found = new Set([key]);
  for (const next of found) for (const user of users.get(next) ?? []) found.add(user);
  return [...found];
}
