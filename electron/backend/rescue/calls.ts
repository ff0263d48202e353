/**
 * The calls that are answered whether or not the book can be opened: all of `backups.*` but the one that reads the open
 * book to make one more.
 */
import { backupCalls } from '../../../shared/contract/api/backups.ts';

export type RescueCall = Exclude<keyof typeof backupCalls, 'backups.make'>;

export function isRescueCall(name: string): name is RescueCall {
  return name !== 'backups.make' && Object.hasOwn(backupCalls, name);
}
