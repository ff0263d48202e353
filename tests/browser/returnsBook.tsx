/**
 * A workbook that came back, behind the contract, for the tests of its screen: cells of every kind, some of which cannot be
 * taken or are not by themselves. It takes and leaves as the backend does, and keeps every call.
 */
import { Route, Switch } from 'wouter';
import type { CallName, Input, Output } from '../../shared/contract/api.ts';
import type { Returned } from '../../shared/contract/api/returns.ts';
import type { Reply } from '../../shared/contract/reply.ts';
import type { Transport } from '../../shared/contract/transport.ts';
import { ReturnOfNobody, ReturnScreen } from '../../renderer/features/returns/index.ts';
import { clientDto } from '../support/clientDto.ts';
import { AtClient, Frame } from './frame.tsx';

export const northline = clientDto({ name: 'Northline Labs', trade: 'Community', initials: 'NL' });

export interface ReturnsBook {
  readonly calls: { readonly name: CallName; readonly input: unknown }[];
  /** Inputs of the calls of a name, in order. */
  inputs<N extends CallName>(name: N): readonly Input<N>[];
}

let current: ((name: CallName, input: unknown) => Reply<unknown>) | null = null;
const transport: Transport = {
  ...window.pulsebook,
  invoke: <N extends CallName>(name: N, input: Input<N>) =>
    Promise.resolve(
      (current?.(name, input) ?? { ok: false, error: { code: 'internal', message: 'no book' } }) as Reply<
        Output<N>
      >,
    ),
  subscribe: () => () => undefined,
} as Transport;
Object.defineProperty(window, 'pulsebook', { value: transport });

/** A book with one workbook open, as `r1`; `null`: it is open no longer. */
export function makeBook(opened: Returned | null): ReturnsBook {
  const calls: { name: CallName; input: unknown }[] = [];
  let returned = opened;
  const expired: Reply<unknown> = { ok: false, error: { code: 'session-expired', message: 'gone' } };
  current = (name, input) => {
    calls.push({ name, input });
    if (name === 'clients.list') return { ok: true, data: [northline] };
    if (name === 'clients.groups') return { ok: true, data: { kras: [], stages: [] } };
    if (name === 'kpis.list') return { ok: true, data: [] };
    if (name === 'imports.undo' || name === 'returns.discard') return { ok: true, data: {} };
    if (returned === null) return expired;
    switch (name) {
      case 'returns.get':
        break;
      case 'returns.take': {
        const { ids, take } = input as Input<'returns.take'>;
        returned = {
          ...returned,
          cells: returned.cells.map((cell) =>
            cell.takeable && (ids === null || ids.includes(cell.id)) ? { ...cell, taken: take } : cell,
          ),
        };
        break;
      }
      case 'returns.assign':
        returned = { ...returned, client: (input as Input<'returns.assign'>).client };
        break;
      case 'returns.commit': {
        const taken = returned.cells.filter((cell) => cell.taken);
        const count = (...kinds: readonly string[]): number =>
          taken.filter((cell) => kinds.includes(cell.kind)).length;
        return {
          ok: true,
          data: {
            batch: { id: 41, client: 1 },
            figures: count('figure', 'entry'),
            notes: count('note'),
            texts: count('text'),
          },
        };
      }
      default:
        throw new Error(`the book does not answer ${name}`);
    }
    return { ok: true, data: returned };
  };
  return {
    calls,
    inputs: <N extends CallName>(name: N) =>
      calls.filter((call) => call.name === name).map((call) => call.input as Input<N>),
  };
}

/** The screens as the app shows them. */
export function Screen({ language = 'en' }: { readonly language?: 'en' | 'es' }) {
  return (
    <Frame language={language} size={{ width: 1072, height: 800 }}>
      <Switch>
        <Route path="/returned/:session">{({ session }) => <ReturnOfNobody session={session} />}</Route>
        <Route path="/c/1/returned/:session">
          {({ session }) => (
            <AtClient client={northline}>
              <ReturnScreen session={session} />
            </AtClient>
          )}
        </Route>
        <Route>elsewhere</Route>
      </Switch>
    </Frame>
  );
}
