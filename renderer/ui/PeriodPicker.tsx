/** The period of a screen: one step back, the period itself with a list of others, one step on. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { cadences, civilOf, endOf, periodAt, shiftPeriod } from '../../shared/domain/time.ts';
import type { Cadence, Day, Period } from '../../shared/domain/time.ts';
import { atCadence, samePeriod } from '../i18n/period.ts';
import { useFormat } from '../i18n/format.tsx';
import type { Format } from '../i18n/format.tsx';
import { useT } from '../i18n/index.tsx';
import { IconButton } from './Button.tsx';
import { cx } from './cx.ts';
import { Icon } from './Icon.tsx';
import css from './PeriodPicker.module.css';
import { Popover } from './Popover.tsx';
import { Segmented } from './Segmented.tsx';
import { sentence } from './sentence.ts';

export interface PeriodPickerProps {
  readonly period: Period;
  readonly onChange: (period: Period) => void;
  readonly today: Day;
  /** Cadences offered; month, quarter and year where absent. */
  readonly allowed?: readonly Cadence[];
  /** Words instead of the period's own: `1-10 November 2026`. */
  readonly label?: ReactNode;
}

/** How many periods one page of the list shows, and in how many columns. */
const pages: Readonly<Record<Cadence, { readonly count: number; readonly columns: number }>> = {
  day: { count: 14, columns: 2 },
  week: { count: 12, columns: 2 },
  month: { count: 12, columns: 3 },
  quarter: { count: 4, columns: 2 },
  year: { count: 6, columns: 3 },
};

export function PeriodPicker({
  period,
  onChange,
  today,
  allowed = ['month', 'quarter', 'year'],
  label,
}: PeriodPickerProps) {
  const t = useT();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const next = shiftPeriod(period, 1);
  return (
    <div className={css['picker']}>
      <IconButton
        kind="outline"
        icon="chevronLeft"
        label={t.common.period.previous}
        onClick={() => onChange(shiftPeriod(period, -1))}
      />
      <Popover
        open={open}
        onOpenChange={setOpen}
        label={t.common.period.choose}
        bare
        trigger={
          <button type="button" className={css['button']} title={t.common.period.choose}>
            <Icon name="calendar" />
            <span>{label ?? sentence(format.period(period, 'long'))}</span>
            <Icon name="chevronDown" />
          </button>
        }
      >
        <PeriodList
          period={period}
          today={today}
          allowed={cadences.filter((c) => allowed.includes(c))}
          onChange={(chosen) => {
            setOpen(false);
            onChange(chosen);
          }}
        />
      </Popover>
      <IconButton
        kind="outline"
        icon="chevronRight"
        label={t.common.period.next}
        disabled={next.start > today}
        onClick={() => onChange(next)}
      />
    </div>
  );
}

interface PeriodListProps {
  readonly period: Period;
  readonly today: Day;
  readonly allowed: readonly Cadence[];
  readonly onChange: (period: Period) => void;
}

function PeriodList({ period, today, allowed, onChange }: PeriodListProps) {
  const t = useT();
  const format = useFormat();
  const [cadence, setCadence] = useState(period.cadence);
  const at = cadence === period.cadence ? period : atCadence(period, cadence, today, format.calendar);
  const { count, columns } = pages[cadence];
  const [page, setPage] = useState(0);
  const first = shiftPeriod(firstOfPage(at, count, format.calendar.fiscalYearStart), page * count);
  const list = Array.from({ length: count }, (_, i) => shiftPeriod(first, i));
  const last = list.at(-1) ?? first;
  return (
    <div className={css['sheet']}>
      {allowed.length > 1 && (
        <Segmented
          fill
          label={t.common.period.choose}
          value={cadence}
          onChange={(c) => {
            setCadence(c);
            setPage(0);
          }}
          items={allowed.map((c) => ({ value: c, label: t.common.cadence[c] }))}
        />
      )}
      <div className={css['head']}>
        <IconButton icon="chevronLeft" label={t.common.period.earlier} onClick={() => setPage(page - 1)} />
        <span className={css['years']}>{heading(first, last, format)}</span>
        <IconButton
          icon="chevronRight"
          label={t.common.period.later}
          disabled={endOf(last) > today}
          onClick={() => setPage(page + 1)}
        />
      </div>
      <div className={cx(css['grid'], css[`columns${columns}`])}>
        {list.map((p) => (
          <button
            key={p.start}
            type="button"
            className={css['cell']}
            disabled={p.start > today}
            aria-current={samePeriod(p, period) ? 'true' : undefined}
            onClick={() => onChange(p)}
          >
            {cellText(p, format.period(p, 'axis'), () => format.date(isoStart(p), 'short'))}
            {p.start <= today && endOf(p) > today && (
              <span className={css['running']}>{t.common.period.running}</span>
            )}
          </button>
        ))}
      </div>
    </div>
  );
}

function cellText(period: Period, axis: string, date: () => string): ReactNode {
  if (period.cadence !== 'week') return axis;
  return (
    <>
      {axis} <span className={css['date']}>{date()}</span>
    </>
  );
}

function isoStart(period: Period): string {
  const { year, month, day } = civilOf(period.start);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Months and quarters start with the fiscal year; the rest end at the period itself. */
function firstOfPage(period: Period, count: number, fiscalYearStart: number): Period {
  if (period.cadence === 'month') {
    const year = periodAt('year', period.start, { weekStart: 1, fiscalYearStart });
    return { cadence: 'month', start: year.start };
  }
  if (period.cadence === 'quarter') {
    const year = periodAt('year', period.start, { weekStart: 1, fiscalYearStart });
    return { cadence: 'quarter', start: year.start };
  }
  return shiftPeriod(period, 1 - count);
}

/** What the page is of: the (fiscal) year of its months or quarters, the years of anything else. */
function heading(first: Period, last: Period, format: Format): string {
  if (first.cadence === 'month' || first.cadence === 'quarter') {
    return format.period(periodAt('year', first.start, format.calendar), 'long');
  }
  const [a, b] = [civilOf(first.start).year, civilOf(last.start).year];
  return a === b ? String(a) : `${a}\u2013${b}`;
}
