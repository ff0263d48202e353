export { BatchScreen } from './BatchScreen.tsx';
export { ImportScreen, ImportsOfAll } from './ImportScreen.tsx';
