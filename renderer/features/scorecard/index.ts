export { ScorecardScreen } from './ScorecardScreen.tsx';
