/** What each admitted request does. Everything but pages and the exchange of a code needs the bearer token. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Backend } from '../../backend/backend.ts';
import type { Pages } from '../../backend/pages.ts';
import type { Transfers } from '../../backend/transfers.ts';
import { fileTime, TransferError } from '../../backend/transfers.ts';
import type { Problem } from '../../../shared/contract/reply.ts';
import { readBytes, readJson } from './body.ts';
import type { Downloads } from './downloads.ts';
import type { EventStreams } from './events.ts';
import { one } from './guard.ts';
import type { Route } from './guard.ts';
import type { Lifetime } from './lifetime.ts';
import { attachment, sendFile, sendJson, sendRefusal } from './respond.ts';
import type { Sessions } from './session.ts';

export interface Site {
  readonly backend: Backend;
  readonly transfers: Transfers;
  readonly pages: Pages;
  readonly sessions: Sessions;
  readonly downloads: Downloads;
  readonly events: EventStreams;
  readonly lifetime: Lifetime;
}

const sessionBody = z.strictObject({ code: z.string().regex(/^[0-9a-f]{64}$/) });
const callBody = z.strictObject({ name: z.string().max(64), input: z.unknown() });
const uploadBody = z.strictObject({ name: z.string().max(4096), size: z.number(), modified: fileTime });
const downloadBody = z.strictObject({ name: z.string().min(1).max(400) });

const problem = (code: Problem['code'], message: string): { ok: false; error: Problem } => ({
  ok: false,
  error: { code, message },
});

/** Serves one request that the guard let in. Throws `BodyError`. */
export async function serve(
  site: Site,
  route: Route,
  maxBytes: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (route.to === 'page') return await servePage(site, route.path, route.navigation, response);
  if (route.to === 'file') return await serveFile(site, route.id, response);
  if (route.to === 'session') {
    const body = sessionBody.safeParse(await readJson(request, maxBytes));
    const token = body.success ? site.sessions.exchange(body.data.code) : null;
    return token === null
      ? sendJson(response, 401, problem('forbidden', 'this address was used before, or is too old'))
      : sendJson(response, 200, { ok: true, token });
  }
  if (!site.sessions.knows(one(request.headersDistinct['authorization']))) {
    return sendJson(response, 401, problem('forbidden', 'no session'));
  }
  switch (route.to) {
    case 'events':
      await readJson(request, maxBytes);
      return site.events.add(response);
    case 'call':
      return await serveCall(site, await readJson(request, maxBytes), response);
    case 'upload-open': {
      const body = uploadBody.safeParse(await readJson(request, maxBytes));
      if (!body.success) return sendJson(response, 200, problem('invalid-input', 'name, size, modified'));
      return await answer(response, () =>
        Promise.resolve({ handle: site.transfers.createUpload(body.data) }),
      );
    }
    case 'upload-chunk': {
      const bytes = await readBytes(request, maxBytes);
      return await answer(response, async () => ({
        sent: await site.transfers.appendChunk(route.handle, route.offset, bytes),
      }));
    }
    case 'upload-done':
      await readJson(request, maxBytes);
      return await answer(response, () => site.transfers.finishUpload(route.handle));
    case 'download': {
      const body = downloadBody.safeParse(await readJson(request, maxBytes));
      if (!body.success) return sendJson(response, 200, problem('invalid-input', 'a name is needed'));
      return await answer(response, async () => {
        await site.transfers.resolveHandle(route.handle);
        return { url: `/file/${site.downloads.offer({ handle: route.handle, name: body.data.name })}` };
      });
    }
  }
}

async function servePage(
  site: Site,
  path: string,
  navigation: boolean,
  response: ServerResponse,
): Promise<void> {
  const page = navigation ? site.pages.findOrApp(path) : site.pages.find(path);
  if (page === null) return sendRefusal(response, 404, 'no such page');
  await sendFile(response, page.file, { 'content-type': page.type });
}

async function serveFile(site: Site, id: string, response: ServerResponse): Promise<void> {
  const offer = site.downloads.take(id);
  const file = offer === null ? null : await site.transfers.resolveHandle(offer.handle).catch(() => null);
  if (offer === null || file === null) return sendRefusal(response, 404, 'no such file');
  await site.lifetime.during(() =>
    sendFile(response, file.path, {
      'content-type': 'application/octet-stream',
      'content-length': String(file.size),
      'content-disposition': attachment(offer.name),
    }),
  );
}

async function serveCall(site: Site, body: unknown, response: ServerResponse): Promise<void> {
  const call = callBody.safeParse(body);
  if (!call.success) return sendJson(response, 200, problem('invalid-input', 'name, input'));
  const reply = await site.lifetime.during(() => site.backend.invoke(call.data.name, call.data.input));
  sendJson(response, 200, reply);
}

async function answer(response: ServerResponse, work: () => Promise<unknown>): Promise<void> {
  try {
    sendJson(response, 200, { ok: true, data: await work() });
  } catch (error) {
    if (!(error instanceof TransferError)) throw error;
    sendJson(response, 200, problem(error.code, error.message));
  }
}
