/** What services are given: the store, the catalogue, the clock and a way to tell the window that something changed. */
import { randomUUID } from 'node:crypto';
import type { Area, BackendEvent } from '../../shared/contract/reply.ts';
import type { Catalogue } from '../../shared/domain/catalogue.ts';
import { dayOf } from '../../shared/domain/time.ts';
import type { Day } from '../../shared/domain/time.ts';
import type { ReadStore, WriteStore } from '../store/openStore.ts';
import type { ImportSessions } from './services/imports/session.ts';
import type { ArchiveSessions } from './services/archive/sessions.ts';
import type { Purger } from './services/deletion/purger.ts';
import type { ReturnSessions } from './services/returns/session.ts';
import type { Printer } from './jobs/printer.ts';
import type { Parser } from './jobs/runParser.ts';
import type { Jobs } from './services/jobs.ts';
import type { Transfers } from './transfers.ts';

export interface ReadContext {
  readonly store: ReadStore;
  readonly catalogue: Catalogue;
  readonly dataDir: string;
  readonly version: string;
  readonly now: () => Date;
}

export interface WriteContext extends ReadContext {
  readonly store: WriteStore;
  readonly emit: (event: BackendEvent) => void;
  readonly transfers: Transfers;
  readonly jobs: Jobs;
  readonly parser: Parser;
  readonly printer: Printer;
  readonly imports: ImportSessions;
  readonly archives: ArchiveSessions;
  readonly returns: ReturnSessions;
  readonly purges: Purger;
}

/** Today where the person is: figures sit on civil dates of their own wall calendar. */
export function todayOf(ctx: ReadContext): Day {
  const now = ctx.now();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

/** Now as it is stored: UTC with milliseconds. */
export function momentOf(ctx: ReadContext): string {
  return ctx.now().toISOString();
}

export function newUid(): string {
  return randomUUID();
}

export function changed(ctx: WriteContext, client: number | null, ...areas: Area[]): void {
  ctx.emit({ type: 'changed', client, areas });
}
