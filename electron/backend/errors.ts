/** A call that cannot be answered, with a code of the contract. Thrown by services, turned into a reply by dispatch. */
import type { ErrorCode } from '../../shared/contract/codes.ts';

export class CallError extends Error {
  readonly code: ErrorCode;
  readonly params: Readonly<Record<string, string | number>>;
  constructor(code: ErrorCode, message: string, params: Readonly<Record<string, string | number>> = {}) {
    super(message);
    this.code = code;
    this.params = params;
  }
}

/** The value, or a refusal with this code. */
export function found<T>(value: T | undefined | null, code: ErrorCode, message: string): T {
  if (value === undefined || value === null) throw new CallError(code, message);
  return value;
}
