/** What the rules say about the course on the chart: its usual range and signals, its trend, what is to come. */
import type { ReactNode } from 'react';
import type { Explorer } from '../../../shared/contract/api/explorer.ts';
import { usePlace } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Button } from '../../ui/index.ts';
import { slopeText } from './chartParts.ts';
import css from './Course.module.css';
import type { Finding } from './findings.ts';
import { findingWords } from './signalText.ts';

export interface CourseProps {
  readonly data: Explorer;
  readonly findings: readonly Finding[];
}

export function Course({ data, findings }: CourseProps) {
  return (
    <div className={css['course']}>
      <UsualRange data={data} />
      {data.limits !== null && <Signals data={data} findings={findings} />}
      <Trend data={data} />
      {data.forecast !== null && <Forecast data={data} forecast={data.forecast} />}
    </div>
  );
}

function UsualRange({ data }: { readonly data: Explorer }) {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const words = t.explorer.made;
  const { limits, noLimits, tested } = data;
  const value = (one: number, sign = false): string => format.value(one, data.kpi.unit, { sign });
  const name = (start: string): string => format.period({ cadence: tested.cadence, start }, 'medium');
  const day = tested.since === null ? null : format.date(tested.since, 'medium');
  return (
    <section>
      <h3>{words.range}</h3>
      {limits === null ? (
        <p className={css['grey']}>
          {noLimits === null || noLimits === 'tooFew'
            ? t.status.signal.tooFew(Math.min(tested.points, 7))
            : t.status.signal[noLimits]}
        </p>
      ) : (
        <dl className={css['range']}>
          <dt>{words.centre(name(limits.from), name(limits.to))}</dt>
          <dd>{value(limits.centre, tested.net)}</dd>
          <dt>{words.meanRange}</dt>
          <dd>{value(limits.meanRange)}</dd>
          <dt>{words.limits(value(limits.centre), value(limits.meanRange))}</dt>
          <dd>{words.limitsValue(value(limits.lower, tested.net), value(limits.upper, tested.net))}</dd>
        </dl>
      )}
      {tested.net && <p className={css['grey']}>{t.explorer.tested.net}</p>}
      {day !== null && (
        <p className={css['grey']}>
          {tested.restarted
            ? t.explorer.tested.restarted(day)
            : tested.rebased
              ? t.explorer.tested.rebased(day)
              : t.explorer.tested.since(day)}
        </p>
      )}
      {tested.cadence !== data.cadence && (
        <p className={css['grey']}>
          {t.explorer.tested.byWeek}{' '}
          <Button
            kind="link"
            size="small"
            onClick={() => place.set({ step: tested.cadence, span: undefined, zoom: undefined })}
          >
            {t.explorer.tested.seeWeeks}
          </Button>
        </p>
      )}
    </section>
  );
}

function Signals({ data, findings }: CourseProps) {
  const t = useT();
  const format = useFormat();
  const { starts, cadence } = data.tested;
  return (
    <section>
      <h3>{t.explorer.made.signals}</h3>
      {findings.length === 0 ? (
        <p className={css['grey']}>{t.explorer.made.noSignals}</p>
      ) : (
        <ol className={css['findings']}>
          {findings.map((finding) => {
            const text = findingWords(finding, starts, cadence, data.kpi.unit, format, t);
            return (
              <li key={finding.mark}>
                <span className={css['mark']}>{finding.mark}</span>
                <span>
                  {text.text} {text.rule !== null && <span className={css['grey']}>{text.rule}</span>}
                </span>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}

/** Below this a p-value is told as under it. */
const LEAST_P = 0.001;
const LEAST_POINTS = 8;

function Trend({ data }: { readonly data: Explorer }) {
  const t = useT();
  const format = useFormat();
  const words = t.explorer.trend;
  const { trend, tested } = data;
  const said = ((): ReactNode => {
    if (trend === null || trend.points < LEAST_POINTS)
      return <p className={css['grey']}>{words.tooFew(trend?.points ?? Math.min(tested.points, 1))}</p>;
    const name = (start: string): string => format.period({ cadence: tested.cadence, start }, 'medium');
    const slope = slopeText(Math.abs(trend.slope), data.kpi.unit, format, t).replace(/^[+±]/, '');
    const p =
      trend.p < LEAST_P
        ? words.under(format.number(LEAST_P, 3))
        : format.number(trend.p, trend.p < 0.1 ? 4 : 2);
    return (
      <p>
        {trend.direction === null
          ? words.none
          : words[trend.direction](
              slope,
              t.common.perCadence[tested.cadence],
              name(trend.from.start),
              name(trend.to.start),
            )}{' '}
        <span className={css['grey']}>{words.test(p, trend.points)}</span>
      </p>
    );
  })();
  return (
    <section>
      <h3>{words.title}</h3>
      {said}
    </section>
  );
}

function Forecast({
  data,
  forecast,
}: {
  readonly data: Explorer;
  readonly forecast: NonNullable<Explorer['forecast']>;
}) {
  const t = useT();
  const format = useFormat();
  const words = t.explorer.forecast;
  const { value, low, high, reason, points, start } = forecast;
  const period = format.period({ cadence: data.cadence, start }, 'medium');
  const text = (one: number): string => format.value(one, data.kpi.unit);
  return (
    <section>
      <h3>{words.title}</h3>
      {value === null ? (
        <p className={css['grey']}>
          {reason === null || reason === 'tooFew'
            ? words.reason.tooFew(Math.min(points, LEAST_POINTS - 1))
            : words.reason[reason]}
        </p>
      ) : (
        <p>
          {words.of(period, text(value))}
          {low === null || high === null ? '. ' : `${words.between(text(low), text(high))} `}
          <span className={css['grey']}>{low === null || high === null ? words.noBand : words.band}</span>
        </p>
      )}
    </section>
  );
}
