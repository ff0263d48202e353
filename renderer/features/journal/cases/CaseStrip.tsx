/** What the cases of the period yield: counts, times, share without escalation, sentiment and causes. */
import type { ReactNode } from 'react';
import type { CaseSummaryDto } from '../../../../shared/contract/api/logs.ts';
import { useCall } from '../../../api/index.ts';
import { useClient, usePlace } from '../../../app/index.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import { toDto } from '../../../i18n/period.ts';
import { cx, ErrorPanel, Gap, sentence } from '../../../ui/index.ts';
import css from './CaseStrip.module.css';
import { CompleteUntil } from '../CompleteUntil.tsx';

const causesShown = 3;

/** `figures`: false where there is no case at all; until when the log is complete can be said all the same. */
export function CaseStrip({ figures }: { readonly figures: boolean }) {
  const t = useT();
  const format = useFormat();
  const client = useClient();
  const place = usePlace();
  const { data, error, isPlaceholderData, refetch } = useCall('cases.summary', {
    client: client.id,
    period: toDto(place.period),
  });
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const period = format.period(place.period, 'long');
  return (
    <section
      className={cx(css['strip'], isPlaceholderData && css['dimmed'])}
      aria-label={t.journal.strip.label(period)}
    >
      {(figures || data.opened !== null) && <Figures summary={data} />}
      <div className={css['state']}>
        <h2 className={css['period']}>{sentence(period)}</h2>
        {data.coverage !== null && <span>{format.coverage(data.coverage)}</span>}
        <CompleteUntil log="cases" kpi={null} />
      </div>
    </section>
  );
}

function Figures({ summary }: { readonly summary: CaseSummaryDto }) {
  const t = useT();
  const format = useFormat();
  const words = t.journal.strip;
  const { firstReply, resolution, resolved, resolvedUnescalated, sentiment } = summary;
  const felt = sentiment.positive + sentiment.neutral + sentiment.negative;
  const duration = (seconds: number) => format.value(seconds, { kind: 'duration' });
  const timed = ({ mean, n }: { readonly mean: number | null; readonly n: number }) =>
    mean === null ? words.none : `${words.over(n)}, ${words.mean(duration(mean))}`;
  return (
    <dl className={css['figures']}>
      <Figure
        label={words.opened}
        below={summary.opened === null ? words.unknown : words.openNow(summary.open)}
      >
        {summary.opened === null ? null : format.number(summary.opened)}
      </Figure>
      <Figure label={words.firstReply} below={timed(firstReply)}>
        {firstReply.median === null ? null : duration(firstReply.median)}
      </Figure>
      <Figure label={words.resolution} below={timed(resolution)}>
        {resolution.median === null ? null : duration(resolution.median)}
      </Figure>
      <Figure
        label={words.unescalated}
        below={
          summary.unescalatedShare === null
            ? words.none
            : words.ofResolved(resolvedUnescalated ?? 0, resolved ?? 0)
        }
      >
        {summary.unescalatedShare === null
          ? null
          : format.value(summary.unescalatedShare, { kind: 'percent' })}
      </Figure>
      <Figure
        label={words.sentiment}
        below={
          felt === 0 ? words.none : words.counted(sentiment.positive, sentiment.neutral, sentiment.negative)
        }
      >
        {sentiment.value === null ? null : format.value(sentiment.value, { kind: 'points' }, { sign: true })}
      </Figure>
      <Causes summary={summary} />
    </dl>
  );
}

function Figure({
  label,
  below,
  children,
}: {
  readonly label: string;
  readonly below: string;
  readonly children: ReactNode;
}) {
  return (
    <div className={css['figure']}>
      <dt>{label}</dt>
      <dd>
        <span className={css['value']}>{children ?? <Gap width={56} />}</span>
        <span className={css['below']}>{below}</span>
      </dd>
    </div>
  );
}

function Causes({ summary: { causes, unnamed } }: { readonly summary: CaseSummaryDto }) {
  const t = useT();
  const words = t.journal.strip;
  return (
    <div className={cx(css['figure'], css['causes'])}>
      <dt>{words.causes}</dt>
      <dd>
        {causes.length === 0 && <span className={css['below']}>{words.noCauses}</span>}
        <ul>
          {causes.slice(0, causesShown).map(({ cause, cases }) => (
            <li key={cause}>
              <span>{cause}</span> <span className={css['n']}>{cases}</span>
            </li>
          ))}
        </ul>
        {unnamed > 0 && causes.length < causesShown && (
          <span className={css['below']}>{words.unnamed(unnamed)}</span>
        )}
      </dd>
    </div>
  );
}
