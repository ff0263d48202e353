/**
 * What a whole period will come to, from what was known at a point in it: the method that `forecast.ts` gives a band.
 *
 * Recorded KPIs per channel (`estimateChannel.ts`), then over channels as their values are. Formulas: evaluated on the
 * estimates of their operands.
 */
import { engineOf } from './aggregate.ts';
import type { Book } from './book.ts';
import { wholeScope } from './engine.ts';
import type { Engine } from './engine.ts';
import { estimateChannel, leastPoints, none } from './estimateChannel.ts';
import type { Estimate, Standpoint } from './estimateChannel.ts';
import { operandsOf } from './formula/ast.ts';
import { evaluateOn } from './formula/on-numbers.ts';
import type { KpiDefinition } from './kpi.ts';
import { basePeriod } from './period.ts';
import { recordedOperands } from './running.ts';
import { meanOf } from './statistics.ts';
import type { Period } from './time.ts';

/** The estimate of a KPI over the given channels (`null`: all of them). */
export function estimate(
  book: Book,
  kpi: string,
  channels: readonly string[] | null,
  at: Standpoint,
  open: ReadonlySet<string> = new Set(),
): Estimate {
  const engine = engineOf(book);
  const definition = book.definition(kpi);
  if (definition === undefined || open.has(kpi)) return none('missingInput');
  const names = (channels ?? engine.channelsOf(kpi)).filter((name) =>
    isExpected(engine, kpi, name, at.period),
  );
  const inner = new Set([...open, kpi]);
  if (definition.timeAggregation === 'formula' && definition.channelAggregation === 'formula')
    return ofFormula(engine, definition, names, at, inner);
  const parts = names.map((name) =>
    definition.timeAggregation === 'formula'
      ? ofFormula(engine, definition, [name], at, inner)
      : withinBounds(engine, definition, name, at, estimateChannel(engine, definition, name, at)),
  );
  return together(engine, definition, names, parts, at, inner);
}

/**
 * A channel that has begun and is not archived before the period; the rest has nothing to add to it. Of a formula any of
 * its inputs may have begun there: which of them it needs together is settled with them.
 */
function isExpected(engine: Engine, kpi: string, channel: string, period: Period): boolean {
  const inputs = new Set([kpi, ...recordedOperands(engine, kpi)]);
  return [...inputs].some((key) => !engine.read(key, [channel], wholeScope(period)).absent);
}

/** A channel's own forecast stays within the KPI's bounds, so that channels add up to what they show. */
function withinBounds(
  engine: Engine,
  definition: KpiDefinition,
  channel: string,
  { period }: Standpoint,
  made: Estimate,
): Estimate {
  if (made.value === null) return made;
  const known = engine.read(definition.key, [channel], wholeScope(period)).value ?? 0;
  const counted = definition.unit.kind === 'count' && engine.kindOf(definition.key) === 'stock' && known >= 0;
  const least = definition.min ?? (counted ? 0 : -Infinity);
  return { ...made, value: Math.max(least, Math.min(definition.max ?? Infinity, made.value)) };
}

function together(
  engine: Engine,
  definition: KpiDefinition,
  names: readonly string[],
  parts: readonly Estimate[],
  at: Standpoint,
  open: ReadonlySet<string>,
): Estimate {
  const [only, ...others] = parts;
  if (only === undefined) return none('notBegun');
  if (others.length === 0) return only;
  const points = Math.min(...parts.map((part) => part.points));
  const lacking = parts.find((part) => part.value === null);
  if (lacking?.value === null) return none(lacking.reason, points);
  const values = parts.flatMap((part) => part.value ?? []);
  switch (definition.channelAggregation) {
    case 'sum':
      return { value: values.reduce((a, b) => a + b, 0), points };
    case 'mean':
      return { value: meanOf(values), points };
    case 'max':
      return { value: Math.max(...values), points };
    case 'weightedMean': {
      const key = definition.weightBy ?? '';
      const weights = names.map((name) => estimate(engine.book, key, [name], at, open).value);
      if (weights.includes(null)) return none('missingInput', points);
      const sum = weights.reduce<number>((total, weight) => total + (weight ?? 0), 0);
      if (sum === 0) return none('notComputable', points);
      return {
        value: values.reduce((total, value, i) => total + value * (weights[i] ?? 0), 0) / sum,
        points,
      };
    }
    case 'none':
    case 'formula':
      return none('noMethod', points);
  }
}

function ofFormula(
  engine: Engine,
  definition: KpiDefinition,
  names: readonly string[],
  at: Standpoint,
  open: ReadonlySet<string>,
): Estimate {
  const formula = engine.formulaOf(definition);
  if (formula === null) return none('notComputable');
  const { required, optional } = operandsOf(formula);
  // As in its value: a ratio takes the channels that have all of its operands, if any has.
  const owners = names.filter((name) =>
    required.every((key) => !engine.read(key, [name], wholeScope(at.period)).absent),
  );
  const used = engine.kindOf(definition.key) === 'ratio' && owners.length > 0 ? owners : names;
  const found = new Map(
    [...required, ...optional].map((key) => [key, estimate(engine.book, key, used, at, open)]),
  );
  const needed = required.flatMap((key) => found.get(key) ?? []);
  const points = Math.min(...(needed.length > 0 ? needed : [...found.values()]).map((one) => one.points));
  const lacking = needed.find((one) => one.value === null);
  if (lacking?.value === null) return none(lacking.reason, points);
  const value = evaluateOn(formula, {
    now: (key) => found.get(key)?.value ?? null,
    before: (key, base) => {
      const then = basePeriod(at.period, base);
      return then === null ? null : engine.read(key, used, wholeScope(then)).value;
    },
  });
  if (value === 'missing') return none('missingInput', Number.isFinite(points) ? points : 0);
  if (value === 'notComputable') return none('notComputable', points);
  return { value, points: Number.isFinite(points) ? points : leastPoints };
}
