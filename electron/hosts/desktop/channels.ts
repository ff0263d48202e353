import type { FileToSave } from '../../../shared/contract/transport.ts';

/** The names of the IPC channels, the same for the preload and the main process. There are no others. */
export const channels = {
  /** invoke(name, input) -> Reply */
  call: 'pulsebook',
  /** invoke(TransferRequest) -> { ok, data } | { ok, error } */
  transfer: 'pulsebook:transfer',
  /** main -> window: BackendEvent */
  event: 'pulsebook:event',
  /** main -> window: what was chosen in the menu, a command of shared/domain/commands.ts or `client:3` */
  menu: 'pulsebook:menu',
  /** invoke() -> OpenedFile[]: takes the files that were opened with the app */
  opened: 'pulsebook:opened',
  /** main -> window: files wait to be taken */
  openedWait: 'pulsebook:opened-wait',
  /** invoke() -> boolean: shows the folder of the backups; the window names no path */
  backups: 'pulsebook:backups',
} as const;

/** Files on their way; `save` and `saveAll` ask the person where to. */
export type TransferRequest =
  | { readonly do: 'open'; readonly name: string; readonly size: number; readonly modified: number }
  | { readonly do: 'chunk'; readonly handle: string; readonly offset: number; readonly bytes: Uint8Array }
  | { readonly do: 'done'; readonly handle: string }
  | { readonly do: 'save'; readonly handle: string; readonly name: string }
  | { readonly do: 'saveAll'; readonly files: readonly FileToSave[] };
