/** Cards that are short lists of another screen: missing figures, top content, gaps in the coverage. */
import { Link } from 'wouter';
import { defaultAge } from '../../../../shared/domain/content.ts';
import type { Dashboard } from '../../../../shared/contract/api/views.ts';
import { addDays, endOf, isoOf } from '../../../../shared/domain/time.ts';
import { useCall } from '../../../api/index.ts';
import { useClient, usePlace } from '../../../app/index.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import { toDto } from '../../../i18n/period.ts';
import { cx, LinkButton, Panel } from '../../../ui/index.ts';
import type { Faces } from '../../../ui/faces.ts';
import { CardMenu } from '../board/card.tsx';
import css from './cards.module.css';
import { Failed } from './Failed.tsx';

export function MissingCard({ data, faces }: { readonly data: Dashboard; readonly faces: Faces }) {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const named = data.gaps.reduce((n, gap) => n + gap.expected - gap.recorded, 0);
  return (
    <section className={css['ask']} aria-label={t.dashboard.cards.missing}>
      <header className={css['askHead']}>
        <h2>{t.dashboard.missing(data.missing, format.period(place.period, 'long'))}</h2>
        <LinkButton kind="link" size="small" to={place.href('figures')}>
          {t.dashboard.fill}
        </LinkButton>
        <CardMenu />
      </header>
      <ul>
        {data.gaps.slice(0, 4).map((gap) => (
          <li key={`${gap.kpi} ${gap.channel}`}>
            <span>
              {faces.name(gap.kpi)} <span className={css['word']}>{faces.channel(gap.channel)}</span>
            </span>
            <span className={css['word']}>
              {t.dashboard.gap(format.number(gap.recorded), format.number(gap.expected))}
            </span>
          </li>
        ))}
        {data.missing > named && <li className={css['word']}>{t.dashboard.more(data.missing - named)}</li>}
      </ul>
    </section>
  );
}

const TOP = { small: 4, medium: 5, large: 8 } as const;

export function ContentCard({ size }: { readonly size: keyof typeof TOP }) {
  const t = useT();
  const format = useFormat();
  const client = useClient();
  const place = usePlace();
  const { data, error, isPlaceholderData, refetch } = useCall('content.list', {
    client: client.id,
    channel: null,
    type: null,
    metric: null,
    age: defaultAge,
    from: isoOf(place.period.start),
    to: isoOf(addDays(endOf(place.period), -1)),
    period: toDto(place.period),
    base: place.base,
    sort: 'value',
    order: 'down',
    offset: 0,
    limit: TOP[size],
  });
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  const metric = data?.metrics.find((one) => one.id === data.metric);
  const channels = new Map(data?.channels.map((one) => [one.id, one.name]));
  const words = t.dashboard.content;
  return (
    <Panel
      title={words.title}
      {...(metric !== undefined && { detail: words.detail(format.local(metric.name), defaultAge) })}
      actions={
        <>
          <LinkButton
            kind="link"
            size="small"
            to={place.href('content', { published: 'period', sort: 'value' })}
          >
            {words.all}
          </LinkButton>
          <CardMenu />
        </>
      }
    >
      {data !== undefined && data.items.length === 0 && (
        <p className={css['none']}>{words.none(format.period(place.period, 'long'))}</p>
      )}
      <ol className={cx(css['items'], isPlaceholderData && css['dimmed'])}>
        {data?.items.map((item) => (
          <li key={item.id} className={css['item']}>
            <span className={css['itemTitle']}>
              {item.title === '' ? words.untitled : item.title}{' '}
              <span className={css['word']}>
                {[
                  channels.get(item.channel),
                  item.published === null ? null : format.date(item.published, 'short'),
                ]
                  .filter((text) => text != null)
                  .join(' · ')}
              </span>
            </span>
            <strong className={css['itemValue']}>
              {item.at.state === 'none' || metric === undefined
                ? '–'
                : format.value(item.at.value, metric.unit)}
            </strong>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

export function CoverageCard() {
  const t = useT();
  const format = useFormat();
  const client = useClient();
  const place = usePlace();
  const { data, error, refetch } = useCall('coverage.matrix', {
    client: client.id,
    period: toDto(place.period),
  });
  if (error) return <Failed error={error} onRetry={() => void refetch()} />;
  const words = t.dashboard.coverage;
  const all = (data?.kras.length ?? 0) + (data?.stages.length ?? 0);
  const names = new Map(
    [...(data?.kras ?? []), ...(data?.stages ?? [])].map((one) => [one.key, format.local(one.name)]),
  );
  const gaps = data?.gaps ?? [];
  return (
    <Panel
      title={words.title}
      {...(data !== undefined && { detail: words.detail(all - gaps.length, all) })}
      actions={
        <>
          <LinkButton kind="link" size="small" to={place.href('kpis/coverage')}>
            {words.all}
          </LinkButton>
          <CardMenu />
        </>
      }
    >
      {data !== undefined && gaps.length === 0 && <p className={css['none']}>{words.none}</p>}
      <ul className={css['items']}>
        {gaps.slice(0, 6).map((gap) => (
          <li key={`${gap.axis} ${gap.key}`} className={css['item']}>
            <Link className={css['link']} href={place.href('kpis/coverage')}>
              {names.get(gap.key) ?? gap.key}
            </Link>
            <span className={css['word']}>{t.kpis.coverage.gap[gap.kind]}</span>
          </li>
        ))}
        {gaps.length > 6 && <li className={css['word']}>{t.dashboard.more(gaps.length - 6)}</li>}
      </ul>
    </Panel>
  );
}
