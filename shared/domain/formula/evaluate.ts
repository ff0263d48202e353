/**
 * The value of a formula over channels and a span, on aggregated inputs: a ratio of sums, never a mean of ratios.
 *
 * A missing input makes the result missing unless `coalesce` provides for it; division by zero is "not
 * computable". The operands of a ratio are paired (see `pairing.ts`) and come only from channels that have all
 * of them, if any channel has; where none does, totals are used and the result says so (`totalsOnly`).
 */
import { cutAt, cutLike, scopeBefore } from '../bases.ts';
import { isCut } from '../engine.ts';
import type { Engine, Scope } from '../engine.ts';
import { readOverChannels } from '../over-channels.ts';
import { elapsedUnits, isRunning } from '../period.ts';
import { hasBegunInside, joinReasons, older, thinner, valued, without } from '../reading.ts';
import type { Reading } from '../reading.ts';
import type { ValueState } from '../results.ts';
import { reachOf, recordedOperands } from '../running.ts';
import type { KpiDefinition } from '../kpi.ts';
import { operandsOf } from './ast.ts';
import type { Formula } from './ast.ts';
import { inferKind, isRatio } from './infer.ts';
import { pairFlows } from './pairing.ts';
import type { PairedChannel, Traced } from './trace.ts';

interface Context {
  readonly engine: Engine;
  readonly channels: readonly string[] | null;
  readonly scope: Scope;
  /** Operands of the ratio being evaluated, already paired; `null` outside a ratio. */
  readonly given: ReadonlyMap<string, Reading> | null;
  readonly paired: readonly PairedChannel[] | null;
  /** Where evaluated pieces are noted, for whoever asks how the value came about. */
  readonly trace: Traced[] | null;
}

/**
 * Evaluates a formula. Never throws; the reading's kind is the caller's to set. `trace` is given the formula as it was
 * evaluated.
 */
export function evaluateFormula(
  engine: Engine,
  formula: Formula,
  channels: readonly string[] | null,
  scope: Scope,
  trace: Traced[] | null = null,
): Reading {
  // What is optional inside one formula is a firm input of another.
  return {
    ...evaluate(formula, { engine, channels, scope, given: null, paired: null, trace }),
    optional: false,
  };
}

function evaluate(node: Formula, context: Context): Reading {
  const { channels, scope, paired, trace } = context;
  if (trace === null) return evaluateNode(node, context);
  const parts: Traced[] = [];
  const reading = evaluateNode(node, { ...context, trace: parts });
  trace.push({ node, reading, channels, scope, paired, parts });
  return reading;
}

function evaluateNode(node: Formula, context: Context): Reading {
  const { engine, channels, scope, given } = context;
  switch (node.kind) {
    case 'number':
      return valued(node.value, 'ratio', { optional: true });
    case 'kpi':
      return given?.get(node.key) ?? engine.read(node.key, channels, scope);
    case 'negate':
      return apply([evaluate(node.of, context)], ([a]) => -(a ?? 0));
    case 'binary':
      if (given === null && isRatio(node, engine.operandKindOf)) return evaluateRatio(node, context);
      return apply([evaluate(node.left, context), evaluate(node.right, context)], ([a = 0, b = 0]) =>
        operate(node.operator, a, b),
      );
    case 'call':
      return call(node, context);
  }
}

export function operate(
  operator: (Formula & { kind: 'binary' })['operator'],
  a: number,
  b: number,
): number | null {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return b === 0 ? null : a / b;
    case '<':
      return Number(a < b);
    case '<=':
      return Number(a <= b);
    case '>':
      return Number(a > b);
    case '>=':
      return Number(a >= b);
    case '=':
      return Number(a === b);
    case '!=':
      return Number(a !== b);
  }
}

function call(node: Formula & { kind: 'call' }, context: Context): Reading {
  const [first, second, third] = node.args;
  if (first === undefined) return without('notComputable', 'ratio', ['missingInput']);
  switch (node.name) {
    case 'if': {
      const condition = evaluate(first, context);
      const branch = condition.value !== null && condition.value !== 0 ? second : third;
      if (condition.state !== 'value' || branch === undefined) return apply([condition], () => null);
      return apply([condition, evaluate(branch, context)], ([, value]) => value ?? 0);
    }
    case 'coalesce': {
      let last = evaluate(first, context);
      for (const arg of node.args.slice(1)) {
        if (last.state === 'value') break;
        last = evaluate(arg, context);
      }
      return { ...last, optional: true };
    }
    case 'prev':
      return shifted(first, context, 'previous').base;
    case 'yoy':
      return shifted(first, context, 'lastYear').base;
    case 'change': {
      const { now, base } = shifted(first, context, 'previous');
      return apply([now, base], ([a = 0, b = 0]) => (b === 0 ? null : (a - b) / Math.abs(b)));
    }
    case 'sum':
    case 'mean':
    case 'min':
    case 'max':
    case 'abs':
    case 'round':
      return apply(
        node.args.map((arg) => evaluate(arg, context)),
        (values) => combine(node.name, values),
      );
  }
}

export function combine(name: string, values: readonly number[]): number {
  const [first = 0, digits = 0] = values;
  const sum = values.reduce((a, b) => a + b, 0);
  if (name === 'sum') return sum;
  if (name === 'mean') return sum / values.length;
  if (name === 'min') return Math.min(...values);
  if (name === 'max') return Math.max(...values);
  if (name === 'abs') return Math.abs(first);
  const scale = 10 ** Math.min(12, Math.max(0, Math.trunc(digits)));
  return Math.round(first * scale) / scale;
}

const worst: readonly ValueState[] = ['notComputable', 'missing', 'notApplicable'];

