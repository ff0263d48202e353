/**
 * Files opened with the app from outside of it, whichever host this window has: the desktop keeps a queue, the loopback
 * host's address brings one.
 */
import type { OpenedFile } from '../../shared/contract/transport.ts';
import { getDesktop } from './desktop.ts';
import { takeOpenedHandle } from './transport.ts';

/** Those that wait, each once. */
export async function takeOpened(): Promise<readonly OpenedFile[]> {
  const desktop = getDesktop();
  if (desktop !== null) return await desktop.takeOpened();
  const handle = takeOpenedHandle();
  return handle === null ? [] : [{ name: '', handle }];
}

/** Calls `listener` when more begin to wait, until the returned function is called. */
export function onOpened(listener: () => void): () => void {
  return getDesktop()?.onOpened(listener) ?? (() => undefined);
}
