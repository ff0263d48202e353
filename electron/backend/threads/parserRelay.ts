/**
 * Parser processes that a host must start itself, offered to the backend thread over its port.
 *
 * Electron's utility processes can be started from its main thread only, and packaged with the RunAsNode fuse off
 * there is no Node to fork; the backend, which runs the parser, is in a thread. `relayParsers` is the host's side,
 * `parserOverPort` the thread's. Neither looks into what passes.
 */
import type { MessagePort } from 'node:worker_threads';
import type { ChildExit, ParserChild, ParserLauncher } from '../jobs/protocol.ts';
import type { LaneHooks } from './lane.ts';
import type { FromThread, ParserAsk, ToThread } from './messages.ts';

/** How often the host tells a child's resident memory to the thread that watches it, ms. */
const MEMORY_EVERY = 100;

/** The host's side: starts children with `launcher` and passes messages both ways. */
export function relayParsers(launcher: ParserLauncher): LaneHooks['onParser'] {
  const children = new Map<number, ParserChild>();
  return (id, ask, tell) => {
    switch (ask.do) {
      case 'spawn': {
        const child = launcher.spawn();
        children.set(id, child);
        tell({ event: 'spawned', pid: child.pid });
        const watch = setInterval(() => {
          const bytes = child.rss?.();
          if (bytes !== undefined) tell({ event: 'rss', bytes });
        }, MEMORY_EVERY);
        child.onMessage((message) => tell({ event: 'message', message }));
        child.onExit((exit) => {
          clearInterval(watch);
          children.delete(id);
          tell({ event: 'exit', exit });
        });
        break;
      }
      case 'post':
        children.get(id)?.post(ask.job);
        break;
      case 'kill':
        children.get(id)?.kill();
        break;
    }
  };
}

/** The thread's side: a launcher whose children live with the host. */
export function parserOverPort(port: MessagePort): ParserLauncher {
  let next = 1;
  return {
    spawn: () => {
      const id = next;
      next += 1;
      const ask = (what: ParserAsk): void =>
        port.postMessage({ kind: 'parser', parser: id, ask: what } satisfies FromThread);
      let pid: number | undefined;
      let rss: number | undefined;
      let onMessage: (message: unknown) => void = () => undefined;
      let onExit: (exit: ChildExit) => void = () => undefined;
      const hear = (message: ToThread): void => {
        if (message.kind !== 'parser' || message.parser !== id) return;
        switch (message.said.event) {
          case 'spawned':
            pid = message.said.pid;
            break;
          case 'rss':
            rss = message.said.bytes;
            break;
          case 'message':
            onMessage(message.said.message);
            break;
          case 'exit':
            port.off('message', hear);
            onExit(message.said.exit);
            break;
        }
      };
      port.on('message', hear);
      ask({ do: 'spawn' });
      return {
        get pid() {
          return pid;
        },
        post: (job) => ask({ do: 'post', job }),
        onMessage: (listener) => {
          onMessage = listener;
        },
        onExit: (listener) => {
          onExit = listener;
        },
        kill: () => ask({ do: 'kill' }),
        rss: () => rss,
      };
    },
  };
}
