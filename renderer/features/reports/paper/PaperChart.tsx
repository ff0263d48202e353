/** A chart of the report model as vectors: the same on screen and in print, in the client's accent. */
import { useId, useMemo } from 'react';
import type { ReportChart } from '../../../../shared/domain/report.ts';
import { sidesOf } from '../../../../shared/domain/bases.ts';
import { endOf, isoOf } from '../../../../shared/domain/time.ts';
import { notesOf, slotsOf, stretchOf } from '../../../charts/slots.ts';
import { formatTick } from '../../../charts/scale.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import { toPeriod } from '../../../i18n/period.ts';
import { cx } from '../../../ui/cx.ts';
import { chartShape } from './chartShape.ts';
import type { ChartShape } from './chartShape.ts';
import { goalWords } from './goalWords.ts';
import { usePaper } from './Context.tsx';
import css from './chart.module.css';

const MOST_PARTS = 6;
/** A stretch that its goal's words fit on. */
const GOAL_WORDS = 70;
/** Between the middles of two marks. */
const APART = 15;

export interface PaperChartProps {
  readonly chart: ReportChart;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Events are marked in it and listed below. */
  readonly events?: boolean;
}

export function PaperChart({ chart: whole, width, height, events }: PaperChartProps) {
  const t = useT();
  const format = useFormat();
  const { model, faces, printed } = usePaper();
  // The drawing is the figure of the document, with the words that stand for it; one around it would have none.
  const [Frame, Caption] = printed ? (['div', 'div'] as const) : (['figure', 'figcaption'] as const);
  const words = t.reports.paper;
  const hatch = useId();
  const period = useMemo(() => toPeriod(model.period), [model.period]);
  const chart = useMemo(() => folded(whole, words.others), [whole, words.others]);
  const bars = chart.series.find((series) => series.role !== 'line') ?? chart.series[0];
  const line = chart.series.find((series) => series.role === 'line');
  const unit = faces.unit(bars?.kpi ?? '');
  const lineUnit = line === undefined ? null : faces.unit(line.kpi);
  const sides = sidesOf(period, model.base.kind, format.calendar);
  const now = stretchOf(chart.periods, chart.cadence, sides.now);
  const base = sides.base === null ? null : stretchOf(chart.periods, chart.cadence, sides.base);
  const shape = chartShape({ chart, unit, lineUnit, now, base, width, height });
  const slots = slotsOf(chart.periods, chart.cadence, format);
  const notes = events === true ? notesOf(model.annotations, chart.periods, isoOf(endOf(period)), false) : [];
  const total = (i: number): number | null => {
    const known = chart.series
      .filter((series) => series.role !== 'line')
      .flatMap((series) => series.values[i] ?? []);
    if (chart.kind === 'line') return line?.values[i] ?? null;
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
  };
  const every = Math.ceil(38 / shape.slotWidth);
  const marked = (i: number): boolean => shape.slots[i]?.role !== 'other' && isSingle(shape, i);
  const said = slots
    .flatMap((slot, i) => {
      const value = total(i);
      return value === null ? [] : [`${slot.title}: ${format.value(value, unit)}`];
    })
    .join('; ');
  const { plot } = shape;
  // A goal that is another one each period is named where it holds now.
  const long = shape.goals.filter((goal) => goal.width > GOAL_WORDS);
  const named = long.length > 0 ? long : shape.goals.slice(-1);
  const texts = named.map((goal) => t.charts.goalLine(format.value(goal.value, unit)));
  const places = goalWords(shape, named, texts);
  const labelled = named.map((goal, i) => ({
    at: goal.x,
    text: texts[i],
    ...(goal.width > GOAL_WORDS
      ? { ...places[i], end: false }
      : { x: plot.right - 2, y: goalY(shape, goal.y), end: true }),
  }));
  const marks = notes.reduce<{ note: (typeof notes)[number]; x: number; mark: number }[]>((done, note) => {
    const x = plot.left + shape.slotWidth * note.at;
    const mark = Math.max(x, (done.at(-1)?.mark ?? 0) + APART);
    return [...done, { note, x, mark }];
  }, []);
  const bound = model.kpis.find((kpi) => kpi.key === bars?.kpi)?.max ?? null;
  return (
    <Frame className={css['figure']}>
      <Caption className={css['head']}>
        <h3>{chart.title}</h3>
        <Key chart={chart} />
      </Caption>
      <svg
        className={css['chart']}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${chart.title}. ${said}`}
      >
        <defs>
          <pattern
            id={hatch}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="6" height="6" className={css['gapGround']} />
            <path d="M0 0V6" className={css['gapLine']} />
          </pattern>
        </defs>
        {shape.ticks
          .filter(({ value }) => bound === null || value <= bound + 1e-9)
          .map(({ value, y }) => (
            <g key={value}>
              <path
                d={`M${plot.left} ${y}H${plot.right}`}
                className={value === 0 ? css['zero'] : css['grid']}
              />
              <text x={plot.left - 8} y={y + 3.5} className={cx(css['tick'], css['end'])}>
                {formatTick(value, shape.scale, unit, format.style)}
              </text>
            </g>
          ))}
        {shape.second?.ticks.map(({ value, y }) => (
          <text key={value} x={plot.right + 8} y={y + 3.5} className={css['tick']}>
            {formatTick(value, shape.second?.scale ?? shape.scale, lineUnit ?? unit, format.style)}
          </text>
        ))}
        {shape.gaps.map(({ x, width: wide }) => (
          <rect
            key={x}
            x={x}
            y={plot.top}
            width={wide}
            height={plot.bottom - plot.top}
            fill={`url(#${hatch})`}
          />
        ))}
        {shape.bars.map((bar) => (
          <rect
            key={`${bar.x} ${bar.part}`}
            x={bar.x}
            y={bar.y}
            width={bar.width}
            height={bar.height}
            className={chart.kind === 'stacked' ? css[`part${bar.part}`] : css[bar.role]}
          />
        ))}
        {chart.kind !== 'line' && (
          <path d={`M${plot.left} ${shape.zero}H${plot.right}`} className={css['zero']} />
        )}
        {shape.goals.map(({ path, x }) => (
          <path key={x} d={path} className={css['goal']} />
        ))}
        {shape.line !== null && (
          <>
            {shape.line.paths.map((path) => (
              <g key={path}>
                <path d={path} className={css['halo']} />
                <path d={path} className={chart.kind === 'combo' ? css['line'] : css['nowLine']} />
              </g>
            ))}
            {shape.line.points.map(({ x, y, at }) => (
              <circle
                key={at}
                cx={x}
                cy={y}
                r={marked(at) ? 3.4 : 2}
                className={cx(
                  chart.kind === 'combo' ? css['linePoint'] : css['nowPoint'],
                  shape.slots[at]?.role === 'base' && chart.kind === 'line' && css['basePoint'],
                )}
              />
            ))}
          </>
        )}
        {labelled.map(({ at, text, x, y, end }) => (
          <text key={at} x={x} y={y} className={cx(css['tick'], css['goalText'], end && css['end'])}>
            {text}
          </text>
        ))}
        {marks.map(({ note, x, mark }) => {
          return (
            <g key={note.mark}>
              <path d={`M${x} ${plot.top}V${plot.bottom}`} className={css['noteLine']} />
              <circle cx={mark} cy={plot.top - 8} r="7" className={css['noteMark']} />
              <text x={mark} y={plot.top - 4.5} className={css['noteText']}>
                {note.mark}
              </text>
            </g>
          );
        })}
        {slots.map((slot, i) => {
          const place = shape.slots[i];
          const value = marked(i) ? total(i) : null;
          const bold = marked(i);
          if (place === undefined || (i % every !== 0 && !bold) || (!bold && isNear(shape, i, every)))
            return null;
          const second = value === null ? slot.sub : format.value(value, unit);
          return (
            <g key={slot.title} className={bold ? css['bold'] : undefined}>
              <text x={place.x} y={plot.bottom + 15} className={css['slot']}>
                {slot.label}
              </text>
              {second !== undefined && (
                <text
                  x={place.x}
                  y={plot.bottom + 29}
                  className={cx(css['slot'], value !== null && place.role === 'now' && css['nowText'])}
                >
                  {second}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      {notes.length > 0 && (
        <ol className={css['notes']}>
          {notes.map((note) => (
            <li key={note.mark}>
              <span>{note.mark}</span> {note.text}
            </li>
          ))}
        </ol>
      )}
    </Frame>
  );
}

/** A label has room for its value where its stretch is one slot. */
function isSingle(shape: ChartShape, i: number): boolean {
  const role = shape.slots[i]?.role;
  return shape.slots.filter((slot) => slot.role === role).length === 1;
}

/** True where the words of a compared slot would touch. */
function isNear(shape: ChartShape, i: number, every: number): boolean {
  return shape.slots.some(
    (slot, at) => slot.role !== 'other' && isSingle(shape, at) && at !== i && Math.abs(at - i) < every,
  );
}

/** Above its line, below it where the plot ends. */
function goalY(shape: ChartShape, y: number): number {
  return y - 5 < shape.plot.top + 6 ? y + 13 : y - 5;
}

/** Channels beyond the sixth as one part. */
function folded(chart: ReportChart, others: string): ReportChart {
  if (chart.kind !== 'stacked' || chart.series.length <= MOST_PARTS) return chart;
  const kept = chart.series.slice(0, MOST_PARTS - 1);
  const rest = chart.series.slice(MOST_PARTS - 1);
  const [first] = rest;
  if (first === undefined) return chart;
  const values = chart.periods.map((_, i) => {
    const known = rest.flatMap((series) => series.values[i] ?? []);
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
  });
  return { ...chart, series: [...kept, { ...first, name: others, values }] };
}

/** Only what cannot be labelled in the chart itself. */
function Key({ chart }: { readonly chart: ReportChart }) {
  const t = useT();
  if (chart.kind === 'stacked') {
    return (
      <ul className={css['key']}>
        {chart.series.map((series, i) => (
          <li key={series.name}>
            <svg width="10" height="10" aria-hidden="true">
              <rect width="10" height="10" className={css[`part${i}`]} />
            </svg>
            {series.name}
          </li>
        ))}
      </ul>
    );
  }
  const line = chart.series.find((series) => series.role === 'line');
  if (chart.kind !== 'combo' || line === undefined) return null;
  return (
    <ul className={css['key']}>
      <li>
        <svg width="18" height="10" aria-hidden="true">
          <path d="M0 5H18" className={css['line']} />
          <circle cx="9" cy="5" r="2" className={css['linePoint']} />
        </svg>
        {t.reports.paper.rightAxis(line.name)}
      </li>
    </ul>
  );
}
