/** What every slide of one deck shares: the workbook's context (words, colours, formats) and how the model's parts are worded. */
import { formatValue, unitWords } from '../../../../shared/domain/format.ts';
import type { Unit } from '../../../../shared/domain/kpi.ts';
import type { ReportModel, ReportRow } from '../../../../shared/domain/report.ts';
import { spanLabel } from '../../../../shared/domain/spanWords.ts';
import type { SpanLength } from '../../../../shared/domain/spanWords.ts';
import type { Span } from '../../../../shared/domain/results.ts';
import { contextOf } from '../workbook/sheets/context.ts';
import type { ReportContext } from '../workbook/sheets/context.ts';
import { slideWordsOf } from './words.ts';
import type { SlideWords } from './words.ts';

export class DeckContext {
  readonly model: ReportModel;
  readonly words: SlideWords;
  readonly book: ReportContext;

  constructor(model: ReportModel) {
    this.model = model;
    this.words = slideWordsOf(model.language);
    this.book = contextOf(model);
  }

  unit(kpi: string): Unit {
    return this.model.kpis.find((one) => one.key === kpi)?.unit ?? { kind: 'number' };
  }

  name(kpi: string): string {
    return this.model.kpis.find((one) => one.key === kpi)?.name ?? kpi;
  }

  /** `null`: all channels together. */
  channel(id: string | null): string | null {
    return id === null ? null : (this.model.channels.find((one) => one.id === id)?.name ?? id);
  }

  value(value: number, unit: Unit): string {
    return formatValue(value, unit, this.book.style);
  }

  /** The words behind a figure: those that the KPI's name does not say already. */
  unitWords(row: ReportRow): string {
    const words = unitWords(this.unit(row.kpi), this.model.language);
    return this.name(row.kpi).toLowerCase().includes(words.toLowerCase()) ? '' : words;
  }

  span(span: Span, length: SpanLength): string {
    return spanLabel(span, this.book.calendar, this.model.language, length);
  }
}
