/** Doubles of `session` and `protocol`: keep what was registered, and let a test ask as Chromium would. */
import type { CustomScheme, FromPartitionOptions, Protocol, Session, WebRequest } from 'electron';
import { Emitter } from './events.ts';

type Handler<K extends keyof Session> = Session[K] extends (handler: infer H, ...rest: never[]) => void
  ? H
  : never;
type SessionPart = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setDisplayMediaRequestHandler'
  | 'setSpellCheckerEnabled'
> & { readonly webRequest: Pick<WebRequest, 'onBeforeRequest'> };

type BeforeRequest = (
  details: { readonly url: string },
  answer: (response: { cancel?: boolean }) => void,
) => void;

export class SessionDouble extends Emitter implements SessionPart {
  permissionRequest: Handler<'setPermissionRequestHandler'> = null;
  permissionCheck: Handler<'setPermissionCheckHandler'> = null;
  devicePermission: Handler<'setDevicePermissionHandler'> = null;
  displayMedia: Handler<'setDisplayMediaRequestHandler'> = null;
  spellChecker = true;
  /** Its own: what is handled for one session is not for another. */
  readonly protocol: ProtocolDouble;
  #beforeRequest: BeforeRequest | null = null;

  /** What it was made with, where it is a partition. */
  readonly made: { readonly partition: string; readonly options: FromPartitionOptions } | null;

  constructor(protocol: ProtocolDouble = new ProtocolDouble(() => true), made: SessionDouble['made'] = null) {
    super();
    this.protocol = protocol;
    this.made = made;
  }
  readonly webRequest = {
    onBeforeRequest: (first: unknown, second?: unknown): void => {
      this.#beforeRequest = (second ?? first) as BeforeRequest | null;
    },
  };

  setPermissionRequestHandler(handler: Handler<'setPermissionRequestHandler'>): void {
    this.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: Handler<'setPermissionCheckHandler'>): void {
    this.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: Handler<'setDevicePermissionHandler'>): void {
    this.devicePermission = handler;
  }
  setDisplayMediaRequestHandler(handler: Handler<'setDisplayMediaRequestHandler'>): void {
    this.displayMedia = handler;
  }
  setSpellCheckerEnabled(enable: boolean): void {
    this.spellChecker = enable;
  }

  /** Whether a request for `url` would leave the window. */
  lets(url: string): boolean {
    let cancelled = false;
    this.#beforeRequest?.({ url }, (response) => {
      cancelled = response.cancel === true;
    });
    return !cancelled;
  }
}

export class ProtocolDouble implements Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle'> {
  schemes: CustomScheme[] = [];
  readonly handlers = new Map<string, (request: Request) => Response | Promise<Response>>();
  readonly #isReady: () => boolean;
  constructor(isReady: () => boolean) {
    this.#isReady = isReady;
  }
  registerSchemesAsPrivileged(schemes: CustomScheme[]): void {
    if (this.#isReady())
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    this.schemes.push(...schemes);
  }
  handle(scheme: string, handler: (request: Request) => Response | Promise<Response>): void {
    if (!this.#isReady()) throw new Error('the protocol module can only be used after the app is ready');
    if (this.handlers.has(scheme)) throw new Error(`the scheme ${scheme} has been intercepted`);
    this.handlers.set(scheme, handler);
  }
  /** What Chromium would get for a GET of `url`. */
  async fetch(url: string, init?: RequestInit): Promise<Response> {
    const handler = this.handlers.get(url.slice(0, url.indexOf(':')));
    if (handler === undefined) throw new Error(`no handler for ${url}`);
    return await handler(new Request(url, init));
  }
}
