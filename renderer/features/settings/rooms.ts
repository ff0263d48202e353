/** The rooms of the settings and where they are. Pure. */

export const rooms = ['general', 'backups', 'privacy', 'about'] as const;
export type RoomName = (typeof rooms)[number];

export function roomHref(room: RoomName): string {
  return room === 'general' ? '/settings' : `/settings/${room}`;
}
