/** The client: one typed function over the transport. Failures are thrown as `CallError`. */
import type { CallName, Input, Output } from '../../shared/contract/api.ts';
import { CallError } from './errors.ts';
import { getTransport } from './transport.ts';

/** Calls the backend once, outside the cache: for commands, and for reads made inside an action. */
export async function callOnce<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await getTransport().invoke(name, input);
  if (reply.ok) return reply.data;
  throw new CallError(reply.error);
}
