/**
 * The event stream: one long POST answer for each window, a line of JSON an event, an empty line as heartbeat.
 *
 * Not EventSource, which cannot carry the bearer token. The number of open streams is the number of open windows.
 */
import type { ServerResponse } from 'node:http';
import type { BackendEvent } from '../../../shared/contract/reply.ts';
import { headersFor } from './respond.ts';

export const HEARTBEAT_MS = 15_000;
/** A window that takes nothing for so long that this many bytes wait is cut off; it comes back and asks anew. */
const MAX_WAITING_BYTES = 1024 * 1024;

export interface EventStreams {
  add(response: ServerResponse): void;
  send(event: BackendEvent): void;
  /** Ends all streams and the heartbeat. */
  close(): void;
}

/** `onCount` is told the number of open streams after each change. */
export function createEventStreams(onCount: (open: number) => void, heartbeat = HEARTBEAT_MS): EventStreams {
  const open = new Set<ServerResponse>();
  const write = (response: ServerResponse, line: string): void => {
    if (response.writableLength > MAX_WAITING_BYTES) response.destroy();
    else response.write(line);
  };
  const beat = setInterval(() => {
    for (const response of open) write(response, '\n');
  }, heartbeat);
  beat.unref();
  return {
    add: (response) => {
      response.writeHead(200, headersFor({ 'content-type': 'application/x-ndjson; charset=utf-8' }));
      // The first line tells the window that it listens from here on.
      response.write('\n');
      open.add(response);
      response.on('close', () => {
        open.delete(response);
        onCount(open.size);
      });
      onCount(open.size);
    },
    send: (event) => {
      const line = `${JSON.stringify(event)}\n`;
      for (const response of open) write(response, line);
    },
    close: () => {
      clearInterval(beat);
      for (const response of open) response.end();
    },
  };
}
