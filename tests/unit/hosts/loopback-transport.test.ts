import { writeFileSync } from 'node:fs';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createTransfers } from '../../../electron/backend/transfers.ts';
import { startLoopback } from '../../../electron/hosts/loopback/server.ts';
import type { LoopbackHost } from '../../../electron/hosts/loopback/server.ts';
import { createLoopbackTransport } from '../../../renderer/api/loopbackTransport.ts';
import type { LoopbackTransport } from '../../../renderer/api/loopbackTransport.ts';
import type { BackendEvent } from '../../../shared/contract/reply.ts';
import { fakeBackend } from './support/fakeBackend.ts';
import { rendererFolder, temporaryFolder } from './support/folders.ts';

async function host(
  port = 0,
  backend = fakeBackend(),
): Promise<{ at: LoopbackHost; backend: typeof backend; dataDir: string }> {
  const dataDir = temporaryFolder();
  const at = await startLoopback({
    backend,
    dataDir,
    rendererDir: rendererFolder(),
    port,
    onIdle: () => undefined,
  });
  onTestFinished(() => at.close());
  return { at, backend, dataDir };
}

interface Browser {
  readonly stored: { token: string | null };
  readonly downloads: { url: string; name: string }[];
  readonly requests: string[];
  /** A page load at `address`, in the same tab. */
  open(address: string): LoopbackTransport;
}

/** What a browser does for the transport: an origin, a sessionStorage, and the headers no page can forge. */
function browser(): Browser {
  const stored: Browser['stored'] = { token: null };
  const downloads: Browser['downloads'] = [];
  const requests: string[] = [];
  return {
    stored,
    downloads,
    requests,
    open: (address) => {
      const { origin, hash } = new URL(address);
      let code = /^#code=([0-9a-f]{64})$/.exec(hash)?.[1] ?? null;
      const transport = createLoopbackTransport({
        fetch: (path, init) => {
          requests.push(path);
          return fetch(`${origin}${path}`, {
            ...init,
            headers: { ...(init.headers as Record<string, string>), origin, 'sec-fetch-site': 'same-origin' },
          });
        },
        takeCode: () => {
          const taken = code;
          code = null;
          return taken;
        },
        readToken: () => stored.token,
        writeToken: (token) => (stored.token = token),
        download: (url, name) => downloads.push({ url, name }),
      });
      onTestFinished(() => transport.close());
      return transport;
    },
  };
}

it('opens with the code, calls, and keeps working after a reload without it', async () => {
  const { at } = await host();
  const tab = browser();
  const first = tab.open(at.newAddress());
  expect(first.connection.get()).toBe('connecting');
  expect(await first.invoke('clients.list', {})).toMatchObject({ ok: true, data: { name: 'clients.list' } });
  expect(first.connection.get()).toBe('open');
  const reloaded = tab.open(`${at.origin}/`);
  expect(await reloaded.invoke('clients.list', {})).toMatchObject({ ok: true });
});

it('calls made at once share one exchange of the code', async () => {
  const { at } = await host();
  const tab = browser();
  const transport = tab.open(at.newAddress());
  const replies = await Promise.all([1, 2, 3].map(() => transport.invoke('clients.list', {})));
  expect(replies.every(({ ok }) => ok)).toBe(true);
  expect(tab.requests.filter((path) => path === '/session')).toHaveLength(1);
});

it('a window without code or token says so, typed, and each call with it', async () => {
  const { at } = await host();
  const transport = browser().open(`${at.origin}/`);
  const seen: string[] = [];
  transport.connection.subscribe(() => seen.push(transport.connection.get()));
  expect(await transport.invoke('clients.list', {})).toMatchObject({
    ok: false,
    error: { code: 'forbidden' },
  });
  expect(seen).toEqual(['no-session']);
});

it('a token of an earlier host is no session; a used address in a window with a token still works', async () => {
  const { at } = await host();
  const tab = browser();
  tab.stored.token = 'f'.repeat(64);
  const old = tab.open(`${at.origin}/`);
  expect(await old.invoke('clients.list', {})).toMatchObject({ error: { code: 'forbidden' } });
  expect(old.connection.get()).toBe('no-session');
  const address = at.newAddress();
  expect(await tab.open(address).invoke('clients.list', {})).toMatchObject({ ok: true });
  expect(await tab.open(address).invoke('clients.list', {})).toMatchObject({ ok: true });
});

it('a host that has ended is unreachable, and the call answers instead of throwing', async () => {
  const { at } = await host();
  const transport = browser().open(at.newAddress());
  await transport.invoke('clients.list', {});
  await at.close();
  expect(await transport.invoke('clients.list', {})).toMatchObject({
    ok: false,
    error: { code: 'stopping' },
  });
  expect(transport.connection.get()).toBe('unreachable');
});

it('events arrive as they happen', async () => {
  const { at, backend } = await host();
  const transport = browser().open(at.newAddress());
  const heard: BackendEvent[] = [];
  transport.subscribe((event) => heard.push(event));
  await vi.waitFor(() => expect(transport.connection.get()).toBe('open'));
  backend.emit({ type: 'changed', client: 3, areas: ['figures'] });
  backend.emit({ type: 'progress', job: 'j', phase: 'reading', done: 5 });
  await vi.waitFor(() =>
    expect(heard).toEqual([
      { type: 'changed', client: 3, areas: ['figures'] },
      { type: 'progress', job: 'j', phase: 'reading', done: 5 },
    ]),
  );
});

