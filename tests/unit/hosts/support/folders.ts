/** Folders that a test may fill and that are gone after it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'pulsebook-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A built renderer with one script, `more` files, and a secret beside it that must never be served. */
export function rendererFolder(more: Readonly<Record<string, string>> = {}): string {
  const root = temporaryFolder();
  const folder = path.join(root, 'renderer');
  mkdirSync(path.join(folder, 'assets'), { recursive: true });
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>Pulsebook</title>');
  writeFileSync(path.join(folder, 'assets', 'app.js'), 'export {};');
  for (const [name, text] of Object.entries(more)) writeFileSync(path.join(folder, name), text);
  writeFileSync(path.join(folder, 'notes.secret'), 'SECRET');
  writeFileSync(path.join(root, 'secret.txt'), 'SECRET');
  return folder;
}
