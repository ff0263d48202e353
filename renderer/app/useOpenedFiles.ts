/** Files opened with the app from outside of it lead to the screen that takes clients in. */
import { useEffect } from 'react';
import { onOpened, takeOpened } from '../api/index.ts';
import { handOverOpened } from './drop.ts';

/** Those that waited for this window, and those that come while it is there. */
export function useOpenedFiles(): void {
  useEffect(() => {
    const look = (): void => void takeOpened().then(handOverOpened);
    look();
    return onOpened(look);
  }, []);
}
