/**
 * Pictures of every screen for the documentation, taken from the running app with the demo workspace: `npm run screens`.
 * The screens are the ones that the accessibility tests walk through, so that a new one gets its picture by itself.
 */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright';
import { startApp } from '../support/app.ts';
import { chromiumArgs, chromiumPath } from '../support/browser-path.ts';
import { walk } from '../support/screens.ts';

const out = path.resolve(import.meta.dirname, '../../docs/screens');

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const app = await startApp({ demo: true });
const browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumArgs });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  await page.goto(app.url);
  let taken = 0;
  await walk(page, 'en', 'Northline Labs', async (screen) => {
    // Charts are drawn a frame after their data came.
    await page.waitForFunction('new Promise((done) => setTimeout(() => done(true), 400))');
    const name = screen.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
    // Where this run keeps its data is nobody's business.
    const mask = [page.getByText(app.data)];
    await page.screenshot({ path: path.join(out, `${name}.png`), mask, maskColor: '#ffffff' });
    taken += 1;
  });
  console.log(`${taken} pictures in docs/screens`);
} finally {
  await browser.close();
  await app.stop();
}
