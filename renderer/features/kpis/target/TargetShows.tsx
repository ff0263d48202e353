/** A target tried on the figures: how each period would have been judged, where the running one stands, and its way. */
import { useMemo } from 'react';
import type { TargetPreview } from '../../../../shared/contract/api/advice.ts';
import type { KpiDefinition } from '../../../../shared/domain/kpi.ts';
import type { Status } from '../../../../shared/domain/results.ts';
import type { Cadence } from '../../../../shared/domain/time.ts';
import {
  Chart,
  ChartViewButton,
  slotsOf,
  targetOption,
  useChartView,
  useChartWords,
  wayOption,
} from '../../../charts/index.ts';
import type { Build } from '../../../charts/index.ts';
import { usePlace } from '../../../app/index.ts';
import { dayOfIso } from '../../../i18n/period.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import { cx, Panel, sentence, StatusMark, StatusWord } from '../../../ui/index.ts';
import css from './TargetShows.module.css';

/** More periods than this are not told apart in the width there is: the newest stay. */
const PAST = 30;
/** Periods to come: all of a target that ends, a few of one that does not. */
const COMING = { ends: 12, open: 3 } as const;

type Points = TargetPreview['points'];

export interface TargetShowsProps {
  readonly preview: TargetPreview | undefined;
  /** The goal is not whole yet: the figures alone. */
  readonly historyOnly: boolean;
  readonly definition: KpiDefinition;
  readonly cadence: Cadence;
  /** The target has a last day. */
  readonly ends: boolean;
  /** `all channels`, or the channel's name. */
  readonly scope: string;
  readonly dimmed: boolean;
}

/** Where the periods still to come begin: after the running one, else after the last that could have a figure. */
function borderOf(points: Points): { readonly running: number | null; readonly coming: number } {
  const running = points.findIndex((point) => point.running);
  if (running >= 0) return { running, coming: running + 1 };
  return { running: null, coming: points.findLastIndex((point) => point.state !== 'notExpected') + 1 };
}

function shownOf(points: Points, ends: boolean): Points {
  const { coming } = borderOf(points);
  return points.slice(Math.max(0, coming - PAST), coming + COMING[ends ? 'ends' : 'open']);
}

export function TargetShows(props: TargetShowsProps) {
  const { preview, historyOnly, definition, cadence, ends, scope, dimmed } = props;
  const t = useT();
  const format = useFormat();
  const { view, toggle } = useChartView();
  const words = t.kpis.targetEditor.shows;
  const points = useMemo(() => (preview === undefined ? [] : shownOf(preview.points, ends)), [preview, ends]);
  const way = preview !== undefined && !historyOnly && preview.pace.length > 1;
  return (
    <Panel
      title={words.title}
      detail={`${scope}, ${t.dashboard.by[cadence]}`}
      actions={
        <>
          {!historyOnly && <Tally points={points} />}
          <ChartViewButton view={view} onToggle={toggle} />
        </>
      }
    >
      <div className={cx(css['shows'], dimmed && css['dimmed'])} aria-busy={dimmed}>
        {preview !== undefined && (
          <>
            <p className={css['now']}>
              {historyOnly ? words.history : <Now preview={preview} definition={definition} />}
            </p>
            <div className={cx(css['charts'], way && css['two'])}>
              <Tried
                points={points}
                now={preview.now}
                historyOnly={historyOnly}
                definition={definition}
                cadence={cadence}
                view={view}
              />
              {way && (
                <section className={css['way']}>
                  <h3>{words.way(format.period(preview.now.period, 'long'))}</h3>
                  <Way preview={preview} definition={definition} view={view} />
                </section>
              )}
            </div>
          </>
        )}
      </div>
    </Panel>
  );
}

/** How often each status would have come. */
function Tally({ points }: { readonly points: Points }) {
  const t = useT();
  const counts = tallyOf(points);
  const all = counts.reduce((sum, [, n]) => sum + n, 0);
  if (all === 0) return null;
  return (
    <span className={css['tally']}>
      <span className={css['grey']}>{t.kpis.targetEditor.shows.closed(all)}</span>
      {counts.map(([status, n]) => (
        <span key={status} className={css['count']} title={t.status.words[status]}>
          <StatusMark status={status} faint={n === 0} />
          <span className="visually-hidden">{t.status.words[status]}</span>
          <span className={cx(n === 0 && css['zero'])}>{n}</span>
        </span>
      ))}
    </span>
  );
}

/** Closed periods by status: met, at risk, off, and unconfirmed where there are any. */
export function tallyOf(points: Points): readonly (readonly [Status, number])[] {
  const n = (status: Status): number =>
    points.filter((point) => !point.running && point.status === status).length;
  const unconfirmed = n('unconfirmed');
  return [
    ['met', n('met')],
    ['atRisk', n('atRisk')],
    ['off', n('off')],
    ...(unconfirmed > 0 ? [['unconfirmed', unconfirmed] as const] : []),
  ];
}

