/** A failed call, as something that can be thrown: the contract's problem with its code. */
import type { ErrorCode } from '../../shared/contract/codes.ts';
import type { Problem } from '../../shared/contract/reply.ts';

export class CallError extends Error {
  readonly code: ErrorCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly logId: string | undefined;

  constructor(problem: Problem) {
    super(problem.message);
    this.name = 'CallError';
    this.code = problem.code;
    this.params = problem.params ?? {};
    this.logId = problem.logId;
  }
}

/** Anything thrown, as a problem the screen can word. */
export function asCallError(error: unknown): CallError {
  if (error instanceof CallError) return error;
  return new CallError({ code: 'internal', message: error instanceof Error ? error.message : String(error) });
}
