import type { RoomName } from '../../settings/rooms.ts';
import type { HelpPageName } from '../pages.ts';

/** What a help page is made of. Texts are plain: no markup in them. */
export type Block =
  | { readonly p: string }
  | { readonly h: string }
  | { readonly steps: readonly string[] }
  | { readonly list: readonly string[] }
  /** Words and what they mean. */
  | { readonly terms: readonly (readonly [term: string, meaning: string])[] }
  /** The app's own marks, as they look on screen. */
  | { readonly show: 'closed' | 'running' | 'gaps' | 'changes' }
  /** A room of the settings, a press away. */
  | { readonly room: RoomName }
  /** The sheet of keys, a press away. */
  | { readonly open: 'shortcuts' };

export type HelpText = Readonly<Record<HelpPageName, readonly Block[]>>;
