/** All clients at a glance: a row each, what needs the person first, what goes out when. */
import { useState } from 'react';
import type { Client } from '../../../shared/contract/api/clients.ts';
import { fridayOf } from '../../../shared/domain/schedule.ts';
import { defaultCalendar, isoOf, weekdayOf } from '../../../shared/domain/time.ts';
import { useCall } from '../../api/index.ts';
import {
  handOver,
  navigate,
  Page,
  pickFiles,
  takeInHref,
  useAppState,
  usePortfolio,
} from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { dayOfIso, lastClosed, toDto } from '../../i18n/period.ts';
import { Button, EmptyState, ErrorPanel, IconButton, LinkButton, SearchLine } from '../../ui/index.ts';
import { Menu } from '../../ui/Menu.tsx';
import { ArchivedClients } from './ArchivedClients.tsx';
import type { Portfolio } from './cells.tsx';
import { BASE, ENOUGH } from './cells.tsx';
import { ClientTable } from './ClientTable.tsx';
import { DeliverablesPanel } from './DeliverablesPanel.tsx';
import { openReport } from './dueWords.ts';
import { needLines, spoken } from './needs.ts';
import { NeedsPanel } from './NeedsPanel.tsx';
import css from './PortfolioScreen.module.css';
import { filteredRows, sortedRows } from './rows.ts';
import type { Sort } from './rows.ts';

/** Clients that fit a screen with what is under them: beyond, a filter helps. */
const MANY = 8;

export function PortfolioScreen() {
  const t = useT();
  const format = useFormat();
  const { today } = useAppState();
  const { head, rows, waiting, clients, error, refetch } = usePortfolio();
  const portfolio: Portfolio = {
    period: head?.period ?? toDto(lastClosed('month', dayOfIso(today), defaultCalendar)),
    base: BASE,
    rows: [...rows],
  };
  const weekdays: Readonly<Record<number, string>> = t.app.weekdays;
  const date = t.app.today(weekdays[weekdayOf(dayOfIso(today))] ?? '', format.date(today, 'long'));
  const some = clients !== null && clients.length > 0;
  return (
    <Page
      title={t.portfolio.title}
      detail={date}
      actions={
        some && (
          <>
            <Button icon="import" onClick={() => pickFiles((files) => handOver(null, files))}>
              {t.app.bar.importFiles}
            </Button>
            <LinkButton to="/deliver" kind="primary" icon="file">
              {t.app.bar.deliver}
            </LinkButton>
            <Menu
              align="end"
              trigger={<IconButton icon="more" kind="outline" label={t.portfolio.columns.more} />}
              groups={[
                [
                  {
                    id: 'new',
                    label: t.portfolio.empty.action,
                    icon: 'plus',
                    onSelect: () => navigate('/new'),
                  },
                  {
                    id: 'takeIn',
                    label: t.archives.takeIn,
                    icon: 'import',
                    onSelect: () => navigate(takeInHref),
                  },
                ],
              ]}
            />
          </>
        )
      }
    >
      {error && <ErrorPanel error={error} onRetry={refetch} />}
      {clients?.length === 0 && <Nobody />}
      {some && (
        <div className={css['screen']} aria-busy={waiting.length > 0}>
          <Summary portfolio={portfolio} waiting={waiting.length} />
          <Clients portfolio={portfolio} waiting={waiting} order={clients} />
          {waiting.length === 0 && (
            <div className={css['below']}>
              <NeedsPanel lines={needLines(rows)} period={portfolio.period} />
              <DeliverablesPanel portfolio={portfolio} />
            </div>
          )}
          <ArchivedClients />
        </div>
      )}
    </Page>
  );
}

/** No client at all, or none that is at work. */
function Nobody() {
  const t = useT();
  const words = t.portfolio.empty;
  const archived = useCall('clients.list', { archived: true }).data;
  if (archived === undefined) return null;
  const put = archived.length > 0;
  return (
    <div className={css['screen']}>
      <EmptyState
        title={put ? words.archived : words.title}
        centred={!put}
        action={
          <>
            <LinkButton to="/new" kind="primary">
              {words.action}
            </LinkButton>
            <LinkButton to={takeInHref} kind="ghost">
              {t.archives.takeIn}
            </LinkButton>
          </>
        }
      >
        {put ? words.archivedText : words.text}
      </EmptyState>
      <ArchivedClients />
    </div>
  );
}

function Clients({
  portfolio,
  waiting,
  order,
}: {
  readonly portfolio: Portfolio;
  /** Those whose figures are still to come. */
  readonly waiting: readonly Client[];
  /** All of them, as they are kept. */
  readonly order: readonly Client[];
}) {
  const t = useT();
  const [sort, setSort] = useState<Sort>('need');
  const [words, setWords] = useState('');
  const { rows } = portfolio;
  // Sorted once all are there: rows that move while they come in cannot be read.
  const whole = waiting.length === 0;
  const found = whole ? sortedRows(filteredRows(rows, words), sort) : rows;
  const tools = t.portfolio.tools;
  return (
    <>
      {order.length > MANY && (
        <div className={css['tools']}>
          <SearchLine label={tools.filter} value={words} onChange={setWords} />
          <span className={css['quiet']} role="status">
            {words.trim() === '' ? null : tools.found(found.length, rows.length)}
          </span>
        </div>
      )}
      {whole && found.length === 0 ? (
        <EmptyState title={tools.none} action={<Button onClick={() => setWords('')}>{tools.clear}</Button>}>
          {tools.noneText}
        </EmptyState>
      ) : (
        <ClientTable
          portfolio={portfolio}
          rows={found}
          waiting={waiting}
          order={order}
          sort={sort}
          onSort={setSort}
        />
      )}
    </>
  );
}

function Summary({ portfolio, waiting }: { readonly portfolio: Portfolio; readonly waiting: number }) {
  const t = useT();
  const format = useFormat();
  const { today } = useAppState();
  const words = t.portfolio.summary;
  const { rows } = portfolio;
  const period = spoken(portfolio.period, format);
  const friday = isoOf(fridayOf(dayOfIso(today)));
  const due = rows.filter((row) => (openReport(row)?.due ?? 'never') <= friday).length;
  const signals = rows.filter((row) => row.moved?.signal.rule !== undefined).length;
  const low = rows.filter(
    (row) => row.coverage !== null && row.coverage.recorded < ENOUGH * row.coverage.expected,
  ).length;
  const needs = needLines(rows).length;
  const all = rows.length + waiting;
  const items: readonly (readonly [n: number, text: string])[] = [
    [all, words.clients(all)],
    [due, words.reports(due)],
    [needs, words.needs(needs)],
    [signals, words.signals(signals, period)],
    [low, words.coverage(low)],
  ];
  return (
    <dl className={css['summary']}>
      {(waiting > 0 ? items.slice(0, 1) : items).map(([n, text]) => (
        <div key={text}>
          <dd>{n}</dd>
          <dt>{text}</dt>
        </div>
      ))}
    </dl>
  );
}
