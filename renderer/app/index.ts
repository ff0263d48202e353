/** What features use of the app around them. */
export {
  handOver,
  isAtTakeIn,
  pickFiles,
  takeArchives,
  takeInHref,
  useHandedOver,
  useHandOvers,
} from './drop.ts';
export type { Archive } from './drop.ts';
export { navigate } from './location.ts';
export { MadeNumber, useMade, useTargets } from './made.tsx';
export type { MadeAbout, MadeTarget, NumberTarget, ScoreTarget } from './made.tsx';
export { momentDate, momentFull, momentText } from './moments.ts';
export { useRestoring } from './restoring.tsx';
export { forgetImport, openImport, rememberImport, useOpenImport } from './openImports.ts';
export { DeliverButton, ImportButton, Page } from './Page.tsx';
export { commandKey, shortcut, ShortcutsContext } from './palette.ts';
export { useCommands } from './shortcuts/screenCommands.ts';
export { PlaceControls } from './PlaceControls.tsx';
export { clientHref, importsHref, mappingHref, returnedHref } from './hrefs.ts';
export { usePlace } from './place.ts';
export { usePortfolio } from './usePortfolio.ts';
export { useAppState, useClient, useTheme } from './state.ts';
