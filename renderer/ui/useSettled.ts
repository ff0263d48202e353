/** A text once it has stopped changing: what is asked of the backend while someone types. */
import { useEffect, useState } from 'react';

const PAUSE = 250;

export function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
