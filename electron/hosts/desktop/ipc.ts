/**
 * The transport over Electron's IPC: one channel for calls, one for files, one for events; and one to look at the folder
 * of the backups.
 *
 * Invariants: the sender is checked before anything of the message is read; every message is validated; a call carries
 * what JSON can say and no more of it than over the other host; an answer is always a value (`ipcMain.handle` would send
 * a thrown error's text to the window).
 */
import { ipcMain } from 'electron';
import { z } from 'zod';
import type { Problem } from '../../../shared/contract/reply.ts';
import type { OpenedFile } from '../../../shared/contract/transport.ts';
import { MAX_CALL_BYTES } from '../../backend/backend.ts';
import type { Backend } from '../../backend/backend.ts';
import { fileTime, MAX_CHUNK_BYTES, TransferError } from '../../backend/transfers.ts';
import type { Transfers } from '../../backend/transfers.ts';
import { channels } from './channels.ts';
import type { TransferRequest } from './channels.ts';
import type { Saves } from './dialogs.ts';
import type { TrustedSenders } from './sender.ts';

export interface IpcParts {
  readonly backend: Backend;
  readonly transfers: Transfers;
  readonly senders: TrustedSenders;
  readonly saves: Saves;
  /** The files opened with the app that wait for the window. */
  readonly takeOpened: () => Promise<readonly OpenedFile[]>;
  /** Shows the folder of the backups; false when there is none to show. */
  readonly showBackups: () => Promise<boolean>;
  readonly onError: (error: unknown) => void;
}

const handle = z.string().regex(/^[0-9a-f]{32}$/);
const name = z.string().min(1).max(400);
/** Files saved at once. */
const MAX_FILES = 2000;
const callSchema = z.tuple([z.string().max(64), z.unknown()]);
const transferSchema = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('open'),
    name: z.string().max(4096),
    size: z.number(),
    modified: fileTime,
  }),
  z.strictObject({
    do: z.literal('chunk'),
    handle,
    offset: z.number().int().min(0),
    bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= MAX_CHUNK_BYTES),
  }),
  z.strictObject({ do: z.literal('done'), handle }),
  z.strictObject({ do: z.literal('save'), handle, name }),
  z.strictObject({
    do: z.literal('saveAll'),
    files: z.array(z.strictObject({ handle, name })).min(1).max(MAX_FILES),
  }),
]) satisfies z.ZodType<TransferRequest>;

const failure = (code: Problem['code'], message: string): { ok: false; error: Problem } => ({
  ok: false,
  error: { code, message },
});

/**
 * The value as it would have come over HTTP; null where JSON cannot say it (a circle, a BigInt) or it is too
 * much. Structured clone, by which it came, can carry far more than the contract knows.
 */
function asJson(value: unknown): { readonly value: unknown } | null {
  try {
    const text = JSON.stringify(value ?? null);
    return Buffer.byteLength(text) > MAX_CALL_BYTES ? null : { value: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}

/** Answers the channels from now on. */
export function serveIpc({
  backend,
  transfers,
  senders,
  saves,
  takeOpened,
  showBackups,
  onError,
}: IpcParts): void {
  ipcMain.handle(channels.call, async (event, ...message: unknown[]) => {
    if (!senders.trusts(event)) return failure('forbidden', 'not a window of the app');
    const call = callSchema.safeParse(message);
    const input = call.success ? asJson(call.data[1]) : null;
    if (!call.success || input === null) return failure('invalid-input', 'name, input');
    try {
      return await backend.invoke(call.data[0], input.value);
    } catch (error) {
      onError(error);
      return failure('internal', 'the backend failed');
    }
  });

  ipcMain.handle(channels.transfer, async (event, ...message: unknown[]) => {
    if (!senders.trusts(event)) return failure('forbidden', 'not a window of the app');
    const request = transferSchema.safeParse(message.length === 1 ? message[0] : undefined);
    if (!request.success) return failure('invalid-input', 'not a transfer');
    try {
      return { ok: true, data: await transfer(request.data) };
    } catch (error) {
      if (error instanceof TransferError) return failure(error.code, error.message);
      onError(error);
      return failure('internal', 'the transfer failed');
    }
  });

  ipcMain.handle(channels.opened, async (event) =>
    senders.trusts(event) ? await orElse([], takeOpened) : [],
  );

  ipcMain.handle(
    channels.backups,
    async (event) => senders.trusts(event) && (await orElse(false, showBackups)),
  );

  async function orElse<T>(otherwise: T, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      onError(error);
      return otherwise;
    }
  }

  async function transfer(request: TransferRequest): Promise<unknown> {
    switch (request.do) {
      case 'open':
        return { handle: transfers.createUpload(request) };
      case 'chunk':
        return { sent: await transfers.appendChunk(request.handle, request.offset, request.bytes) };
      case 'done':
        return await transfers.finishUpload(request.handle);
      case 'save':
        return await saves.one(request.handle, request.name);
      case 'saveAll':
        return await saves.all(request.files);
    }
  }
}
