/** Undo and redo of typing: kept with the figures, so that it survives a restart, and leaves imports alone. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../shared/contract/api.ts';
import { createBackend } from '../../electron/backend/createBackend.ts';
import { testBackend, today } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';
import path from 'node:path';

let app: TestBackend;
let client = 0;
let channel = 0;
let kpi = 0;

beforeEach(async () => {
  app = await testBackend();
  const made = await app.call('clients.create', {
    name: 'Steps',
    trade: '',
    color: '#4750bd',
    language: 'en',
    numberFormat: '1,234.5',
    currency: 'EUR',
    weekStart: 1,
    fiscalYearStart: 1,
    kpis: ['reach', 'link_clicks'],
    channels: [{ network: 'instagram', name: 'Instagram' }],
    logo: null,
  });
  client = made.id;
  channel = (await app.call('channels.list', { client }))[0]?.id ?? 0;
  kpi =
    (await app.call('kpis.list', { client })).find((one) => one.definition.key === 'link_clicks')?.id ?? 0;
});
afterEach(() => app.stop());

type Edit = Input<'figures.set'>['edits'][number];
const at = (start: string, more: Partial<Edit>): Edit => ({ kpi, channel, cadence: 'month', start, ...more });
const write = (label: string, ...edits: Edit[]) => app.call('figures.set', { client, edits, label });
const history = () => app.call('figures.history', { client, limit: 50 });

async function cell(start: string): Promise<number | null> {
  const grid = await app.call('figures.grid', { client, cadence: 'month', from: start, periods: 1 });
  return grid.rows.find((row) => row.kpi === 'link_clicks')?.cells[0]?.value ?? null;
}
async function note(start: string): Promise<string | null> {
  return (await app.call('figures.origin', { kpi, channel, cadence: 'month', start })).note;
}

describe('the way back', () => {
  it('takes back step by step, puts back in turn, and a new edit ends what could be put back', async () => {
    await write('first', at('2026-09-01', { value: 1 }));
    await write('second', at('2026-09-01', { value: 2 }));
    await write('third', at('2026-08-01', { value: 3 }));
    expect((await app.call('figures.undo', { client })).step?.label).toBe('third');
    expect((await app.call('figures.undo', { client })).step?.label).toBe('second');
    expect(await cell('2026-09-01')).toBe(1);
    const between = await history();
    expect([between.undo?.label, between.redo?.label]).toEqual(['first', 'second']);
    expect((await app.call('figures.redo', { client })).step?.label).toBe('second');
    expect(await cell('2026-09-01')).toBe(2);
    await write('fourth', at('2026-07-01', { value: 4 }));
    const after = await history();
    expect([after.undo?.label, after.redo]).toEqual(['fourth', null]);
    expect((await app.call('figures.redo', { client })).steps).toBe(0);
    expect(await cell('2026-08-01')).toBeNull();
  });

  it('is there after a restart', async () => {
    await write('twelve', at('2026-09-01', { value: 12 }), at('2026-08-01', { value: 11 }));
    await app.call('figures.undo', { client });
    const { dir } = app;
    await app.ctx.store.db.pragma('wal_checkpoint(TRUNCATE)');
    const again = await createBackend({
      dataDir: dir,
      resourcesDir: path.resolve(import.meta.dirname, '../../resources'),
      mode: 'reader',
      version: '0.0.0',
      now: today,
    });
    const reply = await again.invoke('figures.history', { client, limit: 10 });
    await again.close();
    expect(reply).toMatchObject({ ok: true, data: { undo: null, redo: { label: 'twelve', figures: 2 } } });
    await app.call('figures.redo', { client });
    expect(await cell('2026-09-01')).toBe(12);
  });

  it('leads to any step of the history, and to before the first', async () => {
    const batches: (number | null)[] = [];
    for (const value of [10, 20, 30, 40])
      batches.push((await write(`to ${value}`, at('2026-09-01', { value }))).batch);
    const [, second = null] = batches;
    expect((await app.call('figures.backTo', { client, batch: second })).steps).toBe(2);
    expect(await cell('2026-09-01')).toBe(20);
    await app.call('figures.backTo', { client, batch: batches[3] ?? null });
    expect(await cell('2026-09-01')).toBe(40);
    await app.call('figures.backTo', { client, batch: null });
    expect(await cell('2026-09-01')).toBeNull();
    expect((await history()).steps.every((step) => !step.live && step.undoneAt !== null)).toBe(true);
  });

  it('never touches what another batch wrote since', async () => {
    await write('older', at('2026-09-01', { value: 5 }), at('2026-08-01', { value: 4 }));
    const { batch: newer } = await write('newer', at('2026-09-01', { value: 6 }));
    // Taken back out of turn, as the list of imports lets one do.
    const [older] = (await history()).steps.filter((step) => step.label === 'older');
    const taken = await app.call('imports.undo', { batch: older?.batch ?? 0 });
    expect(taken.keptLater).toBe(1);
    expect([await cell('2026-09-01'), await cell('2026-08-01')]).toEqual([6, null]);
    // It stands below the newest that lives: the toolbar offers that one, and nothing to put back.
    const now = await history();
    expect([now.undo?.batch, now.redo]).toEqual([newer, null]);
  });
});

describe('a note', () => {
  it('goes back with the edit that wrote it, in whatever order edits are taken back', async () => {
    const { batch: one } = await write('a', at('2026-09-01', { value: 1, note: 'first words' }));
    const { batch: two } = await write('b', at('2026-09-01', { note: 'second words' }));
    expect(await note('2026-09-01')).toBe('second words');
    // The older one first: the newer note stands.
    await app.call('imports.undo', { batch: one ?? 0 });
    expect(await note('2026-09-01')).toBe('second words');
    await app.call('imports.undo', { batch: two ?? 0 });
    expect(await note('2026-09-01')).toBeNull();
    await app.call('imports.redo', { batch: one ?? 0 });
    expect(await note('2026-09-01')).toBe('first words');
  });

  it('that says the same is no step', async () => {
    await write('a', at('2026-09-01', { note: 'words' }));
    expect(await write('b', at('2026-09-01', { note: 'words' }))).toEqual({ batch: null, changed: 0 });
    expect((await history()).steps.map((step) => [step.label, step.notes])).toEqual([['a', 1]]);
  });
});

describe('what a figure can be', () => {
  it('a count is whole; what is not is refused, and nothing of the action is kept', async () => {
    const reply = await app.reply('figures.set', {
      client,
      edits: [at('2026-09-01', { value: 3 }), at('2026-08-01', { value: 2.5 })],
    });
    expect(reply).toMatchObject({ ok: false, error: { code: 'figure-value' } });
    expect(await cell('2026-09-01')).toBeNull();
  });

  it('one typed far outside of what is usual is marked with that range, and kept', async () => {
    const months = Array.from({ length: 12 }, (_, i) => `2025-${String(i + 1).padStart(2, '0')}-01`);
    await write('year', ...months.map((start, i) => at(start, { value: 100 + ((i * 7) % 11) })));
    await write('slip', at('2026-01-01', { value: 1050 }));
    const grid = await app.call('figures.cells', {
      client,
      cadence: 'month',
      from: '2025-01-01',
      periods: 13,
      lines: [{ kpi: 'link_clicks', channel: String(channel) }],
    });
    const cells = grid.lines[0]?.cells ?? [];
    expect(cells.slice(0, 12).some((one) => one.usual !== undefined)).toBe(false);
    expect(cells[12]).toMatchObject({ value: 1050, state: 'recorded' });
    expect(cells[12]?.usual?.to).toBeLessThan(200);
  });
});
