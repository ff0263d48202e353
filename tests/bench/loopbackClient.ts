/** What a window of the loopback host does, without a window: exchanges its code, calls, uploads. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import path from 'node:path';
import { MAX_CHUNK_BYTES } from '../../electron/backend/transfers.ts';
import type { CallName, Input, Output } from '../../shared/contract/api.ts';

export interface LoopbackClient {
  call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>;
  upload(file: string): Promise<{ handle: string; name: string }>;
  close(): void;
}

interface Reply {
  readonly ok: boolean;
  readonly data?: unknown;
  readonly token?: string;
  readonly error?: { readonly code: string; readonly message: string };
}

/** `address` is the one the host prints; it opens one window, once. */
export async function openWindow(address: string): Promise<LoopbackClient> {
  const url = new URL(address);
  const agent = new Agent({ keepAlive: true });
  let token = '';
  const post = (target: string, body: string | Buffer, type: string): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const asked = request(
        {
          agent,
          host: url.hostname,
          port: url.port,
          path: target,
          method: 'POST',
          headers: {
            origin: url.origin,
            'content-type': type,
            'content-length': Buffer.byteLength(body),
            ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
          },
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
          response.on('end', () => {
            const reply: Reply = text.startsWith('{')
              ? (JSON.parse(text) as Reply)
              : { ok: false, error: { code: String(response.statusCode), message: text } };
            resolve(reply);
          });
        },
      );
      asked.on('error', reject);
      asked.end(body);
    });
  const json = async (target: string, body: unknown): Promise<Reply> => {
    const reply = await post(target, JSON.stringify(body), 'application/json');
    if (!reply.ok) throw new Error(`${target}: ${reply.error?.code ?? '?'}: ${reply.error?.message ?? ''}`);
    return reply;
  };
  const code = /[0-9a-f]{64}/.exec(url.hash)?.[0] ?? '';
  token = (await json('/session', { code })).token ?? '';
  return {
    call: async <N extends CallName>(name: N, input: Input<N>) =>
      (await json('/call', { name, input })).data as Output<N>,
    async upload(file) {
      const { size, mtimeMs } = await stat(file);
      const name = path.basename(file);
      const opened = await json('/upload/open', { name, size, modified: Math.round(mtimeMs) });
      const { handle } = opened.data as { handle: string };
      let offset = 0;
      for await (const chunk of createReadStream(file, {
        highWaterMark: MAX_CHUNK_BYTES,
      }) as AsyncIterable<Buffer>) {
        const sent = await post(`/upload/${handle}?offset=${offset}`, chunk, 'application/octet-stream');
        if (!sent.ok) throw new Error(`upload: ${sent.error?.code ?? '?'}`);
        offset += chunk.length;
      }
      await json(`/upload/${handle}/done`, {});
      return { handle, name };
    },
    close: () => agent.destroy(),
  };
}
