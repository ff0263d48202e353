/** Which clients' report of the period is made, and the way to those that are not. */
import { Link } from 'wouter';
import type { PortfolioRow } from '../../../shared/contract/api/clients.ts';
import type { PeriodDto } from '../../../shared/contract/values.ts';
import { clientHref, momentDate } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { periodParam, samePeriod, toPeriod } from '../../i18n/period.ts';
import { ClientBadge, Icon, Panel } from '../../ui/index.ts';
import css from './NeedsPanel.module.css';
import own from './ReportsPanel.module.css';

export function ReportsPanel({
  rows,
  period,
}: {
  readonly rows: readonly PortfolioRow[];
  readonly period: PeriodDto;
}) {
  const t = useT();
  const format = useFormat();
  const made = (row: PortfolioRow): boolean =>
    row.lastReport !== null && samePeriod(toPeriod(row.lastReport.period), toPeriod(period));
  return (
    <Panel
      title={t.portfolio.reports.title}
      detail={`${format.period(period, 'long')}, ${t.portfolio.reports.made(rows.filter(made).length, rows.length)}`}
      flush
    >
      <ul className={css['list']}>
        {rows.map((row) => (
          <li key={row.client.id}>
            <ClientBadge client={row.client} />
            <span className={own['name']}>{row.client.name}</span>
            <State row={row} made={made(row)} />
            <span className={own['action']}>
              {row.score !== null && (
                <Link
                  href={clientHref(row.client.id, 'reports', { period: periodParam(toPeriod(period)) })}
                  className={css['fix']}
                >
                  {made(row) ? t.portfolio.reports.open : t.portfolio.reports.make}
                </Link>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function State({ row, made }: { readonly row: PortfolioRow; readonly made: boolean }) {
  const t = useT();
  const format = useFormat();
  if (made && row.lastReport !== null) {
    return (
      <span className={own['state']}>
        <Icon name="check" />
        {t.portfolio.made(format.date(momentDate(row.lastReport.at), 'short'))}
      </span>
    );
  }
  return (
    <span className={own['state']}>
      <Icon name="clock" />
      {row.score === null ? t.portfolio.reports.none : t.portfolio.reports.notMade}
    </span>
  );
}
