/**
 * What a host gives the renderer, and all it gives: the same object whether the window is Electron's or a
 * browser's. No file path ever crosses; files travel as opaque short-lived handles.
 */
import type { CallName, Input, Output } from './api.ts';
import type { BackendEvent, Reply } from './reply.ts';

export interface FileHandle {
  readonly handle: string;
  readonly name: string;
  readonly size: number;
}

export interface SaveResult {
  /** `saved`: written where the person chose, or handed to the browser's downloads. */
  readonly outcome: 'saved' | 'cancelled' | 'failed';
  /** File name as saved, without folder. */
  readonly name?: string;
  /** `failed`: one of `file-open-elsewhere`, `disk-full`, `read-only`, `path-invalid`, `handle-expired`. */
  readonly code?: string;
}

/** What the desktop's window has beside the transport: its menu, and a folder that a person may look into. */
export interface DesktopBridge {
  /** Calls `listener` with what was chosen in the menu (`MenuChoice`) until the returned function is called. */
  onMenu(listener: (choice: string) => void): () => void;
  /** Shows the folder of the backups in the system's file manager; false when it could not. */
  openBackups(): Promise<boolean>;
}

export interface Transport {
  invoke<N extends CallName>(name: N, input: Input<N>): Promise<Reply<Output<N>>>;
  /** Calls `listener` for every backend event until the returned function is called. */
  subscribe(listener: (event: BackendEvent) => void): () => void;
  /** Streams a dropped or picked file to the backend in chunks of at most 1 MiB; `modified` is ms since the epoch. */
  upload(
    file: {
      readonly name: string;
      readonly size: number;
      readonly modified: number;
      chunk(from: number, to: number): Promise<Uint8Array>;
    },
    onProgress?: (sent: number) => void,
  ): Promise<FileHandle>;
  /** Saves a made file under a name the person chooses. */
  save(handle: string, suggestedName: string): Promise<SaveResult>;
}
