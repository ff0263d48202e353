/**
 * What backups are called, in which order they were made, and which of them may go.
 *
 * `2026-11-10T09-30-00_before-import_12_9f3a01c7.db`: when by the clock, why, the how-manieth, and the CRC-32 of its bytes.
 *
 * Invariants: the order is that of the numbers, never of the clock, which people and batteries set back and forward by
 * years; a number is never given twice while a higher one is there, so no two names are the same; any changed byte is
 * found, because the file no longer fits its name (SQLite has no checksums: a changed figure is a good figure to it).
 */
import { randomBytes } from 'node:crypto';

export const backupReasons = [
  'manual',
  'scheduled',
  'before-import',
  'before-take-in',
  'before-migration',
  'before-restore',
  'before-delete',
  'brought',
] as const;
export type BackupReason = (typeof backupReasons)[number];

export interface BackupName {
  readonly name: string;
  /** 0 for one that was made before there were numbers. */
  readonly number: number;
  /** By the clock of then; UTC with milliseconds. */
  readonly at: string;
  readonly reason: BackupReason;
  /** Of its bytes; `null` for one that was made before names told it. */
  readonly crc: number | null;
}

const form = /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})_([a-z-]+?)(?:_(\d{1,9})_([0-9a-f]{8}))?\.db$/;

/** `null` for what is no backup. */
export function readName(name: string): BackupName | null {
  const [, day, hours, minutes, seconds, why, number, crc] = form.exec(name) ?? [];
  const reason = backupReasons.find((one) => one === why);
  if (day === undefined || reason === undefined) return null;
  const at = `${day}T${hours}:${minutes}:${seconds}.000Z`;
  if (Number.isNaN(Date.parse(at))) return null;
  return {
    name,
    number: Number(number ?? 0),
    at,
    reason,
    crc: crc === undefined ? null : Number.parseInt(crc, 16),
  };
}

export function writeName(number: number, now: Date, reason: BackupReason, crc: number): string {
  // A clock beyond the year 9999 has more digits than the form.
  const iso = now.toISOString();
  const stamp = (/^\d{4}-/.test(iso) ? iso : '9999-12-31T23:59:59').slice(0, 19).replaceAll(':', '-');
  return `${stamp}_${reason}_${number}_${crc.toString(16).padStart(8, '0')}.db`;
}

/** A name beside `near` that no other file has, for a backup until it is whole. It tells who writes it. */
export function temporaryName(near: string): string {
  return `${near}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`;
}

/** The process that writes, or wrote, a backup that has no name yet; `null` for any other file. */
export function writerOf(name: string): number | null {
  const pid = /\.(\d+)\.[0-9a-f]+\.tmp(?:-\w+)?$/.exec(name)?.[1];
  return pid === undefined ? null : Number(pid);
}

export function newestFirst(a: BackupName, b: BackupName): number {
  return b.number - a.number || (a.at < b.at ? 1 : a.at > b.at ? -1 : 0);
}

/** Kept whatever comes: the newest of all, and the newest of those that are made seldom and missed most. */
const NEWEST = 7;
const SELDOM = 10;
const seldom: readonly BackupReason[] = ['before-migration', 'before-restore', 'before-delete'];

/** How many of each span stay; a month stays for ever. */
const spans: readonly { readonly of: (at: string) => string; readonly most: number }[] = [
  { of: (at) => at.slice(0, 10), most: 14 },
  { of: (at) => String(Math.floor(Date.parse(at) / (7 * 86_400_000))), most: 9 },
  { of: (at) => at.slice(0, 7), most: Number.POSITIVE_INFINITY },
];

/**
 * Which of `backups` (newest first) may go. Stays: the newest seven; the last of each of the last fourteen days and nine
 * weeks there are backups of, and of every month; the newest ten of each kind that is made seldom; what a person brought.
 *
 * Counts the spans that are there instead of asking how old they are, and tells a span from the one before it only: one
 * backup from a wrong year takes up one place, and neither makes the others look old nor takes the place of those that
 * were really made then.
 */
export function mayGo(backups: readonly BackupName[]): readonly BackupName[] {
  const kept = new Set(backups.slice(0, NEWEST));
  for (const one of backups) if (one.reason === 'brought') kept.add(one);
  for (const reason of seldom)
    for (const one of backups.filter((other) => other.reason === reason).slice(0, SELDOM)) kept.add(one);
  const ordinary = backups.filter((one) => one.reason !== 'brought' && !seldom.includes(one.reason));
  for (const { of, most } of spans) {
    let last: string | null = null;
    let count = 0;
    for (const one of ordinary) {
      const span = of(one.at);
      if (span === last || count >= most) continue;
      kept.add(one);
      last = span;
      count += 1;
    }
  }
  return backups.filter((one) => !kept.has(one));
}
