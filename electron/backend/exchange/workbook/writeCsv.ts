/**
 * The figures of a report as CSV: one row each, UTF-8 with a byte order mark so that Excel reads accents.
 *
 * Separator and decimal sign follow the client's number format: `;` and `,` where decimals take a comma. Text
 * that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection); numbers stay
 * numbers, negative ones too. An empty value with the state column filled is "not applicable".
 */
import type { ReportModel } from '../../../../shared/domain/report.ts';
import { wordsOf } from './words.ts';

const BOM = '\ufeff';

export function writeCsv(model: ReportModel): Uint8Array {
  const words = wordsOf(model.language);
  const comma = model.client.numberFormat !== '1,234.5';
  const separator = comma ? ';' : ',';
  const names = new Map(model.kpis.map((kpi) => [kpi.key, kpi.name]));
  const channels = new Map(model.channels.map((channel) => [channel.id, channel.name]));
  const number = (value: number): string => (comma ? String(value).replace('.', ',') : String(value));
  const text = (value: string): string => {
    const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /["\n\r,;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
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
  const lines = [heads.map(text).join(separator)];
  for (const figure of model.figures) {
    lines.push(
      [
        text(names.get(figure.kpi) ?? figure.kpi),
        text(channels.get(figure.channel) ?? figure.channel),
        text(words.cadence[figure.cadence]),
        figure.start,
        figure.value === null ? '' : number(figure.value),
        text(figure.value === null ? words.notApplicable : words.recorded),
        text(figure.source),
        String(figure.batch),
        text(figure.kpi),
      ].join(separator),
    );
  }
  return new TextEncoder().encode(`${BOM}${lines.join('\r\n')}\r\n`);
}
