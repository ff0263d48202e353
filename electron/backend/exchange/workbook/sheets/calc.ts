/** Calc: one row per KPI, channel and period, with the live formula that makes its value from Figures. */
import { periodLabel } from '../../../../../shared/domain/format.ts';
import { formatDate } from '../../../../../shared/domain/format.ts';
import { address } from '../book/address.ts';
import type { CellStyle } from '../book/model.ts';
import { SheetBuilder } from '../book/sheetBuilder.ts';
import { dateFormat, rawFormat } from '../numberFormats.ts';
import { ink } from '../palette.ts';
import type { CalcRow } from '../plan/calc.ts';
import { CALC_FIRST, calcColumns, calcFormulas } from '../plan/calcFormulas.ts';
import { channelName, serialOf } from './context.ts';
import type { PlannedContext } from './context.ts';

const HEAD = CALC_FIRST - 1;

export function calcSheet(context: PlannedContext): SheetBuilder {
  const { words, styles, titles, calc, table, units } = context;
  const sheet = new SheetBuilder(titles.calc);
  const c = calcColumns;
  sheet.put(0, 0, words.sheets.calc, styles.title);
  sheet.put(1, 0, `${words.calcNote} ${words.excelNote}`, styles.subtitle);
  sheet.height(0, 28);
  sheet.height(HEAD, 30);
  const heads: Readonly<Record<keyof typeof c, string>> = {
    kpi: words.kpi,
    channel: words.channel,
    period: words.periodHead,
    from: words.firstDay,
    to: words.lastDay,
    method: words.method,
    series: words.series,
    recorded: words.count,
    asOf: words.placed,
    value: words.value,
    plot: words.plot,
    atExport: words.atExport,
    basis: words.basis,
    state: words.state,
  };
  const numeric = new Set(['recorded', 'value', 'plot', 'atExport']);
  for (const [key, text] of Object.entries(heads)) {
    const style = numeric.has(key) ? { ...styles.headWrap, align: 'right' as const } : styles.headWrap;
    sheet.put(HEAD, c[key as keyof typeof c], text, style);
  }

  const date: CellStyle = { ...styles.cellMuted, format: dateFormat(context.model.language), align: 'left' };
  const count: CellStyle = { ...styles.cellMutedRight, format: '#,##0' };
  const valueStyles = new Map<string, CellStyle>();
  const valueStyle = (row: CalcRow): CellStyle => {
    const format = rawFormat(row.kpi.unit, units);
    const known = valueStyles.get(format) ?? { ...styles.cellRight, format };
    valueStyles.set(format, known);
    return known;
  };

  for (const row of calc.rows) {
    const at = calc.rowOf(row);
    const formulas = calcFormulas(row, calc, table);
    const number = valueStyle(row);
    sheet.put(at, c.kpi, row.kpi.name, styles.cellName);
    sheet.put(at, c.channel, channelName(context, row.channel), styles.cellName);
    sheet.put(at, c.period, spanLabel(context, row), styles.cellMuted);
    sheet.put(at, c.from, serialOf(row.span.from), date);
    sheet.put(at, c.to, serialOf(row.span.to), date);
    sheet.put(at, c.method, methodWord(context, row), styles.cellMuted);
    sheet.put(
      at,
      c.series,
      row.method.kind === 'series' ? row.method.series.join(' + ') : null,
      styles.helper,
    );
    if (formulas.recorded) sheet.formula(at, c.recorded, formulas.recorded, row.recorded ?? 0, count);
    else sheet.put(at, c.recorded, null, count);
    if (formulas.asOf)
      sheet.formula(at, c.asOf, formulas.asOf, row.asOf === null ? '' : serialOf(row.asOf), date);
    else sheet.put(at, c.asOf, null, date);
    sheet.formula(at, c.value, formulas.value, row.value ?? '', number);
    const value = address(at, c.value);
    // A gap is an empty cell: lines break there, while an error or a text would be bridged or drawn as zero.
    if (row.value === null) sheet.put(at, c.plot, null, number);
    else sheet.formula(at, c.plot, `IF(ISNUMBER(${value}),${value},NA())`, row.value, number);
    sheet.put(at, c.atExport, row.live ? null : row.value, number);
    sheet.put(at, c.basis, basisOf(context, row), styles.cellMuted);
    const otherwise =
      row.state === 'notApplicable'
        ? words.notApplicable
        : row.state === 'notComputable'
          ? words.notComputable
          : words.missing;
    sheet.formula(
      at,
      c.state,
      `IF(ISNUMBER(${value}),"","${otherwise}")`,
      row.value === null ? otherwise : '',
      styles.cellMuted,
    );
  }

  const bottom = CALC_FIRST + Math.max(1, calc.rows.length) - 1;
  const plot = { row: CALC_FIRST, col: c.plot, toRow: bottom, toCol: c.plot };
  sheet.when({
    kind: 'when',
    range: plot,
    formula: `OR(ISNA(${address(CALC_FIRST, c.plot)}),ISBLANK(${address(CALC_FIRST, c.plot)}))`,
    color: ink.gapGround,
    hatch: ink.hatch,
    fill: ink.gapGround,
  });
  const widths: readonly [keyof typeof c, number][] = [
    ['kpi', 32],
    ['channel', 16],
    ['period', 18],
    ['from', 11],
    ['to', 11],
    ['method', 18],
    ['series', 34],
    ['recorded', 9],
    ['asOf', 11],
    ['value', 15],
    ['plot', 15],
    ['atExport', 13],
    ['basis', 19],
    ['state', 15],
  ];
  for (const [key, width] of widths) sheet.width(c[key], c[key], width);
  sheet.freeze(CALC_FIRST, 2);
  sheet.filter({ row: HEAD, col: 0, toRow: bottom, toCol: c.state });
  // Nobody reads it on paper: hidden, it is left out when the whole workbook is printed.
  sheet.look({ tab: ink.then, hidden: true });
  return sheet;
}

/** Nothing recorded and nothing to compute from: neither live nor kept. */
function basisOf(context: PlannedContext, row: CalcRow): string | null {
  const { words } = context;
  if (row.method.kind === 'none') return row.value === null ? null : words.export;
  return row.live ? words.live : words.export;
}

function spanLabel(context: PlannedContext, row: CalcRow): string {
  const { language } = context.model;
  if (row.span.whole) {
    return periodLabel(
      { cadence: row.span.cadence, start: row.span.from },
      context.calendar,
      language,
      'medium',
    );
  }
  return `${formatDate(row.span.from, language, 'short')} ${context.words.to} ${formatDate(row.span.to, language, 'short')}`;
}

function methodWord(context: PlannedContext, row: CalcRow): string {
  const { aggregation, channelAggregation } = context.words;
  const { method } = row;
  switch (method.kind) {
    case 'none':
      return aggregation[row.kpi.timeAggregation];
    case 'formula':
      return aggregation.formula;
    case 'series':
      switch (method.how) {
        case 'exact':
          return aggregation.none;
        case 'weighted':
          return aggregation.weightedMean;
        default:
          return aggregation[method.how];
      }
    case 'channels':
      return channelAggregation[row.kpi.channelAggregation];
  }
}
