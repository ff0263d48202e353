/** What moved: KPIs where a signal rule fired, then those that stayed within their usual range. */
import { Link } from 'wouter';
import type { Dashboard } from '../../../shared/contract/api/views.ts';
import { periodsBack } from '../../../shared/domain/period.ts';
import { MadeNumber, usePlace, useTargets } from '../../app/index.ts';
import { MovedMark } from '../../charts/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { toDto } from '../../i18n/period.ts';
import { Panel } from '../../ui/index.ts';
import type { Faces } from '../../ui/faces.ts';
import { CardMenu } from './board/card.tsx';
import css from './Moved.module.css';
import { signalWords } from './moved.ts';

export function Moved({ data, faces }: { readonly data: Dashboard; readonly faces: Faces }) {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const targets = useTargets();
  // Signals are of closed periods.
  const period = toDto(data.running ? periodsBack(place.period, 1) : place.period);
  const fired = data.moved.filter((one) => one.signal.rule !== undefined).length;
  return (
    <Panel
      title={t.dashboard.moved.title}
      detail={
        <Link className={css['all']} href={place.href('scorecard')} title={t.dashboard.moved.all}>
          {t.dashboard.moved.signals(fired, data.considered)}
        </Link>
      }
      actions={<CardMenu />}
      flush
    >
      {data.moved.length === 0 ? (
        <p className={css['none']}>
          {t.dashboard.moved.none}
          <span>{t.dashboard.moved.noneText}</span>
        </p>
      ) : (
        <ul className={css['list']}>
          {data.moved.map((one) => {
            const kpi = faces.kpi(one.kpi);
            const unit = faces.unit(one.kpi);
            const now = one.signal.value ?? one.trend.at(-1) ?? null;
            const words = signalWords(
              nameOf(one, faces),
              unit,
              one.signal,
              now,
              place.period.cadence,
              format,
              t,
            );
            return (
              <li key={`${one.kpi} ${one.channel}`}>
                <div className={css['row']}>
                  <MovedMark values={one.trend} signal={one.signal} />
                  <span>
                    <Link
                      className={css['title']}
                      href={place.href('explorer', {
                        kpi: kpi === undefined ? undefined : String(kpi.id),
                        channel: one.channel ?? undefined,
                      })}
                    >
                      {words.title}
                    </Link>
                    <MadeNumber target={targets(kpi, one.channel, { period })} className={css['text'] ?? ''}>
                      {words.text}
                    </MadeNumber>
                  </span>
                </div>
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}

function nameOf(one: Dashboard['moved'][number], faces: Faces): string {
  const channel = faces.channel(one.channel);
  return channel === null ? faces.name(one.kpi) : `${faces.name(one.kpi)} (${channel})`;
}