/** Where the running (or next) period stands under the target. */
function Now({
  preview,
  definition,
}: {
  readonly preview: TargetPreview;
  readonly definition: KpiDefinition;
}) {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const words = t.kpis.targetEditor.shows;
  const { period, judgement, value, forecast } = preview.now;
  const goal = format.goal(judgement, definition.unit);
  const { floor } = judgement;
  return (
    <>
      <strong>{sentence(format.period(period, 'long'))}</strong>
      {judgement.status === 'noData' || value === null ? (
        <span className={css['grey']}>
          {dayOfIso(period.start) > place.today ? words.notBegun : words.nothingYet}
        </span>
      ) : (
        <>
          <span>
            {preview.points.some((point) => point.running)
              ? words.soFar(format.value(value, definition.unit))
              : format.value(value, definition.unit)}
          </span>
          <StatusWord status={judgement.status} />
        </>
      )}
      {goal !== '' && <span className={css['grey']}>{t.status.goal(goal)}</span>}
      {floor !== undefined && (
        <span className={css['grey']}>{words.floorAt(format.value(floor, definition.unit))}</span>
      )}
      {forecast !== null && forecast.value !== null && (
        <span>
          {words.forecast(
            format.value(forecast.value, definition.unit),
            forecast.low === undefined || forecast.high === undefined
              ? ''
              : words.forecastBand(
                  format.value(forecast.low, definition.unit),
                  format.value(forecast.high, definition.unit),
                ),
          )}
          {forecast.outlook !== null && `: ${words.outlook[forecast.outlook]}`}
        </span>
      )}
      {judgement.reason !== undefined && (
        <span className={css['grey']}>{t.status.judgement[judgement.reason]}</span>
      )}
    </>
  );
}

interface DrawnProps {
  readonly definition: KpiDefinition;
  readonly view: 'chart' | 'table';
}

function Tried({
  points,
  now,
  historyOnly,
  definition,
  cadence,
  view,
}: DrawnProps & {
  readonly points: Points;
  readonly now: TargetPreview['now'];
  readonly historyOnly: boolean;
  readonly cadence: Cadence;
}) {
  const t = useT();
  const format = useFormat();
  const chartWords = useChartWords();
  const words = t.kpis.targetEditor.shows;
  const name = format.local(definition.name);
  const build = useMemo<Build>(() => {
    const flow = definition.timeAggregation === 'sum';
    const none = points.map(() => null);
    const { running, coming } = borderOf(points);
    const { forecast } = now;
    const input = {
      slots: slotsOf(
        points.map((point) => point.start),
        cadence,
        format,
      ),
      values: {
        name,
        unit: definition.unit,
        // What a flow has reached so far comes with `now`; among the points a running one has none.
        values: points.map((point, i) => point.value ?? (i === running && flow ? now.value : null)),
      },
      bars: flow,
      running,
      coming,
      goals: historyOnly ? none : points.map((point) => point.goal),
      goalTos: historyOnly ? none : points.map((point) => point.goalTo),
      floors: historyOnly ? none : points.map((point) => point.floor),
      statuses: historyOnly ? none : points.map((point) => point.status),
      goalLabel: t.status.goal,
      floorLabel: words.floorAt,
      runningLabel: words.running,
      forecast: forecast !== null && forecast.value !== null ? { ...forecast, value: forecast.value } : null,
      heads: { floor: words.floor, status: words.head, forecast: words.forecastMark },
      statusWord: (status: Status) => t.status.words[status],
      words: chartWords,
    };
    return (theme, size) => targetOption(input, theme, size);
  }, [points, now, historyOnly, definition, cadence, format, chartWords, name, t, words]);
  return <Chart build={build} label={words.chart(name)} height={236} view={view} />;
}

function Way({ preview, definition, view }: DrawnProps & { readonly preview: TargetPreview }) {
  const t = useT();
  const format = useFormat();
  const chartWords = useChartWords();
  const words = t.kpis.targetEditor.shows;
  const { pace } = preview;
  const label = words.way(format.period(preview.now.period, 'long'));
  const build = useMemo<Build>(() => {
    const input = {
      slots: slotsOf(
        pace.map((point) => point.day),
        'day',
        format,
      ),
      reached: { name: words.reached, unit: definition.unit, values: pace.map((point) => point.value) },
      pace: { name: words.pace, unit: definition.unit, values: pace.map((point) => point.goal) },
      fromZero: definition.timeAggregation === 'sum',
      words: chartWords,
    };
    return (theme, size) => wayOption(input, theme, size);
  }, [pace, definition, format, chartWords, words]);
  return <Chart build={build} label={label} height={212} view={view} />;
}
