/** Figures: an Excel table of every figure behind the report; all other numbers are formulas over it. */
import { formatNumber } from '../../../../../shared/domain/format.ts';
import { address } from '../book/address.ts';
import type { CellStyle } from '../book/model.ts';
import { SheetBuilder } from '../book/sheetBuilder.ts';
import { dateFormat, rawFormat } from '../numberFormats.ts';
import { ink } from '../palette.ts';
import { channelName, kpiName, kpiOf, serialOf } from './context.ts';
import type { PlannedContext } from './context.ts';

const HEAD = 3;
/** More rows than this (some ten pages) are not printed but for the first page: nobody reads thousands on paper. */
const PRINTED_ROWS = 400;
const FIRST_PAGE = 32;

export function figuresSheet(context: PlannedContext): SheetBuilder {
  const { model, words, styles, titles, plan, table, units } = context;
  const sheet = new SheetBuilder(titles.figures);
  const weighted = new Set(
    model.kpis.filter((kpi) => kpi.timeAggregation === 'weightedMean').map((kpi) => kpi.key),
  );
  const headers: string[] = [
    words.kpi,
    words.channel,
    words.cadenceHead,
    words.day,
    words.value,
    words.state,
    words.source,
    words.batch,
    words.series,
    words.placed,
  ];
  if (weighted.size > 0) headers.push(words.weight, words.weighted);
  headers.push(words.key);
  const last = headers.length - 1;

  sheet.put(0, 0, words.sheets.figures, styles.title);
  const many = plan.figures.rows.length > PRINTED_ROWS;
  const printed = many
    ? ` ${words.printedRows} ${formatNumber(plan.figures.rows.length, context.style, 0)}.`
    : '';
  sheet.put(1, 0, `${words.figuresNote} ${words.durationsNote}`, styles.subtitle);
  sheet.put(2, 0, `${words.calcHidden} ${titles.calc}.${printed}`, styles.subtitle);
  sheet.height(0, 28);
  sheet.height(HEAD, 20);
  headers.forEach((header, col) =>
    sheet.put(HEAD, col, header, col === 4 || col === 7 ? styles.headRight : styles.head),
  );

  const date: CellStyle = { ...styles.cellMuted, format: dateFormat(context.model.language), align: 'left' };
  const helperDate: CellStyle = {
    ...styles.helper,
    format: dateFormat(context.model.language),
    align: 'left',
  };
  const notApplicable: CellStyle = { ...styles.cell, color: ink.third, fill: ink.gapGround };
  const values = new Map(
    model.kpis.map((kpi) => [
      kpi.key,
      { ...styles.cellRight, format: rawFormat(kpi.unit, units) } satisfies CellStyle,
    ]),
  );
  const helperNumber: CellStyle = { ...styles.helper, format: '#,##0.####', align: 'right' };
  const column = (name: string): string => `${table.name}[${name}]`;

  plan.figures.rows.forEach(({ figure, start, day, series }, index) => {
    const row = HEAD + 1 + index;
    sheet.put(row, 0, kpiName(context, figure.kpi), styles.cellName);
    sheet.put(row, 1, channelName(context, figure.channel), styles.cellName);
    sheet.put(row, 2, words.cadence[figure.cadence], styles.cellMuted);
    sheet.put(row, 3, serialOf(start), date);
    sheet.put(
      row,
      4,
      figure.value,
      figure.value === null ? notApplicable : (values.get(figure.kpi) ?? styles.cellRight),
    );
    sheet.put(row, 5, figure.value === null ? words.notApplicable : words.recorded, styles.cellMuted);
    sheet.put(row, 6, figure.source, styles.cellMuted);
    sheet.put(row, 7, figure.batch, styles.cellMutedRight);
    sheet.put(row, 8, series, styles.helper);
    sheet.put(row, 9, serialOf(day), helperDate);
    const weightBy = kpiOf(context, figure.kpi)?.weightBy ?? null;
    if (weighted.has(figure.kpi) && weightBy !== null) {
      const code = plan.figures.seriesOf(weightBy, figure.channel, figure.cadence);
      const weight =
        figure.value === null ? null : plan.weightOf(figure.channel, figure.cadence, day, weightBy);
      const criteria = `${column(table.series)},"${code}",${column(table.day)},${address(row, 9)}`;
      sheet.formula(
        row,
        10,
        `IF(OR(${address(row, 4)}="",COUNTIFS(${criteria},${column(table.value)},"<>")=0),"",SUMIFS(${column(table.value)},${criteria}))`,
        weight ?? '',
        helperNumber,
      );
      sheet.formula(
        row,
        11,
        `IF(${address(row, 10)}="","",${address(row, 4)}*${address(row, 10)})`,
        weight === null || figure.value === null ? '' : figure.value * weight,
        helperNumber,
      );
    } else if (weighted.size > 0) {
      sheet.put(row, 10, null, styles.helper);
      sheet.put(row, 11, null, styles.helper);
    }
    sheet.put(row, last, `${figure.kpi}|${figure.channel}|${figure.cadence}|${figure.start}`, styles.helper);
  });

  // A table needs a row of data, even an empty one.
  const bottom = HEAD + Math.max(1, plan.figures.rows.length);
  sheet.table({ name: table.name, range: { row: HEAD, col: 0, toRow: bottom, toCol: last }, headers });
  [32, 18, 11, 12, 16, 12, 26, 12, 34, 12].forEach((width, col) => sheet.width(col, col, width));
  if (weighted.size > 0) sheet.width(10, 11, 13);
  sheet.width(last, last, 20);
  sheet.hide(last);
  sheet.freeze(HEAD + 1, 0);
  sheet.look({ tab: ink.then });
  sheet.print({
    landscape: true,
    area: { row: 0, col: 0, toRow: many ? HEAD + FIRST_PAGE : bottom, toCol: 7 },
    repeat: { from: HEAD, to: HEAD },
    fit: { wide: 1, high: 0 },
    footer: context.footer,
  });
  return sheet;
}
