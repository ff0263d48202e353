export { ExplorerScreen } from './ExplorerScreen.tsx';
