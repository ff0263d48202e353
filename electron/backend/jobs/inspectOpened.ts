/**
 * Files of one drop in the parser process: a long table is applied row by row as it is read from disk, so that
 * its text is never held; everything else is read whole and inspected together.
 *
 * A long table neither gives facts to the files beside it nor takes any: what can be streamed carries its own
 * dates and places (see recognition/large.ts).
 */
import type { Inspection, ReadFile } from '../exchange/model.ts';
import type { OpenedFile } from '../exchange/readers/openFile.ts';
import { wholeFile } from '../exchange/readers/wholeFile.ts';
import {
  forFile,
  inspectFile,
  inspectTogether,
  type InspectContext,
} from '../exchange/recognition/inspect.ts';
import { inspectLarge } from '../exchange/recognition/large.ts';
import type { Inspected } from './protocol.ts';
import type { OnProgress } from './serveParser.ts';

/** One file by itself. */
export async function inspectOpened(
  opened: OpenedFile,
  context: InspectContext,
  onProgress: OnProgress,
): Promise<Inspection> {
  const long = await inspectLong(opened, context, onProgress);
  return long ?? inspectFile(await wholeFile(opened, onProgress), context);
}

/** All files of a drop, opened one after the other; `onStage` is told before each, and null before what they mean together. */
export async function inspectDropped(
  files: readonly (() => Promise<OpenedFile>)[],
  context: InspectContext,
  onProgress: OnProgress,
  onStage: (file: number | null) => void,
): Promise<readonly Inspected[]> {
  const done: Inspected[] = [];
  const rest: { readonly file: number; readonly read: ReadFile }[] = [];
  for (const [file, open] of files.entries()) {
    onStage(file);
    const opened = await open();
    const { name } = opened.read;
    const inspection = await inspectLong(opened, forFile(context, name), onProgress);
    if (inspection) done.push({ file, inspection });
    else rest.push({ file, read: await wholeFile(opened, onProgress) });
  }
  onStage(null);
  const owners = rest.flatMap(({ file, read }) => Array.from({ length: leaves(read) }, () => file));
  const siblings = [...(context.siblings ?? []), ...done.map(({ inspection }) => inspection.file)];
  const reads = rest.map(({ read }) => read);
  for (const [i, inspection] of inspectTogether(reads, { ...context, siblings }).entries())
    done.push({ file: owners[i] ?? 0, inspection });
  return done.toSorted((a, b) => a.file - b.file);
}

/** Null for a file that is not long, or that needs to be looked at whole. */
async function inspectLong(
  { read, stream }: OpenedFile,
  context: InspectContext,
  onProgress: OnProgress,
): Promise<Inspection | null> {
  if (stream === undefined) return null;
  return inspectLarge(read, stream, context, { onProgress: (bytes, rows) => onProgress(rows, bytes) });
}

/** How many things an archive holds that are inspected one by one. */
function leaves(read: ReadFile): number {
  return read.entries.length === 0 ? 1 : read.entries.reduce((n, entry) => n + leaves(entry), 0);
}
