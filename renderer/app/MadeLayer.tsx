/**
 * The sheet that answers how a number was made: beside the screen, not over it (modeless). Escape closes it and the focus
 * goes back to the number; each step deeper can be taken back. Following a link to another screen leaves it behind.
 */
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { MadeContext } from './made.tsx';
import type { MadeTarget, OpenMade } from './made.tsx';

const MadeSheet = lazy(async () => ({ default: (await import('../features/made/index.ts')).MadeSheet }));

interface Asked {
  /** Tells one question from the next. */
  readonly id: number;
  /** The screen it was asked on. */
  readonly path: string;
  /** The number asked about, then the steps gone into, the newest last. */
  readonly way: readonly MadeTarget[];
}

export function MadeLayer({ children }: { readonly children: ReactNode }) {
  const [path] = useLocation();
  const here = useRef(path);
  const from = useRef<HTMLElement | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(() => {
    here.current = path;
  }, [path]);
  const open = useCallback<OpenMade>((target, opener) => {
    from.current = opener;
    setAsked((last) => ({ id: (last?.id ?? 0) + 1, path: here.current, way: [target] }));
  }, []);
  const close = useCallback(() => {
    setAsked(null);
    const back = from.current?.isConnected === true ? from.current : document.querySelector('#content');
    if (back instanceof HTMLElement) back.focus();
  }, []);
  const shown = asked !== null && asked.path === path ? asked : null;
  const target = shown?.way.at(-1);
  useEffect(() => {
    if (target === undefined) return;
    // The sheet itself answers Escape from inside; from outside only where nothing else would.
    const onKey = (event: KeyboardEvent): void => {
      const at = document.activeElement;
      const idle = at === document.body || at?.id === 'content' || at?.hasAttribute('data-made') === true;
      if (event.key === 'Escape' && !event.defaultPrevented && idle) close();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [target, close]);
  return (
    <MadeContext value={open}>
      {children}
      {shown !== null && target !== undefined && (
        <Suspense fallback={null}>
          <MadeSheet
            key={shown.id}
            target={target}
            before={shown.way.at(-2) ?? null}
            onDeeper={(next) => setAsked({ ...shown, way: [...shown.way, next] })}
            onBack={() => setAsked({ ...shown, way: shown.way.slice(0, -1) })}
            onClose={close}
          />
        </Suspense>
      )}
    </MadeContext>
  );
}
