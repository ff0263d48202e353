/**
 * Composition root of the loopback host: takes the data folder, starts the backend in its threads, serves the app
 * on 127.0.0.1 and prints the address. When the folder has an owner already, that one opens the window instead.
 *
 * Prints `Pulsebook: <address>` on stdout once it can be opened; exits 1 with a sentence on stderr when it cannot
 * start. Ends by itself a while after its last window.
 */
import { dataDirectory } from './backend/dataDir.ts';
import { rendererDir, resourcesDir } from './backend/resources.ts';
import { startThreadedBackend } from './backend/threads/threadedBackend.ts';
import { createTransfers } from './backend/transfers.ts';
import { VERSION } from './backend/version.ts';
import { createChromiumPrinter } from './hosts/chromium/printer.ts';
import { startLoopback } from './hosts/loopback/server.ts';
import type { LoopbackHost } from './hosts/loopback/server.ts';
import { describeOwner, knock, takeOwnership } from './store/owner.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

async function start(): Promise<void> {
  const dataDir = dataDirectory();
  let host: LoopbackHost | null = null;
  const ownership = await takeOwnership(dataDir, {
    host: 'loopback',
    onKnock: () => (host === null ? {} : { url: host.newAddress() }),
  });
  if (!ownership.ok) return await askOwner(dataDir, describeOwner(ownership.by));
  const { owner } = ownership;
  createTransfers(dataDir).sweep(true);
  const printer = createChromiumPrinter({ rendererDir });
  const backend = await startThreadedBackend({
    dataDir,
    resourcesDir: resourcesDir(),
    version: VERSION,
    printer,
    onCrash: complain,
  });
  let ending: Promise<void> | null = null;
  const end = (): Promise<void> => {
    ending ??= (async () => {
      await host?.close();
      await backend.close();
      await printer.close();
      owner.release();
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
  say(`Pulsebook: ${host.newAddress()}`);
}

async function askOwner(dataDir: string, owner: string): Promise<void> {
  const answer = await knock(dataDir);
  if (answer?.url !== undefined) return say(`Pulsebook: ${answer.url}`);
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
