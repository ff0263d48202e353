/**
 * All files of one drop, inspected together so that they answer each other's questions, and yet apart where it
 * matters: a file that takes too long, too much memory or the whole process with it is refused by itself, and
 * the others are read again without it.
 */
import type { ImportProblem, Inspection } from '../exchange/model.ts';
import type { InspectContext } from '../exchange/recognition/inspect.ts';
import type { FileToRead, Inspected } from './protocol.ts';
import type { Outcome, Parser, RunOptions } from './runParser.ts';

/**
 * One `Inspected` for each file, several for an archive, in the order of the files. Only cancelling fails as a
 * whole; whatever is wrong with one file is the refusal of that file.
 */
export async function inspectDrop(
  parser: Parser,
  files: readonly FileToRead[],
  context: InspectContext,
  options: RunOptions = {},
): Promise<Outcome<readonly Inspected[]>> {
  return inspectSome(
    parser,
    files,
    files.map((_file, i) => i),
    context,
    options,
  );
}

async function inspectSome(
  parser: Parser,
  files: readonly FileToRead[],
  indexes: readonly number[],
  context: InspectContext,
  options: RunOptions,
): Promise<Outcome<readonly Inspected[]>> {
  const wanted = indexes.flatMap((i) => files[i] ?? []);
  if (wanted.length === 0) return { ok: true, value: [] };
  const outcome = await parser.inspectTogether(wanted, context, options);
  if (outcome.ok) {
    return { ok: true, value: outcome.value.map((one) => ({ ...one, file: indexes[one.file] ?? 0 })) };
  }
  if (outcome.problem.code === 'cancelled') return outcome;
  const [only] = indexes;
  if (indexes.length === 1 && only !== undefined) {
    return {
      ok: true,
      value: [{ file: only, inspection: refused(files[only]?.name ?? '', outcome.problem) }],
    };
  }
  // The culprit by itself, the rest together; when nobody knows the culprit, each by itself.
  const culprit = outcome.stage === undefined ? undefined : indexes[outcome.stage];
  const groups =
    culprit === undefined ? indexes.map((i) => [i]) : [indexes.filter((i) => i !== culprit), [culprit]];
  const found: Inspected[] = [];
  for (const group of groups) {
    const part = await inspectSome(parser, files, group, context, options);
    if (!part.ok) return part;
    found.push(...part.value);
  }
  return { ok: true, value: found.toSorted((a, b) => a.file - b.file) };
}

/** A file that could not even be read, as recognition would report it. */
export function refused(file: string, problem: ImportProblem): Inspection {
  return {
    file,
    status: 'refused',
    platform: null,
    report: null,
    language: null,
    container: 'unknown',
    identities: [],
    tables: [],
    questions: [],
    errors: [{ ...problem, where: file }],
    notes: [],
    ms: 0,
  };
}
