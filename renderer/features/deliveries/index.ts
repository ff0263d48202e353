export { DeliverScreen } from './DeliverScreen.tsx';
