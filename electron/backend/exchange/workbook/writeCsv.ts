/**
 * The figures of a report as CSV: one row each, UTF-8 with a byte order mark so that Excel reads accents.
 *
 * How a cell is written is `shared/domain/delimited.ts`. An empty value with the state column filled is "not
 * applicable".
 */
import { csvOf } from '../../../../shared/domain/delimited.ts';
import type { DelimitedCell } from '../../../../shared/domain/delimited.ts';
import type { ReportModel } from '../../../../shared/domain/report.ts';
import { wordsOf } from './words.ts';

export function writeCsv(model: ReportModel): Uint8Array {
  const words = wordsOf(model.language);
  const names = new Map(model.kpis.map((kpi) => [kpi.key, kpi.name]));
  const channels = new Map(model.channels.map((channel) => [channel.id, channel.name]));
  const heads = [
    words.kpi,
    words.channel,
    words.cadenceHead,
    words.day,
    words.value,
    words.state,
    words.source,
    words.batch,
    words.key,
  ];
  const rows = model.figures.map((figure): DelimitedCell[] => [
    names.get(figure.kpi) ?? figure.kpi,
    channels.get(figure.channel) ?? figure.channel,
    words.cadence[figure.cadence],
    figure.start,
    figure.value,
    figure.value === null ? words.notApplicable : words.recorded,
    figure.source,
    figure.batch,
    figure.kpi,
  ]);
  return new TextEncoder().encode(csvOf([heads, ...rows], model.client.numberFormat));
}
