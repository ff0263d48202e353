export { AdviceScreen } from './AdviceScreen.tsx';
