/** What every sheet of one workbook shares: model, words, colours, formats, sheet names and the plan of Calc. */
import type { Style } from '../../../../../shared/domain/format.ts';
import { numberFormats } from '../../../../../shared/domain/format.ts';
import { printedSections, printedTexts } from '../../../../../shared/domain/report.ts';
import type {
  ReportKpi,
  ReportModel,
  ReportSection,
  ReportText,
} from '../../../../../shared/domain/report.ts';
import { parseIso } from '../../../../../shared/domain/time.ts';
import type { Calendar, Day } from '../../../../../shared/domain/time.ts';
import type { CalcPlan, CalcSpan } from '../plan/calc.ts';
import type { CalcLayout, FiguresTable } from '../plan/calcFormulas.ts';
import type { UnitContext } from '../numberFormats.ts';
import { pages, paperOf } from '../paper.ts';
import { paletteOf } from '../palette.ts';
import type { Palette } from '../palette.ts';
import { wordsOf } from '../words.ts';
import type { WorkbookWords } from '../words.ts';
import { SheetNames, cut } from '../book/address.ts';
import { hasActionsSheet } from './actions.ts';
import { textsOf } from './commentary.ts';
import { stylesOf } from './styles.ts';
import type { Styles } from './styles.ts';

export interface SheetTitles {
  readonly cover: string;
  readonly summary: string;
  readonly scorecard: string;
  readonly figures: string;
  readonly calc: string;
  readonly definitions: string;
  readonly manifest: string;
  readonly content: string;
  readonly breakdown: string;
  readonly entry: string;
  readonly actions: string;
  /** By section, for the stages or key result areas that are printed and have charts or a text, in report order. */
  readonly areas: ReadonlyMap<string, string>;
  /** By section, for the printed sections of the person's own text, in report order. */
  readonly texts: ReadonlyMap<string, string>;
}

export interface ReportContext {
  readonly model: ReportModel;
  readonly words: WorkbookWords;
  readonly palette: Palette;
  readonly styles: Styles;
  readonly style: Style;
  readonly units: UnitContext;
  readonly calendar: Calendar;
  readonly titles: SheetTitles;
  readonly table: FiguresTable;
  readonly footer: string;
  /** What a page in landscape holds, in pixels. */
  readonly page: { readonly width: number; readonly height: number };
  /** What the person wrote, by the section on whose sheet it stands. */
  readonly texts: ReadonlyMap<string, readonly ReportText[]>;
}

/** The context once Calc is laid out: what sheets with formulas need. */
export interface PlannedContext extends ReportContext {
  readonly plan: CalcPlan;
  readonly calc: CalcLayout;
  readonly spans: ReportSpans;
}

export interface ReportSpans {
  readonly now: CalcSpan;
  readonly base: CalcSpan | null;
  /** The report's period and the eleven before it, whole. */
  readonly trend: readonly CalcSpan[];
}

/** Footers take `&` as a command sign, and 255 characters in all. */
const footerText = (text: string): string => cut(text, 48).replaceAll('&', '&&');

export function contextOf(model: ReportModel): ReportContext {
  const words = wordsOf(model.language);
  const names = new SheetNames();
  const [cover, summary, scorecard] = [words.sheets.cover, words.sheets.summary, words.sheets.scorecard].map(
    (name) => names.take(name),
  ) as [string, string, string];
  // The fixed sheets have their names first, so that a KRA called "Figures" is the one that gets a number.
  const [figures, calc, definitions, manifest] = [
    words.sheets.figures,
    words.sheets.calc,
    words.sheets.definitions,
    'manifest',
  ].map((name) => names.take(name)) as [string, string, string, string];
  const sections = printedSections(model);
  const printed = (kind: ReportSection['kind'], name: string): string =>
    sections.some((section) => section.kind === kind) ? names.take(name) : name;
  const [content, breakdown, entry] = [
    printed('content', words.sheets.content),
    printed('breakdowns', words.sheets.breakdown),
    printed('entry', words.sheets.entry),
  ];
  const actions = hasActionsSheet(model) ? names.take(words.sheets.actions) : words.sheets.actions;
  const written = new Set(printedTexts(model).map(({ section }) => section));
  const areas = new Map<string, string>();
  const texts = new Map<string, string>();
  for (const { id, kind, name } of sections) {
    const area = model.areas.find(({ section }) => section === id);
    if (area !== undefined && (area.charts.length > 0 || written.has(id)))
      areas.set(id, names.take(area.name));
    if (kind === 'text') texts.set(id, names.take(name));
  }
  const own = new Set([...areas.keys(), ...texts.keys()]);
  if (model.content !== null) own.add('content');
  if (model.breakdowns.length > 0) own.add('breakdowns');
  if (hasActionsSheet(model)) own.add('actions');
  const palette = paletteOf(model.client.color);
  return {
    model,
    words,
    palette,
    styles: stylesOf(palette),
    style: {
      language: model.language,
      numberFormat: numberFormats.find((format) => format === model.client.numberFormat) ?? '1,234.5',
      currency: model.client.currency,
    },
    units: {
      language: model.language,
      currency: model.client.currency,
      signFirst: model.client.numberFormat === '1,234.5',
    },
    calendar: { weekStart: model.client.weekStart, fiscalYearStart: model.client.fiscalYearStart },
    titles: {
      cover,
      summary,
      scorecard,
      figures,
      calc,
      definitions,
      manifest,
      content,
      breakdown,
      entry,
      actions,
      areas,
      texts,
    },
    texts: textsOf(model, (section) => own.has(section)),
    table: {
      name: words.sheets.figures,
      series: words.series,
      day: words.placed,
      value: words.value,
      weight: words.weight,
      weighted: words.weighted,
    },
    page: pages[paperOf(model.client.currency)],
    footer: `&L&9${footerText(model.client.name)}&C&9${footerText(`${words.report}, ${model.period.label}`)}&R&9${words.page} &P ${words.of} &N`,
  };
}

/** Excel's serial number of a day: 1 is 1 January 1900, counted with its leap day that never was. */
export function serialOf(day: Day): number {
  return day + 25_569;
}

export function serialOfIso(iso: string): number | null {
  const day = parseIso(iso);
  return day === undefined ? null : serialOf(day);
}

export function kpiName(context: ReportContext, key: string): string {
  return context.model.kpis.find((kpi) => kpi.key === key)?.name ?? key;
}

export function channelName(context: ReportContext, id: string | null): string {
  if (id === null) return context.words.all;
  return context.model.channels.find((channel) => channel.id === id)?.name ?? id;
}

export function kpiOf(context: ReportContext, key: string): ReportKpi | undefined {
  return context.model.kpis.find((kpi) => kpi.key === key);
}
