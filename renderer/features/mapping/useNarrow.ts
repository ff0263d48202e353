/** Whether the window is too narrow (or too much enlarged) for the sheet and its panel side by side. */
import { useSyncExternalStore } from 'react';

const narrow = matchMedia('(max-width: 960px)');

function subscribe(listener: () => void): () => void {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
}

export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => narrow.matches);
}
