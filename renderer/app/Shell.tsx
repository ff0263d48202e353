/**
 * The window: navigation at the left, a screen beside it, palette, keys and help over both, files dropped anywhere. It
 * remembers where one was, and does what the desktop's menu asks for.
 */
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useLocation, useSearch } from 'wouter';
import { commandIds, commandKeys, isCommandId } from '../../shared/domain/commands.ts';
import { getDesktop } from '../api/index.ts';
import { useT } from '../i18n/index.tsx';
import { DropZone } from './DropZone.tsx';
import { navigate } from './location.ts';
import { Nav } from './Nav.tsx';
import { Palette } from './Palette.tsx';
import { PaletteContext, ShortcutsContext } from './palette.ts';
import { useRememberPlace, useScrollMemory } from './places.ts';
import { useScreenCommands } from './shortcuts/screenCommands.ts';
import { ShortcutSheet } from './shortcuts/ShortcutSheet.tsx';
import { useGlobalCommands } from './shortcuts/useGlobalCommands.ts';
import { useKeys } from './shortcuts/useKeys.ts';
import type { Binding } from './shortcuts/useKeys.ts';
import css from './Shell.module.css';
import { useAppState } from './state.ts';
import { useOpenedFiles } from './useOpenedFiles.ts';

const HelpSheet = lazy(async () => ({ default: (await import('../features/help/index.ts')).HelpSheet }));

/** The client that an address is in. */
export function clientInPath(path: string): number | null {
  const match = /^\/c\/(\d+)(?:\/|$)/.exec(path);
  return match ? Number(match[1]) : null;
}

export function Shell({ children }: { readonly children: ReactNode }) {
  const t = useT();
  const { settings } = useAppState();
  const [path] = useLocation();
  const search = useSearch();
  const client = clientInPath(path);
  const [palette, setPalette] = useState(false);
  const [shortcuts, setShortcuts] = useState(false);
  const [help, setHelp] = useState(false);
  useRememberPlace(path, search, client);
  useScrollMemory();
  const openers = useMemo(
    () => ({
      palette: () => setPalette((open) => !open),
      shortcuts: () => setShortcuts(true),
      help: () => setHelp((open) => !open),
    }),
    [],
  );
  const run = useGlobalCommands(path, client, openers);
  const own = useScreenCommands();
  const bindings: readonly Binding[] = [
    ...own.flatMap(({ keys, run: act }) =>
      keys === undefined
        ? []
        : [{ shortcut: keys, single: !keys.includes('+') && !/^F\d/.test(keys), run: act }],
    ),
    ...commandIds.flatMap((id) => [
      ...(commandKeys[id].keys ?? []).map((shortcut) => ({ shortcut, single: false, run: run[id] })),
      ...(commandKeys[id].single === undefined
        ? []
        : [{ shortcut: commandKeys[id].single, single: true, run: run[id] }]),
    ]),
  ];
  useKeys(bindings, settings.singleKeys);
  useMenu(run);
  useMouseBack();
  useOpenedFiles();
  const closeHelp = useCallback(() => setHelp(false), []);
  return (
    <PaletteContext value={setPalette}>
      <ShortcutsContext value={openers.shortcuts}>
        <div className={css['shell']}>
          <button
            type="button"
            className={css['skip']}
            onClick={() => document.querySelector<HTMLElement>('#content')?.focus()}
          >
            {t.app.skip}
          </button>
          <Nav client={client} onHelp={openers.help} />
          <div className={css['screen']}>{children}</div>
          <DropZone client={client} />
          <Palette open={palette} onClose={() => setPalette(false)} path={path} client={client} run={run} />
          <ShortcutSheet open={shortcuts} onClose={() => setShortcuts(false)} />
          {help && (
            <Suspense fallback={null}>
              <HelpSheet path={path} onClose={closeHelp} onShortcuts={openers.shortcuts} />
            </Suspense>
          )}
        </div>
      </ShortcutsContext>
    </PaletteContext>
  );
}

/** Does what is chosen in the desktop's menu: a command of the list, or `client:3`. */
function useMenu(run: ReturnType<typeof useGlobalCommands>): void {
  useEffect(
    () =>
      getDesktop()?.onMenu((choice) => {
        const client = /^client:(\d+)$/.exec(choice)?.[1];
        if (client !== undefined) navigate(`/c/${client}/dashboard`);
        else if (isCommandId(choice)) run[choice]();
      }),
    [run],
  );
}

/** The side buttons of a mouse: a browser goes back and forward by itself, the desktop's window does not. */
function useMouseBack(): void {
  useEffect(() => {
    if (getDesktop() === null) return undefined;
    const onUp = (event: MouseEvent): void => {
      if (event.button !== 3 && event.button !== 4) return;
      event.preventDefault();
      if (event.button === 3) history.back();
      else history.forward();
    };
    addEventListener('mouseup', onUp);
    return () => removeEventListener('mouseup', onUp);
  }, []);
}
