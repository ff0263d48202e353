/** The grid's own stretch of time: a screenful back, the stretch itself with a list to jump from, one on. */
import { useState } from 'react';
import { periodAt, shiftPeriod } from '../../../shared/domain/time.ts';
import type { Day, Period } from '../../../shared/domain/time.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useLanguage, useT } from '../../i18n/index.tsx';
import { Button, Icon, IconButton, Popover, Segmented, sentence } from '../../ui/index.ts';
import css from './cards.module.css';
import { endingWith, lastOf, pageOf, reaches, spanLabel } from './span.ts';
import type { GridSpan, Reach } from './span.ts';

export interface SpanPickerProps {
  readonly span: GridSpan;
  readonly today: Day;
  /** First day of the columns to show. */
  readonly onChange: (from: string) => void;
  /** How far back the columns go; `null` where they are no periods. */
  readonly reach: Reach | null;
  readonly onReach: (reach: Reach) => void;
}

export function SpanPicker({ span, today, onChange, reach, onReach }: SpanPickerProps) {
  const t = useT();
  const language = useLanguage();
  const { calendar } = useFormat();
  const [open, setOpen] = useState(false);
  const words = t.figures.span;
  return (
    <>
      <IconButton
        kind="outline"
        icon="chevronLeft"
        label={words.previous}
        onClick={() => onChange(pageOf(span, -1))}
      />
      <Popover
        open={open}
        onOpenChange={setOpen}
        label={words.choose}
        bare
        trigger={
          <Button icon="calendar" title={words.choose}>
            {sentence(spanLabel(span, calendar, language))}
            <Icon name="chevronDown" />
          </Button>
        }
      >
        {reach !== null && (
          <div className={css['reach']}>
            <Segmented
              label={words.reach}
              value={reach}
              onChange={(next) => {
                setOpen(false);
                onReach(next);
              }}
              fill
              items={reaches.map((value) => ({ value, label: words.reaches[value](span.cadence) }))}
            />
          </div>
        )}
        <SpanList
          span={span}
          today={today}
          onChoose={(period) => {
            setOpen(false);
            onChange(endingWith(period, span, calendar));
          }}
        />
      </Popover>
      <IconButton
        kind="outline"
        icon="chevronRight"
        label={words.next}
        disabled={shiftPeriod(lastOf(span), 1).start > today}
        onClick={() => onChange(pageOf(span, 1))}
      />
    </>
  );
}

/** Months of a year for days and weeks, years for the rest: the columns end with what is chosen. */
function SpanList({
  span,
  today,
  onChoose,
}: {
  readonly span: GridSpan;
  readonly today: Day;
  readonly onChoose: (period: Period) => void;
}) {
  const t = useT();
  const format = useFormat();
  const byMonth = span.cadence !== 'quarter' && (span.cadence !== 'month' || span.count === 1);
  const here = periodAt(byMonth ? 'month' : 'year', lastOf(span).start, format.calendar);
  const year = periodAt('year', here.start, format.calendar);
  const [page, setPage] = useState(0);
  const first: Period = byMonth
    ? { cadence: 'month', start: shiftPeriod(year, page).start }
    : shiftPeriod(year, page * 6 - 5);
  const list = Array.from({ length: byMonth ? 12 : 6 }, (_, i) => shiftPeriod(first, i));
  const last = list.at(-1) ?? first;
  const title = byMonth
    ? format.period(periodAt('year', first.start, format.calendar), 'long')
    : `${format.period(first, 'axis')}–${format.period(last, 'axis')}`;
  return (
    <div className={css['sheet']}>
      <div className={css['sheetHead']}>
        <IconButton icon="chevronLeft" label={t.figures.span.earlier} onClick={() => setPage(page - 1)} />
        {title}
        <IconButton
          icon="chevronRight"
          label={t.figures.span.later}
          disabled={shiftPeriod(last, 1).start > today}
          onClick={() => setPage(page + 1)}
        />
      </div>
      <div className={css['choices']}>
        {list.map((period) => (
          <button
            key={period.start}
            type="button"
            disabled={period.start > today}
            aria-current={period.start === here.start ? 'true' : undefined}
            onClick={() => onChoose(period)}
          >
            {format.period(period, 'axis')}
          </button>
        ))}
      </div>
    </div>
  );
}
