/** What goes out in the next fourteen days, what is ready, and how far the closed month is. */
import { Link } from 'wouter';
import type { PortfolioRow } from '../../../shared/contract/api/clients.ts';
import { addDays, isoOf } from '../../../shared/domain/time.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { clientHref, useAppState } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { dayOfIso, periodParam, toPeriod } from '../../i18n/period.ts';
import { ClientBadge, cx, LinkButton, Panel, Popover, sentence } from '../../ui/index.ts';
import { ENOUGH } from './cells.tsx';
import type { Portfolio } from './cells.tsx';
import css from './DeliverablesPanel.module.css';
import { dueWords, weekdayAt } from './dueWords.ts';
import { spoken } from './needs.ts';

const DAYS = 14;
/** Badges under a day before they become a number. */
const STACK = 4;

interface Deliverable {
  readonly row: PortfolioRow;
  readonly report: NonNullable<PortfolioRow['report']>;
}

export function DeliverablesPanel({ portfolio }: { readonly portfolio: Portfolio }) {
  const t = useT();
  const { today } = useAppState();
  const { rows } = portfolio;
  const open = rows
    .flatMap((row): Deliverable[] => (row.report ? [{ row, report: row.report }] : []))
    .toSorted((a, b) => (a.report.due < b.report.due ? -1 : a.report.due > b.report.due ? 1 : 0));
  const late = open.filter(({ report }) => report.closed && report.due < today);
  const ready = open.filter(({ report }) => report.state === 'ready');
  const start = weekStartOf(rows);
  const weekdays: Readonly<Record<number, string>> = t.app.weekdays;
  return (
    <Panel
      title={t.portfolio.reports.title}
      detail={t.portfolio.reports.detail}
      flush
      actions={<span className={css['week']}>{t.portfolio.reports.week(weekdays[start] ?? '')}</span>}
    >
      <Days today={today} deliverables={open} weekStart={start} />
      <div className={css['below']}>
        {late.length > 0 && <Named title={t.portfolio.reports.late} deliverables={late} />}
        {ready.length > 0 && <Named title={t.portfolio.reports.ready} deliverables={ready} />}
        <MakeReady ready={ready} />
        <Closed portfolio={portfolio} />
      </div>
    </Panel>
  );
}

/** The reports that are ready, made in one go: those of the period most of them are of. */
function MakeReady({ ready }: { readonly ready: readonly Deliverable[] }) {
  const t = useT();
  const [group] = [...Map.groupBy(ready, ({ report }) => periodParam(toPeriod(report.period)))].toSorted(
    (a, b) => b[1].length - a[1].length,
  );
  if (group === undefined) return null;
  const [period, list] = group;
  const clients = list.map(({ row }) => row.client.id).join(',');
  return (
    <div>
      <LinkButton to={`/deliver?period=${period}&clients=${clients}`}>
        {t.portfolio.reports.make(list.length)}
      </LinkButton>
    </div>
  );
}

/** The week start most clients have. */
function weekStartOf(rows: readonly PortfolioRow[]): number {
  const counts = [...Map.groupBy(rows, (row) => row.client.weekStart)];
  return counts.toSorted((a, b) => b[1].length - a[1].length)[0]?.[0] ?? 1;
}

interface DaysProps {
  readonly today: IsoDate;
  readonly deliverables: readonly Deliverable[];
  readonly weekStart: number;
}

function Days({ today, deliverables, weekStart }: DaysProps) {
  const t = useT();
  const format = useFormat();
  const days = Array.from({ length: DAYS }, (_, i) => isoOf(addDays(dayOfIso(today), i)));
  const shown = deliverables.filter(({ report }) => days.includes(report.due));
  return (
    <>
      <ol className={css['days']} aria-label={t.portfolio.reports.days}>
        {days.map((day) => {
          const weekday = weekdayAt(day);
          const due = shown.filter(({ report }) => report.due === day);
          return (
            <li
              key={day}
              className={cx(
                css['day'],
                weekday >= 6 && css['weekend'],
                weekday === weekStart && day !== today && css['first'],
                day === today && css['today'],
              )}
            >
              <span className={css['letter']} aria-hidden="true">
                {t.portfolio.letters[weekday]}
              </span>
              <span className={css['number']}>
                <span className="visually-hidden">{t.portfolio.days[weekday]} </span>
                {Number(day.slice(8))}
                <span className="visually-hidden"> {format.date(day, 'short')}</span>
              </span>
              <span className={css['stack']}>
                {(due.length > STACK ? due.slice(0, STACK - 1) : due).map((one) => (
                  <Badge key={one.row.client.id} deliverable={one} />
                ))}
                {due.length > STACK && (
                  <Popover
                    label={t.portfolio.reports.others(format.date(day, 'medium'))}
                    trigger={
                      <button type="button" className={css['more']}>
                        {t.portfolio.reports.more(due.length - STACK + 1)}
                      </button>
                    }
                  >
                    <Named title={format.date(day, 'medium')} deliverables={due} />
                  </Popover>
                )}
              </span>
            </li>
          );
        })}
      </ol>
      {shown.length === 0 && <p className={css['none']}>{t.portfolio.reports.nothing}</p>}
    </>
  );
}

function reportHref({ row, report }: Deliverable): string {
  return clientHref(row.client.id, 'reports', { period: periodParam(toPeriod(report.period)) });
}

function Badge({ deliverable }: { readonly deliverable: Deliverable }) {
  const t = useT();
  const format = useFormat();
  const { row, report } = deliverable;
  const label = `${row.client.name}: ${t.portfolio.due.report(spoken(report.period, format))}`;
  return (
    <Link href={reportHref(deliverable)} className={css['badge']} title={label}>
      <ClientBadge client={row.client} size={20} />
      <span className="visually-hidden">{label}</span>
    </Link>
  );
}

/** Reports by their client's name, with the way to each. */
function Named({
  title,
  deliverables,
}: {
  readonly title: string;
  readonly deliverables: readonly Deliverable[];
}) {
  const t = useT();
  const format = useFormat();
  const { today } = useAppState();
  return (
    <section className={css['named']} aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {deliverables.map((one) => (
          <li key={one.row.client.id}>
            <ClientBadge client={one.row.client} />
            <span className={css['name']}>{one.row.client.name}</span>
            <span className={css['when']}>{dueWords(one.report.due, today, t, format).text}</span>
            <Link href={reportHref(one)} className={css['open']}>
              {t.portfolio.reports.open}
              <span className="visually-hidden">: {one.row.client.name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** For how many clients the month is whole, and whose changes carry a warning. */
function Closed({ portfolio }: { readonly portfolio: Portfolio }) {
  const t = useT();
  const format = useFormat();
  const words = t.portfolio.reports;
  const known = portfolio.rows.filter((row) => row.coverage !== null);
  if (known.length === 0) return null;
  const low = known.filter(
    (row) => row.coverage !== null && row.coverage.recorded < ENOUGH * row.coverage.expected,
  );
  const names = low.map((row) => row.client.name);
  const [first, second] = names;
  const listed =
    first === undefined
      ? null
      : second === undefined
        ? first
        : names.length === 2
          ? words.and(first, second)
          : words.andMore(`${first}, ${second}`, names.length - 2);
  return (
    <p className={css['closed']}>
      {words.closed(sentence(spoken(portfolio.period, format)), known.length - low.length, known.length)}{' '}
      {listed !== null && words.low(listed, names.length)}
    </p>
  );
}
