export { AdviceScreen } from './AdviceScreen.tsx';
export { ActionForm } from './ActionForm.tsx';
export { actionStates, isOver, useActionStates } from './actionStates.ts';
export { Effect } from './Effect.tsx';
export { ruleName } from './ruleWords.ts';
