/** An archive opened from outside the app: it comes up to be looked at, whatever the app was doing; nothing is written. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { _electron, expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { electronBinary } from '../../scripts/electron.mjs';
import { startHost } from '../../scripts/loopback.mjs';
import { startApp } from '../support/app.ts';
import { test } from '../support/fixtures.ts';
import { temporaryFolder } from '../support/store.ts';

const root = path.resolve(import.meta.dirname, '../..');
const serve = path.join(root, 'out/main/serve.js');

let folder: ReturnType<typeof temporaryFolder>;
let archive: string;
test.beforeAll(() => {
  folder = temporaryFolder();
  const cli = (...args: string[]): void => {
    const { status, stderr } = spawnSync(process.execPath, [path.join(root, 'out/main/cli.js'), ...args], {
      encoding: 'utf8',
    });
    expect(`${status} ${stderr}`).toBe('0 ');
  };
  archive = path.join(folder.dir, 'Larkbed.pulsebook');
  const from = path.join(folder.dir, 'from');
  cli('demo', '--data', from);
  cli('archive', '--data', from, '--client', 'Larkbed', '--out', archive);
});
test.afterAll(() => folder.dispose());

async function expectPreview(page: Page, name = 'Larkbed'): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Take a client in', level: 1 })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Name here' })).toHaveValue(name);
}

test('the first start of all on an archive: after the choice how to begin, the archive comes up', async ({
  host,
  browser,
}) => {
  test.skip(host !== 'loopback', 'the desktop has its own test below');
  const data = path.join(folder.dir, 'fresh');
  const started = startHost(serve, { ...process.env, PULSEBOOK_DATA: data }, [archive]);
  const page = await browser.newPage();
  await page.goto((await started.said).url ?? '');
  // Neither the code nor the handle stays in the address.
  await expect(page.getByRole('main').first()).toBeVisible();
  expect(new URL(page.url()).hash).toBe('');
  await page.getByRole('button', { name: 'Start empty' }).click();
  await expectPreview(page);
  await page.getByRole('button', { name: 'Take in', exact: true }).click();
  await expect(page.getByText(/^Larkbed is here: [\d,]+ figures$/)).toBeVisible();
  // It was given once.
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Dashboard', level: 1 })).toBeVisible();
  await page.close();
  started.stop();
  await started.ended;
});

test('a second start opens a window of the first on the archive; what is no archive, or gone, is said', async ({
  host,
  browser,
}) => {
  test.skip(host !== 'loopback', 'the desktop has its own test below');
  const app = await startApp({ demo: true });
  const again = (...files: string[]) =>
    spawnSync(process.execPath, [serve, ...files], {
      encoding: 'utf8',
      cwd: folder.dir,
      env: { ...process.env, PULSEBOOK_DATA: app.data },
    });
  const { stdout, stderr } = again('Larkbed.pulsebook');
  expect(stderr).toBe('');
  const page = await browser.newPage();
  await page.goto(stdout.replace('Pulsebook: ', '').trim());
  await expectPreview(page, 'Larkbed (2)');
  await page.close();

  const gone = again('Gone.pulsebook');
  expect(gone.stderr).toContain('Gone.pulsebook is not there, or may not be read.');
  expect(gone.stdout).toMatch(/^Pulsebook: http:\/\/127\.0\.0\.1:\d+\/#code=[0-9a-f]{64}\n$/);
  expect(again(serve).stderr).toContain('serve.js is not a client of Pulsebook');
  expect(again('Larkbed.pulsebook', 'Other.pulsebook').stderr).toContain('only');
  await app.stop();
});

test('in the desktop: named at the start, and by a second start', async ({ host }) => {
  test.skip(host !== 'electron', 'needs Electron');
  const binary = electronBinary();
  if (binary === null) throw new Error("Electron's binary is not here");
  const started = await startApp({ demo: true, data: path.join(folder.dir, 'desktop') });
  await started.stop();
  const env = { ...(process.env as Record<string, string>), PULSEBOOK_DATA: started.data };
  const desktop = await _electron.launch({ executablePath: binary, args: [root, archive], env });
  const page = await desktop.firstWindow();
  await expectPreview(page, 'Larkbed (2)');
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link').first().click();
  expect(spawnSync(binary, [root, archive], { env, timeout: 30_000 }).status).toBe(0);
  await expectPreview(page, 'Larkbed (2)');
  await desktop.close();
});
