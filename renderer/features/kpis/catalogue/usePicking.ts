/** Adding KPIs of the catalogue and taking them off the list, each with a way back. */
import { useState } from 'react';
import type { ClientKpi } from '../../../../shared/contract/api/kpis.ts';
import { asCallError, callOnce } from '../../../api/index.ts';
import { useClient } from '../../../app/index.ts';
import { useT } from '../../../i18n/index.tsx';
import { useToast } from '../../../ui/index.ts';
import { useKpiChanges } from '../useKpiChanges.ts';

export interface Picking {
  readonly busy: boolean;
  /** True once they are there. */
  readonly add: (keys: readonly string[], nameOf: (key: string) => string | undefined) => Promise<boolean>;
  readonly hide: (key: string, name: string) => void;
}

export function usePicking(mine: readonly ClientKpi[]): Picking {
  const t = useT();
  const client = useClient();
  const toast = useToast();
  const change = useKpiChanges();
  const [busy, setBusy] = useState(false);
  const failed = (error: unknown): void => {
    const { what, todo } = t.errors.codes[asCallError(error).code];
    toast({ text: `${what} ${todo}` });
  };
  return {
    busy,
    add: async (keys, nameOf) => {
      setBusy(true);
      try {
        const words = t.kpis.catalogue;
        const was = new Set(mine.filter((kpi) => kpi.shown).map((kpi) => kpi.id));
        const known = new Set(mine.map((kpi) => kpi.id));
        const after = await callOnce('kpis.add', { client: client.id, keys: [...keys] });
        const further = after.filter(
          (kpi) => !known.has(kpi.id) && !keys.includes(kpi.definition.key),
        ).length;
        const fresh = after.filter((kpi) => kpi.shown && !was.has(kpi.id));
        const [only = ''] = keys;
        const name = nameOf(only) ?? only;
        toast({
          text:
            keys.length > 1
              ? words.addedMany(keys.length, further)
              : further === 0
                ? words.added(name)
                : words.addedWith(name, further),
          undo: () =>
            void callOnce('kpis.updateMany', {
              client: client.id,
              changes: fresh.map((kpi) => ({ kpi: kpi.id, shown: false })),
            }).catch(failed),
        });
        return true;
      } catch (error) {
        failed(error);
        return false;
      } finally {
        setBusy(false);
      }
    },
    hide: (key, name) => {
      const own = mine.find((kpi) => kpi.definition.key === key);
      if (own) change([{ kpi: own.id, shown: false }], t.kpis.hiddenNow(name));
    },
  };
}
