export { MadeSheet } from './MadeSheet.tsx';
export { NumberMaking } from './NumberMaking.tsx';
export { useMaking } from './useMaking.ts';
