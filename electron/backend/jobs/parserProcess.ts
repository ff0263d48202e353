/**
 * Entry of the parser process: foreign bytes in, plain rows and what they mean out. It has no database, no
 * network and no window, and may be ended at any moment.
 */
import { openFile, type OpenedFile } from '../exchange/readers/openFile.ts';
import { inspectDropped, inspectOpened } from './inspectOpened.ts';
import type { FileToRead } from './protocol.ts';
import { serveParser } from './serveParser.ts';

const open = (file: FileToRead): Promise<OpenedFile> =>
  openFile(file.path, file.name, file.modified === undefined ? {} : { modified: file.modified });

serveParser({
  read: async (file) => (await open(file)).read,
  inspect: async (file, context, onProgress) => inspectOpened(await open(file), context, onProgress),
  together: (files, context, onProgress, onStage) =>
    inspectDropped(
      files.map((file) => () => open(file)),
      context,
      onProgress,
      onStage,
    ),
});
