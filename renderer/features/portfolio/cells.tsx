/** Cells of the client table. */
import { Link } from 'wouter';
import type { PortfolioRow } from '../../../shared/contract/api/clients.ts';
import type { Output } from '../../../shared/contract/api.ts';
import type { Status } from '../../../shared/domain/results.ts';
import { addDays, endOf, isoOf } from '../../../shared/domain/time.ts';
import { clientHref, MadeNumber, momentDate, useAppState } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { toPeriod } from '../../i18n/period.ts';
import { cx, Icon, SignalMark, StatusMark } from '../../ui/index.ts';
import css from './ClientTable.module.css';
import { dueWords } from './dueWords.ts';
import { movedText, needsInShort, spoken, stateWords } from './needs.ts';

export type Portfolio = Output<'clients.portfolio'>;

const counted: readonly Status[] = ['met', 'atRisk', 'off', 'unconfirmed'];
/** Below it changes carry a warning. */
export const ENOUGH = 0.8;
/** What the portfolio's scores and signals are compared with. */
export const BASE = 'previous';

export function Counts({ row }: { readonly row: PortfolioRow }) {
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

export function CoverageCell({ row }: { readonly row: PortfolioRow }) {
  const format = useFormat();
  if (row.coverage === null || row.coverage.expected === 0) return <span className={css['grey']}>–</span>;
  const share = row.coverage.recorded / row.coverage.expected;
  // Days of several channels counted together are no days of the month: a share says it shorter.
  const summed = (row.coverage.channels ?? 1) > 1 && share < 1;
  return (
    <div className={cx(css['coverage'], share < ENOUGH && css['low'])}>
      <span className={css['track']}>
        <span className={css['fill']} style={{ width: `${Math.min(100, share * 100)}%` }} />
      </span>
      <span>
        {summed ? `${format.number(Math.floor(share * 100))}\u202f%` : format.coverage(row.coverage)}
      </span>
    </div>
  );
}

export function Moved({ row, period }: { readonly row: PortfolioRow; readonly period: Portfolio['period'] }) {
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

export function NeedsCell({ row }: { readonly row: PortfolioRow }) {
  const t = useT();
  if (row.needs.length === 0) return <span className={css['grey']}>{t.portfolio.nothing}</span>;
  return (
    <div className={css['needs']}>
      <b>{row.needs.length}</b>
      <span>{needsInShort(row.needs, t)}</span>
    </div>
  );
}

/** What goes out next and when; what went out, once the newest period's report has. */
export function NextReport({ row }: { readonly row: PortfolioRow }) {
  const t = useT();
  const format = useFormat();
  const { today } = useAppState();
  const words = t.portfolio.due;
  const { report, sent } = row;
  if (sent !== null) {
    return (
      <div>
        <div className={css['day']}>{words.sent(format.date(momentDate(sent.at), 'short'))}</div>
        <div className={css['sub']}>{words.report(spoken(sent.period, format))}</div>
      </div>
    );
  }
  if (report === null) {
    if (row.client.reportCadence !== null) return <span className={css['grey']}>{words.noFigures}</span>;
    return (
      <div className={css['grey']}>
        {words.none}
        <Link
          href={clientHref(row.client.id, 'setup')}
          className={css['set']}
          onClick={(event) => event.stopPropagation()}
        >
          {words.set}
        </Link>
      </div>
    );
  }
  const due = dueWords(report.due, today, t, format);
  const pressing = report.closed && due.near;
  return (
    <div>
      <div className={cx(css['day'], pressing && css['near'])}>
        {report.closed && due.late && <Icon name="warning" />}
        {due.text}
      </div>
      <div className={css['sub']}>
        {report.owed > 1 ? words.owed(report.owed) : words.report(spoken(report.period, format))}
      </div>
    </div>
  );
}

export function State({ row }: { readonly row: PortfolioRow }) {
  const t = useT();
  const format = useFormat();
  const { report, sent } = row;
  if (sent !== null) {
    return (
      <span className={cx(css['state'], css['grey'])}>
        <Icon name="check" />
        {t.portfolio.state.sent}
      </span>
    );
  }
  if (report === null) return <span className={css['grey']}>–</span>;
  const icon = { waiting: 'clock', stale: 'warning', notStarted: 'pencil', ready: 'file' } as const;
  const dim = report.state === 'waiting' || report.state === 'notStarted';
  return (
    <span className={cx(css['state'], dim && css['grey'], report.state === 'stale' && css['stale'])}>
      <Icon name={icon[report.state]} />
      <span>
        {stateWords(report, t)}
        {report.for !== null && <span className={css['sub']}>{waitsFor(report)}</span>}
      </span>
    </span>
  );

  function waitsFor({ for: what, count, period }: NonNullable<PortfolioRow['report']>): string {
    const words = t.portfolio.waits;
    switch (what) {
      case 'period':
        return words.period(format.date(isoOf(addDays(endOf(toPeriod(period)), -1)), 'short'));
      case 'coverage':
        return words.coverage;
      case 'export':
      case 'figures':
      case 'notes':
        return words[what](count);
      case null:
        return '';
    }
  }
}
