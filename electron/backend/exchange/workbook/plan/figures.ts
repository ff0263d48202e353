/**
 * The figures behind a report, in the order of the sheet Figures, indexed the way its formulas look them up:
 * by series (KPI, channel, cadence) and day. The day of a week is its fourth, which decides the month it
 * belongs to; every other figure's day is its first.
 */
import type { ReportFigure, ReportModel } from '../../../../../shared/domain/report.ts';
import { cadences, parseIso } from '../../../../../shared/domain/time.ts';
import type { Cadence, Day } from '../../../../../shared/domain/time.ts';

export interface FigureRow {
  readonly figure: ReportFigure;
  readonly start: Day;
  readonly day: Day;
  readonly series: string;
}

export class FigureIndex {
  readonly rows: readonly FigureRow[];
  readonly #series: ReadonlyMap<string, readonly FigureRow[]>;
  readonly #slugs = new Map<string, string>();
  readonly #channels: ReadonlyMap<string, readonly string[]>;

  constructor(model: ReportModel) {
    for (const channel of model.channels) this.#slug(channel.id, channel.name);
    const kpiRank = new Map(model.kpis.map((kpi, index) => [kpi.key, index]));
    const channelRank = new Map(model.channels.map((channel, index) => [channel.id, index]));
    const rank = (figure: ReportFigure): number =>
      (kpiRank.get(figure.kpi) ?? kpiRank.size) * 1000 +
      (channelRank.get(figure.channel) ?? channelRank.size);
    this.rows = model.figures
      .map((figure) => {
        const start = parseIso(figure.start) ?? (0 as Day);
        const day = (figure.cadence === 'week' ? start + 3 : start) as Day;
        const series = this.seriesOf(figure.kpi, figure.channel, figure.cadence);
        // Ranks are looked up once for each row, not at each comparison.
        const place = rank(figure) * cadences.length + cadences.indexOf(figure.cadence);
        return { place, row: { figure, start, day, series } };
      })
      .toSorted((a, b) => a.place - b.place || a.row.start - b.row.start)
      .map(({ row }) => row);
    this.#series = Map.groupBy(this.rows, (row) => row.series);
    const channels = new Map<string, string[]>();
    for (const { figure } of this.rows) {
      const list = channels.get(figure.kpi) ?? [];
      if (!list.includes(figure.channel)) list.push(figure.channel);
      channels.set(figure.kpi, list);
    }
    this.#channels = channels;
  }

  /** `reach/instagram/day`: plain letters, so that it is safe as a criterion in a formula. */
  seriesOf(kpi: string, channel: string, cadence: Cadence): string {
    return `${kpi}/${this.#slug(channel, channel)}/${cadence}`;
  }

  /** Channel ids by the short names that series use. */
  get slugs(): ReadonlyMap<string, string> {
    return this.#slugs;
  }

  channelsOf(kpi: string): readonly string[] {
    return this.#channels.get(kpi) ?? [];
  }

  /** Figures of a series whose day lies in the span, both ends included. A series is in the order of its days. */
  within(series: string, from: Day, to: Day): readonly FigureRow[] {
    const rows = this.#series.get(series) ?? [];
    const first = firstNotBefore(rows, from);
    let end = first;
    while ((rows[end]?.day ?? Infinity) <= to) end += 1;
    return rows.slice(first, end);
  }

  cadencesOf(kpi: string, channel: string): readonly Cadence[] {
    return cadences.filter((cadence) => this.#series.has(this.seriesOf(kpi, channel, cadence)));
  }

  #slug(id: string, name: string): string {
    const known = this.#slugs.get(id);
    if (known !== undefined) return known;
    const base =
      name
        .normalize('NFD')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '') || 'channel';
    const taken = new Set(this.#slugs.values());
    let slug = base;
    for (let n = 2; taken.has(slug); n += 1) slug = `${base}-${n}`;
    this.#slugs.set(id, slug);
    return slug;
  }
}

/** Index of the first row whose day is not before the given one. */
function firstNotBefore(rows: readonly FigureRow[], day: Day): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.day ?? day) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
