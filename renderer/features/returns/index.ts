export { OpenReturn } from './OpenReturn.tsx';
export { ReturnedCard } from './ReturnedCard.tsx';
export { TextDiff } from './TextDiff.tsx';
export { useNames } from './useNames.ts';
export { ReturnOfNobody, ReturnScreen } from './ReturnScreen.tsx';
