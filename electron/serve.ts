/**
 * Composition root of the loopback host: takes the data folder, starts the backend in its threads, serves the app
 * on 127.0.0.1 and prints the address. When the folder has an owner already, that one opens the window instead.
 *
 * An argument names an archive to take in: the window opens on it, also that of the owner.
 *
 * Prints `Pulsebook: <address>` on stdout once it can be opened; exits 1 with a sentence on stderr when it cannot
 * start. Ends by itself a while after its last window.
 */
import { dataDirectory } from './backend/dataDir.ts';
import { adoptOpened, filesIn, withOpened } from './backend/opened.ts';
import { rendererDir, resourcesDir } from './backend/resources.ts';
import { ownFolder } from './backend/rescue/ownFolder.ts';
import { startThreadedBackend } from './backend/threads/threadedBackend.ts';
import { createTransfers } from './backend/transfers.ts';
import { VERSION } from './backend/version.ts';
import { createChromiumPrinter } from './hosts/chromium/printer.ts';
import { startLoopback } from './hosts/loopback/server.ts';
import type { LoopbackHost } from './hosts/loopback/server.ts';
import { describeOwner, knock } from './store/owner.ts';
import type { ErrorCode } from '../shared/contract/codes.ts';
import type { OpenedFile } from '../shared/contract/transport.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

async function start(): Promise<void> {
  const dataDir = dataDirectory();
  let host: LoopbackHost | null = null;
  const folder = await ownFolder(
    dataDir,
    { host: 'loopback', onKnock: () => (host === null ? {} : { url: host.newAddress() }) },
    () => createTransfers(dataDir).sweep(true),
  );
  if (!folder.ok) return await askOwner(dataDir, describeOwner(folder.by));
  const printer = createChromiumPrinter({ rendererDir });
  const backend = await startThreadedBackend({
    dataDir,
    resourcesDir: resourcesDir(),
    version: VERSION,
    printer,
    own: folder.own,
    onCrash: complain,
  });
  let ending: Promise<void> | null = null;
  const end = (): Promise<void> => {
    ending ??= (async () => {
      await host?.close();
      await backend.close();
      await printer.close();
      folder.release();
    })();
    return ending;
  };
  host = await startLoopback({
    backend,
    dataDir,
    rendererDir: rendererDir(),
    port: Number(process.env['PULSEBOOK_PORT'] ?? 0),
    onIdle: () => void end(),
    onError: (error) => complain(`Pulsebook: ${String(error)}`),
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());
  say(`Pulsebook: ${withOpened(host.newAddress(), await openedFile(dataDir))}`);
}

/** The archive this start was given; what is wrong with it is said, and the app opens without it. */
async function openedFile(dataDir: string): Promise<OpenedFile | undefined> {
  const [file, ...more] = filesIn(process.argv.slice(2), process.cwd());
  if (file === undefined) return undefined;
  if (more.length > 0) complain(`Pulsebook: only ${file} is opened; open the others from the window.`);
  const opened = await adoptOpened(createTransfers(dataDir), file);
  if ('code' in opened) complain(`Pulsebook: ${file} ${openedProblems[opened.code] ?? opened.code}`);
  return opened;
}

const openedProblems: Partial<Record<ErrorCode, string>> = {
  'file-gone': 'is not there, or may not be read.',
  'archive-foreign': 'is not a client of Pulsebook (.pulsebook).',
  'archive-too-large': 'is larger than a client ever is.',
};

async function askOwner(dataDir: string, owner: string): Promise<void> {
  const answer = await knock(dataDir);
  const opened = await openedFile(dataDir);
  if (answer?.url !== undefined) return say(`Pulsebook: ${withOpened(answer.url, opened)}`);
  if (answer !== null) return say('Pulsebook is open already; its window is in front now.');
  complain(`Pulsebook: ${owner} is using ${dataDir}. Close it and start again.`);
  process.exitCode = 1;
}

try {
  await start();
} catch (error) {
  complain(`Pulsebook could not start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
