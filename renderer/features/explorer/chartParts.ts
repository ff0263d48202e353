/** What the explorer's answer becomes on its charts: marks in slots, with their words. Pure. */
import type { Explorer } from '../../../shared/contract/api/explorer.ts';
import type { Unit } from '../../../shared/domain/kpi.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { placeOf } from '../../charts/index.ts';
import type {
  DefinitionMark,
  ForecastMark,
  LimitsBand,
  SignalMark,
  TrendLine,
  Values,
} from '../../charts/index.ts';
import type { Catalogue } from '../../i18n/en/index.ts';
import type { Format } from '../../i18n/format.tsx';
import type { Finding } from './findings.ts';
import { findingWords } from './signalText.ts';

/** True when the rules looked at the very points that are drawn: not at weeks of a daily series, nor at net changes. */
export function isTestedAsDrawn(data: Explorer): boolean {
  return data.tested.cadence === data.cadence && !data.tested.net;
}

/** The limits as a band over the points they were drawn from; after a conversion, over those of the new definition. */
export function limitsBand(data: Explorer, format: Format, t: Catalogue): LimitsBand | null {
  const { limits, tested } = data;
  if (limits === null) return null;
  const first = tested.since !== null && tested.since > limits.from ? tested.since : limits.from;
  const from = tested.starts.findIndex((start) => start >= first);
  const to = tested.starts.findLastIndex((start) => start <= limits.to);
  if (from < 0 || to < from) return null;
  const { centre, lower, upper } = limits;
  const text = (value: number): string => format.value(value, data.kpi.unit, { sign: tested.net });
  return {
    centre,
    lower,
    upper,
    from,
    to: to + 1,
    upperLabel: t.explorer.upper(text(upper)),
    lowerLabel: t.explorer.lower(text(lower)),
  };
}

/** Bands of the limits that held before a person started them anew. */
export function earlierBands(data: Explorer, format: Format, t: Catalogue): LimitsBand[] {
  const { starts } = data.tested;
  const last = data.earlierLimits.length - 1;
  return data.earlierLimits.flatMap((limits, i): LimitsBand[] => {
    // Limits before the second start reach back to the first one.
    const since = data.limitStarts[i - 1]?.day ?? limits.from;
    const from = starts.findIndex((start) => start >= limits.from && start >= since);
    const to = starts.findLastIndex((start) => start <= limits.to);
    if (from < 0 || to < from) return [];
    const text = (value: number): string => format.value(value, data.kpi.unit);
    return [
      {
        centre: limits.centre,
        lower: limits.lower,
        upper: limits.upper,
        from,
        to: to + 1,
        upperLabel: i === last ? t.explorer.upper(text(limits.upper)) : '',
        lowerLabel: i === last ? t.explorer.lower(text(limits.lower)) : '',
      },
    ];
  });
}

/** Where a person started the limits anew. */
export function startMarksOf(
  data: Explorer,
  starts: readonly IsoDate[],
  end: IsoDate,
  format: Format,
  t: Catalogue,
): DefinitionMark[] {
  return data.limitStarts.flatMap((one): DefinitionMark[] => {
    const at = placeOf(one.day, starts, end);
    if (at === null) return [];
    const label = t.explorer.limits.mark(format.date(one.day, 'short'));
    return [{ at: isFirstDay(one.day, starts) ? Math.floor(at) : at, label, text: label }];
  });
}

export function signalMarksOf(
  findings: readonly Finding[],
  data: Explorer,
  format: Format,
  t: Catalogue,
): SignalMark[] {
  const { starts, cadence } = data.tested;
  return findings.flatMap((finding) =>
    finding.at.map((at) => ({
      at,
      mark: finding.mark,
      text: findingWords(finding, starts, cadence, data.kpi.unit, format, t).text,
      run: finding.to - finding.from + 1,
      side: finding.side,
      outside: finding.rule === 'outside',
      runLabel:
        finding.rule === 'eightOneSide' ? t.explorer.runLabel(finding.run, finding.side === 'above') : '',
    })),
  );
}

/** What stands beside the points: the year before by that name, other bases by their days. */
export function besideValues(data: Explorer, format: Format, t: Catalogue): Values | null {
  const values = data.points.map((_, i) => data.basePoints[i]?.value ?? null);
  if (values.every((value) => value === null)) return null;
  const name = data.baseSpan === null ? t.explorer.yearBefore : format.span(data.baseSpan, 'medium');
  return { name, unit: data.kpi.unit, values };
}

export function definitionMarksOf(
  data: Explorer,
  starts: readonly IsoDate[],
  end: IsoDate,
  format: Format,
  t: Catalogue,
): DefinitionMark[] {
  return data.breaks.flatMap((one): DefinitionMark[] => {
    const at = placeOf(one.day, starts, end);
    if (at === null) return [];
    const date = format.date(one.day, 'short');
    const label =
      one.factor === null
        ? t.explorer.definition.mark(date)
        : t.explorer.definition.markFactor(date, factorText(one.factor, format));
    return [{ at: isFirstDay(one.day, starts) ? Math.floor(at) : at, label, text: `${label}. ${one.note}` }];
  });
}

/** A break on the first day of a slot stands on the edge of it, so that no point lies on the wrong side. */
function isFirstDay(day: IsoDate, starts: readonly IsoDate[]): boolean {
  return starts.includes(day);
}

export function trendLineOf(data: Explorer, format: Format, t: Catalogue): TrendLine | null {
  const { trend } = data;
  if (trend === null || trend.direction === null || data.tested.cadence !== data.cadence) return null;
  const starts = data.points.map((point) => point.start);
  const [from, to] = [starts.indexOf(trend.from.start), starts.indexOf(trend.to.start)];
  if (from < 0 || to <= from) return null;
  return {
    from,
    to,
    first: trend.from.value,
    last: trend.to.value,
    label: t.explorer.trend.mark(
      slopeText(trend.slope, data.kpi.unit, format, t),
      t.common.perCadence[data.cadence],
    ),
  };
}

/** A slope in the KPI's unit, points for percentages, with as many digits as it takes to be more than zero. */
export function slopeText(slope: number, unit: Unit, format: Format, t: Catalogue): string {
  if (unit.kind === 'percent')
    return t.explorer.trend.points(format.number(slope * 100, digitsFor(slope * 100), true));
  if (unit.kind === 'duration') return format.value(slope, unit, { sign: true });
  return format.value(slope, unit, { sign: true, digits: digitsFor(slope) });
}

function digitsFor(value: number): number {
  const size = Math.abs(value);
  return size >= 10 || size === 0 ? 0 : size >= 1 ? 1 : Math.min(4, 1 - Math.floor(Math.log10(size)));
}

export function forecastMarkOf(data: Explorer, format: Format, t: Catalogue): ForecastMark | null {
  const { forecast } = data;
  const at = forecast === null ? -1 : data.points.findIndex((point) => point.start === forecast.start);
  if (forecast === null || forecast.value === null || at < 0) return null;
  const text = (value: number): string => format.value(value, data.kpi.unit);
  const { value, low, high } = forecast;
  const band = low === null || high === null ? null : { low, high };
  return {
    at,
    value,
    band,
    label:
      band === null
        ? t.explorer.forecast.markAlone(text(value))
        : t.explorer.forecast.mark(text(value), text(band.low), text(band.high)),
  };
}

/** A conversion factor with as many digits as it has, up to four. */
export function factorText(factor: number, format: Format): string {
  const digits = [0, 1, 2, 3].find((n) => Math.abs(factor - Number(factor.toFixed(n))) < 1e-9) ?? 4;
  return format.number(factor, digits);
}
