/** The changes of a KPI's definition, listed; they are written down in the explorer, beside the figures they part. */
import type { Channel } from '../../../shared/contract/api/clients.ts';
import type { ClientKpi } from '../../../shared/contract/api/kpis.ts';
import { useCall } from '../../api/index.ts';
import { usePlace } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { LinkButton } from '../../ui/index.ts';
import { factorText } from '../explorer/chartParts.ts';
import css from './KpiPanel.module.css';

export function KpiBreaks({
  kpi,
  channels,
}: {
  readonly kpi: ClientKpi;
  readonly channels: readonly Channel[];
}) {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const words = t.explorer.definition;
  const breaks = (useCall('breaks.list', { client: kpi.client }).data ?? []).filter(
    (one) => one.kpi === kpi.id,
  );
  return (
    <section className={css['section']} aria-label={t.kpis.panel.breaks}>
      <h3>{t.kpis.panel.breaks}</h3>
      {breaks.length === 0 && <p className={css['grey']}>{words.none}</p>}
      <ul>
        {breaks.map((one) => (
          <li key={one.id} className={css['line']}>
            <div>
              <div className={css['goal']}>{words.from(format.date(one.day, 'medium'))}</div>
              <div>{one.note}</div>
              <div className={css['grey']}>
                {[
                  channels.find((channel) => channel.id === one.channel)?.name ?? t.common.allChannels,
                  one.factor === null ? words.noFactor : words.factor(factorText(one.factor, format)),
                ].join('. ')}
              </div>
            </div>
          </li>
        ))}
      </ul>
      <div>
        <LinkButton kind="link" size="small" to={place.href('explorer', { kpi: String(kpi.id) })}>
          {t.kpis.panel.toExplorer}
        </LinkButton>
      </div>
    </section>
  );
}
