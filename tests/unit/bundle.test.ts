/** What the window has to load, from the built renderer: small as a whole, and no charts before one is drawn. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const renderer = path.resolve(import.meta.dirname, '../../out/renderer');
const assets = path.join(renderer, 'assets');
const gzipped = (file: string): number => gzipSync(readFileSync(path.join(assets, file))).length;
const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));

/** Files that the page names itself, and what these import at once. */
function startFiles(): string[] {
  const page = readFileSync(path.join(renderer, 'index.html'), 'utf8');
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name) || !scripts.includes(name)) return;
    found.add(name);
    const code = readFileSync(path.join(assets, name), 'utf8');
    for (const [, imported = ''] of code.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
      visit(imported);
  };
  for (const [, name = ''] of page.matchAll(/assets\/([^"']+\.js)/g)) visit(name);
  return [...found];
}

describe('the renderer as it is built', () => {
  it('is under 1.2 MB of compressed script as a whole', () => {
    const total = scripts.reduce((sum, name) => sum + gzipped(name), 0);
    expect(scripts.length).toBeGreaterThan(5);
    expect(total).toBeLessThan(1.2 * 1024 * 1024);
  });

  it('loads no chart library before a chart is drawn', () => {
    const start = startFiles();
    expect(start.length).toBeGreaterThan(0);
    const charting = scripts.filter((name) =>
      readFileSync(path.join(assets, name), 'utf8').includes('_echarts_instance_'),
    );
    expect(charting.length).toBeGreaterThan(0);
    expect(start.filter((name) => charting.includes(name))).toEqual([]);
    expect(start.reduce((sum, name) => sum + gzipped(name), 0)).toBeLessThan(400 * 1024);
  });
});
