export { DeleteClient } from './DeleteClient.tsx';
export { NewClientScreen } from './NewClientScreen.tsx';
export { SetupScreen } from './SetupScreen.tsx';
export { TakeInScreen } from './TakeInScreen.tsx';
