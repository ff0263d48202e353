/** The states of an action, and changing them with the way back. */
import type { FollowedAction } from '../../../shared/contract/api/advice.ts';
import { callOnce, useCommand } from '../../api/index.ts';
import type { CallError } from '../../api/index.ts';
import { useT } from '../../i18n/index.tsx';
import { useToast } from '../../ui/index.ts';

export type ActionState = FollowedAction['state'];
export const actionStates = ['open', 'doing', 'done', 'dropped'] as const satisfies readonly ActionState[];
export const isOver = (state: ActionState): boolean => state === 'done' || state === 'dropped';

export interface ActionStates {
  readonly set: (action: FollowedAction, state: ActionState) => void;
  readonly busy: boolean;
  readonly error: CallError | null;
}

export function useActionStates(): ActionStates {
  const t = useT();
  const toast = useToast();
  const update = useCommand('actions.update');
  return {
    set: (action, state) =>
      update.mutate(
        { action: action.id, state },
        {
          onSuccess: () => {
            if (isOver(state))
              toast({
                text: `${t.advice.actions.states[state]}: ${action.text}`,
                undo: () => void callOnce('actions.update', { action: action.id, state: action.state }),
              });
          },
        },
      ),
    busy: update.isPending,
    error: update.error,
  };
}
