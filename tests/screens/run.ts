/**
 * Pictures of every screen for the documentation, taken from the running app with the demo workspace: `npm run screens`.
 * The screens are the ones that the accessibility tests walk through, so that a new one gets its picture by itself, and
 * what the guide shows besides (more.ts).
 */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright';
import type { Page } from 'playwright';
import { startApp } from '../support/app.ts';
import type { StartedApp } from '../support/app.ts';
import { chromiumArgs, chromiumPath } from '../support/browser-path.ts';
import { walk } from '../support/screens.ts';
import { firstStart, more } from './more.ts';

const out = path.resolve(import.meta.dirname, '../../docs/screens');
const client = 'Northline Labs';
/** Screens that are walked through and have nothing to show. */
const unshown = new Set(['nowhere']);

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
let taken = 0;
const browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumArgs });
try {
  await within({}, async (page, shot) => firstStart(page, shot));
  await within({ demo: true }, async (page, shot) => walk(page, 'en', client, shot));
  await within({ demo: true }, async (page, shot) => more(page, client, shot));
  console.log(`${taken} pictures in docs/screens`);
} finally {
  await browser.close();
}

type Shot = (screen: string) => Promise<void>;

/** A window on a book of its own, so that no picture shows what another one left behind. */
async function within(
  options: { readonly demo?: boolean },
  work: (page: Page, shot: Shot) => Promise<void>,
): Promise<void> {
  const app = await startApp(options);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  try {
    await page.goto(app.url);
    await work(page, shooter(page, app));
  } finally {
    await page.context().close();
    await app.stop();
  }
}

function shooter(page: Page, app: StartedApp): Shot {
  return async (screen) => {
    if (unshown.has(screen)) return;
    // Charts are drawn a frame after their data came.
    await page.waitForFunction('new Promise((done) => setTimeout(() => done(true), 400))');
    const name = screen.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
    // Where this run keeps its data is nobody's business.
    const mask = [page.getByText(app.data)];
    await page.screenshot({ path: path.join(out, `${name}.png`), mask, maskColor: '#ffffff' });
    taken += 1;
  };
}
