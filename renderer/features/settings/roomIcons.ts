/** The rooms of the settings as icons. */
import type { IconName } from '../../ui/Icon.tsx';
import type { RoomName } from './rooms.ts';

export const roomIcons: Readonly<Record<RoomName, IconName>> = {
  general: 'sliders',
  backups: 'copy',
  privacy: 'lock',
  about: 'info',
};
