/** Doubles of `BrowserWindow` and its `WebContents`: keep their options, load through the protocol double. */
import type {
  BrowserWindow,
  BrowserWindowConstructorOptions,
  HandlerDetails,
  PrintToPDFOptions,
  WebContents,
  WebFrameMain,
  WindowOpenHandlerResponse,
} from 'electron';
import { Emitter } from './events.ts';
import type { SessionDouble } from './session.ts';

type FramePart = Pick<WebFrameMain, 'url' | 'frameToken' | 'processId'> & { readonly parent: unknown };

let frames = 0;
export function frameDouble(url: string, parent: unknown = null): FramePart & { url: string } {
  frames += 1;
  return { url, frameToken: `frame-${frames}`, processId: 7, parent };
}

/** What a page does once it is loaded; a test says so. */
export interface PageDouble {
  /** Answers JavaScript run in it. */
  readonly run: (code: string, fetch: (path: string) => Promise<Response>) => Promise<unknown>;
  readonly pdf: (options: PrintToPDFOptions) => Promise<Buffer>;
}

export class WebContentsDouble
  extends Emitter
  implements
    Pick<
      WebContents,
      | 'send'
      | 'setWindowOpenHandler'
      | 'setWebRTCIPHandlingPolicy'
      | 'loadURL'
      | 'executeJavaScript'
      | 'printToPDF'
    >
{
  page: PageDouble | null = null;
  load: (url: string) => Promise<Response> = () => Promise.reject(new Error('no window'));
  readonly mainFrame = frameDouble('');
  readonly sent: { channel: string; args: unknown[] }[] = [];
  webRtc = 'default';
  openHandler: ((details: HandlerDetails) => WindowOpenHandlerResponse) | null = null;
  /** Where an attached preload hears `send`. */
  readonly toRenderer = new Emitter();

  send(channel: string, ...args: unknown[]): void {
    const copy = structuredClone(args);
    this.sent.push({ channel, args: copy });
    this.toRenderer.emit(channel, {}, ...copy);
  }
  async loadURL(url: string): Promise<void> {
    this.mainFrame.url = url;
    const { status } = await this.load(url);
    if (status !== 200) throw new Error(`ERR_FAILED (-2) loading '${url}'`);
  }
  executeJavaScript(code: string): Promise<unknown> {
    const origin = this.mainFrame.url.split('/', 3).join('/');
    if (this.page === null) throw new Error('no page runs here');
    return this.page.run(code, (path) => this.load(`${origin}${path}`));
  }
  printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
    if (this.page === null) throw new Error('no page to print');
    return this.page.pdf(options);
  }
  setWebRTCIPHandlingPolicy(policy: Parameters<WebContents['setWebRTCIPHandlingPolicy']>[0]): void {
    this.webRtc = policy;
  }
  setWindowOpenHandler(handler: (details: HandlerDetails) => WindowOpenHandlerResponse): void {
    this.openHandler = handler;
  }
}

export interface WindowWorld {
  /** `own`: the session of the window, where it has one of its own. */
  readonly fetch: (url: string, own: SessionDouble | null) => Promise<Response>;
  readonly created: (contents: WebContentsDouble) => void;
}

type WindowPart = Pick<
  BrowserWindow,
  | 'loadURL'
  | 'show'
  | 'focus'
  | 'restore'
  | 'maximize'
  | 'setFullScreen'
  | 'isFullScreen'
  | 'isMinimized'
  | 'isMaximized'
  | 'isDestroyed'
  | 'getNormalBounds'
  | 'reload'
  | 'destroy'
  | 'close'
>;

/** The class of one test's `electron`; `all` holds its windows, the newest last. */
export function windowClass(world: WindowWorld): {
  new (options?: BrowserWindowConstructorOptions): WindowDouble;
  readonly all: WindowDouble[];
} {
  return class extends WindowDouble {
    static readonly all: WindowDouble[] = [];
    constructor(options: BrowserWindowConstructorOptions = {}) {
      super(options, world);
      (this.constructor as unknown as { all: WindowDouble[] }).all.push(this);
    }
  };
}

export class WindowDouble extends Emitter implements WindowPart {
  readonly options: BrowserWindowConstructorOptions;
  readonly webContents = new WebContentsDouble();
  readonly #world: WindowWorld;
  shown = 0;
  focused = 0;
  reloads = 0;
  minimized = false;
  maximized = false;
  fullScreen = false;
  destroyed = false;
  page: Response | null = null;

  constructor(options: BrowserWindowConstructorOptions, world: WindowWorld) {
    super();
    this.options = options;
    this.#world = world;
    const own = (options.webPreferences?.session ?? null) as SessionDouble | null;
    this.webContents.load = (url) => this.#world.fetch(url, own);
    world.created(this.webContents);
  }
  async loadURL(url: string): Promise<void> {
    this.webContents.mainFrame.url = url;
    this.page = await this.webContents.load(url);
    this.emit('ready-to-show');
  }
  show(): void {
    this.shown += 1;
  }
  focus(): void {
    this.focused += 1;
  }
  restore(): void {
    this.minimized = false;
  }
  maximize(): void {
    this.maximized = true;
  }
  setFullScreen(flag: boolean): void {
    this.fullScreen = flag;
  }
  isFullScreen(): boolean {
    return this.fullScreen;
  }
  isMinimized(): boolean {
    return this.minimized;
  }
  isMaximized(): boolean {
    return this.maximized;
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
  getNormalBounds(): ReturnType<BrowserWindow['getNormalBounds']> {
    const { x = 0, y = 0, width = 800, height = 600 } = this.options;
    return { x, y, width, height };
  }
  reload(): void {
    this.reloads += 1;
  }
  /** As Electron: neither asked nor told before, and gone. */
  destroy(): void {
    if (this.destroyed) throw new Error('Object has been destroyed');
    this.destroyed = true;
    this.webContents.emit('destroyed');
    this.emit('closed');
  }
  close(): void {
    if (this.emitPreventable('close')) return;
    this.destroyed = true;
    this.webContents.emit('destroyed');
    this.emit('closed');
  }
}
