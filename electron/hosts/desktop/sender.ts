/**
 * Who may call: the top frame of a window this process made, while it shows the app.
 *
 * Each of the three matters: a stray WebContents is not registered, an embedded frame is not the main frame, and a
 * window that was made to show something else has another origin. What cannot be looked at any more (a frame that was
 * disposed of meanwhile throws) is not trusted.
 */
import type { IpcMainInvokeEvent, WebContents } from 'electron';
import type { Place } from './place.ts';

export interface TrustedSenders {
  register(contents: WebContents): void;
  trusts(event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>): boolean;
}

export function createTrustedSenders(place: Place): TrustedSenders {
  const known = new Set<WebContents>();
  return {
    register: (contents) => {
      known.add(contents);
      contents.once('destroyed', () => known.delete(contents));
    },
    trusts: (event) => {
      try {
        const { sender, senderFrame } = event;
        return (
          known.has(sender) &&
          // Null once the frame has navigated away or is gone.
          senderFrame !== null &&
          senderFrame.parent === null &&
          senderFrame.frameToken === sender.mainFrame.frameToken &&
          senderFrame.processId === sender.mainFrame.processId &&
          place.isOurs(senderFrame.url)
        );
      } catch {
        return false;
      }
    },
  };
}
