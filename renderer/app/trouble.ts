/**
 * Whether a failure says that the book itself cannot be opened. The codes are the contract's, by their type alone: what
 * checks the contract's values is not loaded into the window.
 */
import type { BookTrouble } from '../../shared/contract/api/backups.ts';
import type { CallError } from '../api/index.ts';

const troubles: Readonly<Record<BookTrouble, true>> = {
  'store-damaged': true,
  'store-newer': true,
  'store-foreign': true,
  'read-only': true,
  'disk-full': true,
};

/** `null`: something else went wrong, or nothing did. */
export function troubleOf(error: CallError | null): BookTrouble | null {
  const code = error?.code;
  return code !== undefined && Object.hasOwn(troubles, code) ? (code as BookTrouble) : null;
}
