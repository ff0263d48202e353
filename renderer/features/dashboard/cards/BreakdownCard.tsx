/** A KPI of the newest closed period by the members of one dimension: biggest first, with their part of the whole. */
import { Link } from 'wouter';
import type { BreakdownSplit } from '../../../../shared/contract/api/explorer.ts';
import type { KpiCard } from '../../../../shared/contract/layouts/dashboard.ts';
import { isRunning, periodsBack } from '../../../../shared/domain/period.ts';
import type { KpiFace } from '../../../../shared/contract/values.ts';
import type { Unit } from '../../../../shared/domain/kpi.ts';
import { memberName } from '../../../../shared/domain/members.ts';
import { isoOf } from '../../../../shared/domain/time.ts';
import { useCall } from '../../../api/index.ts';
import { useClient, usePlace } from '../../../app/index.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import { cx, Panel } from '../../../ui/index.ts';
import type { Faces } from '../../../ui/faces.ts';
import { dimensionWord } from '../../explorer/dimensionWord.ts';
import { CardMenu } from '../board/card.tsx';
import css from './cards.module.css';
import { Failed } from './Failed.tsx';

const MOST = { small: 6, medium: 8, large: 12 } as const;

export function BreakdownCard({
  card,
  kpi,
  faces,
}: {
  readonly card: KpiCard;
  readonly kpi: KpiFace | undefined;
  readonly faces: Faces;
}) {
  const t = useT();
  const format = useFormat();
  const client = useClient();
  const place = usePlace();
  const period = isRunning(place.period, place.today) ? periodsBack(place.period, 1) : place.period;
  const ask = {
    client: client.id,
    kpi: card.kpi,
    channel: card.channel,
    cadence: period.cadence,
    from: isoOf(period.start),
    to: isoOf(period.start),
    most: MOST[card.size],
  };
  const known = useCall('explorer.breakdown', { ...ask, dimension: null });
  const dimension = card.dimension ?? known.data?.dimensions[0]?.key ?? null;
  const { data, error, isPlaceholderData, refetch } = useCall(
    'explorer.breakdown',
    dimension === null ? null : { ...ask, dimension },
  );
  const failed = known.error ?? error;
  if (failed) return <Failed error={failed} onRetry={() => void refetch()} />;
  const name = kpi === undefined ? '' : format.local(kpi.name);
  const href = place.href('explorer', {
    kpi: String(card.kpi),
    channel: card.channel === null ? undefined : String(card.channel),
  });
  const split = data?.split ?? null;
  const channel = faces.channel(card.channel === null ? null : String(card.channel));
  return (
    <Panel
      title={
        <Link className={css['link']} href={href}>
          {dimension === null ? name : t.dashboard.split.title(name, dimensionWord(t, dimension))}
        </Link>
      }
      detail={`${format.period(period, 'medium')}, ${channel ?? t.common.allChannelsWord}`}
      actions={<CardMenu />}
    >
      {split === null || split.members.length === 0 ? (
        (data !== undefined || (known.data !== undefined && dimension === null)) && (
          <p className={css['none']}>{t.dashboard.split.none}</p>
        )
      ) : (
        <div className={cx(isPlaceholderData && css['dimmed'])}>
          <Members split={split} unit={kpi?.unit ?? { kind: 'number' }} />
        </div>
      )}
    </Panel>
  );
}

function Members({ split, unit }: { readonly split: BreakdownSplit; readonly unit: Unit }) {
  const t = useT();
  const format = useFormat();
  const words = t.dashboard.split;
  const lines = [
    ...split.members.map((member) => ({
      id: member.code,
      name: memberName(split.dimension, member.code, format.language),
      total: member.total,
      share: member.share,
      grey: false,
    })),
    ...(split.other === null
      ? []
      : [{ id: '\u0000other', name: words.others(split.other.members), ...split.other, grey: true }]),
    ...(split.rest === null || split.rest.total === null || split.rest.total === 0
      ? []
      : [{ id: '\u0000rest', name: words.rest, ...split.rest, grey: true }]),
  ];
  const most = Math.max(...lines.map((line) => Math.abs(line.total ?? 0)), 0);
  return (
    <ul className={css['members']}>
      {lines.map((line) => (
        <li key={line.id} className={cx(css['member'], line.grey && css['grey'])}>
          <span className={css['memberName']}>{line.name}</span>
          <span className={css['memberValue']}>
            {line.total === null ? '–' : format.value(line.total, unit)}
          </span>
          <span className={css['memberShare']}>
            {line.share === null ? '' : format.value(line.share, { kind: 'percent' }, { digits: 0 })}
          </span>
          <span className={css['memberTrack']} aria-hidden="true">
            <span
              className={css['memberBar']}
              style={{ width: `${most === 0 ? 0 : (Math.abs(line.total ?? 0) / most) * 100}%` }}
            />
          </span>
        </li>
      ))}
    </ul>
  );
}
