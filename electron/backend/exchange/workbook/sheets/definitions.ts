/** Definitions: what each KPI means and how its number is made. */
import { formatDate, formatGoal } from '../../../../../shared/domain/format.ts';
import type { ReportKpi } from '../../../../../shared/domain/report.ts';
import { SheetBuilder } from '../book/sheetBuilder.ts';
import { ink } from '../palette.ts';
import { channelName, kpiName } from './context.ts';
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
    words.definition,
    words.unit,
    words.madeOver,
    words.formula,
    words.target,
    words.sources,
    words.breaks,
  ];
  const widths = [26, 20, 48, 16, 20, 26, 17, 20, 24];
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
      [areaNames.get(kpi.kra) ?? '', words.stage[kpi.stage]].filter((text) => text !== '').join('\n'),
      meaning,
      `${kpi.unit.label?.[model.language] ?? words.units[kpi.unit.kind]}\n${words.better[kpi.direction]}`,
      `${words.overTime}: ${words.aggregation[kpi.timeAggregation]}${weight}\n` +
        `${words.overChannels}: ${words.channelAggregation[kpi.channelAggregation]}`,
      kpi.formula ?? '',
      goalsOf(context, kpi),
      kpi.sources.join('\n'),
      kpi.breaks
        .map(
          ({ day, note }) => `${formatDate(day, model.language, 'medium')}${note === '' ? '' : `: ${note}`}`,
        )
        .join('\n'),
    ];
    texts.forEach((text, col) => {
      const muted = { ...styles.cellWrap, color: ink.third } as const;
      sheet.put(
        row,
        FIRST_COL + col,
        text === '' ? null : text,
        col === 0 ? { ...styles.cellWrap, bold: true } : col === 2 ? styles.cellWrap : muted,
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

/** The goal of each of the KPI's rows that has one, named by channel where there are several rows. */
function goalsOf(context: ReportContext, kpi: ReportKpi): string {
  const rows = context.model.groups.flatMap((group) => group.rows.filter((row) => row.kpi === kpi.key));
  return rows
    .flatMap((row) => {
      const goal = formatGoal(row.judgement, kpi.unit, context.style);
      if (goal === '') return [];
      return [rows.length > 1 ? `${channelName(context, row.channel)}: ${goal}` : goal];
    })
    .join('\n');
}
