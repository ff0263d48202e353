/** A client being written down: the form's values, what the contract takes of them, what is wrong. Pure. */
import type { Client } from '../../../shared/contract/api/clients.ts';
import type { NumberFormat } from '../../../shared/domain/format.ts';
import type { Language } from '../../../shared/domain/kpi.ts';
import { isColor } from '../../ui/index.ts';

export interface Draft {
  readonly name: string;
  readonly trade: string;
  readonly color: string;
  readonly logo: string | null;
  readonly language: Language;
  readonly numberFormat: NumberFormat;
  readonly currency: string;
  readonly weekStart: number;
  readonly fiscalYearStart: number;
  readonly reportCadence: Client['reportCadence'];
  readonly reportAfter: number;
}

/** Colours a new client begins with, in turn, so that two clients rarely look alike. */
const firstColors = ['#4750bd', '#66741a', '#83397a', '#22658f', '#775536', '#a83264', '#0f6f7d', '#4d5a6b'];

export function newDraft(language: Language, already: number): Draft {
  return {
    name: '',
    trade: '',
    color: firstColors[already % firstColors.length] ?? '#4750bd',
    logo: null,
    language,
    numberFormat: language === 'es' ? '1.234,5' : '1,234.5',
    currency: 'EUR',
    weekStart: 1,
    fiscalYearStart: 1,
    reportCadence: 'month',
    reportAfter: 10,
  };
}

export function draftOf(client: Client): Draft {
  const { name, trade, color, logo, language, numberFormat, currency } = client;
  const { weekStart, fiscalYearStart, reportCadence, reportAfter } = client;
  return {
    name,
    trade,
    color,
    logo,
    language,
    numberFormat,
    currency,
    weekStart,
    fiscalYearStart,
    reportCadence,
    reportAfter,
  };
}

export function isComplete(draft: Draft): boolean {
  return draft.name.trim() !== '' && isColor(draft.color);
}

export function sameDraft(a: Draft, b: Draft): boolean {
  return (Object.keys(a) as (keyof Draft)[]).every((key) => a[key] === b[key]);
}

/** Currencies that are offered, the reader's likely ones first. */
export const currencies = [
  'EUR',
  'USD',
  'GBP',
  'MXN',
  'COP',
  'ARS',
  'CLP',
  'PEN',
  'UYU',
  'BRL',
  'CHF',
  'SEK',
  'NOK',
  'DKK',
  'PLN',
  'CZK',
  'HUF',
  'RON',
  'CAD',
  'AUD',
  'NZD',
  'JPY',
  'CNY',
  'INR',
  'KRW',
  'SGD',
  'HKD',
  'ZAR',
  'AED',
  'ILS',
  'MAD',
  'TRY',
] as const;
