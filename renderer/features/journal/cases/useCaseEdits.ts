/** Changing and removing cases, each with its way back. */
import type { Input } from '../../../../shared/contract/api.ts';
import type { CaseDto } from '../../../../shared/contract/api/logs.ts';
import type { CallError } from '../../../api/index.ts';
import { useCommand } from '../../../api/index.ts';
import { useT } from '../../../i18n/index.tsx';
import { useToast } from '../../../ui/index.ts';

export type CaseChange = Omit<Input<'cases.update'>, 'case'>;

export interface CaseEdits {
  /** `then` runs once it is stored. */
  readonly change: (one: CaseDto, change: CaseChange, said: string, then?: () => void) => void;
  readonly remove: (one: CaseDto) => void;
  readonly busy: boolean;
  readonly error: CallError | null;
}

export function useCaseEdits(): CaseEdits {
  const t = useT();
  const toast = useToast();
  const update = useCommand('cases.update');
  const restore = useCommand('cases.restore');
  const remove = useCommand('cases.remove');
  return {
    change: (one, change, said, then) =>
      update.mutate(
        { case: one.id, ...change },
        {
          onSuccess: () => {
            then?.();
            toast({ text: said, undo: () => update.mutate({ case: one.id, ...before(one, change) }) });
          },
        },
      ),
    remove: (one) =>
      remove.mutate(
        { case: one.id },
        {
          onSuccess: () =>
            toast({ text: t.journal.list.removed, undo: () => restore.mutate({ case: one.id }) }),
        },
      ),
    busy: update.isPending,
    error: update.error ?? remove.error ?? restore.error,
  };
}

/** What the changed fields held before. */
function before(one: CaseDto, change: CaseChange): CaseChange {
  const keys = new Set(Object.keys(change));
  return Object.fromEntries(Object.entries(one).filter(([key]) => keys.has(key)));
}
