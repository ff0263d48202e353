/**
 * The thread that resolves the reports of a batch, one after another, over a read-only connection of its own: neither
 * the book's writer nor its reader waits for it. It ends with the batch.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { Catalogue } from '../../../shared/domain/catalogue.ts';
import { openReader } from '../../store/openStore.ts';
import { asStoreError, StoreError } from '../../store/storeError.ts';
import { readTogether } from '../../store/rows.ts';
import type { ErrorCode } from '../../../shared/contract/codes.ts';
import type { ReadContext } from '../context.ts';
import { CallError } from '../errors.ts';
import { keptReport } from '../services/reports/kept.ts';
import type { KeptReport } from '../services/reports/kept.ts';
import { reportModel } from '../services/reports/model.ts';
import type { ReportOf } from '../services/reports/model.ts';

export interface ResolveOptions {
  readonly dataDir: string;
  readonly catalogue: Catalogue;
  readonly version: string;
  /** Milliseconds since 1970: one today for the whole batch. */
  readonly now: number;
}

export interface ResolveAsk {
  readonly id: number;
  readonly report: ReportOf;
  readonly print: boolean;
}

export type ResolveReply =
  | { readonly id: number; readonly ok: true; readonly kept: KeptReport }
  | { readonly id: number; readonly ok: false; readonly code: ErrorCode; readonly message: string };

async function answer(ctx: ReadContext, { id, report, print }: ResolveAsk): Promise<ResolveReply> {
  try {
    const model = readTogether(ctx.store, () => reportModel(ctx, report));
    return { id, ok: true, kept: await keptReport(model, print) };
  } catch (thrown) {
    const error = asStoreError(thrown);
    const code = error instanceof CallError || error instanceof StoreError ? error.code : 'internal';
    return { id, ok: false, code, message: error instanceof Error ? error.message : String(error) };
  }
}

function serve(port: NonNullable<typeof parentPort>): void {
  const { dataDir, catalogue, version, now } = workerData as ResolveOptions;
  const ctx: ReadContext = {
    store: openReader(dataDir),
    catalogue,
    dataDir,
    version,
    now: () => new Date(now),
  };
  port.on('message', (ask: ResolveAsk) => {
    void answer(ctx, ask).then((reply) => port.postMessage(reply));
  });
}

if (parentPort !== null) serve(parentPort);
