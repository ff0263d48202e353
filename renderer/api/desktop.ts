/** What the desktop's window has beside the transport; nothing in a browser. */
import type { DesktopBridge } from '../../shared/contract/transport.ts';

declare global {
  interface Window {
    /** Exposed by electron/preload.ts. */
    readonly pulsebookDesktop?: DesktopBridge;
  }
}

/** `null` in a browser window. */
export function getDesktop(): DesktopBridge | null {
  return window.pulsebookDesktop ?? null;
}
