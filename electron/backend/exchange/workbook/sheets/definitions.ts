/** Definitions: what each KPI means and how its number is made. */
import { SheetBuilder } from '../book/sheetBuilder.ts';
import { ink } from '../palette.ts';
import { kpiName } from './context.ts';
import type { ReportContext } from './context.ts';
import { linesIn, pixelsOf } from './styles.ts';

const HEAD = 2;
const FIRST_COL = 1;

export function definitionsSheet(context: ReportContext): SheetBuilder {
  const { model, words, styles, titles } = context;
  const sheet = new SheetBuilder(titles.definitions);
  const areaNames = new Map(model.groups.map((group) => [group.key, group.name]));
  sheet.put(0, FIRST_COL, words.sheets.definitions, styles.title);
  sheet.height(0, 28);
  sheet.height(HEAD, 20);
  const heads = [
    words.kpi,
    words.area,
    words.stageHead,
    words.definition,
    words.unit,
    words.direction,
    words.overTime,
    words.overChannels,
    words.formula,
  ];
  const widths = [30, 24, 14, 62, 14, 14, 20, 18, 40];
  heads.forEach((text, index) => {
    sheet.put(HEAD, FIRST_COL + index, text, styles.head);
    sheet.width(FIRST_COL + index, FIRST_COL + index, widths[index] ?? 14);
  });
  sheet.width(0, 0, 1.5);
  model.kpis.forEach((kpi, index) => {
    const row = HEAD + 1 + index;
    const weight = kpi.weightBy === null ? '' : `, ${words.weighedBy} ${kpiName(context, kpi.weightBy)}`;
    const vanity =
      kpi.vanity && kpi.counter !== null ? `\n${words.vanity} ${kpiName(context, kpi.counter)}.` : '';
    const meaning = kpi.definition + vanity;
    const texts = [
      kpi.name,
      areaNames.get(kpi.kra) ?? '',
      words.stage[kpi.stage],
      meaning,
      kpi.unit.label?.[model.language] ?? words.units[kpi.unit.kind],
      words[kpi.direction],
      words.aggregation[kpi.timeAggregation] + weight,
      words.channelAggregation[kpi.channelAggregation],
      kpi.formula ?? '',
    ];
    texts.forEach((text, col) => {
      const muted = { ...styles.cellWrap, color: ink.third } as const;
      sheet.put(
        row,
        FIRST_COL + col,
        text === '' ? null : text,
        col === 0 ? { ...styles.cellWrap, bold: true } : col === 3 ? styles.cellWrap : muted,
      );
    });
    const lines = Math.max(...texts.map((text, col) => linesIn(text, pixelsOf(widths[col] ?? 14) - 18)));
    sheet.height(row, 4 + 13.5 * lines);
  });
  sheet.freeze(HEAD + 1, FIRST_COL + 1);
  sheet.look({ tab: ink.then });
  sheet.print({
    landscape: true,
    area: {
      row: 0,
      col: 0,
      toRow: HEAD + Math.max(1, model.kpis.length),
      toCol: FIRST_COL + heads.length - 1,
    },
    repeat: { from: HEAD, to: HEAD },
    fit: { wide: 1, high: 0 },
    footer: context.footer,
  });
  return sheet;
}
