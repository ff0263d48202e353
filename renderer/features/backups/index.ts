export { BackupState } from './BackupState.tsx';
export { BackupList } from './BackupList.tsx';
export { BringPanel } from './BringPanel.tsx';
export { Contents } from './Contents.tsx';
export { RestoreDialog } from './RestoreDialog.tsx';
export { useBring } from './useBring.ts';
export { useDrop } from './useDrop.ts';
