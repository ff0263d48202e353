/**
 * How a call is declared: once, with everything both sides need to know about it.
 *
 * Handlers (electron/backend/handlers) and the renderer's client (renderer/api) are typed from these
 * declarations; `dispatch` validates input and output against them. Values are JSON-safe.
 */
import type { z } from 'zod';
import type { ErrorCode } from './codes.ts';

/**
 * `query`: reads only, served by the reader thread. `command`: writes, or holds a session (an import being
 * looked at), served by the writer thread.
 */
export type CallKind = 'query' | 'command';

export interface CallSpec<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  K extends CallKind = CallKind,
> {
  readonly kind: K;
  readonly input: I;
  readonly output: O;
  /** What can go wrong besides `invalid-input` and `internal`. */
  readonly errors: readonly ErrorCode[];
}

export function query<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  errors: readonly ErrorCode[] = [],
): CallSpec<I, O, 'query'> {
  return { kind: 'query', input, output, errors };
}

export function command<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
  errors: readonly ErrorCode[] = [],
): CallSpec<I, O, 'command'> {
  return { kind: 'command', input, output, errors };
}
