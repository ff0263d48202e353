/**
 * One owner of a data folder at a time, over desktop, loopback and command line.
 *
 * The owner holds `BEGIN EXCLUSIVE` on `lock.db` for life: the operating system ends the lock with the process, so
 * there is no stale lock after a crash or a `kill -9`. `owner.json` only says who it is and where to knock; it is
 * never what decides. A second start knocks: the desktop comes to the front, the loopback host opens a window.
 *
 * Invariants: the lock is separate from the workbook, so that reading beside the owner stays possible; the folder and
 * all that this module writes are for the same person alone (0700, 0600).
 */
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { requireNode } from './openStore.ts';
import { asStoreError, StoreError } from './storeError.ts';
import { knockOnPipe, listenOnPipe, pipePlace } from './ownerPipe.ts';

export const hosts = ['desktop', 'loopback', 'command-line'] as const;
export type HostKind = (typeof hosts)[number];

export interface OwnerInfo {
  readonly host: HostKind;
  readonly pid: number;
  /** UTC, `YYYY-MM-DDTHH:MM:SS.mmmZ`. */
  readonly started: string;
}

/** What the owner answers a second start. `url`: a fresh one-time address the second start may open. */
export interface KnockAnswer {
  readonly url?: string;
}

export interface Owner {
  readonly info: OwnerInfo;
  /** Gives the folder up. Safe to call twice. */
  release(): void;
}

export interface OwnerOptions {
  readonly host: HostKind;
  /** Called for each second start; `null` for an owner that has nothing to show. */
  readonly onKnock: (() => KnockAnswer | Promise<KnockAnswer>) | null;
}

/** `by` is null when an owner holds the folder but has not yet said who it is. */
export type Ownership =
  | { readonly ok: true; readonly owner: Owner }
  | { readonly ok: false; readonly by: OwnerInfo | null };

const LOCK_FILE = 'lock.db';
const OWNER_FILE = 'owner.json';

interface OwnerFile extends OwnerInfo {
  readonly pipe: string | null;
  readonly secret: string;
}

/**
 * Takes `dataDir` (made if missing) for this process, or says who has it. Throws `StoreError` when the folder cannot
 * be written (`read-only`, `disk-full`).
 */
export async function takeOwnership(dataDir: string, options: OwnerOptions): Promise<Ownership> {
  requireNode();
  makeFolder(dataDir);
  const lock = holdLock(path.join(dataDir, LOCK_FILE));
  if (lock === null) return { ok: false, by: await whoOwns(dataDir) };
  try {
    return { ok: true, owner: await announce(dataDir, lock, options) };
  } catch (error) {
    lock.close();
    throw error;
  }
}

/** Asks the owner of `dataDir` to show itself. Null when there is none, or none that answers within two seconds. */
export async function knock(dataDir: string): Promise<KnockAnswer | null> {
  const file = readOwnerFile(dataDir);
  if (file === null || file.pipe === null) return null;
  const said = await knockOnPipe(file.pipe, file.secret, 2000);
  if (typeof said !== 'object' || said === null) return null;
  return 'url' in said && typeof said.url === 'string' ? { url: said.url } : {};
}

/** For messages: "the desktop app (process 4711, since 2026-11-02T08:00:00.000Z)". */
export function describeOwner(owner: OwnerInfo | null): string {
  if (owner === null) return 'another Pulsebook';
  const name = {
    desktop: 'the desktop app',
    loopback: 'the app in the browser',
    'command-line': 'a command',
  }[owner.host];
  return `${name} (process ${owner.pid}, since ${owner.started})`;
}

function makeFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw asStoreError(error);
  }
  try {
    // A folder that was there before may be open to others.
    chmodSync(dataDir, 0o700);
  } catch {
    // File systems without modes (FAT, some network shares) say no; the lock still holds.
  }
}

/** The connection that holds the lock, or null when someone else does. */
function holdLock(file: string): Database.Database | null {
  let db: Database.Database | null = null;
  try {
    db = new Database(file, { timeout: 0 });
    db.exec('BEGIN EXCLUSIVE');
    chmodSync(file, 0o600);
    return db;
  } catch (error) {
    db?.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null;
    throw asStoreError(error);
  }
}

async function announce(dataDir: string, lock: Database.Database, options: OwnerOptions): Promise<Owner> {
  const info: OwnerInfo = { host: options.host, pid: process.pid, started: new Date().toISOString() };
  const secret = randomBytes(32).toString('hex');
  const { onKnock } = options;
  const place = onKnock === null ? null : pipePlace(dataDir);
  const pipe =
    place === null || onKnock === null
      ? null
      : await listenOnPipe(place, secret, async () => await onKnock());
  const file = path.join(dataDir, OWNER_FILE);
  const content: OwnerFile = { ...info, pipe: place?.address ?? null, secret };
  sayWho(file, content);
  let held = true;
  return {
    info,
    release: () => {
      if (!held) return;
      held = false;
      pipe?.close();
      // Before the lock goes: a next owner's file must not be removed.
      rmSync(file, { force: true });
      lock.close();
    },
  };
}

/** On a full disk the owner is one all the same: what is there can be read, and the person is told. */
function sayWho(file: string, content: OwnerFile): void {
  try {
    writeFileSync(`${file}.new`, JSON.stringify(content), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  } catch (error) {
    rmSync(`${file}.new`, { force: true });
    const told = asStoreError(error);
    if (!(told instanceof StoreError && told.code === 'disk-full')) throw told;
  }
}

/** An owner takes the lock a moment before it says who it is: looks again for a second. */
async function whoOwns(dataDir: string): Promise<OwnerInfo | null> {
  for (let tries = 0; tries < 20; tries += 1) {
    const file = readOwnerFile(dataDir);
    if (file !== null && alive(file.pid)) return { host: file.host, pid: file.pid, started: file.started };
    await delay(50);
  }
  return null;
}

/** The file of an owner that was killed may still lie there while the next one starts. */
function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function readOwnerFile(dataDir: string): OwnerFile | null {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path.join(dataDir, OWNER_FILE), 'utf8'));
  } catch {
    return null;
  }
  return isOwnerFile(value) ? value : null;
}

function isOwnerFile(value: unknown): value is OwnerFile {
  if (typeof value !== 'object' || value === null) return false;
  const file: Partial<Record<keyof OwnerFile, unknown>> = value;
  return (
    hosts.some((host) => host === file.host) &&
    typeof file.pid === 'number' &&
    typeof file.started === 'string' &&
    (file.pipe === null || typeof file.pipe === 'string') &&
    typeof file.secret === 'string'
  );
}
