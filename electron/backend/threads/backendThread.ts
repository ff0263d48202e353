/** A backend thread: one lane, opened with what the host's thread handed over. */
import { parentPort, workerData } from 'node:worker_threads';
import { createBackend } from '../createBackend.ts';
import { createRescue } from '../rescue/createRescue.ts';
import type { ThreadOptions } from './messages.ts';
import { parserOverPort } from './parserRelay.ts';
import { printerOverPort } from './printRelay.ts';
import { serveThread } from './serveThread.ts';

const port = parentPort;
if (port === null) throw new Error('backendThread runs as a thread only');

const { dataDir, resourcesDir, version, mode, parserByHost, printerByHost } = workerData as ThreadOptions;
await serveThread(port, async () =>
  mode === 'rescue'
    ? createRescue({ dataDir })
    : await createBackend({
        dataDir,
        resourcesDir,
        version,
        mode,
        ...(parserByHost && mode === 'writer' ? { parser: parserOverPort(port) } : {}),
        ...(printerByHost && mode === 'writer' ? { printer: printerOverPort(port) } : {}),
      }),
);
