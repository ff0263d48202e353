/** The due list. */
export { Disclosure, DueLists } from './DueLists.tsx';
export { DueScreen } from './DueScreen.tsx';
