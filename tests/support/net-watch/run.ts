/**
 * A whole end-to-end run, watched: nothing the app starts may reach, ask for or look up anything but this machine.
 * Wired into playwright.config.ts as `globalSetup`; what it returns runs at the end and fails the run with the list.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readWatch } from './read.ts';

/** What has Node processes, and whatever they start, watched into `folder`. */
export function watchOptions(folder: string): string {
  const hook = pathToFileURL(path.join(import.meta.dirname, 'hook.mjs'));
  hook.searchParams.set('to', folder);
  return `--import ${hook.href}`;
}

export default function setUp(): () => Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'pulsebook-network-'));
  // The workers inherit it, and from them whatever they start.
  process.env['NODE_OPTIONS'] = [process.env['NODE_OPTIONS'] ?? '', watchOptions(folder)].join(' ').trim();
  return async () => {
    const { foreign, loopback, refused, nodes, browsers } = await readWatch(folder);
    rmSync(folder, { recursive: true, force: true });
    process.stdout.write(
      `${foreign.length} outgoing connections; ${loopback} loopback (${nodes} Node threads and processes, ${browsers} browsers watched; ` +
        `names refused to the browsers' own services: ${refused.join(', ') || 'none'})\n`,
    );
    if (foreign.length > 0) throw new Error(`something reached out of this machine:\n${foreign.join('\n')}`);
  };
}
