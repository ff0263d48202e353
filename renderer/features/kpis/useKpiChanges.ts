/** Changes of KPIs in place, one or many, each with one way back. */
import type { KpiChange } from '../../../shared/contract/api/kpis.ts';
import { asCallError, callOnce } from '../../api/index.ts';
import { useClient } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { useToast } from '../../ui/index.ts';

export type ChangeKpis = (changes: readonly KpiChange[], text: string) => void;

export function useKpiChanges(): ChangeKpis {
  const t = useT();
  const toast = useToast();
  const client = useClient().id;
  const failed = (error: unknown): void => {
    const { what, todo } = t.errors.codes[asCallError(error).code];
    toast({ text: `${what} ${todo}` });
  };
  return (changes, text) => {
    if (changes.length === 0) return;
    callOnce('kpis.updateMany', { client, changes: [...changes] }).then(({ before }) => {
      toast({
        text,
        undo: () => void callOnce('kpis.updateMany', { client, changes: before }).catch(failed),
      });
    }, failed);
  };
}
