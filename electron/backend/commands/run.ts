/** Reads the arguments, runs the command, words what went wrong. Answers the exit code: 0 done, 1 refused, 2 wrong usage. */
import { parseArgs } from 'node:util';
import { asStoreError, StoreError } from '../../store/storeError.ts';
import { CallError } from '../errors.ts';
import { SaveError } from '../saveFile.ts';
import { VERSION } from '../version.ts';
import { archiveCommand, takeInCommand } from './archive.ts';
import { adviceOn, backupsCommand, restoreCommand } from './backups.ts';
import { backupCommand, clientsCommand, demoCommand, undoCommand, verifyCommand } from './book.ts';
import { deleteCommand } from './delete.ts';
import { importCommand } from './import.ts';
import { inspectCommand } from './inspect.ts';
import { reportCommand } from './report.ts';
import { reportsCommand } from './reports.ts';
import { returnCommand } from './return.ts';
import { Refusal, UsageError } from './command.ts';
import type { Arguments, Command, Streams } from './command.ts';
import { commands, helpText, isCommand } from './usage.ts';
import type { CommandName, CommandUsage } from './usage.ts';

const table: Readonly<Record<CommandName, Command>> = {
  inspect: inspectCommand,
  demo: demoCommand,
  import: importCommand,
  report: reportCommand,
  reports: reportsCommand,
  return: returnCommand,
  clients: clientsCommand,
  undo: undoCommand,
  verify: verifyCommand,
  backup: backupCommand,
  backups: backupsCommand,
  restore: restoreCommand,
  delete: deleteCommand,
  archive: archiveCommand,
  'take-in': takeInCommand,
};

export async function runCommand(argv: readonly string[], streams: Streams): Promise<0 | 1 | 2> {
  const [name, ...rest] = argv;
  if (name === '--help' || name === '-h' || name === 'help') {
    streams.out(helpText());
    return 0;
  }
  if (name === '--version' || name === '-v') {
    streams.out(`Pulsebook ${VERSION}\n`);
    return 0;
  }
  try {
    if (!isCommand(name))
      throw new UsageError(name === undefined ? 'which command?' : `there is no command ${name}`);
    if (rest.includes('--help') || rest.includes('-h')) {
      streams.out(helpText(name));
      return 0;
    }
    await table[name](readArguments(name, rest), streams);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      streams.err(`${error.message}\n\n${helpText(isCommand(name) ? name : undefined)}`);
      return 2;
    }
    for (const line of [...reasonsOf(error), ...adviceOn(error)]) streams.err(`${line}\n`);
    return 1;
  }
}

function reasonsOf(thrown: unknown): readonly string[] {
  const error = asStoreError(thrown);
  if (error instanceof Refusal) return error.reasons;
  if (error instanceof CallError || error instanceof StoreError || error instanceof SaveError)
    return [`${error.code}: ${error.message}`];
  // The system's own errors begin with their code.
  if (error instanceof Error && 'code' in error)
    return [
      error.message.startsWith(`${String(error.code)}: `)
        ? error.message
        : `${String(error.code)}: ${error.message}`,
    ];
  return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
}

function readArguments(name: CommandName, argv: readonly string[]): Arguments {
  const command: CommandUsage = commands[name];
  const options = Object.fromEntries(
    Object.entries(command.options).map(([key, { type, multiple = false }]) => [key, { type, multiple }]),
  );
  const { values, positionals } = parse(argv, options);
  const missing = Object.entries(command.options).find(
    ([key, option]) => option.required && values[key] === undefined,
  );
  if (missing) throw new UsageError(`${name} needs --${missing[0]}`);
  if (positionals.length < command.positionals.least) throw new UsageError(`${name} needs a file`);
  if (positionals.length > command.positionals.most)
    throw new UsageError(`${name} does not take ${positionals[command.positionals.most] ?? 'that'}`);
  const text = (key: string): string | undefined =>
    typeof values[key] === 'string' ? values[key] : undefined;
  return {
    text,
    need: (key) => {
      const value = text(key);
      if (value === undefined || value === '') throw new UsageError(`${name} needs --${key}`);
      return value;
    },
    texts: (key) => {
      const value = values[key];
      return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
    },
    flag: (key) => values[key] === true,
    files: positionals,
  };
}

function parse(
  argv: readonly string[],
  options: Record<string, { type: 'string' | 'boolean'; multiple: boolean }>,
) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
