/**
 * The figures grid with 100,000 lines and two years of days: how evenly it scrolls both ways, how long a typed figure takes
 * until every number that follows from it is drawn anew, and what the backend needs for the part on screen.
 *
 * The page is built as the app is, without the shell and without charts, and fed by a made book (`tests/browser/gridPage`); the backend
 * is measured by itself, over a store that holds a hundred thousand series.
 */
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { chromium } from 'playwright';
import type { Page } from 'playwright';
import { build } from 'vite';
import { figureCells } from '../../electron/backend/services/grid.ts';
import { figureLines } from '../../electron/backend/services/gridLines.ts';
import { insertBatch } from '../../electron/store/queries/batches.ts';
import { insertChannel } from '../../electron/store/queries/channels.ts';
import { dayOf, isoOf } from '../../shared/domain/time.ts';
import { testBackend } from '../support/backend.ts';
import { chromiumArgs, chromiumPath } from '../support/browser-path.ts';
import { storedClient } from './storedFigures.ts';

/** A frame is late after this many milliseconds; so many of a hundred may be. */
const LATE = 33;
const MOST_LATE = 5;
const REPAINT = 50;
const FRAMES = 250;

export async function benchGrid(folder: string): Promise<void> {
  console.log('The figures grid, 100,000 lines x 731 days');
  await inPage(folder);
  await inBackend();
}

async function inPage(folder: string): Promise<void> {
  await build({
    root: path.join(import.meta.dirname, '../browser/gridPage'),
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: { outDir: folder, emptyOutDir: false },
  });
  const server = createServer((request, response) => {
    const name = request.url === '/' ? 'index.html' : (request.url ?? '').split('?')[0];
    readFile(path.join(folder, path.normalize(`/${name}`))).then(
      (bytes) => {
        const type = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }[
          path.extname(`${name}`)
        ];
        response.setHeader('content-type', type ?? 'application/octet-stream').end(bytes);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumArgs });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const opening = performance.now();
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.locator('[role="gridcell"][data-col]').first().waitFor();
    console.log(`  first cells after ${(performance.now() - opening).toFixed(0)} ms`);
    await page.mouse.move(800, 400);
    report('down, 5 rows a turn', await scrolled(page, 0, 120));
    report('down, 40 rows a turn', await scrolled(page, 0, 960));
    report('up', await scrolled(page, 0, -120));
    report('left', await scrolled(page, -100, 0));
    report('right', await scrolled(page, 100, 0));
    await typing(page);
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.setContent(plainPage);
    await page.mouse.move(800, 400);
    report('a page of plain text beside it (what this machine can do), down', await scrolled(page, 0, 120));
    report('the same, 40 rows a turn', await scrolled(page, 0, 960));
  } finally {
    await browser.close();
    server.close();
  }
}

/** As many rows and figures, drawn once and without any script: the peer of the scrolling. */
const plainPage = `<style>div{height:24px;font:12px sans-serif;border-bottom:1px solid #eee;white-space:pre}</style>${Array.from(
  { length: 5000 },
  (_, i) =>
    `<div>${Array.from({ length: 12 }, (__, j) => String((i * 7919 + j * 31) % 9973).padStart(8)).join('  ')}</div>`,
).join('')}`;

/** Milliseconds between frames while the wheel turns, one turn a frame. */
async function scrolled(page: Page, x: number, y: number): Promise<number[]> {
  await page.evaluate(`{
    const times = (window.frames_ = []);
    let last = performance.now();
    const frame = (now) => {
      times.push(now - last);
      last = now;
      if (times.length < ${FRAMES}) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  }`);
  const enough = async (): Promise<boolean> => page.evaluate(`window.frames_.length >= ${FRAMES}`);
  while (!(await enough())) await page.mouse.wheel(x, y);
  // The first frames are the measuring's own.
  return page.evaluate('window.frames_.slice(5)');
}

function report(what: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const late = times.filter((time) => time > LATE).length;
  const share = (100 * late) / times.length;
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  console.log(
    `  scrolling ${what}: median frame ${median.toFixed(1)} ms, longest ${(sorted.at(-1) ?? 0).toFixed(0)} ms, ${late} of ${times.length} over ${LATE} ms: ${share.toFixed(1)} % (bar ${MOST_LATE} %: ${share < MOST_LATE ? 'met' : 'NOT met'})`,
  );
}

