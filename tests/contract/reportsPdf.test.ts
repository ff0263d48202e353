/** PDFs over the contract, drawn by a printer of the test: what it is given, what is kept, and what is said when it cannot. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CallError } from '../../electron/backend/errors.ts';
import type { Printer } from '../../electron/backend/jobs/printer.ts';
import type { ReportModel } from '../../shared/domain/report.ts';
import { testBackend, today } from '../support/backend.ts';
import type { TestBackend } from '../support/backend.ts';
import { clientInput } from '../support/clientInput.ts';
import { drawnPdf } from '../support/pdf.ts';

let app: TestBackend;
let client = 0;
let print: Printer['print'];
let given: ReportModel | null = null;

const good: Printer['print'] = (report) => {
  given = JSON.parse(report) as ReportModel;
  return Promise.resolve(drawnPdf('October'));
};
beforeEach(async () => {
  print = good;
  app = await testBackend(today, {
    print: (report, signal) => print(report, signal),
    close: () => Promise.resolve(),
  });
  const made = await app.call(
    'clients.create',
    clientInput({ kpis: ['link_clicks'], channels: [{ network: 'instagram', name: 'Instagram' }] }),
  );
  client = made.id;
});
afterEach(() => app.stop());

const input = (job: string) =>
  ({
    client,
    period: { cadence: 'month', start: '2026-10-01' },
    base: 'previous',
    language: 'en',
    format: 'pdf',
    job,
  }) as const;
const bytesOf = (handle: string): string =>
  readFileSync(path.join(app.dir, 'transfer', handle)).toString('latin1');

it('a PDF is the report as it was drawn, with its own properties, and is kept as what went out', async () => {
  const { deliverable, handle } = await app.call('reports.make', input('make'));
  expect(deliverable).toMatchObject({ format: 'pdf', fileName: expect.stringMatching(/\.pdf$/) as unknown });
  const pdf = bytesOf(handle);
  expect(pdf).toContain('/Title (October)');
  expect(pdf).toContain('/Creator (Pulsebook)');
  expect(pdf).toContain(
    `/CreationDate (D:${today().toISOString().replaceAll(/\D/g, '').slice(0, 14)}+00'00')`,
  );
  expect(pdf).not.toContain('2020');
  expect(deliverable.bytes).toBe(pdf.length);
  // What is printed is the report on the screen.
  const { format: _format, job: _job, ...asked } = input('');
  const shown = await app.call('reports.model', asked);
  expect(given).toEqual({ ...shown, figures: [], entry: [] });
});

it('made again it is told whether the page engine drew the same', async () => {
  const { deliverable, handle } = await app.call('reports.make', input('make'));
  const again = await app.call('reports.again', { deliverable: deliverable.id, job: 'again' });
  expect(again.same).toBe(true);
  expect(bytesOf(again.handle)).toBe(bytesOf(handle));
  print = () => Promise.resolve(drawnPdf('October, by a newer engine'));
  const other = await app.call('reports.again', { deliverable: deliverable.id, job: 'again' });
  expect(other.same).toBe(false);
  expect(bytesOf(other.handle)).toContain('newer engine');
});

it('is opened as it went out, and held against today like a workbook', async () => {
  const { deliverable } = await app.call('reports.make', input('make'));
  const asked = { deliverable: deliverable.id };
  expect((await app.call('reports.compare', asked)).differences).toEqual([]);
  const { format: _format, job: _job, ...report } = input('');
  const before = await app.call('reports.model', report);
  const [channel] = await app.call('channels.list', { client });
  const [kpi] = (await app.call('kpis.list', { client })).filter(
    (one) => one.definition.key === 'link_clicks',
  );
  await app.call('figures.set', {
    client,
    edits: [
      { kpi: kpi?.id ?? 0, channel: channel?.id ?? 0, cadence: 'month', start: '2026-10-01', value: 40 },
    ],
  });
  const opened = await app.call('reports.snapshot', asked);
  expect(opened.deliverable).toEqual(deliverable);
  expect(opened.model).toEqual({ ...before, figures: opened.model.figures, entry: opened.model.entry });
  const { differences } = await app.call('reports.compare', asked);
  expect(differences.length).toBeGreaterThan(0);
  expect(JSON.stringify(differences)).toContain('link_clicks');
});

it('made again in vain, it leaves no half file behind', async () => {
  const { deliverable, handle } = await app.call('reports.make', input('make'));
  app.ctx.transfers.release(handle);
  print = () => Promise.reject(new CallError('print-failed', 'no'));
  expect(await app.reply('reports.again', { deliverable: deliverable.id, job: 'again' })).toMatchObject({
    ok: false,
    error: { code: 'print-failed' },
  });
  expect(readdirSync(path.join(app.dir, 'transfer'))).toEqual([]);
});

it.each(['print-unavailable', 'print-failed'] as const)(
  '%s reaches the window, and nothing went out',
  async (code) => {
    print = () => Promise.reject(new CallError(code, 'no'));
    expect(await app.reply('reports.make', input('make'))).toMatchObject({ ok: false, error: { code } });
    expect(await app.call('reports.list', { client })).toEqual([]);
    expect(readdirSync(path.join(app.dir, 'transfer'))).toEqual([]);
  },
);

it('a PDF can be cancelled while it is drawn', async () => {
  const started = Promise.withResolvers<void>();
  print = (_report, signal) =>
    new Promise((_resolve, reject) => {
      signal?.addEventListener('abort', () => reject(new CallError('cancelled', 'stopped')));
      started.resolve();
    });
  const making = app.reply('reports.make', input('make'));
  await started.promise;
  await app.call('jobs.cancel', { job: 'make' });
  expect(await making).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect(await app.call('reports.list', { client })).toEqual([]);
});
