/** What works on the files of a data folder without its book: the calls about backups, and the keeper's own request. */
import type { Parsed, Output } from '../../../shared/contract/api.ts';
import type { BackendEvent } from '../../../shared/contract/reply.ts';
import type { Backend } from '../backend.ts';
import { createDispatch, replyTo } from '../dispatch.ts';
import type { AnyHandler } from '../dispatch.ts';
import { openLog } from '../log.ts';
import { createTransfers } from '../transfers.ts';
import { isKeeperCall, isRescueCall, REPLACE } from './calls.ts';
import type { FileCall } from './calls.ts';
import { backupsList, bringBackup, lookAt, removeBackup, saveBackup } from './files.ts';
import type { RescueContext } from './files.ts';
import { replace } from './replace.ts';
import type { ReplaceAsk } from './replace.ts';

const handlers: {
  readonly [N in FileCall]: (ctx: RescueContext, input: Parsed<N>) => Output<N> | Promise<Output<N>>;
} = {
  'backups.list': (ctx) => backupsList(ctx),
  'backups.look': lookAt,
  'backups.save': saveBackup,
  'backups.bring': bringBackup,
  'backups.remove': removeBackup,
};

export interface RescueOptions {
  readonly dataDir: string;
  readonly now?: () => Date;
}

/** Opens nothing and always succeeds. */
export function createRescue({ dataDir, now = () => new Date() }: RescueOptions): Backend {
  const listeners = new Set<(event: BackendEvent) => void>();
  const log = openLog(dataDir, now);
  const ctx: RescueContext = {
    dataDir,
    now,
    transfers: createTransfers(dataDir),
    emit: (event) => {
      for (const listener of listeners) listener(event);
    },
  };
  const dispatch = createDispatch({
    handlers: (name): AnyHandler => {
      if (!isRescueCall(name) || isKeeperCall(name)) throw new Error(`${name} is none of the rescue`);
      const handler = handlers[name] as (ctx: RescueContext, input: unknown) => unknown;
      return (input) => handler(ctx, input);
    },
    log,
  });
  const running = new Set<Promise<unknown>>();
  return {
    async invoke(name, input) {
      const reply =
        name === REPLACE
          ? replace(ctx, input as ReplaceAsk).then(
              (data) => ({ ok: true, data }) as const,
              (error: unknown) => replyTo(name, error, log),
            )
          : dispatch(name, input);
      running.add(reply);
      return await reply.finally(() => running.delete(reply));
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      await Promise.allSettled(running);
    },
  };
}