it('after a break in the stream everything counts as changed', async () => {
  const { at, backend } = await host();
  const tab = browser();
  const transport = tab.open(at.newAddress());
  const heard: BackendEvent[] = [];
  transport.subscribe((event) => heard.push(event));
  await vi.waitFor(() => expect(transport.connection.get()).toBe('open'));
  // More than a window may leave waiting: the host cuts the stream off.
  const big = { type: 'progress', job: 'x'.repeat(600_000), phase: 'reading', done: 1 } as const;
  for (let n = 0; n < 40; n += 1) backend.emit(big);
  await vi.waitFor(
    () =>
      expect(
        heard.some(
          (event) => event.type === 'changed' && event.client === null && event.areas.includes('figures'),
        ),
      ).toBe(true),
    { timeout: 8000 },
  );
});

it('a file goes up in pieces of one mebibyte, with progress', async () => {
  const { at, dataDir } = await host();
  const transport = browser().open(at.newAddress());
  const content = new Uint8Array(2_500_000).map((_value, index) => index % 251);
  const sent: number[] = [];
  const chunks: number[] = [];
  const file = await transport.upload(
    {
      name: 'big.csv',
      size: content.byteLength,
      modified: 1_700_000_000_000,
      chunk: (from, to) => {
        chunks.push(to - from);
        return Promise.resolve(content.slice(from, to));
      },
    },
    (bytes) => sent.push(bytes),
  );
  expect(file).toMatchObject({ name: 'big.csv', size: 2_500_000 });
  expect(chunks).toEqual([1_048_576, 1_048_576, 402_848]);
  expect(sent).toEqual([1_048_576, 2_097_152, 2_500_000]);
  const { path } = await createTransfers(dataDir).resolveHandle(file.handle);
  const { readFileSync } = await import('node:fs');
  expect(Buffer.compare(readFileSync(path), content)).toBe(0);
});

it('a file that is too large is refused with its code', async () => {
  const { at } = await host();
  const transport = browser().open(at.newAddress());
  await expect(
    transport.upload({
      name: 'x',
      size: 700_000_000,
      modified: 0,
      chunk: () => Promise.reject(new Error('never asked')),
    }),
  ).rejects.toThrow('file-too-large');
});

it('saving hands the file to the downloads; an expired one fails with its code', async () => {
  const { at, dataDir } = await host();
  const tab = browser();
  const transport = tab.open(at.newAddress());
  const output = createTransfers(dataDir).createOutput('r.xlsx');
  writeFileSync(output.path, 'workbook');
  expect(await transport.save(output.handle, 'Informe.xlsx')).toEqual({
    outcome: 'saved',
    name: 'Informe.xlsx',
  });
  expect(tab.downloads).toMatchObject([
    { name: 'Informe.xlsx', url: expect.stringMatching(/^\/file\/[0-9a-f]{64}$/) as unknown },
  ]);
  expect(await transport.save('0'.repeat(32), 'x.xlsx')).toEqual({
    outcome: 'failed',
    code: 'handle-expired',
  });
});

it('several files become one .zip, handed to the downloads under the name the host gave it', async () => {
  let made = '';
  const { at, backend, dataDir } = await host(
    0,
    fakeBackend((_name, input) => ({
      ok: true,
      data: { handle: made, name: (input as { name: string }).name, bytes: 3 },
    })),
  );
  const output = createTransfers(dataDir).createOutput('all.zip');
  writeFileSync(output.path, 'zip');
  made = output.handle;
  const tab = browser();
  const transport = tab.open(at.newAddress());
  const files = [
    { handle: 'a'.repeat(32), name: 'r.xlsx' },
    { handle: 'b'.repeat(32), name: 'r.pdf' },
  ];
  expect(await transport.saveAll(files, 'Informes de mayo')).toEqual({
    outcome: 'saved',
    name: 'Informes de mayo.zip',
    files: [
      { outcome: 'saved', name: 'r.xlsx' },
      { outcome: 'saved', name: 'r.pdf' },
    ],
  });
  expect(backend.asked).toMatchObject([{ name: 'deliveries.pack', input: { files } }]);
  expect(tab.downloads).toMatchObject([{ name: 'Informes de mayo.zip' }]);
});

it('several files that cannot be packed, or not be handed over, fail together with the code', async () => {
  const { at } = await host(
    0,
    fakeBackend((_name, input) =>
      (input as { files: unknown[] }).files.length === 1
        ? { ok: false, error: { code: 'disk-full', message: 'no room' } }
        : { ok: true, data: { handle: '0'.repeat(32), name: 'x.zip', bytes: 1 } },
    ),
  );
  const tab = browser();
  const transport = tab.open(at.newAddress());
  const file = { handle: 'a'.repeat(32), name: 'r.xlsx' };
  expect(await transport.saveAll([file], 'x')).toEqual({ outcome: 'failed', code: 'disk-full', files: [] });
  expect(await transport.saveAll([file, file], 'x')).toEqual({
    outcome: 'failed',
    code: 'handle-expired',
    files: [],
  });
  expect(tab.downloads).toEqual([]);
});
