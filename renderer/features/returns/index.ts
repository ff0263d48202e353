export { OpenReturn } from './OpenReturn.tsx';
export { ReturnedCard } from './ReturnedCard.tsx';
export { ReturnOfNobody, ReturnScreen } from './ReturnScreen.tsx';
