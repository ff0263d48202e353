export { AboutScreen } from './AboutScreen.tsx';
export { BackupsScreen } from './BackupsScreen.tsx';
export { Room } from './Room.tsx';
export { SettingsScreen } from './SettingsScreen.tsx';
