/** Delivering in a real browser: what is made, told and saved when not all goes well. The backend is a fake. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { ClientContext } from '../../renderer/app/state.ts';
import { currentBatch, endBatch } from '../../renderer/features/deliveries/batch.ts';
import { DeliverScreen } from '../../renderer/features/deliveries/index.ts';
import { Deliver } from '../../renderer/features/reports/deliver/Deliver.tsx';
import type { CallName, Input, Output } from '../../shared/contract/api.ts';
import type { Client } from '../../shared/contract/api/clients.ts';
import type { Planned } from '../../shared/contract/api/deliveries.ts';
import type { Deliverable, ReportFormat } from '../../shared/contract/api/reports.ts';
import type { ErrorCode } from '../../shared/contract/codes.ts';
import type { BackendEvent, Reply } from '../../shared/contract/reply.ts';
import type { FileToSave, SaveAllResult, Transport } from '../../shared/contract/transport.ts';
import { clientDto } from '../support/clientDto.ts';
import { Frame } from './frame.tsx';

const clients = [
  clientDto({ id: 1, name: 'Larkbed' }),
  clientDto({ id: 2, name: 'Almazara', language: 'es' }),
  clientDto({ id: 3, name: 'Empty Ltd' }),
];

let attention: Planned['attention'] = [];
let calls: { readonly name: CallName; readonly input: unknown }[] = [];
let savedAll: (readonly FileToSave[])[] = [];
let saveAnswer: (files: readonly FileToSave[]) => SaveAllResult;
/** What `reports.make` answers for a format; `deliveries.make` is answered by hand. */
let fails: Partial<Record<ReportFormat, ErrorCode>> = {};
let finish: (reply: Reply<Output<'deliveries.make'>>) => void = () => undefined;
const listeners = new Set<(event: BackendEvent) => void>();
const emit = (event: BackendEvent): void => {
  for (const listener of listeners) listener(event);
};

const made = (client: number, format: ReportFormat): Deliverable => ({
  id: client * 10 + format.length,
  client,
  period: { cadence: 'month', start: '2026-10-01' },
  base: 'lastYear',
  language: 'en',
  format,
  fileName: `${clients[client - 1]?.name}, report 2026-10.${format}`,
  at: '2026-11-10T09:00:00.000Z',
  bytes: 1000,
  sha256: '0'.repeat(64),
});
const handleOf = (client: number, format: ReportFormat): string => `${client} ${format}`;

function planned(client: Client): Planned {
  const { id, name, initials, color, language } = client;
  return {
    client: { id, name, initials, color, language },
    empty: id === 3 ? 'noFigures' : null,
    kpis: 20,
    valued: id === 3 ? 0 : 18,
    attention: id === 2 ? attention : [],
    out: [],
  };
}

async function answer(name: CallName, input: unknown): Promise<Reply<unknown>> {
  calls.push({ name, input });
  const ok = (data: unknown): Reply<unknown> => ({ ok: true, data });
  switch (name) {
    case 'clients.list':
      return ok(clients);
    case 'deliveries.plan': {
      const { client } = input as Input<'deliveries.plan'>;
      return ok(clients.filter((one) => one.id === client).map(planned));
    }
    case 'deliveries.make':
      return await new Promise((resolve) => {
        finish = resolve;
      });
    case 'deliveries.message':
      return ok({ subject: 'Subject', body: `For ${(input as Input<'deliveries.message'>).client}` });
    case 'reports.make': {
      const { client, format } = input as Input<'reports.make'>;
      const code = fails[format];
      return code === undefined
        ? ok({ deliverable: made(client, format), handle: handleOf(client, format) })
        : { ok: false, error: { code, message: code } };
    }
    case 'texts.list':
      return ok([]);
    case 'jobs.cancel':
      return ok(true);
    default:
      throw new Error(`nobody answers ${name}`);
  }
}

