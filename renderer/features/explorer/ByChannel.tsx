/** The same KPI on each channel, on one scale. */
import type { Explorer } from '../../../shared/contract/api/explorer.ts';
import { Link } from 'wouter';
import { nowLabel } from '../../../shared/domain/baseWords.ts';
import { MadeNumber, usePlace, useTargets } from '../../app/index.ts';
import { domainOf, SmallMultiple } from '../../charts/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { ChangeText, Gap, Panel } from '../../ui/index.ts';
import type { Faces } from '../../ui/faces.ts';
import css from './explorer.module.css';

export interface ByChannelProps {
  readonly data: Explorer;
  readonly faces: Faces;
  /** What all channels come to. */
  readonly total: number | null;
}

export function ByChannel({ data, faces, total }: ByChannelProps) {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const { unit } = data.kpi;
  const lists = data.byChannel.map((one) => one.points.map((point) => point.value));
  const domain = domainOf(lists);
  const targets = useTargets();
  if (domain === null || data.byChannel.length < 2) return null;
  const period = nowLabel(place.base, place.period, place.calendar, format.language, 'long');
  // Shares only where channels add up to the whole.
  const sum = data.byChannel.reduce((all, one) => all + (one.now.value ?? 0), 0);
  const adds = total !== null && total > 0 && Math.abs(sum - total) < total * 0.001;
  return (
    <Panel title={t.explorer.byChannel} detail={t.explorer.byChannelDetail(period)}>
      <ul className={css['multiples']}>
        {data.byChannel.map((one, i) => {
          const values = lists[i] ?? [];
          const known = values.filter((value) => value !== null);
          const centre = known.length === 0 ? null : known.reduce((a, b) => a + b, 0) / known.length;
          const name = faces.channel(one.channel) ?? one.channel;
          return (
            <li key={one.channel} className={css['multiple']}>
              <div className={css['multipleHead']}>
                <Link
                  href={place.href('explorer', {
                    kpi: String(data.kpi.id),
                    channel: one.channel,
                    step: data.cadence,
                  })}
                >
                  {name}
                </Link>
                <span>
                  {one.now.value === null ? (
                    <Gap />
                  ) : (
                    <MadeNumber target={targets(data.kpi, one.channel)}>
                      <strong>{format.value(one.now.value, unit)}</strong>
                    </MadeNumber>
                  )}{' '}
                  <MadeNumber target={targets(data.kpi, one.channel, { about: 'change' })} aside>
                    <ChangeText change={one.change} unit={unit} />
                  </MadeNumber>
                </span>
              </div>
              <SmallMultiple values={values} domain={domain} centre={centre} label={name} />
              {adds && one.now.value !== null && (
                <div className={css['share']}>
                  {t.explorer.share(
                    format.value(one.now.value / total, { kind: 'percent' }, { digits: 0 }),
                    period,
                  )}
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
