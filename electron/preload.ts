/**
 * What the window gets of the desktop: the transport, what is chosen in the menu, and a look at the backups' folder. Runs sandboxed, so it can require `electron`
 * alone; no object of Electron's reaches the page, only plain functions.
 */
import { contextBridge, ipcRenderer } from 'electron';
import type { CallName, Input, Output } from '../shared/contract/api.ts';
import type { BackendEvent, Problem, Reply } from '../shared/contract/reply.ts';
import type {
  DesktopBridge,
  FileHandle,
  OpenedFile,
  SaveAllResult,
  SaveResult,
  Transport,
} from '../shared/contract/transport.ts';
import { channels } from './hosts/desktop/channels.ts';
import type { TransferRequest } from './hosts/desktop/channels.ts';

type Answer<T> = { readonly ok: true; readonly data: T } | { readonly ok: false; readonly error: Problem };

const CHUNK = 1024 * 1024;

async function transfer<T>(request: TransferRequest): Promise<Answer<T>> {
  return (await ipcRenderer.invoke(channels.transfer, request)) as Answer<T>;
}

/** Errors lose their own fields on the way to the page; the code is what the page words, so it is the message. */
async function transferred<T>(request: TransferRequest): Promise<T> {
  const answer = await transfer<T>(request);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.data;
}

const transport: Transport = {
  invoke: async <N extends CallName>(name: N, input: Input<N>) =>
    (await ipcRenderer.invoke(channels.call, name, input)) as Reply<Output<N>>,
  subscribe: (listener) => {
    const hear = (_event: unknown, event: BackendEvent): void => listener(event);
    ipcRenderer.on(channels.event, hear);
    return () => void ipcRenderer.off(channels.event, hear);
  },
  upload: async (file, onProgress) => {
    const { name, size, modified } = file;
    const { handle } = await transferred<{ handle: string }>({ do: 'open', name, size, modified });
    for (let sent = 0; sent < size;) {
      const to = Math.min(size, sent + CHUNK);
      await transferred({ do: 'chunk', handle, offset: sent, bytes: await file.chunk(sent, to) });
      sent = to;
      onProgress?.(sent);
    }
    return await transferred<FileHandle>({ do: 'done', handle });
  },
  save: async (handle, suggestedName) => {
    const answer = await transfer<SaveResult>({ do: 'save', handle, name: suggestedName });
    return answer.ok ? answer.data : { outcome: 'failed', code: answer.error.code };
  },
  saveAll: async (files) => {
    const answer = await transfer<SaveAllResult>({
      do: 'saveAll',
      files: files.map(({ handle, name }) => ({ handle, name })),
    });
    return answer.ok ? answer.data : { outcome: 'failed', code: answer.error.code, files: [] };
  },
};

const desktop: DesktopBridge = {
  onMenu: (listener) => {
    const hear = (_event: unknown, choice: string): void => listener(choice);
    ipcRenderer.on(channels.menu, hear);
    return () => void ipcRenderer.off(channels.menu, hear);
  },
  takeOpened: async () => (await ipcRenderer.invoke(channels.opened)) as readonly OpenedFile[],
  onOpened: (listener) => {
    const hear = (): void => listener();
    ipcRenderer.on(channels.openedWait, hear);
    return () => void ipcRenderer.off(channels.openedWait, hear);
  },
  openBackups: async () => (await ipcRenderer.invoke(channels.backups)) as boolean,
};

contextBridge.exposeInMainWorld('pulsebook', transport);
contextBridge.exposeInMainWorld('pulsebookDesktop', desktop);
