/**
 * What a host gives the renderer, and all it gives: the same object whether the window is Electron's or a
 * browser's. No file path ever crosses; files travel as opaque short-lived handles.
 */
import type { CallName, Input, Output } from './api.ts';
import type { ErrorCode } from './codes.ts';
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

/** A made file and the name it is to have. */
export interface FileToSave {
  readonly handle: string;
  readonly name: string;
}

export interface SaveAllResult {
  /** `saved`: each file was tried, `files` tells how it went. `failed`: none was. */
  readonly outcome: 'saved' | 'cancelled' | 'failed';
  /** The folder the person chose, or the .zip that went to the browser's downloads; without its path. */
  readonly name?: string;
  /** `failed`: why. */
  readonly code?: string;
  /** `saved`: one result a file, in the order they were given, each under the name it has now. */
  readonly files: readonly SaveResult[];
}

/**
 * A file that was opened with the app from outside of it: at hand, or why it is not (`file-gone`, `archive-foreign`,
 * `archive-too-large`). `name` without folder.
 */
export type OpenedFile =
  | { readonly name: string; readonly handle: string }
  | { readonly name: string; readonly code: ErrorCode };

/** What the desktop's window has beside the transport: its menu, files opened with it, and a folder to look into. */
export interface DesktopBridge {
  /** Calls `listener` with what was chosen in the menu (`MenuChoice`) until the returned function is called. */
  onMenu(listener: (choice: string) => void): () => void;
  /** The files that wait to be looked at, each given once; empty when none does. */
  takeOpened(): Promise<readonly OpenedFile[]>;
  /** Calls `listener` when files begin to wait, until the returned function is called. */
  onOpened(listener: () => void): () => void;
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
  /**
   * Saves several made files at once: into one folder the person chooses, or as one .zip called `suggestedName` (no
   * extension) where a host hands over one file at a time. A file that fails keeps no other from being saved.
   */
  saveAll(files: readonly FileToSave[], suggestedName: string): Promise<SaveAllResult>;
}
