/**
 * Figures and dates as text on screen: the reader's language with the client's number format and currency.
 * Outside of a client, the language's own.
 */
import { createContext, useContext, useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Client } from '../../shared/contract/api/clients.ts';
import type { PeriodDto } from '../../shared/contract/values.ts';
import {
  formatChange,
  formatCoverage,
  formatDate,
  formatGoal,
  formatNumber,
  formatValue,
  periodLabel,
  unitWords,
} from '../../shared/domain/format.ts';
import type { ChangeText, DateLength, FormatOptions, Style } from '../../shared/domain/format.ts';
import type { Language, Localised, Unit } from '../../shared/domain/kpi.ts';
import type { Change, Coverage, Judgement, Span } from '../../shared/domain/results.ts';
import { spanLabel } from '../../shared/domain/spanWords.ts';
import type { SpanLength } from '../../shared/domain/spanWords.ts';
import { defaultCalendar } from '../../shared/domain/time.ts';
import type { Calendar, IsoDate, Period } from '../../shared/domain/time.ts';
import { useLanguage } from './index.tsx';
import { toPeriod } from './period.ts';

export interface Format {
  readonly language: Language;
  readonly style: Style;
  readonly calendar: Calendar;
  readonly value: (value: number, unit: Unit, options?: FormatOptions) => string;
  readonly number: (value: number, digits?: number, sign?: boolean) => string;
  /** The grey words behind a figure; empty where there are none. */
  readonly words: (unit: Unit) => string;
  readonly change: (change: Change, unit: Unit) => ChangeText;
  readonly goal: (judgement: Judgement, unit: Unit) => string;
  readonly coverage: (coverage: Coverage) => string;
  readonly date: (date: IsoDate, length: DateLength) => string;
  readonly period: (period: Period | PeriodDto, length: 'long' | 'medium' | 'axis') => string;
  /** What a value or its base is over: a period by its name, part of one by its days. */
  readonly span: (span: Span, length: SpanLength) => string;
  /** A text of the catalogue in the reader's language. */
  readonly local: (text: Localised) => string;
}

type Owner = Pick<Client, 'numberFormat' | 'currency' | 'weekStart' | 'fiscalYearStart'>;

/** The format of a client (or of none) for a reader. */
export function makeFormat(language: Language, client: Owner | null): Format {
  const style: Style = {
    language,
    numberFormat: client?.numberFormat ?? (language === 'es' ? '1.234,5' : '1,234.5'),
    currency: client?.currency ?? 'EUR',
  };
  const calendar: Calendar =
    client === null
      ? defaultCalendar
      : { weekStart: client.weekStart, fiscalYearStart: client.fiscalYearStart };
  return {
    language,
    style,
    calendar,
    value: (value, unit, options) => formatValue(value, unit, style, options),
    number: (value, digits = 0, sign = false) => formatNumber(value, style, digits, sign),
    words: (unit) => unitWords(unit, language),
    change: (change, unit) => formatChange(change, unit, style),
    goal: (judgement, unit) => formatGoal(judgement, unit, style),
    coverage: (coverage) => formatCoverage(coverage, language),
    date: (date, length) => formatDate(date, language, length),
    period: (period, length) => periodLabel(toPeriod(period), calendar, language, length),
    span: (span, length) => spanLabel(span, calendar, language, length),
    local: (text) => text[language],
  };
}

const FormatContext = createContext<Format | null>(null);

/** Everything below is written in a client's format. */
export function ClientFormat({ client, children }: { readonly client: Owner; readonly children: ReactNode }) {
  const language = useLanguage();
  const format = useMemo(() => makeFormat(language, client), [language, client]);
  return <FormatContext value={format}>{children}</FormatContext>;
}

export function useFormat(): Format {
  const language = useLanguage();
  const own = useContext(FormatContext);
  const plain = useMemo(() => makeFormat(language, null), [language]);
  return own ?? plain;
}
