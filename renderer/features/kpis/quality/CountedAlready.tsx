/** KPIs of the catalogue that count a quality, each to be added to the client. */
import { useState } from 'react';
import type { ClientKpi } from '../../../../shared/contract/api/kpis.ts';
import type { Proposal } from '../../../../shared/domain/quality/propose.ts';
import { asCallError, callOnce } from '../../../api/index.ts';
import { useClient } from '../../../app/index.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import { Button, useToast } from '../../../ui/index.ts';
import css from './quality.module.css';

export function CountedAlready({
  text,
  proposals,
  kpis,
}: {
  readonly text: string;
  readonly proposals: readonly Proposal[];
  readonly kpis: readonly ClientKpi[];
}) {
  const t = useT();
  const format = useFormat();
  const words = t.quality.counted;
  if (proposals.length === 0) {
    return <p className={css['grey']}>{text.trim() === '' ? words.waiting : words.none}</p>;
  }
  return (
    <ul className={css['proposals']} aria-label={words.list}>
      {proposals.map(({ kpi }) => (
        <li key={kpi.key} className={css['proposal']}>
          <div>
            <p>
              <b>{format.local(kpi.name)}</b>{' '}
              <span className={css['unit']}>
                {format.words(kpi.unit) || t.kpis.units[kpi.unit.kind]}
                {kpi.timeAggregation === 'formula' && `, ${t.kpis.computed}`}
              </span>
            </p>
            <p className={css['grey']}>{format.local(kpi.definition)}</p>
          </div>
          <AddKpi kpiKey={kpi.key} name={format.local(kpi.name)} kpis={kpis} />
        </li>
      ))}
    </ul>
  );
}

function AddKpi({
  kpiKey,
  name,
  kpis,
}: {
  readonly kpiKey: string;
  readonly name: string;
  readonly kpis: readonly ClientKpi[];
}) {
  const t = useT();
  const client = useClient();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const words = t.quality.counted;
  const added = kpis.some((kpi) => kpi.shown && kpi.definition.key === kpiKey);
  const add = async (): Promise<void> => {
    setBusy(true);
    try {
      const after = await callOnce('kpis.add', { client: client.id, keys: [kpiKey] });
      const made = after.find((kpi) => kpi.definition.key === kpiKey);
      const further = after.length - kpis.length - (kpis.some((kpi) => kpi.id === made?.id) ? 0 : 1);
      toast({
        text: further > 0 ? t.kpis.catalogue.addedWith(name, further) : t.kpis.catalogue.added(name),
        ...(made && { undo: () => void callOnce('kpis.update', { kpi: made.id, shown: false }) }),
      });
    } catch (error) {
      toast({ text: t.errors.codes[asCallError(error).code].what });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      size="small"
      kind={added ? 'ghost' : 'secondary'}
      icon={added ? 'check' : 'plus'}
      disabled={busy || added}
      aria-label={added ? words.addedOf(name) : words.addOf(name)}
      onClick={() => void add()}
    >
      {added ? words.added : words.add}
    </Button>
  );
}
