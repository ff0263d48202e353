/**
 * The single gate: look up, validate, run, validate, reply.
 *
 * Never rejects and never lets a stack out. An unforeseen error becomes `internal` with the id of its entry in the log.
 */
import { randomUUID } from 'node:crypto';
import { api, isCallName } from '../../shared/contract/api.ts';
import type { CallName } from '../../shared/contract/api.ts';
import { inertValue } from '../../shared/domain/acting.ts';
import type { Problem, Reply } from '../../shared/contract/reply.ts';
import { asStoreError, StoreError } from '../store/storeError.ts';
import { CallError } from './errors.ts';
import type { Log } from './log.ts';

/** A handler after its types are gone: input is validated before, output after. */
export type AnyHandler = (input: unknown) => unknown;

export interface DispatchOptions {
  readonly handlers: (name: CallName) => AnyHandler;
  readonly log: Log;
  /** Told when a call found the book damaged. */
  readonly onDamage?: () => void;
  /** Calls slower than this are logged, in ms. */
  readonly slow?: number;
}

export function createDispatch(
  options: DispatchOptions,
): (name: string, input: unknown) => Promise<Reply<unknown>> {
  const slow = options.slow ?? 40;
  return async (name, input) => {
    if (!isCallName(name)) return refuse('unknown-call', `there is no call ${JSON.stringify(name)}`);
    const spec = api[name];
    const parsed = spec.input.safeParse(inertValue(input));
    if (!parsed.success) {
      const first = parsed.error.issues[0];
      return refuse(
        'invalid-input',
        `${name}: ${first ? `${first.path.join('.')}: ${first.message}` : 'invalid'}`,
      );
    }
    const started = performance.now();
    try {
      const output = spec.output.safeParse(await options.handlers(name)(parsed.data));
      if (!output.success) throw new Error(`${name} answered outside its contract: ${output.error.message}`);
      return { ok: true, data: output.data };
    } catch (error) {
      const reply = replyTo(name, error, options.log);
      if (!reply.ok && reply.error.code === 'store-damaged') options.onDamage?.();
      return reply;
    } finally {
      const ms = performance.now() - started;
      if (spec.kind === 'query' && ms > slow) options.log.write('slow-query', { name, ms: Math.round(ms) });
    }
  };
}

/** What went wrong, in the words of the contract. */
export function replyTo(name: string, thrown: unknown, log: Log): Reply<never> {
  const error = asStoreError(thrown);
  if (error instanceof CallError) return refuse(error.code, error.message, error.params);
  if (error instanceof StoreError) return refuse(error.code, error.message);
  if (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'handle-expired' ||
      error.code === 'file-too-large' ||
      error.code === 'disk-full' ||
      error.code === 'read-only')
  ) {
    return refuse(error.code, error.message);
  }
  const logId = randomUUID().slice(0, 8);
  log.write('internal', {
    logId,
    name,
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
  return { ok: false, error: { code: 'internal', message: 'something went wrong inside Pulsebook', logId } };
}

function refuse(code: Problem['code'], message: string, params?: Problem['params']): Reply<never> {
  return {
    ok: false,
    error: params && Object.keys(params).length > 0 ? { code, message, params } : { code, message },
  };
}
