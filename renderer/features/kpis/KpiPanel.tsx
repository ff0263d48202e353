/** One KPI of a client: what it is, its targets, a new one. */
import type { ClientKpi, TargetDto } from '../../../shared/contract/api/kpis.ts';
import { callOnce, useCall, useCommand } from '../../api/index.ts';
import { useClient, usePlace } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Button, IconButton, LinkButton, useToast } from '../../ui/index.ts';
import { CounterField, Kept } from './KpiPanelFields.tsx';
import { DefinitionFacts } from './DefinitionFacts.tsx';
import { KpiBreaks } from './KpiBreaks.tsx';
import css from './KpiPanel.module.css';
import { lastDay, targetText } from './targets.ts';
import { useKpiChanges } from './useKpiChanges.ts';

export interface KpiPanelProps {
  readonly kpi: ClientKpi;
  readonly kpis: readonly ClientKpi[];
  readonly targets: readonly TargetDto[];
  readonly onClose: () => void;
}

export function KpiPanel({ kpi, kpis, targets, onClose }: KpiPanelProps) {
  const t = useT();
  const format = useFormat();
  const client = useClient();
  const place = usePlace();
  const change = useKpiChanges();
  const channels = useCall('channels.list', { client: client.id }).data ?? [];
  const { definition } = kpi;
  const name = format.local(definition.name);
  const counter = kpis.find((other) => other.definition.key === definition.counter);
  const hide = (): void => {
    change([{ kpi: kpi.id, shown: false }], t.kpis.hiddenNow(name));
    onClose();
  };
  return (
    <div className={css['panel']}>
      <header className={css['head']}>
        <h2>{name}</h2>
        <IconButton icon="close" label={t.common.close} onClick={onClose} />
      </header>
      <DefinitionFacts
        definition={definition}
        counterName={counter && format.local(counter.definition.name)}
        nameOf={(key) => {
          const one = kpis.find((other) => other.definition.key === key);
          return one && format.local(one.definition.name);
        }}
        short
      />
      {definition.vanity && <CounterField kpi={kpi} kpis={kpis} />}
      <section className={css['section']}>
        <h3>{t.kpis.target.list}</h3>
        {targets.length === 0 && <p className={css['grey']}>{t.kpis.target.none}</p>}
        <ul>
          {targets
            .toSorted((a, b) => b.from.localeCompare(a.from))
            .map((target) => (
              <TargetLine
                key={target.id}
                target={target}
                kpi={kpi}
                channel={channels.find((c) => c.id === target.channel)?.name}
              />
            ))}
        </ul>
      </section>
      <LinkButton to={place.href(`kpis/target/${kpi.id}`)} icon="target">
        {targets.length === 0 ? t.kpis.targetEditor.open : t.kpis.targetEditor.change}
      </LinkButton>
      <KpiBreaks kpi={kpi} channels={channels} />
      <Kept kpi={kpi} />
      <footer className={css['foot']}>
        <Button kind="ghost" size="small" onClick={hide}>
          {t.kpis.hide}
        </Button>
        {kpi.own && (
          <LinkButton kind="ghost" size="small" to={place.href(`kpis/own/${kpi.id}`)}>
            {t.kpis.panel.edit}
          </LinkButton>
        )}
        <LinkButton kind="ghost" size="small" to={place.href('kpis/own', { from: definition.key })}>
          {t.kpis.panel.duplicate}
        </LinkButton>
      </footer>
    </div>
  );
}

function TargetLine({
  target,
  kpi,
  channel,
}: {
  readonly target: TargetDto;
  readonly kpi: ClientKpi;
  readonly channel: string | undefined;
}) {
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  const remove = useCommand('targets.remove');
  const span = [
    t.kpis.target.since(format.date(target.from, 'medium')),
    target.to === null ? null : t.kpis.target.until(format.date(lastDay(target.to), 'medium')),
  ];
  const takeBack = (): void => {
    const { id: _, ...fields } = target;
    void callOnce('targets.set', fields);
  };
  return (
    <li className={css['line']}>
      <div>
        <div className={css['goal']}>{targetText(target, kpi.definition, format, t)}</div>
        <div className={css['grey']}>
          {[channel ?? t.common.allChannels, ...span.filter((s) => s !== null)].join(', ')}
        </div>
      </div>
      <IconButton
        icon="trash"
        label={t.kpis.target.remove}
        disabled={remove.isPending}
        onClick={() =>
          remove.mutate(
            { target: target.id },
            { onSuccess: () => toast({ text: t.kpis.target.removed, undo: takeBack }) },
          )
        }
      />
    </li>
  );
}
