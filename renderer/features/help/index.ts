export { HelpScreen } from './HelpScreen.tsx';
export { HelpSheet } from './HelpSheet.tsx';