const transport: Transport = {
  invoke: async <N extends CallName>(name: N, input: Input<N>) =>
    (await answer(name, input)) as Reply<Output<N>>,
  subscribe: (listener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  upload: () => Promise.reject(new Error('no files here')),
  save: (_handle, name) => Promise.resolve({ outcome: 'saved', name }),
  saveAll: (files) => {
    savedAll.push(files);
    return Promise.resolve(saveAnswer(files));
  },
};
Object.defineProperty(window, 'pulsebook', { value: transport, configurable: true });

beforeEach(async () => {
  attention = [];
  calls = [];
  savedAll = [];
  fails = {};
  saveAnswer = (files) => ({
    outcome: 'saved',
    name: 'Reports',
    files: files.map(({ name }) => ({ outcome: 'saved', name })),
  });
  location.hash = '#/deliver';
  await page.viewport(1280, 800);
});
afterEach(() => {
  if (currentBatch()?.run != null) finish({ ok: true, data: { made: [], failed: [], cancelled: true } });
});

async function show(what: React.ReactNode): Promise<{ readonly unmount: () => Promise<void> }> {
  const shown = await render(
    <Frame clients={3} size={{ width: 1240, height: 780 }}>
      <ClientContext value={clients[0] ?? null}>{what}</ClientContext>
    </Frame>,
  );
  return { unmount: () => shown.unmount() };
}

const button = (name: string | RegExp) => page.getByRole('button', { name });
const line = (client: string) => page.getByRole('row').filter({ hasText: client });
async function says(what: { element(): Element }, words: RegExp): Promise<void> {
  await expect.poll(() => what.element().textContent).toMatch(words);
}
const asked = <N extends CallName>(name: N): Input<N>[] =>
  calls.filter((one) => one.name === name).map((one) => one.input as Input<N>);

test('a batch is told line by line, goes on while one is elsewhere, and what failed is made again alone', async () => {
  const first = await show(<DeliverScreen />);
  await expect.element(line('Empty Ltd').getByRole('checkbox')).toBeDisabled();
  await says(line('Empty Ltd'), /No figure in October 2026\./);
  await userEvent.click(page.getByRole('checkbox', { name: 'Slides' }));
  await userEvent.click(button(/^Make 2 reports/));
  await says(line('Larkbed'), /Waiting/);
  const [asking] = asked('deliveries.make');
  expect(asking?.items).toEqual([
    { client: 1, language: 'en', formats: ['xlsx', 'pdf'] },
    { client: 2, language: 'es', formats: ['xlsx', 'pdf'] },
  ]);
  const job = asking?.job ?? '';
  const tell = (item: string, done: number): void =>
    emit({ type: 'progress', job, phase: 'writing', item, done, total: 4 });
  const went = (client: number): void => emit({ type: 'changed', client, areas: ['reports'] });
  tell('Larkbed', 0);
  tell('Almazara', 0);
  went(1);
  tell('Larkbed', 1);
  await says(line('Larkbed'), /Making/);
  went(1);
  tell('Larkbed', 2);
  await says(line('Larkbed'), /Made/);
  await says(line('Almazara'), /Making/);

  await first.unmount();
  // A file that is done and did not go out has failed.
  went(2);
  tell('Almazara', 3);
  tell('Almazara', 4);
  await show(<DeliverScreen />);
  await says(line('Almazara'), /1 of 2 files made/);

  finish({
    ok: true,
    data: {
      made: (['xlsx', 'pdf'] as const)
        .map((format) => ({ deliverable: made(1, format), client: 'Larkbed', handle: handleOf(1, format) }))
        .concat({ deliverable: made(2, 'xlsx'), client: 'Almazara', handle: handleOf(2, 'xlsx') }),
      failed: [{ client: 2, name: 'Almazara', format: 'pdf', code: 'print-unavailable', message: '' }],
      cancelled: false,
    },
  });
  await expect.element(page.getByText('3 files made, for 2 clients')).toBeVisible();
  await expect.element(page.getByText('1 file failed')).toBeVisible();
  await expect.element(line('Almazara').getByText('PDF:')).toBeVisible();

  // One of three cannot be saved: it alone is asked for again.
  saveAnswer = (files) => ({
    outcome: 'saved',
    name: 'Reports',
    files: files.map(({ name }) =>
      name.startsWith('Almazara') ? { outcome: 'failed', code: 'disk-full' } : { outcome: 'saved', name },
    ),
  });
  await userEvent.click(button('Save all 3 files'));
  await expect.element(page.getByText('1 file is not saved yet')).toBeVisible();
  await expect.element(page.getByRole('alert')).toBeVisible();
  await expect.element(line('Larkbed').getByRole('img', { name: 'saved' }).first()).toBeVisible();

  await userEvent.click(button('Try 1 file again'));
  await expect
    .poll(() => asked('deliveries.make')[1]?.items)
    .toEqual([{ client: 2, language: 'es', formats: ['pdf'] }]);
  finish({
    ok: true,
    data: {
      made: [{ deliverable: made(2, 'pdf'), client: 'Almazara', handle: handleOf(2, 'pdf') }],
      failed: [],
      cancelled: false,
    },
  });
  await expect.element(page.getByText('4 files made, for 2 clients')).toBeVisible();
  await userEvent.click(button('Save all 2 files'));
  expect(savedAll[1]?.map((file) => file.handle)).toEqual([handleOf(2, 'xlsx'), handleOf(2, 'pdf')]);
  endBatch();
});

test('figures that changed in a text are asked about before all of them are made', async () => {
  attention = [{ kind: 'staleText', count: 2, section: 'summary' }];
  await show(<DeliverScreen />);
  await userEvent.click(button(/^Make 2 reports/));
  const dialog = page.getByRole('dialog', { name: 'Figures in the text of 1 client have changed' });
  await says(dialog, /Almazara/);
  expect(asked('deliveries.make')).toEqual([]);
  await userEvent.click(dialog.getByRole('button', { name: 'Leave it out' }));
  await userEvent.click(button(/^Make 1 report/));
  await expect.poll(() => asked('deliveries.make')[0]?.items.map((item) => item.client)).toEqual([1]);
  // What was made before it was cancelled is there, the rest can be made later.
  finish({ ok: true, data: { made: [], failed: [], cancelled: true } });
  await expect.element(page.getByText('Cancelled. What was made until then is kept.')).toBeVisible();
  await userEvent.click(button('Back to all clients'));
  await expect.element(button(/^Make 1 report/)).toBeVisible();
});

const report = {
  client: 1,
  period: { cadence: 'month', start: '2026-10-01' },
  base: 'lastYear',
  language: 'en',
} as const;
const panel = (language: 'en' | 'es') => (
  <Deliver
    report={{ ...report, language }}
    client={{ id: 1, name: 'Larkbed' }}
    stale={[]}
    pages={9}
    entry={language === 'es'}
    disabled={false}
    onLook={() => undefined}
  />
);

test('all three are made with one dialog; a format that fails says why and keeps no other back', async () => {
  fails = { pdf: 'print-unavailable' };
  await show(panel('en'));
  await expect.element(button('Make PDF: 9 pages, A4, with bookmarks')).toBeVisible();
  await userEvent.click(button(/^Make all three/));
  await expect.element(page.getByText(/^Went out at \d\d:\d\d: Workbook, Slides, in Reports$/)).toBeVisible();
  expect(savedAll.map((files) => files.map((file) => file.handle))).toEqual([
    [handleOf(1, 'xlsx'), handleOf(1, 'pptx')],
  ]);
  await expect.element(page.getByRole('heading', { name: 'Not made: PDF' })).toBeVisible();
  fails = {};
  await userEvent.click(button('Try again'));
  await expect.element(page.getByText(/^Went out at \d\d:\d\d: Larkbed, report 2026-10\.pdf$/)).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'Not made: PDF' })).not.toBeInTheDocument();

  await userEvent.click(button('The message to go with it'));
  const dialog = page.getByRole('dialog', { name: 'Message for Larkbed' });
  await expect.element(dialog.getByRole('textbox', { name: 'Message' })).toHaveValue('For 1');
  expect(asked('deliveries.message')[0]?.formats).toEqual(['pdf']);
  await userEvent.click(dialog.getByRole('button', { name: 'Copy message' }));
  await expect.element(dialog.getByText('Message copied: paste it into the mail')).toBeVisible();
});

test('files whose saving was given up wait, also while one is elsewhere, and are saved without being made anew', async () => {
  saveAnswer = () => ({ outcome: 'cancelled', files: [] });
  const first = await show(panel('es'));
  await expect.element(button(/^Make workbook: .*sheet to fill in$/)).toBeVisible();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(page.getByText('3 files are not saved yet')).toBeVisible();
  await first.unmount();
  await show(panel('es'));
  saveAnswer = (files) => ({
    outcome: 'saved',
    name: 'Reports',
    files: files.map(({ name }) => ({ outcome: 'saved', name })),
  });
  await userEvent.click(button('Save'));
  await expect.element(page.getByText(/^Went out at .*: Workbook, PDF, Slides, in Reports$/)).toBeVisible();
  expect(asked('reports.make')).toHaveLength(3);
});
