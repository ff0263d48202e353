/** A formula's pieces as they were evaluated: what each came to, which argument was taken, where a period was moved. */
import type { Engine } from '../engine.ts';
import { figuresBehind, figuresOfUnits } from '../figuresBehind.ts';
import { bare } from '../making.ts';
import type { Making } from '../making.ts';
import type { Formula } from './ast.ts';
import { textOf } from './text.ts';
import type { PairedChannel, Traced } from './trace.ts';

/** How a KPI read over channels and a scope was made, without opening up a formula of its own. */
export type ExplainOperand = (at: Pick<Making, 'channels' | 'scope'> & { readonly kpi: string }) => Making;

/** The whole formula: the top of a trace. Operands come as `operand` explains them. */
export function pieceOf(engine: Engine, traced: Traced, operand: ExplainOperand): Making {
  const { node } = traced;
  // A ratio is evaluated twice: once to pair its operands, once on them. Its pieces are those of the second time.
  const [only] = traced.parts;
  const inner = only !== undefined && traced.parts.length === 1 && only.node === node ? only : traced;
  const at = { kpi: null, channels: inner.channels, scope: inner.scope };
  const part = (over: Making['over'], parts: readonly Making[]): Making =>
    bare('part', traced.reading, at, { text: textOf(node), over, parts });
  const pieces = (): Making[] => inner.parts.map((one) => pieceOf(engine, one, operand));
  switch (node.kind) {
    case 'number':
      return bare('constant', traced.reading, at, { text: textOf(node) });
    case 'kpi':
      return operandOf(engine, node.key, traced, operand);
    case 'negate':
      return part({ kind: 'operation', operator: 'negate' }, pieces());
    case 'binary':
      return part({ kind: 'operation', operator: node.operator }, pieces());
    case 'call':
      return part(...callOf(node, inner, pieces()));
  }
}

function callOf(
  node: Formula & { kind: 'call' },
  traced: Traced,
  pieces: readonly Making[],
): readonly [over: Making['over'], parts: readonly Making[]] {
  const { name } = node;
  switch (name) {
    case 'if': {
      const branch = traced.parts[1];
      const taken = branch === undefined ? null : node.args.indexOf(branch.node);
      return [
        { kind: 'function', name, taken },
        pieces.map((piece, i) => (i === 0 ? { ...piece, used: null } : piece)),
      ];
    }
    case 'coalesce': {
      const last = pieces.length - 1;
      return [
        { kind: 'function', name, taken: traced.reading.state === 'value' ? last : null },
        pieces.map((piece, i) => (i === last ? piece : { ...piece, used: null })),
      ];
    }
    case 'prev':
    case 'yoy': {
      // Both sides are evaluated, so that they end at the same unit; only the earlier one is the value.
      const at = traced.parts.findLastIndex((one) => one.reading === traced.reading);
      return [{ kind: 'function', name, taken: null }, pieces.filter((_, i) => i === at)];
    }
    default:
      return [{ kind: 'function', name, taken: null }, pieces];
  }
}

function operandOf(engine: Engine, key: string, traced: Traced, operand: ExplainOperand): Making {
  const { channels, scope, reading, paired } = traced;
  const definition = engine.book.definition(key);
  const own = paired?.filter((one) => one.readings.has(key)) ?? [];
  if (definition === undefined || own.length === 0) {
    return { ...operand({ kpi: key, channels, scope }), kind: 'operand', reading, used: reading.value };
  }
  const parts = own.map((one) => pairedOn(engine, key, one, traced)).filter((one) => !one.reading.absent);
  const [single] = parts;
  const whole = engine.read(key, channels, scope);
  const cadence = reading.cover?.cadence ?? scope.period.cadence;
  const cut = parts.some((one) => one.paired !== null);
  const at = {
    kind: 'operand' as const,
    used: reading.value,
    reading,
    paired: cut ? { units: reading.cover?.recorded ?? 0, cadence, whole: whole.value } : null,
  };
  if (single !== undefined && parts.length === 1) return { ...single, ...at };
  const how = definition.channelAggregation === 'none' ? 'sum' : definition.channelAggregation;
  return {
    ...bare('operand', reading, { kpi: key, channels, scope }),
    ...at,
    over: { kind: 'channels', how, channels: parts.filter((one) => one.used !== null).length },
    parts,
  };
}

/** An operand of a ratio on one channel, over the sub-periods that all operands have there. */
function pairedOn(engine: Engine, kpi: string, one: PairedChannel, traced: Traced): Making {
  const { channel, units } = one;
  const { scope } = traced;
  const whole = engine.read(kpi, [channel], scope);
  const reading = one.readings.get(kpi) ?? whole;
  const at = { kpi, channels: [channel], scope };
  const definition = engine.book.definition(kpi);
  if (definition === undefined) return bare('channel', reading, at, { channel });
  if (definition.timeAggregation === 'formula') {
    return bare('channel', reading, at, { channel, over: { kind: 'formula' }, paired: cutTo() });
  }
  const paired = cutTo();
  if (paired === null) {
    return bare('channel', reading, at, {
      channel,
      ...figuresBehind(engine, definition, channel, scope, reading),
    });
  }
  const figures = figuresOfUnits(engine, definition, channel, units ?? []);
  return bare('channel', reading, at, {
    channel,
    paired,
    figures,
    over: {
      kind: 'time',
      how: 'sum',
      cadence: paired.cadence,
      figures: figures.length,
      at: null,
    },
  });

  function cutTo(): Making['paired'] {
    if (units === null && reading === whole) return null;
    const cadence = units?.[0]?.cadence ?? reading.cover?.cadence ?? scope.period.cadence;
    return { units: units?.length ?? 0, cadence, whole: whole.value };
  }
}
