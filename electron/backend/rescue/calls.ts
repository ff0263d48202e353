/**
 * The calls that are answered whether or not the book can be opened: all of `backups.*` but the one that reads the open
 * book to make one more.
 *
 * Some are about the files of the data folder and run in a thread of their own (`createRescue.ts`); the others are about
 * whether the book is open, which only he knows who opens it (`keepBook.ts`).
 */
import { backupCalls } from '../../../shared/contract/api/backups.ts';

export type RescueCall = Exclude<keyof typeof backupCalls, 'backups.make'>;

export const keeperCalls = [
  'backups.state',
  'backups.tryAgain',
  'backups.restore',
  'backups.beginNew',
] as const satisfies readonly RescueCall[];
export type KeeperCall = (typeof keeperCalls)[number];
export type FileCall = Exclude<RescueCall, KeeperCall>;

export function isRescueCall(name: string): name is RescueCall {
  return name !== 'backups.make' && Object.hasOwn(backupCalls, name);
}

export function isKeeperCall(name: string): name is KeeperCall {
  return keeperCalls.some((call) => call === name);
}

/** What the keeper asks of the rescue and no window can: put another book, or none, in the place of the one that is closed. */
export const REPLACE = 'rescue.replace';
