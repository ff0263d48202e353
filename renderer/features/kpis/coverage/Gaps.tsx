/** The gaps by name: what is not covered, not measured, not judged or only flattered, and what would mend it. */
import { useId, useState } from 'react';
import type { Matrix } from '../../../../shared/contract/api/advice.ts';
import { asCallError, callOnce } from '../../../api/index.ts';
import { useClient, usePlace } from '../../../app/index.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import { Button, Icon, LinkButton, useToast } from '../../../ui/index.ts';
import css from './Gaps.module.css';

type Gap = Matrix['gaps'][number];

export function Gaps({ matrix }: { readonly matrix: Matrix }) {
  const t = useT();
  const words = t.kpis.coverage;
  return (
    <section className={css['gaps']} aria-label={words.gaps}>
      <header>
        <h2>{words.gaps}</h2>
        <span>{words.gapsDetail(matrix.gaps.length)}</span>
      </header>
      {matrix.gaps.length === 0 && <p className={css['grey']}>{words.none}</p>}
      <ul>
        {matrix.gaps.map((gap) => (
          <GapItem key={`${gap.axis} ${gap.key} ${gap.kind}`} gap={gap} matrix={matrix} />
        ))}
      </ul>
    </section>
  );
}

function GapItem({ gap, matrix }: { readonly gap: Gap; readonly matrix: Matrix }) {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const words = t.kpis.coverage;
  const id = useId();
  const list = gap.axis === 'kra' ? matrix.kras : matrix.stages;
  const named = list.find((item) => item.key === gap.key);
  const name = named === undefined ? gap.key : format.local(named.name);
  const inside = matrix.kpis.filter((kpi) => kpi[gap.axis] === gap.key);
  return (
    <li className={css['gap']} aria-label={name}>
      <span className={css['icon']}>
        <Icon name="warning" />
      </span>
      <div>
        <h3>
          {name} <span>{words.axis[gap.axis].toLowerCase()}</span>
        </h3>
        <p className={css['grey']}>{words.gap[gap.kind]}</p>
        {gap.kind === 'noFigures' && (
          <LinkButton kind="link" size="small" to={place.href('figures')}>
            {words.fill}
          </LinkButton>
        )}
        {gap.kind === 'noTarget' && inside[0] !== undefined && (
          <LinkButton kind="link" size="small" to={place.href(`kpis/target/${inside[0].id}`)}>
            {words.setTarget}
          </LinkButton>
        )}
        {gap.suggestions.length > 0 && (
          <>
            <p id={id} className={css['label']}>
              {words.fills}
            </p>
            <ul className={css['fills']} aria-labelledby={id}>
              {gap.suggestions.map((kpi) => (
                <Suggestion key={kpi.key} kpi={kpi} />
              ))}
            </ul>
          </>
        )}
      </div>
    </li>
  );
}

function Suggestion({ kpi }: { readonly kpi: Gap['suggestions'][number] }) {
  const t = useT();
  const format = useFormat();
  const client = useClient();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const name = format.local(kpi.name);
  const add = async (): Promise<void> => {
    setBusy(true);
    try {
      const after = await callOnce('kpis.add', { client: client.id, keys: [kpi.key] });
      const added = after.find((one) => one.definition.key === kpi.key);
      toast({
        text: t.kpis.catalogue.added(name),
        ...(added && { undo: () => void callOnce('kpis.update', { kpi: added.id, shown: false }) }),
      });
    } catch (error) {
      toast({ text: t.errors.codes[asCallError(error).code].what });
    } finally {
      setBusy(false);
    }
  };
  return (
    <li>
      <span>{name}</span>
      <Button
        size="small"
        icon="plus"
        busy={busy}
        aria-label={t.kpis.coverage.addOf(name)}
        onClick={() => void add()}
      >
        {t.kpis.coverage.add}
      </Button>
    </li>
  );
}
