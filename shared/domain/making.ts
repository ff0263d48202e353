/** A step with its parts, while it is being explained; and what all explanations share. */
import type { Engine, Scope } from './engine.ts';
import { isMixed } from './breaks.ts';
import { spanOfScope } from './bases.ts';
import { joinReasons, toMeasured } from './reading.ts';
import type { Reading } from './reading.ts';
import type { Measured } from './results.ts';
import type { ExplainedStep, FigureAt, PairedUnits, StepKind, StepOver } from './steps.ts';

export interface Making {
  readonly kind: StepKind;
  readonly text: string;
  readonly kpi: string | null;
  readonly channel: string | null;
  readonly channels: readonly string[] | null;
  readonly scope: Scope;
  readonly reading: Reading;
  readonly used: number | null;
  readonly over: StepOver | null;
  readonly paired: PairedUnits | null;
  readonly figures: readonly FigureAt[];
  readonly parts: readonly Making[];
}

/** A making without parts: a value as it was read. */
export function bare(
  kind: StepKind,
  reading: Reading,
  at: Pick<Making, 'kpi' | 'channels' | 'scope'>,
  more: Partial<Making> = {},
): Making {
  return {
    kind,
    text: '',
    channel: null,
    reading,
    used: reading.value ?? reading.carried,
    over: null,
    paired: null,
    figures: [],
    parts: [],
    kpi: at.kpi,
    channels: at.channels,
    scope: at.scope,
    ...more,
  };
}

/** The value as callers of the calculation see it. */
export function measuredOf(engine: Engine, making: Making): Measured {
  const { kpi, channels, scope, reading } = making;
  const mixed = kpi !== null && reading.state === 'value' && isMixed(engine, kpi, channels, scope);
  return toMeasured(
    mixed ? { ...reading, reasons: joinReasons(reading.reasons, ['mixedDefinition']) } : reading,
    false,
  );
}

/** The outline: a step, then its parts. */
export function outlineOf(engine: Engine, making: Making, depth = 0): ExplainedStep[] {
  const { reading: _reading, scope, parts, ...rest } = making;
  return [
    { ...rest, depth, span: spanOfScope(scope), measured: measuredOf(engine, making) },
    ...parts.flatMap((part) => outlineOf(engine, part, depth + 1)),
  ];
}
