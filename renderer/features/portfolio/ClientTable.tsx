/** A row per client: score, twelve months, statuses, coverage, what moved, what needs the person, the last report. */
import { Link } from 'wouter';
import type { PortfolioRow } from '../../../shared/contract/api/clients.ts';
import type { Output } from '../../../shared/contract/api.ts';
import type { Status } from '../../../shared/domain/results.ts';
import { shiftPeriod } from '../../../shared/domain/time.ts';
import { clientHref, MadeNumber, momentDate, navigate, useTheme } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { periodParam, toPeriod } from '../../i18n/period.ts';
import {
  accentProperties,
  ClientBadge,
  cx,
  sentence,
  SignalMark,
  Sparkline,
  StatusMark,
} from '../../ui/index.ts';
import css from './ClientTable.module.css';
import { movedText, needsInShort, spoken } from './needs.ts';

type Portfolio = Output<'clients.portfolio'>;

/** The goal line of a score: 6.7 of 10. */
const GOAL = 6.7;
/** What the portfolio's scores and signals are compared with. */
const BASE = 'previous';
const counted: readonly Status[] = ['met', 'atRisk', 'off', 'unconfirmed'];

export function ClientTable({ portfolio }: { readonly portfolio: Portfolio }) {
  const t = useT();
  const format = useFormat();
  const month = spoken(portfolio.period, format);
  const before = format.period(shiftPeriod(toPeriod(portfolio.period), -1), 'axis');
  return (
    <div className={css['sheet']}>
      <table className={css['table']}>
        <colgroup>
          {['client', 'score', 'change', 'trend', 'counts', 'coverage', 'moved', 'needs', 'report'].map(
            (name) => (
              <col key={name} className={css[`col-${name}`]} />
            ),
          )}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{t.portfolio.columns.client}</th>
            <th scope="col" className={css['right']}>
              {t.portfolio.columns.score}
            </th>
            <th scope="col" className={css['right']}>
              {t.portfolio.columns.change(before)}
            </th>
            <th scope="col" className={css['trend']}>
              {t.portfolio.columns.trend}
            </th>
            <th scope="col">{t.portfolio.columns.counts}</th>
            <th scope="col">
              {t.portfolio.columns.coverage(sentence(month), format.period(portfolio.period, 'axis'))}
            </th>
            <th scope="col">{t.portfolio.columns.moved}</th>
            <th scope="col">{t.portfolio.columns.needs}</th>
            <th scope="col">{t.portfolio.columns.report}</th>
          </tr>
        </thead>
        <tbody>
          {portfolio.rows.map((row) => (
            <ClientRow key={row.client.id} row={row} portfolio={portfolio} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ClientRow({ row, portfolio }: { readonly row: PortfolioRow; readonly portfolio: Portfolio }) {
  const format = useFormat();
  const theme = useTheme();
  const { client } = row;
  const to = clientHref(client.id, 'dashboard', { period: periodParam(toPeriod(portfolio.period)) });
  const change = row.score === null || row.previousScore === null ? null : row.score - row.previousScore;
  return (
    // The whole row answers the pointer; the keyboard uses the link on the name.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <tr onClick={() => navigate(to)}>
      <th scope="row">
        <div className={css['client']}>
          <ClientBadge client={client} size={26} />
          <div className={css['names']}>
            <Link href={to} className={css['name']} onClick={(event) => event.stopPropagation()}>
              {client.name}
            </Link>
            <div className={css['meta']}>
              {[client.trade, client.language.toUpperCase(), client.currency].filter(Boolean).join(' · ')}
            </div>
          </div>
        </div>
      </th>
      <td className={cx(css['right'], css['score'])}>
        {row.score === null ? (
          <span className={css['grey']}>–</span>
        ) : (
          <MadeNumber
            target={{
              of: 'score',
              client: client.id,
              period: portfolio.period,
              base: BASE,
              groupBy: 'kra',
              group: null,
            }}
          >
            {format.number(row.score, 1)}
          </MadeNumber>
        )}
      </td>
      <td className={cx(css['right'], css['grey'])}>
        {change === null ? '–' : format.number(change, 1, true)}
      </td>
      <td className={css['trend']}>
        <span data-accent="" style={accentProperties(client.color, theme)}>
          <Sparkline values={row.trend} goals={row.trend.map(() => GOAL)} width={78} height={20} />
        </span>
      </td>
      <td>
        <Counts row={row} />
      </td>
      <td>
        <Coverage row={row} />
      </td>
      <td>
        <Moved row={row} period={portfolio.period} />
      </td>
      <td>
        <Needs row={row} />
      </td>
      <td>
        <LastReport row={row} />
      </td>
    </tr>
  );
}

function Counts({ row }: { readonly row: PortfolioRow }) {
  const t = useT();
  return (
    <ul className={css['counts']}>
      {counted.map((status) => {
        const n = row.counts[status] ?? 0;
        return (
          <li
            key={status}
            className={n === 0 ? css['grey'] : undefined}
            title={`${t.status.words[status]}: ${n}`}
          >
            <StatusMark status={status} faint={n === 0} />
            <span className="visually-hidden">{t.status.words[status]}</span>
            {n}
          </li>
        );
      })}
    </ul>
  );
}

function Coverage({ row }: { readonly row: PortfolioRow }) {
  const format = useFormat();
  if (row.coverage === null || row.coverage.expected === 0) return <span className={css['grey']}>–</span>;
  const share = row.coverage.recorded / row.coverage.expected;
  // Days of several channels counted together are no days of the month: a share says it shorter.
  const summed = (row.coverage.channels ?? 1) > 1 && share < 1;
  return (
    <div className={cx(css['coverage'], share < 0.8 && css['low'])}>
      <span className={css['track']}>
        <span className={css['fill']} style={{ width: `${Math.min(100, share * 100)}%` }} />
      </span>
      <span>
        {summed ? `${format.number(Math.floor(share * 100))}\u202f%` : format.coverage(row.coverage)}
      </span>
    </div>
  );
}

function Moved({ row, period }: { readonly row: PortfolioRow; readonly period: Portfolio['period'] }) {
  const t = useT();
  const format = useFormat();
  if (row.moved === null)
    return <div className={css['grey']}>{row.score === null ? '–' : t.portfolio.moved.none}</div>;
  const { signal } = row.moved;
  return (
    <div className={cx(css['moved'], signal.rule === undefined && css['grey'])}>
      {signal.rule !== undefined && <SignalMark />}
      <MadeNumber
        target={{
          of: 'number',
          client: row.client.id,
          kpi: row.moved.id,
          channel: row.moved.channel === null ? null : Number(row.moved.channel),
          period,
          base: BASE,
        }}
        aside
      >
        {movedText(format.local(row.moved.name), signal, t)}
      </MadeNumber>
    </div>
  );
}

function Needs({ row }: { readonly row: PortfolioRow }) {
  const t = useT();
  if (row.needs.length === 0) return <span className={css['grey']}>{t.portfolio.nothing}</span>;
  return (
    <div className={css['needs']}>
      <b>{row.needs.length}</b>
      <span>{needsInShort(row.needs, t)}</span>
    </div>
  );
}

function LastReport({ row }: { readonly row: PortfolioRow }) {
  const t = useT();
  const format = useFormat();
  if (row.lastReport === null) return <span className={css['grey']}>{t.portfolio.noReport}</span>;
  return (
    <div>
      <div className={css['period']}>{format.period(row.lastReport.period, 'medium')}</div>
      <div className={css['meta']}>{format.date(momentDate(row.lastReport.at), 'medium')}</div>
    </div>
  );
}
