// Opens the app as a person would, without a screen: host, page, first screen. Prints OK, or what went wrong.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { headlessArgs, headlessChromium } from './browsers.mjs';
import { startHost } from './loopback.mjs';

const LIMIT_MS = 60_000;
const script = join(dirname(dirname(fileURLToPath(import.meta.url))), 'out/main/serve.js');

/** @returns {Promise<number>} exit code */
export async function smoke() {
  const data = process.env.PULSEBOOK_DATA ?? mkdtempSync(join(tmpdir(), 'pulsebook-smoke-'));
  const host = startHost(script, { ...process.env, PULSEBOOK_DATA: data });
  try {
    await look(await host.said);
    process.stdout.write('OK\n');
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  } finally {
    host.stop();
    await host.ended;
    if (process.env.PULSEBOOK_DATA === undefined) rmSync(data, { recursive: true, force: true });
  }
}

/** @param {{ line: string | null, url: string | null }} said */
async function look({ line, url }) {
  if (url === null) throw new Error(line ?? 'the host ended before it could be opened');
  const browser = await chromium.launch({ executablePath: await headlessChromium(), args: headlessArgs });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(LIMIT_MS);
    /** @type {string[]} */
    const complaints = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(url);
    await page.getByRole('main').first().waitFor();
    const title = await page.title();
    if (!title.includes('Pulsebook')) throw new Error(`the page calls itself ${JSON.stringify(title)}`);
    if (complaints.length > 0) throw new Error(`the page complains: ${complaints.join('; ')}`);
  } finally {
    await browser.close();
  }
}
