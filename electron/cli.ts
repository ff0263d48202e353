/** Composition root of the command line: support, automation, batch reports. `npm run -s pulsebook -- --help` tells the rest. */
import { runCommand } from './backend/commands/run.ts';
import { rendererDir } from './backend/resources.ts';
import { createChromiumPrinter } from './hosts/chromium/printer.ts';

const printer = createChromiumPrinter({ rendererDir });
try {
  process.exitCode = await runCommand(process.argv.slice(2), {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    printer,
  });
} finally {
  await printer.close();
}
