/** All migrations, oldest first. Append only: a released migration is never edited. Its number is its place plus one. */
import * as first from './0001-first.ts';
import * as identityPerBatch from './0002-identity-per-batch.ts';
import * as meaning from './0003-meaning.ts';
import * as imports from './0004-imports.ts';
import * as workbench from './0005-workbench.ts';
import * as search from './0006-search.ts';
import * as returns from './0007-returns.ts';

export interface Migration {
  readonly name: string;
  readonly sql: string;
}

export const migrations: readonly Migration[] = [
  first,
  identityPerBatch,
  meaning,
  imports,
  workbench,
  search,
  returns,
];
