/**
 * The focus goes into the text when its editor opens, and back to what opened it when the editor goes: taken away with
 * the editor it would begin again at the top of the page. It is never taken from where a person has gone meanwhile.
 */
import { useEffect, useRef } from 'react';

/** `ready`: the text is there to be written. */
export function useTextFocus(area: () => HTMLTextAreaElement | null, ready: boolean): void {
  const before = useRef<Element | null>(null);
  const entered = useRef(false);
  useEffect(() => {
    before.current = document.activeElement;
    return () => {
      const { current } = before;
      if (document.activeElement === document.body && current instanceof HTMLElement && current.isConnected)
        current.focus();
    };
  }, []);
  useEffect(() => {
    if (!ready || entered.current) return;
    entered.current = true;
    const text = area();
    if (document.activeElement !== before.current) return;
    text?.focus();
    text?.setSelectionRange(text.value.length, text.value.length);
  });
}
