/** The native menu, by roles: they bring each system's own behaviour and shortcuts. Words in the person's language. */
import { Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import type { Labels } from './labels.ts';

/** `dev` adds the developer tools. */
export function menuTemplate(
  words: Labels,
  platform: NodeJS.Platform,
  dev: boolean,
): MenuItemConstructorOptions[] {
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const mac = platform === 'darwin';
  const quit: MenuItemConstructorOptions = { role: 'quit', label: words.quit };
  return [
    ...(mac
      ? [
          {
            label: 'Pulsebook',
            submenu: [
              { role: 'about', label: words.about },
              line,
              { role: 'hide', label: words.hide },
              { role: 'hideOthers', label: words.hideOthers },
              { role: 'unhide', label: words.showAll },
              line,
              quit,
            ],
          } satisfies MenuItemConstructorOptions,
        ]
      : []),
    { label: words.file, submenu: mac ? [{ role: 'close', label: words.close }] : [quit] },
    {
      label: words.edit,
      submenu: [
        { role: 'undo', label: words.undo },
        { role: 'redo', label: words.redo },
        line,
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.paste },
        { role: 'selectAll', label: words.selectAll },
      ],
    },
    {
      label: words.view,
      submenu: [
        { role: 'reload', label: words.reload },
        ...(dev ? [{ role: 'toggleDevTools' } satisfies MenuItemConstructorOptions] : []),
        line,
        { role: 'resetZoom', label: words.actualSize },
        { role: 'zoomIn', label: words.zoomIn },
        { role: 'zoomOut', label: words.zoomOut },
        line,
        { role: 'togglefullscreen', label: words.fullScreen },
      ],
    },
    {
      label: words.window,
      submenu: [
        { role: 'minimize', label: words.minimize },
        ...(mac
          ? ([
              { role: 'zoom', label: words.zoom },
              line,
              { role: 'front', label: words.front },
            ] satisfies MenuItemConstructorOptions[])
          : [{ role: 'close', label: words.close } satisfies MenuItemConstructorOptions]),
      ],
    },
  ];
}

export function showMenu(words: Labels, platform: NodeJS.Platform, dev: boolean): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(words, platform, dev)));
}
