/** All clients at a glance: a row each, what needs the person first, which reports are made. */
import { weekdayOf } from '../../../shared/domain/time.ts';
import { useCall } from '../../api/index.ts';
import { handOver, Page, pickFiles, useAppState } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { dayOfIso } from '../../i18n/period.ts';
import { Button, cx, EmptyState, ErrorPanel, LinkButton } from '../../ui/index.ts';
import { ClientTable } from './ClientTable.tsx';
import { needLines, spoken } from './needs.ts';
import { NeedsPanel } from './NeedsPanel.tsx';
import css from './PortfolioScreen.module.css';
import { ReportsPanel } from './ReportsPanel.tsx';

export function PortfolioScreen() {
  const t = useT();
  const format = useFormat();
  const { today } = useAppState();
  const { data, error, refetch, isPlaceholderData } = useCall('clients.portfolio', {});
  const weekdays: Readonly<Record<number, string>> = t.app.weekdays;
  const date = t.app.today(weekdays[weekdayOf(dayOfIso(today))] ?? '', format.date(today, 'long'));
  const rows = data?.rows ?? [];
  return (
    <Page
      title={t.portfolio.title}
      detail={date}
      actions={
        rows.length > 0 && (
          <Button icon="import" onClick={() => pickFiles((files) => handOver(null, files))}>
            {t.app.bar.importFiles}
          </Button>
        )
      }
    >
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {data && rows.length === 0 && (
        <EmptyState
          title={t.portfolio.empty.title}
          centred
          action={
            <LinkButton to="/new" kind="primary">
              {t.portfolio.empty.action}
            </LinkButton>
          }
        >
          {t.portfolio.empty.text}
        </EmptyState>
      )}
      {data && rows.length > 0 && (
        <div className={cx(css['screen'], isPlaceholderData && css['old'])}>
          <Summary rows={rows} period={spoken(data.period, format)} />
          <ClientTable portfolio={data} />
          <div className={css['below']}>
            <NeedsPanel lines={needLines(rows)} period={data.period} />
            <ReportsPanel rows={rows} period={data.period} />
          </div>
        </div>
      )}
    </Page>
  );
}

function Summary({
  rows,
  period,
}: {
  readonly rows: Parameters<typeof needLines>[0];
  readonly period: string;
}) {
  const t = useT();
  const words = t.portfolio.summary;
  const signals = rows.filter((row) => row.moved?.signal.rule !== undefined).length;
  const low = rows.filter(
    (row) => row.coverage !== null && row.coverage.recorded < 0.8 * row.coverage.expected,
  ).length;
  const needs = needLines(rows).length;
  const items: readonly (readonly [n: number, text: string])[] = [
    [rows.length, words.clients(rows.length)],
    [needs, words.needs(needs)],
    [signals, words.signals(signals, period)],
    [low, words.coverage(low)],
  ];
  return (
    <dl className={css['summary']}>
      {items.map(([n, text]) => (
        <div key={text}>
          <dd>{n}</dd>
          <dt>{text}</dt>
        </div>
      ))}
    </dl>
  );
}
