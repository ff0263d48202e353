/**
 * Pictures of every screen for the documentation, taken from the running app with the demo workspace: `npm run screens`.
 * The screens are the ones that the accessibility tests walk through, so that a new one gets its picture by itself, and
 * what the guide shows besides (more.ts).
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright';
import type { Page } from 'playwright';
import { startApp } from '../support/app.ts';
import type { AppOptions, StartedApp } from '../support/app.ts';
import { chromiumArgs, chromiumPath } from '../support/browser-path.ts';
import { walk } from '../support/screens.ts';
import { firstStart, more, rescue } from './more.ts';

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
  await damaged();
  console.log(`${taken} pictures in docs/screens`);
} finally {
  await browser.close();
}

type Shot = (screen: string) => Promise<void>;

/** A window on a book of its own, so that no picture shows what another one left behind. */
async function within(options: AppOptions, work: (page: Page, shot: Shot) => Promise<void>): Promise<void> {
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

/** A book with a backup, whose file was then overwritten in the middle. */
async function damaged(): Promise<void> {
  const data = mkdtempSync(path.join(tmpdir(), 'pulsebook-damaged-'));
  try {
    await within({ demo: true, data }, async () => backedUp(data));
    const book = path.join(data, 'pulsebook.db');
    const bytes = readFileSync(book);
    for (let at = 4096; at < bytes.length; at += 4096) bytes.fill(0xa5, at, at + 64);
    writeFileSync(book, bytes);
    await within({ data }, rescue);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

/** The backup of the day is made by itself, soon after the start. */
async function backedUp(data: string): Promise<void> {
  const made = (): boolean => readdirSync(path.join(data, 'backups')).some((name) => name.endsWith('.db'));
  for (const end = Date.now() + 30_000; !made() && Date.now() < end;) await pause(100);
}

function shooter(page: Page, app: StartedApp): Shot {
  return async (screen) => {
    if (unshown.has(screen)) return;
    // Charts are drawn a frame after their data came.
    await page.waitForFunction('new Promise((done) => setTimeout(() => done(true), 400))');
    const name = screen.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
    // Where this run keeps its data is nobody's business: the pictures show where it usually is.
    await page.evaluate(usualFolder(app.data));
    await page.screenshot({ path: path.join(out, `${name}.png`) });
    taken += 1;
  };
}

/** Puts the usual folder in the place of this run's, wherever the page says it. What runs in the page is text. */
function usualFolder(data: string): string {
  return `{
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (text.data.includes(${JSON.stringify(data)}))
      text.data = text.data.replaceAll(${JSON.stringify(data)}, '~/.local/share/pulsebook');
  }
}`;
}
