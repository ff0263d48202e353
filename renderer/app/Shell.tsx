/** The window: navigation at the left, a screen beside it, the palette over both, files dropped anywhere. */
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useT } from '../i18n/index.tsx';
import { DropZone } from './DropZone.tsx';
import { Nav } from './Nav.tsx';
import { Palette } from './Palette.tsx';
import { commandKey, PaletteContext } from './palette.ts';
import css from './Shell.module.css';

/** The client that an address is in. */
export function clientInPath(path: string): number | null {
  const match = /^\/c\/(\d+)(?:\/|$)/.exec(path);
  return match ? Number(match[1]) : null;
}

export function Shell({ children }: { readonly children: ReactNode }) {
  const t = useT();
  const [path] = useLocation();
  const client = clientInPath(path);
  const [palette, setPalette] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!commandKey(event) || event.shiftKey || event.altKey || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setPalette((open) => !open);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <PaletteContext value={setPalette}>
      <div className={css['shell']}>
        <button
          type="button"
          className={css['skip']}
          onClick={() => document.querySelector<HTMLElement>('#content')?.focus()}
        >
          {t.app.skip}
        </button>
        <Nav client={client} />
        <div className={css['screen']}>{children}</div>
        <DropZone client={client} />
        <Palette open={palette} onClose={() => setPalette(false)} client={client} />
      </div>
    </PaletteContext>
  );
}
