/**
 * Data entry: what the client is asked to fill in. Only its cells can be typed into, each checked against what the KPI can
 * be; a block of rows for each cadence, with the first day of each period hidden above its column (keys.ts).
 */
import { allowedOf } from '../../../../../shared/domain/allowed.ts';
import type { Allowed } from '../../../../../shared/domain/allowed.ts';
import { currencySymbol, formatValue } from '../../../../../shared/domain/format.ts';
import type { ReportEntry, ReportKpi } from '../../../../../shared/domain/report.ts';
import { address } from '../book/address.ts';
import type { CellStyle, Validation } from '../book/model.ts';
import { SheetBuilder } from '../book/sheetBuilder.ts';
import { KEY_HEAD, writeKey } from '../keys.ts';
import { SECONDS_PER_DAY, valueFormat } from '../numberFormats.ts';
import { ink } from '../palette.ts';
import { channelName, kpiOf } from './context.ts';
import type { ReportContext } from './context.ts';
import { linesIn, pixelsOf } from './styles.ts';

const cols = { key: 0, kpi: 1, channel: 2, unit: 3, first: 4 } as const;
const MEANING_WIDTH = 58;
const LINE_HEIGHT = 13.5;

export function entrySheet(context: ReportContext): SheetBuilder {
  const { model, words, styles, titles, palette } = context;
  const sheet = new SheetBuilder(titles.entry);
  const most = Math.max(1, ...model.entry.map(({ periods }) => periods.length));
  const meaning = cols.first + most;
  sheet.width(cols.key, cols.key, 2);
  sheet.hide(cols.key);
  sheet.width(cols.kpi, cols.kpi, 32);
  sheet.width(cols.channel, cols.channel, 17);
  sheet.width(cols.unit, cols.unit, 15);
  sheet.width(cols.first, meaning - 1, 14);
  sheet.width(meaning, meaning, MEANING_WIDTH);
  const title = model.sections.find(({ kind }) => kind === 'entry')?.title ?? words.sheets.entry;
  sheet.put(0, cols.kpi, title, styles.title);
  sheet.height(0, 28);
  sheet.put(1, cols.kpi, words.typedIn, { color: ink.first, bold: true });
  sheet.height(1, 18);
  sheet.put(2, cols.kpi, words.entryNote, styles.subtitle);
  let row = 4;
  for (const entry of model.entry) row = putBlock(context, sheet, row, entry, meaning) + 1;
  sheet.protect();
  sheet.look({ tab: palette.accent });
  sheet.print({
    landscape: true,
    area: { row: 0, col: cols.kpi, toRow: Math.max(2, row - 2), toCol: meaning },
    fit: { wide: 1, high: 0 },
    footer: context.footer,
  });
  return sheet;
}

/** Answers the first free row. */
function putBlock(
  context: ReportContext,
  sheet: SheetBuilder,
  top: number,
  entry: ReportEntry,
  meaning: number,
): number {
  const { words, styles } = context;
  sheet.put(top, cols.kpi, words.entryBy[entry.cadence], { ...styles.section, size: 12 });
  sheet.paint({ row: top, col: cols.kpi, toRow: top, toCol: meaning }, styles.section);
  sheet.height(top, 20);
  const days = top + 1;
  sheet.put(days, cols.key, KEY_HEAD, styles.helper);
  sheet.hideRow(days);
  const head = top + 2;
  sheet.height(head, 22);
  sheet.put(head, cols.kpi, words.kpi, styles.head);
  sheet.put(head, cols.channel, words.channel, styles.head);
  sheet.put(head, cols.unit, words.unit, styles.head);
  sheet.put(head, meaning, words.entryWhat, styles.head);
  sheet.paint({ row: head, col: cols.kpi, toRow: head, toCol: meaning }, styles.head);
  entry.periods.forEach(({ start, label }, index) => {
    sheet.put(days, cols.first + index, start, styles.helper);
    sheet.put(head, cols.first + index, label, styles.headRight);
  });
  const locked: CellStyle = { ...styles.cell, fill: ink.computed, shrink: true };
  entry.rows.forEach(({ kpi: key, channel, values }, index) => {
    const at = head + 1 + index;
    const kpi = kpiOf(context, key);
    const scale = kpi?.unit.kind === 'duration' ? SECONDS_PER_DAY : 1;
    sheet.put(
      at,
      cols.key,
      writeKey({ kind: 'entry', kpi: key, channel, cadence: entry.cadence }),
      styles.helper,
    );
    sheet.put(at, cols.kpi, kpi?.name ?? key, { ...locked, bold: true });
    sheet.put(at, cols.channel, channelName(context, channel), { ...locked, color: ink.third });
    sheet.put(at, cols.unit, unitText(context, kpi), { ...locked, color: ink.third });
    const definition = kpi?.definition ?? '';
    sheet.put(at, meaning, definition, { ...locked, shrink: false, wrap: true, color: ink.second });
    sheet.height(at, Math.max(20, 6 + LINE_HEIGHT * linesIn(definition, pixelsOf(MEANING_WIDTH) - 18)));
    const input = inputStyle(context, kpi, values);
    const last = cols.first + entry.periods.length - 1;
    entry.periods.forEach((_, place) => {
      const value = values[place] ?? null;
      sheet.put(at, cols.first + place, value === null ? null : value / scale, input);
    });
    sheet.paint({ row: at, col: cols.kpi, toRow: at, toCol: meaning }, { ...locked });
    if (kpi)
      sheet.validate({
        range: { row: at, col: cols.first, toRow: at, toCol: last },
        ...checkOf(context, kpi, address(at, cols.first)),
      });
  });
  return head + 1 + entry.rows.length;
}

