/**
 * Entry of the parser process: foreign bytes in, plain rows and what they mean out. It has no database, no
 * network and no window, and may be ended at any moment.
 */
import type { ReadFile } from '../exchange/model.ts';
import { openFile } from '../exchange/readers/openFile.ts';
import { wholeFile } from '../exchange/readers/wholeFile.ts';
import { inspectFile, inspectTogether } from '../exchange/recognition/inspect.ts';
import type { FileToRead, Inspected } from './protocol.ts';
import { serveParser, type OnProgress } from './serveParser.ts';

const open = (file: FileToRead): ReturnType<typeof openFile> =>
  openFile(file.path, file.name, file.modified === undefined ? {} : { modified: file.modified });

const readAll = async (file: FileToRead, onProgress: OnProgress): Promise<ReadFile> =>
  wholeFile(await open(file), onProgress);

/** How many things an archive holds that are inspected one by one. */
function leaves(read: ReadFile): number {
  return read.entries.length === 0 ? 1 : read.entries.reduce((n, entry) => n + leaves(entry), 0);
}

serveParser({
  read: async (file) => (await open(file)).read,
  inspect: async (file, context, onProgress) => inspectFile(await readAll(file, onProgress), context),
  async together(files, context, onProgress, onStage) {
    const reads: ReadFile[] = [];
    for (const [i, file] of files.entries()) {
      onStage(i);
      reads.push(await readAll(file, onProgress));
    }
    onStage(null);
    const owners = reads.flatMap((read, i) => Array.from({ length: leaves(read) }, () => i));
    return inspectTogether(reads, context).map((inspection, i): Inspected => ({
      file: owners[i] ?? 0,
      inspection,
    }));
  },
});
