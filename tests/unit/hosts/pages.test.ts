import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { listPages } from '../../../electron/backend/pages.ts';
import { traversals } from './support/traversals.ts';
import { rendererFolder, temporaryFolder } from './support/folders.ts';

it('serves what was built, and places inside the app by the app itself', () => {
  const pages = listPages(rendererFolder());
  expect(pages.find('/assets/app.js')?.type).toBe('text/javascript; charset=utf-8');
  expect(pages.find('/clients/3')).toBeNull();
  expect(pages.findOrApp('/clients/3/explorer/net_follower_growth')?.file).toMatch(/index\.html$/);
  expect(pages.findOrApp('/')?.file).toMatch(/index\.html$/);
  expect(pages.findOrApp('/assets/gone.js')).toBeNull();
});

it.each(traversals)('%s leads nowhere', (probe) => {
  const pages = listPages(rendererFolder());
  expect(pages.find(probe)).toBeNull();
  expect(pages.findOrApp(probe)).toBeNull();
});

it('files of kinds the app has not, and links out of the folder, are not served', () => {
  const folder = rendererFolder();
  symlinkSync(path.join(folder, '..', 'secret.txt'), path.join(folder, 'link.txt'));
  const pages = listPages(folder);
  expect(pages.find('/notes.secret')).toBeNull();
  expect(pages.find('/link.txt')).toBeNull();
});

it('a folder without a build is refused at start', () => {
  expect(() => listPages(temporaryFolder())).toThrow(/npm run build/);
});