function unitText(context: ReportContext, kpi: ReportKpi | undefined): string {
  const { words, model } = context;
  if (kpi === undefined) return '';
  const { unit } = kpi;
  if (unit.kind === 'money') return currencySymbol(model.client.currency);
  if (unit.kind === 'rating') {
    const from = formatValue(kpi.min ?? 0, { kind: 'number' }, context.style);
    return `${from} ${words.entryTo} ${formatValue(kpi.max ?? unit.of ?? 5, { kind: 'number' }, context.style)}`;
  }
  const label = unit.label?.[model.language];
  if (label !== undefined && unit.kind !== 'percent' && unit.kind !== 'duration') return label;
  // A mean of counts has digits.
  return unit.kind === 'count' && allowed(kpi).step === undefined
    ? words.entryUnits.number
    : words.entryUnits[unit.kind];
}

function inputStyle(
  context: ReportContext,
  kpi: ReportKpi | undefined,
  values: readonly (number | null)[],
): CellStyle {
  const { palette } = context;
  const edge = { style: 'thin', color: palette.accentLine } as const;
  return {
    color: ink.first,
    align: 'right',
    indent: 1,
    unlocked: true,
    fill: ink.white,
    format: inputFormat(context, kpi, values),
    top: edge,
    bottom: edge,
    left: edge,
    right: edge,
  };
}

function inputFormat(
  context: ReportContext,
  kpi: ReportKpi | undefined,
  values: readonly (number | null)[],
): string {
  switch (kpi?.unit.kind) {
    case 'percent':
      return '0.0#\\ %';
    case 'duration':
      return values.every((value) => (value ?? 0) % 60 === 0) ? '[h]:mm' : '[h]:mm:ss';
    case 'money':
      return valueFormat(kpi.unit, context.units, [0]);
    case 'count':
      return allowed(kpi).step === 1 ? '#,##0' : '#,##0.##';
    case 'rating':
    case 'points':
      return '0.0#';
    case 'number':
    case undefined:
      return '#,##0.##';
  }
}

function allowed(kpi: ReportKpi): Allowed {
  const { min, max, step, unit, timeAggregation } = kpi;
  return allowedOf({
    unit,
    timeAggregation,
    ...(min !== null && { min }),
    ...(max !== null && { max }),
    ...(step !== null && { step }),
  });
}

/** What a cell takes; the sheet's cells of durations are days. */
function checkOf(
  context: ReportContext,
  kpi: ReportKpi,
  cell: string,
): Pick<Validation, 'rule' | 'title' | 'message' | 'prompt'> {
  const { words, style } = context;
  const { min, max, step } = allowed(kpi);
  const shown = (value: number): string => formatValue(value, kpi.unit, style);
  const bounds =
    min === undefined && max === undefined
      ? ''
      : min !== undefined && max !== undefined
        ? `${words.entryWrong.from} ${shown(min)} ${words.entryTo} ${shown(max)}.`
        : min === undefined
          ? `${words.entryWrong.most} ${shown(max ?? 0)}.`
          : `${words.entryWrong.least} ${shown(min)}.`;
  const whole = step === 1 && kpi.unit.kind === 'count';
  const steps =
    step === undefined || whole || kpi.unit.kind === 'duration'
      ? ''
      : `${words.entryWrong.step} ${shown(step)}.`;
  const first =
    kpi.unit.kind === 'duration'
      ? words.entryWrong.time
      : whole
        ? words.entryWrong.whole
        : words.entryWrong.number;
  const message = [bounds === '' || kpi.unit.kind === 'duration' || whole ? first : '', bounds, steps]
    .filter((text) => text !== '')
    .join(' ');
  const scale = kpi.unit.kind === 'duration' ? SECONDS_PER_DAY : 1;
  const own = { title: kpi.name, message, prompt: message } as const;
  if (steps === '' || step === undefined) {
    return {
      ...own,
      rule: {
        kind: whole ? 'whole' : 'decimal',
        min: min === undefined ? undefined : min / scale,
        max: max === undefined ? undefined : max / scale,
      },
    };
  }
  const parts = [
    `ISNUMBER(${cell})`,
    ...(min === undefined ? [] : [`${cell}>=${min}`]),
    ...(max === undefined ? [] : [`${cell}<=${max}`]),
    `ABS(${cell}/${step}-ROUND(${cell}/${step},0))<1E-6`,
  ];
  return { ...own, rule: { kind: 'formula', formula: `AND(${parts.join(',')})` } };
}
