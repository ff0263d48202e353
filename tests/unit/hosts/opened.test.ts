/** Files opened with the app from outside: which arguments are files, and what the window is given of them. */
import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { createOpenedFiles, filesIn, withOpened } from '../../../electron/backend/opened.ts';
import { createTransfers, MAX_FILE_BYTES } from '../../../electron/backend/transfers.ts';
import { temporaryFolder } from './support/folders.ts';

it('finds the files among the arguments, from the folder they were meant from', () => {
  const here = path.resolve('/home/ana');
  expect(
    filesIn(
      [
        '--allow-file-access-from-files',
        '-psn_0_1234',
        'Sol.pulsebook',
        path.join(here, 'a b.pulsebook'),
        pathToFileURL(path.join(here, 'señal.pulsebook')).href,
        'file://otra-maquina/x.pulsebook',
        'file:///%zz.pulsebook',
        '',
        'x\0.pulsebook',
        'x'.repeat(5000),
      ],
      here,
    ),
  ).toEqual(['Sol.pulsebook', 'a b.pulsebook', 'señal.pulsebook'].map((name) => path.join(here, name)));
});

it('keeps what was opened until it is taken, gives it once, and says what is wrong with the rest', async () => {
  const folder = temporaryFolder();
  const transfers = createTransfers(path.join(folder, 'book'));
  const at = (name: string): string => path.join(folder, name);
  for (const name of [
    'Sol.pulsebook',
    'UPPER.PULSEBOOK',
    'soon-gone.pulsebook',
    'notes.txt',
    'huge.pulsebook',
  ])
    writeFileSync(at(name), 'content');
  mkdirSync(at('folder.pulsebook'));
  truncateSync(at('huge.pulsebook'), MAX_FILE_BYTES + 1);

  const opened = createOpenedFiles();
  opened.add([at('Sol.pulsebook'), at('UPPER.PULSEBOOK'), at('Sol.pulsebook'), at('soon-gone.pulsebook')]);
  opened.add(['notes.txt', 'folder.pulsebook', 'huge.pulsebook', 'never.pulsebook'].map(at));
  expect(opened.waiting()).toBe(7);
  rmSync(at('soon-gone.pulsebook'));
  const taken = await opened.take(transfers);
  expect(taken).toEqual([
    { name: 'Sol.pulsebook', handle: expect.stringMatching(/^[0-9a-f]{32}$/) as unknown },
    { name: 'UPPER.PULSEBOOK', handle: expect.any(String) as unknown },
    { name: 'soon-gone.pulsebook', code: 'file-gone' },
    { name: 'notes.txt', code: 'archive-foreign' },
    { name: 'folder.pulsebook', code: 'archive-foreign' },
    { name: 'huge.pulsebook', code: 'archive-too-large' },
    { name: 'never.pulsebook', code: 'file-gone' },
  ]);
  expect(JSON.stringify(taken)).not.toContain(folder);
  const [first] = taken;
  if (first === undefined || !('handle' in first)) throw new Error('no handle');
  expect((await transfers.resolveHandle(first.handle)).path).toBe(at('Sol.pulsebook'));
  expect(opened.waiting()).toBe(0);
  expect(await opened.take(transfers)).toEqual([]);
});

it('an address carries a handle, and nothing of a file that is not at hand', () => {
  const address = `http://127.0.0.1:4711/#code=${'a'.repeat(64)}`;
  expect(withOpened(address, { name: 'Sol.pulsebook', handle: 'b'.repeat(32) })).toBe(
    `${address}&opened=${'b'.repeat(32)}`,
  );
  expect(withOpened(address, { name: 'Sol.pulsebook', code: 'file-gone' })).toBe(address);
  expect(withOpened(address, undefined)).toBe(address);
});
