/**
 * Places live behind the `#`, path and question both (`#/c/3/dashboard?period=month:2026-10-01`): the page itself
 * never reloads, and both hosts serve one document.
 */
import { useSyncExternalStore } from 'react';

function split(): { path: string; search: string } {
  const [path = '', search = ''] = location.hash.replace(/^#/, '').split('?', 2);
  return { path: path.startsWith('/') ? path : `/${path}`, search };
}

/** Goes to `/path?question`, from anywhere. */
export function navigate(to: string, options: { readonly replace?: boolean } = {}): void {
  const url = `#${to}`;
  if (location.hash === url) return;
  if (options.replace) history.replaceState(null, '', url);
  else history.pushState(null, '', url);
  dispatchEvent(new HashChangeEvent('hashchange'));
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  addEventListener('popstate', listener);
  return () => {
    removeEventListener('hashchange', listener);
    removeEventListener('popstate', listener);
  };
}

function useHashPath(): [path: string, go: typeof navigate] {
  return [useSyncExternalStore(subscribe, () => split().path), navigate];
}

function useHashSearch(): string {
  return useSyncExternalStore(subscribe, () => split().search);
}

/** What wouter's `Router` needs to find its places behind the `#`. */
export const behindHash = {
  hook: useHashPath,
  searchHook: useHashSearch,
  hrefs: (to: string): string => `#${to}`,
};
