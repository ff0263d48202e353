/**
 * Doubles of `ipcMain`, `ipcRenderer` and `contextBridge`: everything crosses by structured clone, a thrown error
 * reaches the other side as Electron's own wording of it, and the bridge passes plain values and functions only.
 */
import type { ContextBridge, IpcMain, IpcMainInvokeEvent, IpcRenderer } from 'electron';
import type { WebContentsDouble } from './window.ts';

type Listener = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown;
type Caller = Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>;

export class IpcMainDouble implements Pick<IpcMain, 'handle'> {
  readonly handlers = new Map<string, Listener>();
  handle(channel: string, listener: Listener): void {
    if (this.handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.handlers.set(channel, listener);
  }
  /** A call as it arrives from `caller`. */
  async call(caller: Caller, channel: string, ...args: unknown[]): Promise<unknown> {
    const listener = this.handlers.get(channel);
    if (listener === undefined)
      throw new Error(`Error invoking remote method '${channel}': no handler registered`);
    const copy = structuredClone(args);
    try {
      return structuredClone(await listener(caller as IpcMainInvokeEvent, ...copy));
    } catch (error) {
      throw new Error(`Error invoking remote method '${channel}': ${String(error)}`, { cause: error });
    }
  }
}

/** A caller as `ipcMain` sees it: a WebContents and one of its frames. */
export function callerOf(contents: WebContentsDouble, frame: unknown = contents.mainFrame): Caller {
  return { sender: contents, senderFrame: frame } as unknown as Caller;
}

/** What a preload of `contents` gets as `electron`. `exposed` is the page's side of the bridge. */
export function preloadElectron(
  main: IpcMainDouble,
  contents: WebContentsDouble,
): {
  readonly electron: {
    readonly ipcRenderer: Pick<IpcRenderer, 'invoke'> & { on: unknown; off: unknown };
    readonly contextBridge: Pick<ContextBridge, 'exposeInMainWorld'>;
  };
  readonly exposed: Record<string, unknown>;
} {
  const exposed: Record<string, unknown> = {};
  const heard = contents.toRenderer;
  return {
    exposed,
    electron: {
      ipcRenderer: {
        invoke: (channel: string, ...args: unknown[]) => main.call(callerOf(contents), channel, ...args),
        on: heard.on.bind(heard),
        off: heard.off.bind(heard),
      },
      contextBridge: {
        exposeInMainWorld: (name: string, api: unknown) => {
          exposed[name] = bridged(api);
        },
      },
    },
  };
}

/** A value as it looks on the other side of the context bridge. */
export function bridged(value: unknown): unknown {
  if (typeof value === 'function') {
    // Arguments cross in the other direction; both are the same rules.
    return (...args: unknown[]) => bridged((value as (...all: unknown[]) => unknown)(...args.map(bridged)));
  }
  if (typeof value === 'symbol') throw new Error('symbols cannot cross the context bridge');
  if (typeof value !== 'object' || value === null) return value;
  // Across realms `instanceof` says nothing; what a thing is stands in its tag.
  switch (Object.prototype.toString.call(value)) {
    case '[object Promise]':
      return (value as Promise<unknown>).then(bridged, (error: unknown) => {
        throw bridged(error) as Error;
      });
    case '[object Error]':
      return new Error((value as Error).message);
    case '[object Array]':
      return (value as unknown[]).map(bridged);
    case '[object Object]':
      return Object.freeze(
        Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, bridged(entry)])),
      );
    default:
      return structuredClone(value);
  }
}
