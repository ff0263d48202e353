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
        return { figure, start, day, series: this.seriesOf(figure.kpi, figure.channel, figure.cadence) };
      })
      .toSorted(
        (a, b) =>
          rank(a.figure) - rank(b.figure) ||
          cadences.indexOf(a.figure.cadence) - cadences.indexOf(b.figure.cadence) ||
          a.start - b.start,
      );
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

  /** Figures of a series whose day lies in the span, both ends included. */
  within(series: string, from: Day, to: Day): readonly FigureRow[] {
    return (this.#series.get(series) ?? []).filter((row) => row.day >= from && row.day <= to);
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