/** From the Enter that takes a figure to the frame in which the row of all channels shows its sum. */
async function typing(page: Page): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < 15; round += 1) {
    const lines = page.locator('[role="row"]:has([data-line="k0|1"])');
    const all = page.locator('[data-line="k0|"]').first();
    await page.evaluate(
      `document.querySelector('[role="grid"]').parentElement.parentElement.scrollTo({ top: 0 })`,
    );
    await all.waitFor();
    const col = await lines.locator('[data-col]').nth(4).getAttribute('data-col');
    await lines.locator(`[data-col="${col}"]`).click();
    await page.keyboard.type(String(100_000 + round * 7919));
    await page.evaluate(`{
      const text = () => document.querySelector('[data-line="k0|"][data-col="${col}"]')?.textContent;
      const before = text();
      window.took = undefined;
      addEventListener('keydown', () => {
        const from = performance.now();
        const look = () => {
          if (text() === before) requestAnimationFrame(look);
          else window.took = performance.now() - from;
        };
        requestAnimationFrame(look);
      }, { once: true, capture: true });
    }`);
    await page.keyboard.press('Enter');
    await page.waitForFunction('window.took !== undefined');
    times.push(await page.evaluate('window.took'));
  }
  const sorted = times.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  console.log(
    `  typed to all repainted, an answer of 15 ms included: median ${median.toFixed(0)} ms, longest ${(sorted.at(-1) ?? 0).toFixed(0)} ms (bar ${REPAINT}: ${median <= REPAINT ? 'met' : 'NOT met'})`,
  );
}

async function inBackend(): Promise<void> {
  const backend = await testBackend();
  try {
    const { ctx } = backend;
    const { store } = ctx;
    const client = storedClient(ctx, 1, 1);
    const uid = (): string => crypto.randomUUID();
    const channels = Array.from({ length: 1923 }, (_, i) =>
      insertChannel(store, {
        uid: uid(),
        client: client.id,
        network: 'other',
        name: `Many ${i}`,
        handle: null,
        active_from: null,
        active_to: null,
        created_by: null,
      }),
    );
    const batch = insertBatch(store, {
      uid: uid(),
      client: client.id,
      kind: 'import',
      label: 'bench',
      at: '2026-11-01T00:00:00.000Z',
      counts: '{}',
    });
    const insert = store.db.prepare(
      `INSERT INTO figures (client, kpi, channel, cadence, day, value, batch)
       WITH RECURSIVE d (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM d WHERE n < 9)
       SELECT @client, @kpi, @channel, 0, @first + n, 100 + n, @batch FROM d`,
    );
    const first = dayOf(2026, 10, 20);
    store.db.transaction(() => {
      for (const kpi of client.kpis.slice(0, 52))
        for (const channel of channels) insert.run({ client: client.id, kpi, channel, batch, first });
    })();
    const timed = (what: string, run: () => unknown): void => {
      const from = performance.now();
      const size = JSON.stringify(run()).length;
      console.log(
        `  backend, ${what}: ${(performance.now() - from).toFixed(0)} ms, ${(size / 1024).toFixed(0)} KB`,
      );
    };
    console.log(
      `  backend: ${52 * channels.length} series of ${client.kpis.length} KPIs on ${channels.length} channels`,
    );
    const lines = (from: number) =>
      Array.from({ length: 40 }, (_, i) => ({ kpi: `k${i % 2}`, channel: String(channels[from + i]) }));
    const cells = (from: number) =>
      figureCells(ctx, {
        client: client.id,
        cadence: 'day',
        from: isoOf(first),
        periods: 40,
        lines: lines(from),
        total: { cadence: 'month', start: '2026-10-01' },
      });
    timed('the lines, first', () => figureLines(ctx, { client: client.id }));
    timed('the lines, again', () => figureLines(ctx, { client: client.id }));
    timed('40 lines x 40 days, first', () => cells(0));
    timed('40 other lines x 40 days', () => cells(100));
    timed('the same again', () => cells(100));
  } finally {
    await backend.stop();
  }
}
