/** The session in the address of the import screen: a reload, or back, leads to the same preview. */
import { useCallback } from 'react';
import { useSearch } from 'wouter';
import { importsHref, navigate } from '../../app/index.ts';

/** The session named, and how another (or none) is. Nothing happens once the person is on another screen. */
export function useNamedSession(
  client: number | null,
): readonly [named: string | null, name: (session: string | null) => void] {
  const named = new URLSearchParams(useSearch()).get('session');
  const name = useCallback(
    (session: string | null) => {
      const [path = '', query = ''] = location.hash.replace(/^#/, '').split('?');
      if (path !== importsHref(client)) return;
      const params = new URLSearchParams(query);
      if (session === null) params.delete('session');
      else params.set('session', session);
      const text = params.toString().replaceAll('%3A', ':');
      navigate(path + (text && `?${text}`), { replace: true });
    },
    [client],
  );
  return [named, name];
}
