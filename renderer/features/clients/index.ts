export { NewClientScreen } from './NewClientScreen.tsx';
export { SetupScreen } from './SetupScreen.tsx';
