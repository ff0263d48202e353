/**
 * The reports of several clients that are being made, or were made last. Kept outside of the screen: it goes on while one
 * is elsewhere, and what was made stays at hand until the next batch or until one is done with it.
 *
 * Invariants: one batch at a time; a file that fails keeps no other from being made or saved; trying again makes only what
 * failed.
 */
import { useSyncExternalStore } from 'react';
import type { BackendEvent } from '../../../shared/contract/reply.ts';
import type { ReportFormat } from '../../../shared/contract/api/reports.ts';
import type { Input, Output } from '../../../shared/contract/api.ts';
import type { Language } from '../../../shared/domain/kpi.ts';
import { asCallError, callOnce, getTransport, newJob } from '../../api/index.ts';
import type { CallError } from '../../api/index.ts';

type Make = Input<'deliveries.make'>;
export type Made = Output<'deliveries.make'>['made'][number];
export type Failed = Output<'deliveries.make'>['failed'][number];

export interface BatchItem {
  readonly client: { readonly id: number; readonly name: string };
  readonly language: Language;
  readonly formats: readonly ReportFormat[];
}

export interface Run {
  readonly job: string;
  readonly items: readonly BatchItem[];
  /** Files that are made or have failed: all, and by the client's name, for those that are begun. */
  readonly done: number;
  readonly doneOf: ReadonlyMap<string, number>;
  /** Files that went out, by client. */
  readonly outOf: ReadonlyMap<number, number>;
  readonly cancelling: boolean;
}

export interface Batch {
  readonly period: Make['period'];
  readonly base: Make['base'];
  /** All clients of the batch, in the order they are made in. */
  readonly items: readonly BatchItem[];
  /** What is being made now: all of it, or what failed and is tried again. */
  readonly run: Run | null;
  readonly made: readonly Made[];
  readonly failed: readonly Failed[];
  readonly cancelled: boolean;
  /** What kept all of it from being made. */
  readonly problem: CallError | null;
  /** Handles of files that are saved. */
  readonly saved: ReadonlySet<string>;
}

const KEPT = 'pulsebook.batch';
let batch: Batch | null = restored();
const listeners = new Set<() => void>();

/** What a batch came to survives a reload: its files are at hand for two hours more. */
function restored(): Batch | null {
  const text = sessionStorage.getItem(KEPT);
  if (text === null) return null;
  const kept = JSON.parse(text) as Omit<Batch, 'saved'> & { readonly saved: readonly string[] };
  return { ...kept, saved: new Set(kept.saved) };
}

function put(next: Batch | null): void {
  batch = next;
  if (next === null || next.run !== null) sessionStorage.removeItem(KEPT);
  else sessionStorage.setItem(KEPT, JSON.stringify({ ...next, problem: null, saved: [...next.saved] }));
  for (const listener of listeners) listener();
}

