/**
 * Entry of the parser process: foreign bytes in, plain rows and what they mean out. It has no database, no
 * network and no window, and may be ended at any moment.
 */
import { openFile, type OpenedFile } from '../exchange/readers/openFile.ts';
import { inspectDropped, inspectOpened } from './inspectOpened.ts';
import { createTableReader } from './seeTable.ts';
import type { FileToRead } from './protocol.ts';
import { serveParser } from './serveParser.ts';

const open = (file: FileToRead): Promise<OpenedFile> =>
  openFile(file.path, file.name, file.modified === undefined ? {} : { modified: file.modified });

const tables = createTableReader(open);

serveParser({
  table: (file, what, context) => tables.see(file, what, context),
  returned: async (file) => {
    tables.forget();
    // Few files are ours: what reads them, and checks what they carry, is loaded when the first one comes.
    const { readReturned } = await import('../exchange/returned/readReturned.ts');
    return readReturned(file.path, file.name);
  },
  read: async (file) => {
    tables.forget();
    return (await open(file)).read;
  },
  inspect: async (file, context, onProgress) => {
    tables.forget();
    return inspectOpened(await open(file), context, onProgress);
  },
  together: (files, context, onProgress, onStage) => {
    tables.forget();
    return inspectDropped(
      files.map((file) => () => open(file)),
      context,
      onProgress,
      onStage,
    );
  },
});
