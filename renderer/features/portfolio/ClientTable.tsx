/** A row per client: score, twelve months, statuses, coverage, what moved, what needs the person, what goes out next. */
import { Link } from 'wouter';
import type { ReactNode } from 'react';
import type { Client, PortfolioRow } from '../../../shared/contract/api/clients.ts';
import { shiftPeriod } from '../../../shared/domain/time.ts';
import { clientHref, MadeNumber, navigate, useTheme } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { periodParam, toPeriod } from '../../i18n/period.ts';
import { accentProperties, ClientBadge, cx, Icon, sentence, Sparkline } from '../../ui/index.ts';
import { BASE, Counts, CoverageCell, Moved, NeedsCell, NextReport, State } from './cells.tsx';
import type { Portfolio } from './cells.tsx';
import css from './ClientTable.module.css';
import { RowMenu } from './RowMenu.tsx';
import { spoken } from './needs.ts';
import type { Sort } from './rows.ts';

/** The goal line of a score: 6.7 of 10. */
const GOAL = 6.7;

const columns = [
  'client',
  'score',
  'change',
  'trend',
  'counts',
  'coverage',
  'moved',
  'needs',
  'report',
  'state',
  'more',
] as const;

export interface ClientTableProps {
  readonly portfolio: Portfolio;
  /** Those that are shown, in their order. */
  readonly rows: readonly PortfolioRow[];
  /** Clients whose figures are still to come; while there are any, rows stand in the order of the clients. */
  readonly waiting: readonly Client[];
  readonly order: readonly Client[];
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

export function ClientTable({ portfolio, rows, waiting, order, sort, onSort }: ClientTableProps) {
  const t = useT();
  const format = useFormat();
  const words = t.portfolio.columns;
  const month = spoken(portfolio.period, format);
  const before = format.period(shiftPeriod(toPeriod(portfolio.period), -1), 'axis');
  const sorter = (by: Sort, text: string): ReactNode => (
    <button type="button" className={css['sort']} onClick={() => onSort(by)}>
      {text}
      {sort === by && (
        <Icon name={by === 'score' || by === 'name' || by === 'due' ? 'arrowUp' : 'arrowDown'} />
      )}
    </button>
  );
  const sorted = (by: Sort) =>
    sort === by ? { 'aria-sort': by === 'need' ? ('descending' as const) : ('ascending' as const) } : {};
  return (
    <div className={css['sheet']}>
      <table className={css['table']}>
        <colgroup>
          {columns.map((name) => (
            <col key={name} className={css[`col-${name}`]} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col" {...sorted('name')}>
              {sorter('name', words.client)}
            </th>
            <th scope="col" className={css['right']} {...sorted('score')}>
              {sorter('score', words.score)}
            </th>
            <th scope="col" className={css['right']}>
              {words.change(before)}
            </th>
            <th scope="col" className={css['trend']}>
              {words.trend}
            </th>
            <th scope="col" className={css['countsHead']}>
              {words.counts}
            </th>
            <th scope="col">{words.coverage(sentence(month), format.period(portfolio.period, 'axis'))}</th>
            <th scope="col">{words.moved}</th>
            <th scope="col" {...sorted('need')}>
              {sorter('need', words.needs)}
            </th>
            <th scope="col" {...sorted('due')}>
              {sorter('due', words.report)}
            </th>
            <th scope="col">{words.state}</th>
            <th scope="col">
              <span className="visually-hidden">{words.more}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {waiting.length === 0
            ? rows.map((row) => <ClientRow key={row.client.id} row={row} portfolio={portfolio} />)
            : order.map((client) => {
                const row = rows.find((one) => one.client.id === client.id);
                return row ? (
                  <ClientRow key={client.id} row={row} portfolio={portfolio} />
                ) : (
                  <ComingRow key={client.id} client={client} to={hrefOf(client, portfolio)} />
                );
              })}
        </tbody>
      </table>
    </div>
  );
}

function hrefOf(client: Client, portfolio: Portfolio): string {
  return clientHref(client.id, 'dashboard', { period: periodParam(toPeriod(portfolio.period)) });
}

/** A client whose figures are on their way: its name leads there already. */
function ComingRow({ client, to }: { readonly client: Client; readonly to: string }) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <tr onClick={() => navigate(to)} aria-busy="true">
      <Named client={client} to={to} />
      <td colSpan={columns.length - 1} />
    </tr>
  );
}

function Named({ client, to }: { readonly client: Client; readonly to: string }) {
  return (
    <th scope="row">
      <div className={css['client']}>
        <ClientBadge client={client} size={26} />
        <div className={css['names']}>
          <Link href={to} className={css['name']} onClick={(event) => event.stopPropagation()}>
            {client.name}
          </Link>
          <div className={css['meta']}>
            {client.trade}
            <span className={cx(client.trade !== '' && css['place'])}>
              {client.trade !== '' && ' · '}
              {client.language.toUpperCase()} · {client.currency}
            </span>
          </div>
        </div>
      </div>
    </th>
  );
}

function ClientRow({ row, portfolio }: { readonly row: PortfolioRow; readonly portfolio: Portfolio }) {
  const theme = useTheme();
  const { client } = row;
  const to = hrefOf(client, portfolio);
  return (
    // The whole row answers the pointer; the keyboard uses the link on the name.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <tr onClick={() => navigate(to)}>
      <Named client={client} to={to} />
      <Score row={row} portfolio={portfolio} />
      <td className={css['trend']}>
        <span data-accent="" style={accentProperties(client.color, theme)}>
          <Sparkline values={row.trend} goals={row.trend.map(() => GOAL)} width={78} height={20} />
        </span>
      </td>
      <td>
        <Counts row={row} />
      </td>
      <td>
        <CoverageCell row={row} />
      </td>
      <td>
        <Moved row={row} period={portfolio.period} />
      </td>
      <td>
        <NeedsCell row={row} />
      </td>
      <td>
        <NextReport row={row} />
      </td>
      <td>
        <State row={row} />
      </td>
      {/* A press beside the button is no press on the row. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions */}
      <td onClick={(event) => event.stopPropagation()}>
        <RowMenu client={client} to={to} />
      </td>
    </tr>
  );
}

function Score({ row, portfolio }: { readonly row: PortfolioRow; readonly portfolio: Portfolio }) {
  const format = useFormat();
  const change = row.score === null || row.previousScore === null ? null : row.score - row.previousScore;
  return (
    <>
      <td className={cx(css['right'], css['score'])}>
        {row.score === null ? (
          <span className={css['grey']}>–</span>
        ) : (
          <MadeNumber
            target={{
              of: 'score',
              client: row.client.id,
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
    </>
  );
}
