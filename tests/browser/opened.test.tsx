/** Files opened with the app from outside come up in the desktop's window: what can be taken in, and what is wrong with one. */
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Route, Switch } from 'wouter';
import { useOpenedFiles } from '../../renderer/app/useOpenedFiles.ts';
import { TakeInScreen } from '../../renderer/features/clients/index.ts';
import type { ArchivePreview } from '../../shared/contract/api/archives.ts';
import type { DesktopBridge, OpenedFile, Transport } from '../../shared/contract/transport.ts';
import { Frame } from './frame.tsx';
import { says } from './says.ts';

let queue: readonly OpenedFile[] = [];
let tell: () => void = () => undefined;
const asked: unknown[] = [];

const preview = (name: string): ArchivePreview => ({
  session: `s-${name}`,
  fileName: `${name}.pulsebook`,
  bytes: 120_000,
  client: {
    name,
    trade: 'Bakery',
    color: '#aa5500',
    initials: 'PS',
    logo: null,
    language: 'es',
    currency: 'EUR',
  },
  span: { from: '2026-01-01', to: '2026-10-31' },
  counts: {
    figures: 300,
    channels: 2,
    kpis: 12,
    targets: 3,
    batches: 10,
    content: 0,
    cases: 0,
    evidence: 0,
    annotations: 1,
    actions: 0,
    texts: 0,
    deliverables: 1,
  },
  made: { at: '2026-11-02T08:00:00.000Z', version: '0.9.0', by: '' },
  here: null,
  freeName: name,
  accounts: [],
});

const transport = {
  invoke: (name: string, input: unknown) => {
    if (name === 'archives.open') {
      asked.push(input);
      const { handle } = input as { handle: string };
      return Promise.resolve({
        ok: true,
        data: preview(handle === 'a'.repeat(32) ? 'Panadería Sol' : 'Aula'),
      });
    }
    return Promise.resolve({ ok: true, data: name === 'clients.list' ? [] : {} });
  },
  subscribe: () => () => undefined,
} as unknown as Transport;
const desktop = {
  takeOpened: () => {
    const taken = queue;
    queue = [];
    return Promise.resolve(taken);
  },
  onOpened: (listener: () => void) => {
    tell = listener;
    return () => undefined;
  },
} as unknown as DesktopBridge;
Object.defineProperty(window, 'pulsebook', { value: transport, configurable: true });
Object.defineProperty(window, 'pulsebookDesktop', { value: desktop, configurable: true });

function Screens() {
  useOpenedFiles();
  return (
    <Switch>
      <Route path="/take-in" component={TakeInScreen} />
      <Route>
        <h1>Elsewhere</h1>
      </Route>
    </Switch>
  );
}

beforeEach(async () => {
  await page.viewport(1280, 800);
  location.hash = '#/';
  queue = [];
  asked.length = 0;
});

test('two that waited for the window come up one after the other, by their handles', async () => {
  queue = [
    { name: 'Sol.pulsebook', handle: 'a'.repeat(32) },
    { name: 'Aula.pulsebook', handle: 'b'.repeat(32) },
  ];
  await render(
    <Frame size={{ height: 800 }}>
      <Screens />
    </Frame>,
  );
  await expect.poll(() => location.hash).toBe('#/take-in');
  const name = page.getByRole('textbox', { name: 'Name here' });
  await expect.element(name).toHaveValue('Panadería Sol');
  await says(page.elementLocator(document.body), '1 more file after this one');
  await userEvent.click(page.getByRole('button', { name: 'Cancel' }));
  await expect.element(name).toHaveValue('Aula');
  expect(asked).toMatchObject([{ handle: 'a'.repeat(32) }, { handle: 'b'.repeat(32) }]);
});

test.each([
  ['file-gone', 'The file is not there, or may not be read.'],
  ['archive-foreign', 'This file is not a client of Pulsebook.'],
  ['archive-too-large', 'The file unpacks to more than a client ever has. Nothing was taken in.'],
] as const)('one that comes while the window is there and is %s says so', async (code, words) => {
  await render(
    <Frame size={{ height: 800 }}>
      <Screens />
    </Frame>,
  );
  await expect.element(page.getByRole('heading', { name: 'Elsewhere' })).toBeVisible();
  queue = [{ name: 'x.pulsebook', code }];
  tell();
  await expect.poll(() => location.hash).toBe('#/take-in');
  await says(page.getByRole('main'), words);
  expect(asked).toEqual([]);
});
