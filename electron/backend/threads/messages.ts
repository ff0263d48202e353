/** What the host's thread and a backend thread say to each other. Plain values, copied by `postMessage`. */
import type { ErrorCode } from '../../../shared/contract/codes.ts';
import type { BackendEvent, Reply } from '../../../shared/contract/reply.ts';
import type { ChildExit, ParserJob } from '../jobs/protocol.ts';

/** `writer`: commands; `reader`: queries, over a read-only connection; `rescue`: what needs no book. */
export type LaneName = 'writer' | 'reader' | 'rescue';

export interface ThreadOptions {
  readonly dataDir: string;
  readonly resourcesDir: string;
  readonly version: string;
  readonly mode: LaneName;
  /** True when the host starts parser processes itself (Electron), asked over the same port. */
  readonly parserByHost: boolean;
  /** True when the host can print reports, asked over the same port. */
  readonly printerByHost: boolean;
}

export type ToThread =
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly kind: 'close' }
  | { readonly kind: 'parser'; readonly parser: number; readonly said: ParserSaid }
  | { readonly kind: 'print'; readonly print: number; readonly said: PrintSaid };

export type FromThread =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly code: string | null; readonly message: string }
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply<unknown> }
  | { readonly kind: 'event'; readonly event: BackendEvent }
  | { readonly kind: 'closed' }
  | { readonly kind: 'parser'; readonly parser: number; readonly ask: ParserAsk }
  | { readonly kind: 'print'; readonly print: number; readonly ask: PrintAsk };

/** A report to be printed by the host: what `Printer` does, as messages. */
export type PrintAsk = { readonly do: 'print'; readonly report: string } | { readonly do: 'cancel' };
export type PrintSaid =
  | { readonly event: 'printed'; readonly pdf: Uint8Array }
  | { readonly event: 'failed'; readonly code: ErrorCode; readonly message: string };

/** A parser process that the host runs for the backend thread: what `ParserChild` does, as messages. */
export type ParserAsk =
  | { readonly do: 'spawn' }
  | { readonly do: 'post'; readonly job: ParserJob }
  | { readonly do: 'kill' };
export type ParserSaid =
  | { readonly event: 'spawned'; readonly pid: number | undefined }
  | { readonly event: 'rss'; readonly bytes: number }
  | { readonly event: 'message'; readonly message: unknown }
  | { readonly event: 'exit'; readonly exit: ChildExit };
