/**
 * A double of the `electron` module for tests: what the project uses of it, behaving as electron.d.ts says.
 *
 * The doubles implement `Pick`s of Electron's own types, so that a change of Electron's fails the type check. A test
 * replaces the module (`vi.mock('electron', …)`) or a loader resolves `electron` to this file; `double` is the
 * test's own handle on it.
 */
import type {
  Dialog,
  FromPartitionOptions,
  MenuItemConstructorOptions,
  MessageBoxOptions,
  OpenDialogOptions,
  PopupOptions,
  SaveDialogOptions,
  Screen,
  Shell,
} from 'electron';
import { AppDouble } from './app.ts';
import { IpcMainDouble } from './ipc.ts';
import { ProtocolDouble, SessionDouble } from './session.ts';
import { UtilityProcessDouble } from './utility.ts';
import { windowClass } from './window.ts';

export const app = new AppDouble();
export const protocol = new ProtocolDouble(() => app.isReady());
export const ipcMain = new IpcMainDouble();
const partitions = new Map<string, SessionDouble>();
export const session = {
  defaultSession: new SessionDouble(protocol),
  /** As Electron: the same one for the same name; in memory without `persist:`. */
  fromPartition: (partition: string, options: FromPartitionOptions = { cache: true }): SessionDouble => {
    if (!app.isReady()) throw new Error('Session can only be received when app is ready');
    const own = partitions.get(partition) ?? new SessionDouble(undefined, { partition, options });
    partitions.set(partition, own);
    return own;
  },
  /** The test's: those made from partitions. */
  all: (): SessionDouble[] => [...partitions.values()],
};
export const nativeTheme = { shouldUseDarkColors: false };

export const BrowserWindow = windowClass({
  fetch: (url, own) => (own ?? session.defaultSession).protocol.fetch(url),
  created: (contents) => {
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    app.emit('web-contents-created', {}, contents);
  },
});

/** What the test set up and what was asked of the system. */
export const double = {
  /** Answers the next save dialog; null cancels. */
  saveTo: null as string | null,
  saveDialogs: [] as SaveDialogOptions[],
  /** Answers the next dialog for a folder; null cancels. */
  saveInto: null as string | null,
  folderDialogs: [] as OpenDialogOptions[],
  /** The button pressed in the next message box. */
  answer: 0,
  messageBoxes: [] as MessageBoxOptions[],
  errorBoxes: [] as { title: string; content: string }[],
  opened: [] as string[],
  /** Folders shown; `missing` ones answer as Electron does. */
  folders: [] as string[],
  missingFolders: false,
  popups: [] as { template: MenuItemConstructorOptions[]; window: unknown }[],
  menu: null as MenuItemConstructorOptions[] | null,
  utilities: [] as UtilityProcessDouble[],
};

export const dialog = {
  showSaveDialog: ((...args: unknown[]) => {
    double.saveDialogs.push(args.at(-1) as SaveDialogOptions);
    return Promise.resolve({ canceled: double.saveTo === null, filePath: double.saveTo ?? '' });
  }) as Dialog['showSaveDialog'],
  showOpenDialog: ((...args: unknown[]) => {
    double.folderDialogs.push(args.at(-1) as OpenDialogOptions);
    return Promise.resolve({
      canceled: double.saveInto === null,
      filePaths: double.saveInto === null ? [] : [double.saveInto],
    });
  }) as Dialog['showOpenDialog'],
  showMessageBox: ((...args: unknown[]) => {
    double.messageBoxes.push(args.at(-1) as MessageBoxOptions);
    return Promise.resolve({ response: double.answer, checkboxChecked: false });
  }) as Dialog['showMessageBox'],
  showErrorBox: (title: string, content: string) => void double.errorBoxes.push({ title, content }),
} satisfies Pick<Dialog, 'showSaveDialog' | 'showOpenDialog' | 'showMessageBox' | 'showErrorBox'>;

export const Menu = {
  /** The menu is its template, with what can be done to it. */
  buildFromTemplate: (template: MenuItemConstructorOptions[]) =>
    Object.assign(template, {
      popup: (options: PopupOptions = {}) => void double.popups.push({ template, window: options.window }),
    }),
  setApplicationMenu: (template: MenuItemConstructorOptions[] | null) => {
    double.menu = template;
  },
};

export const screen = {
  getAllDisplays: () =>
    [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }] as ReturnType<Screen['getAllDisplays']>,
} satisfies Pick<Screen, 'getAllDisplays'>;

export const shell = {
  openExternal: (url: string) => {
    double.opened.push(url);
    return Promise.resolve();
  },
  openPath: (folder: string) => {
    double.folders.push(folder);
    return Promise.resolve(double.missingFolders ? 'no such file or directory' : '');
  },
} satisfies Pick<Shell, 'openExternal' | 'openPath'>;

export const utilityProcess = {
  fork: (script: string, args: string[] = [], options = {}) => {
    if (!app.isReady()) throw new Error('utilityProcess cannot be created before app is ready');
    const child = new UtilityProcessDouble(script, args, options);
    double.utilities.push(child);
    return child;
  },
};
