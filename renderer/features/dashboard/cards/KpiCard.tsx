/** A pinned KPI: its figure, its course, its channels. One that is gone says so and can be taken off. */
import { useMemo } from 'react';
import type { KpiCard as Card } from '../../../../shared/contract/layouts/dashboard.ts';
import type { KpiFace } from '../../../../shared/contract/values.ts';
import { useCall } from '../../../api/index.ts';
import { useClient, usePlace } from '../../../app/index.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { toDto } from '../../../i18n/period.ts';
import { cx } from '../../../ui/index.ts';
import { makeFaces } from '../../../ui/faces.ts';
import type { Faces } from '../../../ui/faces.ts';
import { CardMenu } from '../board/card.tsx';
import { Headline } from '../Headlines.tsx';
import { LinePanel, StackedPanel } from '../SplitCharts.tsx';
import { BreakdownCard } from './BreakdownCard.tsx';
import css from './cards.module.css';
import { Failed } from './Failed.tsx';

export function KpiCard({
  card,
  kpi,
  faces,
}: {
  readonly card: Card;
  /** `undefined`: it is no longer here. */
  readonly kpi: KpiFace | undefined;
  readonly faces: Faces;
}) {
  return card.show === 'breakdown' ? (
    <BreakdownCard card={card} kpi={kpi} faces={faces} />
  ) : (
    <Measured card={card} chart={card.show === 'number' ? null : card.show} />
  );
}

function Measured({ card, chart }: { readonly card: Card; readonly chart: 'trend' | 'channels' | null }) {
  const format = useFormat();
  const client = useClient();
  const place = usePlace();
  const { data, error, isPlaceholderData, refetch } = useCall('dashboard.card', {
    client: client.id,
    kpi: card.kpi,
    channel: card.channel,
    chart,
    period: toDto(place.period),
    base: place.base,
  });
  const faces = useMemo(() => (data === undefined ? null : makeFaces(data, format)), [data, format]);
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  if (data === undefined || faces === null)
    return <section className={cx(css['sheet'], chart !== null && css['tall'])} aria-busy="true" />;
  if (data.chart !== null) {
    const Panel = data.chart.kind === 'stacked' ? StackedPanel : LinePanel;
    return <Panel chart={data.chart} faces={faces} />;
  }
  return (
    <section
      className={cx(css['sheet'], css['number'], isPlaceholderData && css['dimmed'])}
      aria-label={faces.name(data.row.kpi)}
    >
      <Headline row={data.row} faces={faces} until={data.running ? data.until : null} spark={120} />
      <CardMenu corner />
    </section>
  );
}