/** Changes the batch at hand; one that was put away meanwhile stays away. */
function change(patch: (now: Batch) => Partial<Batch>): void {
  if (batch !== null) put({ ...batch, ...patch(batch) });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function useBatch(): Batch | null {
  return useSyncExternalStore(subscribe, () => batch);
}

export function currentBatch(): Batch | null {
  return batch;
}

export function filesOf(items: readonly BatchItem[]): number {
  return items.reduce((sum, item) => sum + item.formats.length, 0);
}

async function make(items: readonly BatchItem[]): Promise<void> {
  const job = newJob();
  const run: Run = { job, items, done: 0, doneOf: new Map(), outOf: new Map(), cancelling: false };
  change(() => ({ run, cancelled: false, problem: null }));
  const stop = getTransport().subscribe((event) => {
    change(({ run: now }) => (now?.job === job ? { run: follow(now, event) } : {}));
  });
  try {
    const { period, base } = batch ?? { period: null, base: null };
    if (period === null) return;
    const result = await callOnce('deliveries.make', {
      period,
      base,
      items: items.map(({ client, language, formats }) => ({
        client: client.id,
        language,
        formats: [...formats],
      })),
      job,
    });
    change((now) => ({
      run: null,
      made: [...now.made, ...result.made],
      failed: [...now.failed, ...result.failed],
      cancelled: result.cancelled,
    }));
  } catch (error) {
    const problem = asCallError(error);
    // Cancelling is what the person asked for, not a failure.
    const cancelled = problem.code === 'cancelled';
    change(() => ({ run: null, cancelled, problem: cancelled ? null : problem }));
  } finally {
    stop();
  }
}

/** What an event of the backend says of a run: what was begun, what is done, what went out. Pure. */
export function follow(run: Run, event: BackendEvent): Run {
  if (event.type === 'changed') {
    if (event.client === null || !event.areas.includes('reports')) return run;
    return { ...run, outOf: new Map(run.outOf).set(event.client, (run.outOf.get(event.client) ?? 0) + 1) };
  }
  if (event.job !== run.job || event.phase === 'done' || event.item === undefined) return run;
  const own = (run.doneOf.get(event.item) ?? 0) + Math.max(0, event.done - run.done);
  return { ...run, done: event.done, doneOf: new Map(run.doneOf).set(event.item, own) };
}

/** Begins a batch; what an earlier one made is let go of. Nothing happens while one is being made. */
export function startBatch(what: Pick<Batch, 'period' | 'base' | 'items'>): void {
  if (batch?.run != null) return;
  const nothing = { made: [], failed: [], cancelled: false, problem: null, saved: new Set<string>() };
  put({ ...what, ...nothing, run: null });
  void make(what.items);
}

/** What was not made: failed, cancelled, or never begun. Nothing where all of it is there. */
export function missingOf({ items, made }: Pick<Batch, 'items' | 'made'>): BatchItem[] {
  return items.flatMap((item) => {
    const formats = item.formats.filter(
      (format) =>
        !made.some(
          ({ deliverable }) => deliverable.client === item.client.id && deliverable.format === format,
        ),
    );
    return formats.length === 0 ? [] : [{ ...item, formats }];
  });
}

/** Makes what is missing. */
export function tryAgain(): void {
  if (batch === null || batch.run !== null) return;
  const items = missingOf(batch);
  if (items.length === 0) return;
  change(() => ({ failed: [] }));
  void make(items);
}

/** Stops after the file being made; what is made until then stays. */
export function cancelBatch(): void {
  if (batch === null || batch.run === null) return;
  const { job } = batch.run;
  change(({ run }) => ({ run: run === null ? null : { ...run, cancelling: true } }));
  callOnce('jobs.cancel', { job }).catch(() => undefined);
}

export function noteSaved(handles: readonly string[]): void {
  change(({ saved }) => ({ saved: new Set([...saved, ...handles]) }));
}

/** Puts the batch away. */
export function endBatch(): void {
  if (batch?.run == null) put(null);
}

export type ItemState =
  | { readonly kind: 'waiting' | 'making' | 'made' | 'failed' | 'cancelled' }
  | { readonly kind: 'some'; readonly made: number };

/** How far the report of one client is. */
export function stateOf(now: Batch, item: BatchItem): ItemState {
  const { run } = now;
  const running = run?.items.find((one) => one.client.id === item.client.id);
  if (run != null && running !== undefined) {
    const done = run.doneOf.get(item.client.name);
    if (done === undefined) return { kind: 'waiting' };
    if (done < running.formats.length) return { kind: 'making' };
    const out = run.outOf.get(item.client.id) ?? 0;
    if (out >= running.formats.length) return { kind: 'made' };
    return out === 0 ? { kind: 'failed' } : { kind: 'some', made: out };
  }
  const made = now.made.filter(({ deliverable }) => deliverable.client === item.client.id).length;
  if (made === item.formats.length) return { kind: 'made' };
  if (made > 0) return { kind: 'some', made };
  return { kind: now.failed.some((one) => one.client === item.client.id) ? 'failed' : 'cancelled' };
}
