/**
 * The native menu, in the person's language. Where the system has a role for an item it is that role, with the system's
 * own behaviour and keys; the rest is sent to the window as a command of the one list (shared/domain/commands.ts), whose
 * keys stand beside it.
 *
 * Keys that the window itself listens to are shown and not registered, so that nothing happens twice. Single keys
 * (`G D`) cannot be shown by a menu; the window's own sheet has them.
 */
import { Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import { commandKeys } from '../../../shared/domain/commands.ts';
import type { Labels, MenuClient, MenuCommand } from './labels.ts';

export interface MenuParts {
  readonly words: Labels;
  readonly platform: NodeJS.Platform;
  /** Adds the developer tools. */
  readonly dev: boolean;
  readonly clients: readonly MenuClient[];
  /** Told what was chosen: a command, or `client:3`. */
  readonly choose: (choice: string) => void;
}

type Item = MenuItemConstructorOptions;
const line: Item = { type: 'separator' };

/** Electron's notation of our keys. */
function acceleratorOf(keys: string): string {
  return keys.replace('Mod', 'CommandOrControl').replace('Arrow', '');
}

export function menuTemplate({ words, platform, dev, clients, choose }: MenuParts): Item[] {
  const mac = platform === 'darwin';
  const command = (id: MenuCommand): Item => {
    const { keys, desktop } = commandKeys[id];
    const shown = keys?.[0] ?? desktop;
    return {
      id,
      label: words.commands[id],
      click: () => choose(id),
      ...(shown !== undefined && { accelerator: acceleratorOf(shown) }),
      ...(keys !== undefined && { registerAccelerator: false }),
    };
  };
  const quit: Item = { role: 'quit', label: words.quit };
  const app: Item = {
    label: 'Pulsebook',
    submenu: [
      { role: 'about', label: words.about },
      line,
      command('settings'),
      line,
      { role: 'services', label: words.services },
      line,
      { role: 'hide', label: words.hide },
      { role: 'hideOthers', label: words.hideOthers },
      { role: 'unhide', label: words.showAll },
      line,
      quit,
    ],
  };
  return [
    ...(mac ? [app] : []),
    {
      label: words.file,
      submenu: [
        command('newClient'),
        command('import'),
        line,
        command('backup'),
        ...(mac
          ? [line, { role: 'close', label: words.close } satisfies Item]
          : [command('settings'), line, quit]),
      ],
    },
    {
      label: words.edit,
      submenu: [
        { role: 'undo', label: words.undo },
        { role: 'redo', label: words.redo },
        line,
        ...clipboard(words),
        line,
        command('search'),
      ],
    },
    {
      label: words.view,
      submenu: [
        command('previousPeriod'),
        command('nextPeriod'),
        line,
        { role: 'resetZoom', label: words.actualSize },
        { role: 'zoomIn', label: words.zoomIn },
        { role: 'zoomOut', label: words.zoomOut },
        line,
        { role: 'togglefullscreen', label: words.fullScreen },
        line,
        { role: 'reload', label: words.reload },
        ...(dev ? [{ role: 'toggleDevTools' } satisfies Item] : []),
      ],
    },
    {
      label: words.client,
      submenu: [
        command('goSetup'),
        line,
        command('previousClient'),
        command('nextClient'),
        ...(clients.length > 0 ? [line] : []),
        ...clients.map(({ id, name }): Item => ({
          // An ampersand would mark a key of the menu.
          label: name.replaceAll('&', '&&'),
          click: () => choose(`client:${id}`),
        })),
      ],
    },
    {
      label: words.go,
      submenu: [
        command('back'),
        command('forward'),
        line,
        command('goPortfolio'),
        command('goDue'),
        command('goDeliver'),
        line,
        command('goDashboard'),
        command('goScorecard'),
        command('goExplorer'),
        command('goContent'),
        command('goAdvice'),
        line,
        command('goFigures'),
        command('goJournal'),
        command('goKpis'),
        command('goImports'),
        command('goReports'),
      ],
    },
    {
      label: words.window,
      ...(mac && { role: 'window' as const }),
      submenu: [
        { role: 'minimize', label: words.minimize },
        ...(mac
          ? ([
              { role: 'zoom', label: words.zoom },
              line,
              { role: 'front', label: words.front },
            ] satisfies Item[])
          : [{ role: 'close', label: words.close } satisfies Item]),
      ],
    },
    {
      label: words.help,
      ...(mac && { role: 'help' as const }),
      submenu: [
        command('help'),
        command('shortcuts'),
        ...(mac ? [] : [line, { role: 'about', label: words.about } satisfies Item]),
      ],
    },
  ];
}

function clipboard(words: Labels): Item[] {
  return [
    { role: 'cut', label: words.cut },
    { role: 'copy', label: words.copy },
    { role: 'paste', label: words.paste },
    { role: 'selectAll', label: words.selectAll },
  ];
}

export function showMenu(parts: MenuParts): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(parts)));
}

/** What was under the pointer, as Electron tells it. */
export interface ContextPlace {
  readonly isEditable: boolean;
  readonly selectionText: string;
  readonly editFlags: {
    readonly canCut: boolean;
    readonly canCopy: boolean;
    readonly canPaste: boolean;
    readonly canSelectAll: boolean;
    readonly canUndo: boolean;
    readonly canRedo: boolean;
  };
}

/** The menu of a text field, or of a marked text; `null` where there is nothing to do. Electron shows none by itself. */
export function contextTemplate(
  words: Labels,
  { isEditable, selectionText, editFlags }: ContextPlace,
): Item[] | null {
  const copy: Item = { role: 'copy', label: words.copy, enabled: editFlags.canCopy };
  if (!isEditable) return selectionText.trim() === '' ? null : [copy];
  return [
    { role: 'undo', label: words.undo, enabled: editFlags.canUndo },
    { role: 'redo', label: words.redo, enabled: editFlags.canRedo },
    line,
    { role: 'cut', label: words.cut, enabled: editFlags.canCut },
    copy,
    { role: 'paste', label: words.paste, enabled: editFlags.canPaste },
    line,
    { role: 'selectAll', label: words.selectAll, enabled: editFlags.canSelectAll },
  ];
}
