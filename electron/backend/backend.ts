/**
 * What every host holds of the backend: one gate in, one stream out, one way to end.
 *
 * The same interface stands for the backend in the calling thread (tests, command line) and for the one behind
 * threads (both windowed hosts). Invariant: `invoke` never rejects; a failure is a reply with a code.
 */
import type { BackendEvent, Reply } from '../../shared/contract/reply.ts';

/** What a window may say in one call, in bytes of JSON. Files go their own way (transfers.ts). */
export const MAX_CALL_BYTES = 4 * 1024 * 1024;

export interface Backend {
  /** Runs one call of the contract. Input is validated inside; an unknown name answers `unknown-call`. */
  invoke(name: string, input: unknown): Promise<Reply<unknown>>;
  /** Calls `listener` for every event until the returned function is called. */
  subscribe(listener: (event: BackendEvent) => void): () => void;
  /** Lets running calls end, then closes the store. Calls that come later answer `stopping`. */
  close(): Promise<void>;
}
