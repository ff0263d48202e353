/**
 * Where the person was: the window's own memory of places, filled from the backend at the start and told to it a moment
 * after each change. In a session scroll positions are kept too, for going back.
 */
import { useEffect, useSyncExternalStore } from 'react';
import type { Places } from '../../shared/contract/api/app.ts';
import { callOnce } from '../api/index.ts';

const WAIT = 400;

let places: Places = { last: null, clients: [], recent: [] };
let filled = false;
const listeners = new Set<() => void>();

const screenOf = (at: string): string => at.split('?', 1)[0] ?? at;

/** What the backend knew when the window opened; later answers know less than the window itself. */
export function fillPlaces(known: Places): void {
  if (filled) return;
  filled = true;
  places = known;
}

/** The last place of a client; `null` when it was never looked at. */
export function lastPlaceOf(client: number): string | null {
  return places.clients.find((one) => one.client === client)?.at ?? null;
}

function note(at: string, client: number | null): void {
  places = {
    last: at,
    clients:
      client === null
        ? places.clients
        : [...places.clients.filter((one) => one.client !== client), { client, at }],
    recent: [at, ...places.recent.filter((one) => screenOf(one) !== screenOf(at))].slice(0, 12),
  };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function usePlaces(): Places {
  return useSyncExternalStore(subscribe, () => places);
}

/** Remembers the address on screen, here at once and for the next start a moment later. */
export function useRememberPlace(path: string, search: string, client: number | null): void {
  const at = path + (search && `?${search}`);
  useEffect(() => {
    note(at, client);
    const timer = setTimeout(() => {
      // Not kept: the next place is.
      callOnce('app.setPlace', { at }).catch(() => undefined);
    }, WAIT);
    return () => clearTimeout(timer);
  }, [at, client]);
}

const scrolled = new Map<string, number>();
const PATIENCE = 1500;
/** What a person moves with. */
const MOVES = ['wheel', 'keydown', 'pointerdown'] as const;

/** Going back or forward shows a screen where it was left; going on shows it from its top. */
export function useScrollMemory(): void {
  useEffect(() => {
    let stop: (() => void) | null = null;
    const onScroll = (event: Event): void => {
      if (event.target instanceof HTMLElement && event.target.id === 'content')
        scrolled.set(location.hash, event.target.scrollTop);
    };
    const onBack = (): void => {
      stop?.();
      const top = scrolled.get(location.hash) ?? 0;
      if (top === 0) return;
      const until = performance.now() + PATIENCE;
      let frame = 0;
      const end = (): void => {
        cancelAnimationFrame(frame);
        for (const move of MOVES) removeEventListener(move, end);
      };
      // The screen itself may come after its address, and its figures a moment later: until then what stands there is
      // the screen before. So the place is held for a while, or until the person moves.
      const step = (): void => {
        const content = document.querySelector('#content');
        if (content !== null && content.scrollTop !== top) content.scrollTop = top;
        if (performance.now() > until) end();
        else frame = requestAnimationFrame(step);
      };
      for (const move of MOVES) addEventListener(move, end, { passive: true });
      stop = end;
      frame = requestAnimationFrame(step);
    };
    document.addEventListener('scroll', onScroll, { capture: true, passive: true });
    addEventListener('popstate', onBack);
    return () => {
      stop?.();
      document.removeEventListener('scroll', onScroll, { capture: true });
      removeEventListener('popstate', onBack);
    };
  }, []);
}
