/**
 * A parser process that misbehaves as the name of its file says, so that the parent's defences can be tried
 * against a real child.
 */
import type { Inspection, ReadFile } from '../../electron/backend/exchange/model.ts';
import { serveParser } from '../../electron/backend/jobs/serveParser.ts';

/** Lets what was posted leave the process before the loop is blocked for good: words go out in order, and the last says when. */
const flushed = (): Promise<void> =>
  new Promise((resolve) => {
    process.send?.({ type: 'flush' }, () => resolve());
  });

function never(): never {
  for (;;) Math.sqrt(2);
}

/** Says in its `ms` how many files were looked at together. */
const inspection = (file: string, together: number): Inspection => ({
  file,
  status: 'recognised',
  platform: null,
  report: null,
  language: null,
  container: 'delimited',
  identities: [],
  tables: [],
  questions: [],
  errors: [],
  notes: [],
  ms: together,
});

serveParser({
  async read(file, onProgress): Promise<ReadFile> {
    onProgress(1, 1);
    await flushed();
    switch (file.name) {
      case 'hang':
        return never();
      case 'buffers': {
        const kept: Buffer[] = [];
        for (;;) kept.push(Buffer.alloc(8_000_000, kept.length + 1));
      }
      case 'heap': {
        const kept: string[][] = [];
        for (;;) kept.push(Array.from({ length: 1000 }, (_v, i) => `${i}-${kept.length}`));
      }
      case 'exit':
        return process.exit(3);
      case 'throw':
        throw new TypeError('unforeseen');
      default:
        return { name: `${process.pid}`, container: 'unknown', sheets: [], entries: [], notes: [] };
    }
  },
  async together(files, _context, _onProgress, onStage) {
    for (const [i, file] of files.entries()) {
      onStage(i);
      await flushed();
      if (file.name === 'hang') never();
      if (file.name === 'exit') process.exit(3);
    }
    onStage(null);
    await flushed();
    if (files.length > 1 && files.some((file) => file.name === 'later')) process.exit(4);
    return files.map((file, i) => ({ file: i, inspection: inspection(file.name, files.length) }));
  },
  inspect() {
    // What a child can see of the world it was started in.
    return Promise.reject(new Error(Object.keys(process.env).join(',')));
  },
  returned: () => never(),
  table: () => Promise.resolve(null),
});
