/**
 * What the parser process and its parent say to each other, and what a launcher must offer.
 *
 * One job at a time. Everything crosses by structured clone, so typed arrays arrive as typed arrays.
 */
import type { ImportProblem, Inspection, ReadFile } from '../exchange/model.ts';
import type { ReturnedFile } from '../exchange/returned/found.ts';
import type { TableMapping } from '../../../shared/contract/imports/mapping.ts';
import type { InspectContext } from '../exchange/recognition/inspect.ts';
import type { TableSight } from '../exchange/recognition/sheets/tableView.ts';

/** A file to read: its place on disk, and what it is called towards people. */
export interface FileToRead {
  readonly path: string;
  readonly name: string;
  /** Local time `YYYY-MM-DDTHH:MM:SS`. */
  readonly modified?: string;
}

/** One table of a file, as it is read or as a mapping would read it. */
export interface TableToSee {
  /** The file by its name in the drop: `archive.zip/inner.csv`. */
  readonly file: string;
  readonly table: string;
  readonly mapping: TableMapping | null;
}

export type ParserJob =
  | { readonly id: number; readonly kind: 'read'; readonly file: FileToRead }
  | {
      readonly id: number;
      readonly kind: 'inspect';
      readonly file: FileToRead;
      readonly context: InspectContext;
    }
  | {
      readonly id: number;
      readonly kind: 'together';
      readonly files: readonly FileToRead[];
      readonly context: InspectContext;
    }
  | {
      readonly id: number;
      readonly kind: 'table';
      readonly file: FileToRead;
      readonly what: TableToSee;
      readonly context: InspectContext;
    }
  | { readonly id: number; readonly kind: 'returned'; readonly file: FileToRead };

/** What was found in one of the files of a drop; an archive yields one of these for each file in it. */
export interface Inspected {
  /** Index of the dropped file. */
  readonly file: number;
  readonly inspection: Inspection;
}

/** How far a job is: rows read, and the child's own resident memory in bytes. */
export interface ParserProgress {
  readonly rows: number;
  readonly bytes: number;
  readonly rss: number;
}

export type ParserReply =
  | { readonly type: 'ready' }
  /** Begins a file of a drop, or (null) what all of them mean together. Each has its own time. */
  | { readonly type: 'stage'; readonly id: number; readonly file: number | null }
  | ({ readonly type: 'progress'; readonly id: number } & ParserProgress)
  | { readonly type: 'done'; readonly id: number; readonly kind: 'read'; readonly result: ReadFile }
  | { readonly type: 'done'; readonly id: number; readonly kind: 'inspect'; readonly result: Inspection }
  | {
      readonly type: 'done';
      readonly id: number;
      readonly kind: 'together';
      readonly result: readonly Inspected[];
    }
  | { readonly type: 'done'; readonly id: number; readonly kind: 'table'; readonly result: TableSight | null }
  | { readonly type: 'done'; readonly id: number; readonly kind: 'returned'; readonly result: ReturnedFile }
  | { readonly type: 'failed'; readonly id: number; readonly problem: ImportProblem };

const replyTypes: readonly unknown[] = ['ready', 'stage', 'progress', 'done', 'failed'];
const jobKinds: readonly unknown[] = ['read', 'inspect', 'together', 'table', 'returned'];

export function isParserReply(value: unknown): value is ParserReply {
  return typeof value === 'object' && value !== null && 'type' in value && replyTypes.includes(value.type);
}

export function isParserJob(value: unknown): value is ParserJob {
  return typeof value === 'object' && value !== null && 'kind' in value && jobKinds.includes(value.kind);
}

export interface ChildExit {
  readonly code: number | null;
  readonly signal: string | null;
  /** The end of what the process wrote to stderr, where the launcher can tell. */
  readonly stderr?: string;
}

/** A running parser process, by whatever means it was started. */
export interface ParserChild {
  readonly pid: number | undefined;
  readonly post: (job: ParserJob) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  readonly onExit: (listener: (exit: ChildExit) => void) => void;
  /** Ends it at once, without asking. */
  readonly kill: () => void;
  /** Resident bytes, where the host knows better than the operating system's files. */
  readonly rss?: () => number | undefined;
}

export interface ParserLauncher {
  readonly spawn: () => ParserChild;
}

/** What a job is called towards people. */
export function nameOf(job: ParserJob): string {
  return job.kind === 'together' ? job.files.map((file) => file.name).join(', ') : job.file.name;
}
