/** What a command is given, and the two ways in which it can say no. */
import type { Printer } from '../jobs/printer.ts';

export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** How this process prints reports; absent where nothing can. */
  readonly printer?: Printer;
}

/** Values of a command's options, and its files. */
export interface Arguments {
  readonly text: (name: string) => string | undefined;
  readonly need: (name: string) => string;
  /** Of an option that may be there several times. */
  readonly texts: (name: string) => readonly string[];
  readonly flag: (name: string) => boolean;
  readonly files: readonly string[];
}

/** The command line itself is wrong. */
export class UsageError extends Error {}

/** A command that was understood and cannot be done; every line is a reason. */
export class Refusal extends Error {
  readonly reasons: readonly string[];
  constructor(reasons: readonly string[]) {
    super(reasons.join('\n'));
    this.reasons = reasons;
  }
}

export type Command = (args: Arguments, streams: Streams) => Promise<void>;
