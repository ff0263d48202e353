/**
 * The window with five million figures behind it, in a real browser: from starting the host to a screen that can be used,
 * beside an empty page of a server that does nothing else; and from a press in the navigation to the painted screen.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright';
import type { Browser, Page } from 'playwright';
import { chromiumArgs, chromiumPath } from '../support/browser-path.ts';
import { startApp } from '../support/app.ts';
import { testBackend } from '../support/backend.ts';
import { storedClient } from './storedFigures.ts';

const rounds = 7;
const startBar = 400;
const routeBar = 100;
/** Clients of a freelancer, each with 60 KPIs on six channels, by day for five and a half years: 5.0 million figures. */
const clients = 8;
const days = 2003;

export async function benchWindow(folder: string): Promise<void> {
  const data = path.join(folder, 'data');
  const stored = await fill(data);
  console.log(`The window, ${stored.toLocaleString('en')} figures stored`);
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumArgs });
  try {
    await starting(browser, data);
    await moving(browser, data);
  } finally {
    await browser.close();
  }
}

async function fill(data: string): Promise<number> {
  const backend = await testBackend();
  try {
    for (let i = 0; i < clients; i += 1) storedClient(backend.ctx, 6, days);
    const { db } = backend.ctx.store;
    db.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA optimize');
    mkdirSync(data, { recursive: true });
    cpSync(backend.dir, data, { recursive: true });
    return Number(db.prepare('SELECT count(*) FROM figures').pluck().get());
  } finally {
    await backend.stop();
  }
}

/** Milliseconds from starting a process that serves to a page that can be used. */
async function starting(browser: Browser, data: string): Promise<void> {
  const ours: number[] = [];
  const whole: number[] = [];
  const peer: number[] = [];
  for (let i = 0; i < rounds; i += 1) {
    peer.push(await emptyPage(browser));
    const { usable, figures } = await ourPage(browser, data);
    ours.push(usable);
    whole.push(figures);
  }
  const more = median(ours) - median(peer);
  console.log(`  start to a list of clients that can be used: ${words(ours)}`);
  console.log(`  start to an empty page in the same browser: ${words(peer)}`);
  console.log(
    `    ${more.toFixed(0)} ms more, bar ${startBar}: ${more <= startBar ? 'met' : 'NOT met'}; with every client's figures ${words(whole)}`,
  );
}

const server =
  "const s=require('node:http').createServer((q,r)=>{r.setHeader('content-type','text/html');r.end('<!doctype html><title>Empty</title><main>Empty</main>')});s.listen(0,'127.0.0.1',()=>console.log(s.address().port))";

async function emptyPage(browser: Browser): Promise<number> {
  const page = await blank(browser);
  const start = performance.now();
  const child = spawn(process.execPath, ['-e', server], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const port = await new Promise<string>((resolve, reject) => {
      child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
      child.once('error', reject);
    });
    await page.goto(`http://127.0.0.1:${port}/`);
    await painted(page);
    return performance.now() - start;
  } finally {
    child.kill();
    await page.context().close();
  }
}

async function ourPage(browser: Browser, data: string): Promise<{ usable: number; figures: number }> {
  const page = await blank(browser);
  const start = performance.now();
  const app = await startApp({ data });
  try {
    await page.goto(app.url);
    const rows = page.getByRole('main').getByRole('row');
    await rows.nth(clients).waitFor();
    await painted(page);
    const usable = performance.now() - start;
    await page.locator('main [aria-busy="true"]').first().waitFor({ state: 'detached' });
    await painted(page);
    return { usable, figures: performance.now() - start };
  } finally {
    await page.context().close();
    await app.stop();
  }
}

/** A page of its own, with nothing of the run before. */
async function blank(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  return context.newPage();
}

/** What runs in the page is text: this program knows no window. */
const twoFrames = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';

async function painted(page: Page): Promise<void> {
  await page.evaluate(twoFrames);
}

const screens = [
  'Dashboard',
  'Scorecard',
  'Explorer',
  'Figures',
  'Content',
  'Journal',
  'KPIs & targets',
  'Imports',
  'Reports',
] as const;

/** Milliseconds from a press on a link of the navigation to a painted screen with nothing left to come. */
async function moving(browser: Browser, data: string): Promise<void> {
  const app = await startApp({ data });
  const page = await blank(browser);
  try {
    await page.goto(app.url);
    await page.getByRole('main').getByRole('row').nth(1).click();
    await page.getByRole('navigation', { name: 'Screens' }).waitFor();
    const first = new Map<string, number>();
    const again = new Map<string, number[]>();
    for (let round = 0; round <= rounds; round += 1)
      for (const screen of screens) {
        const took = await press(page, screen);
        if (round === 0) first.set(screen, took);
        else again.set(screen, [...(again.get(screen) ?? []), took]);
      }
    for (const screen of screens) {
      const times = again.get(screen) ?? [];
      const verdict = median(times) <= routeBar ? 'met' : 'NOT met';
      console.log(
        `  to ${screen}: ${words(times)}, bar ${routeBar}: ${verdict}; the first time ${(first.get(screen) ?? Number.NaN).toFixed(0)} ms`,
      );
    }
  } finally {
    await page.context().close();
    await app.stop();
  }
}

/**
 * Settled is the same shape for twelve frames; the first of them is when it was painted.
 */
const pressing = (name: string): string => `new Promise((resolve, reject) => {
  const link = [...document.querySelectorAll('nav a')].find((one) => one.textContent.trim().startsWith(${JSON.stringify(name)}));
  if (link === undefined) return reject(new Error('there is no such link'));
  const start = performance.now();
  let settled = start;
  let quiet = 0;
  let mark = '';
  const look = () => {
    const main = document.querySelector('main');
    const there = link.getAttribute('aria-current') === 'page' && main !== null && main.childElementCount > 0;
    const busy = document.querySelector('main [aria-busy="true"]') !== null;
    const shape = main === null ? '' : main.querySelectorAll('*').length + ' ' + main.textContent.length;
    quiet = there && !busy && shape === mark ? quiet + 1 : 0;
    mark = shape;
    if (quiet === 0) settled = performance.now();
    if (quiet >= 12) resolve(settled - start);
    else requestAnimationFrame(look);
  };
  link.click();
  requestAnimationFrame(look);
})`;

async function press(page: Page, screen: string): Promise<number> {
  return Number(await page.evaluate(pressing(screen)));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function words(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  return `${median(values).toFixed(0)} ms (${(sorted[0] ?? 0).toFixed(0)} to ${(sorted.at(-1) ?? 0).toFixed(0)})`;
}