/** Applies an operation to values when all are there; `null` from it means a division by zero. */
function apply(inputs: readonly Reading[], operation: (values: readonly number[]) => number | null): Reading {
  const firm = inputs.filter((r) => r.optional !== true);
  const optional = firm.length === 0;
  const cover = (optional ? inputs : firm).reduce<Reading['cover']>((c, r) => thinner(c, r.cover), null);
  const asOf = inputs.reduce<Reading['asOf']>((d, r) => older(d, r.asOf), null);
  const begun = firm.some((r) => r.state === 'value' && hasBegunInside(r));
  const reasons = joinReasons(
    ...inputs.map((r) => r.reasons.filter((reason) => reason !== 'nothingRecorded')),
  );
  const state = worst.find((s) => inputs.some((r) => r.state === s));
  if (state !== undefined && state !== 'value') {
    const why = state === 'missing' ? joinReasons(['missingInput'], reasons) : reasons;
    return without(state, 'ratio', why, { cover, asOf, optional, absent: inputs.some((r) => r.absent) });
  }
  const value = operation(inputs.map((r) => r.value ?? 0));
  if (value === null || !Number.isFinite(value)) {
    return without('notComputable', 'ratio', joinReasons(['divisionByZero'], reasons), {
      cover,
      asOf,
      optional,
    });
  }
  return valued(value, 'ratio', { cover, asOf, reasons, optional, begun });
}

/** An expression in its own period and in an earlier one; a running period like for like, on both sides. */
function shifted(
  node: Formula,
  context: Context,
  base: 'previous' | 'lastYear',
): { now: Reading; base: Reading } {
  const { engine, channels, scope } = context;
  const { calendar, today } = engine.book;
  const at = scopeBefore(scope, base, calendar);
  const none = without('missing', 'ratio', ['missingInput'], { absent: true });
  const evaluateIn = (part: Scope): Reading =>
    evaluate(node, { ...context, scope: part, given: null, paired: null });
  if (at === null) return { now: evaluateIn(scope), base: none };
  if (!isCut(scope) && !isRunning(scope.period, today)) {
    return { now: evaluateIn(scope), base: evaluateIn(at) };
  }
  const { required, optional } = operandsOf(node);
  const kpis = [...required, ...(required.length > 0 ? [] : optional)].flatMap((k) =>
    recordedOperands(engine, k),
  );
  const together = inferKind(node, engine.operandKindOf) === 'ratio';
  const reach = reachOf(engine, { kpis: [...new Set(kpis)], together }, channels, scope.period, at);
  const done = isCut(scope) ? elapsedUnits(scope.period, reach.unit, scope.to, calendar).done : reach.done;
  if (done === 0 && !scope.many) return { now: none, base: none };
  const now = isCut(scope) ? scope : cutAt(scope, reach.to);
  return {
    now: evaluateIn(now),
    base: evaluateIn(cutLike(at, now, { unit: reach.unit, done }, calendar)),
  };
}

function evaluateRatio(node: Formula, context: Context): Reading {
  const { engine, channels, scope } = context;
  const { required, optional } = operandsOf(node);
  const all = [...required, ...optional];
  const candidates = channels ?? [...new Set(all.flatMap((kpi) => engine.channelsOf(kpi)))].toSorted();
  const owners = candidates.filter((channel) =>
    required.every((kpi) => isRecordedOn(engine, kpi, channel, scope)),
  );
  if (owners.length === 0 || required.length === 0) {
    const given = new Map(all.map((kpi) => [kpi, engine.read(kpi, channels, scope)]));
    const total = evaluate(node, { ...context, given });
    if (candidates.length < 2 || required.length < 2 || total.state !== 'value') return total;
    return { ...total, reasons: joinReasons(total.reasons, ['totalsOnly']) };
  }
  const isFlow = (kpi: string): boolean => engine.operandKindOf(kpi) === 'flow';
  const flows = required.filter(isFlow);
  const optionalFlows = optional.filter(isFlow);
  const paired = owners.map((channel): PairedChannel => {
    let units: PairedChannel['units'] = null;
    const onUnits = (found: NonNullable<PairedChannel['units']>): void => {
      units = found;
    };
    return { channel, readings: pairFlows(engine, flows, optionalFlows, channel, scope, onUnits), units };
  });
  const complete = paired.filter((p) => flows.every((kpi) => p.readings.get(kpi)?.state === 'value'));
  const used = complete.length > 0 ? complete : paired;
  const names = used.map((p) => p.channel);
  const given = new Map<string, Reading>();
  for (const kpi of all) {
    const definition = engine.book.definition(kpi);
    if (!isFlow(kpi) || definition === undefined) {
      given.set(kpi, engine.read(kpi, names, scope));
      continue;
    }
    // A channel whose operands never meet has no value here, and shows in the coverage.
    const readings = paired.flatMap(({ channel, readings: byKpi }) => {
      const reading = byKpi.get(kpi);
      return reading === undefined ? [] : [{ channel, reading }];
    });
    given.set(kpi, readOverChannels(engine, addingUp(definition), 'flow', readings, scope));
  }
  return evaluate(node, { ...context, channels: names, given, paired: used });
}

/** A non-additive count has no value of its own for a longer period, yet its sub-periods are there to be paired. */
function isRecordedOn(engine: Engine, kpi: string, channel: string, scope: Scope): boolean {
  if (engine.read(kpi, [channel], scope).state === 'value') return true;
  return engine.book.definition(kpi)?.timeAggregation === 'none' && engine.tracks(kpi).has(channel);
}

/** Operands of one ratio are added over channels, numerator and denominator alike, whatever they are by themselves. */
function addingUp(definition: KpiDefinition): KpiDefinition {
  return definition.channelAggregation === 'none' ? { ...definition, channelAggregation: 'sum' } : definition;
}
