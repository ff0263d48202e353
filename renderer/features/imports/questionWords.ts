/** Questions of the importer and their answers, in the person's words. */
import type { ImportFile, ImportQuestion } from '../../../shared/contract/imports/session.ts';
import { platformName } from '../../../shared/domain/platforms.ts';
import type { Catalogue } from '../../i18n/en/index.ts';
import type { Format } from '../../i18n/format.tsx';
import { networkName } from '../../i18n/networks.ts';
import { parsePeriod } from '../../i18n/period.ts';
import { reportName } from './words.ts';

type Choice = ImportQuestion['choices'][number];
type KpiName = (key: string) => string;

const text = (value: string | number | undefined): string => (value === undefined ? '' : String(value));

/** The currencies of a rate: one unit of `from` in `to`. */
export function currenciesOf(
  { params }: ImportQuestion,
  own: string,
): { readonly from: string; readonly to: string } {
  return {
    from: text(params['currency']),
    to: text(params['own']) || own,
  };
}

export function questionText(
  t: Catalogue,
  file: Pick<ImportFile, 'platform' | 'report'>,
  question: ImportQuestion,
): string {
  const words = t.imports.question;
  switch (question.code) {
    case 'kpi':
      return words.kpi(text(question.params['column']));
    case 'currency':
      return words.currency(currenciesOf(question, '').from);
    case 'confirm':
      return words.confirm(
        [platformName(file.platform), reportName(t, file.report)].filter(Boolean).join(', '),
      );
    case 'decimal':
      return words.decimal(text(question.params['example']));
    case 'network':
    case 'year':
    case 'dateOrder':
    case 'period':
    case 'account':
      return words[question.code];
    case 'mapping':
      return words.mapping(text(question.params['table']));
    case 'survey':
      return question.params['ask'] === 'scale'
        ? words.surveyScale(text(question.params['column']))
        : question.params['ask'] === 'recommend'
          ? words.surveyRecommend
          : words.surveySatisfied;
    default:
      return question.code satisfies never;
  }
}

/** What stands before an answer: `Year`, `“Flurble”`. */
export function shortQuestion(t: Catalogue, question: ImportQuestion): string {
  const column = text(question.params['column']);
  return question.code === 'kpi' && column
    ? t.imports.question.shortKpi(column)
    : t.imports.question.short[question.code];
}

export function choiceText(
  t: Catalogue,
  format: Format,
  question: ImportQuestion,
  choice: Choice,
  kpiName: KpiName,
): string {
  const words = t.imports.question;
  if (choice.id === 'ignore')
    return question.code === 'survey' && question.params['ask'] !== 'scale' ? words.noColumn : words.ignore;
  const { first, last, date, order, value, low, high } = choice.params ?? {};
  switch (question.code) {
    case 'network':
      return networkName(t, choice.id);
    case 'kpi':
      return kpiName(choice.id);
    case 'year':
      return typeof first === 'string' && typeof last === 'string'
        ? words.span(format.date(first, 'medium'), format.date(last, 'medium'))
        : choice.id;
    case 'dateOrder':
      return typeof date === 'string' && (order === 'dmy' || order === 'mdy')
        ? words.order[order](format.date(date, 'medium'))
        : choice.text;
    case 'decimal': {
      const number = Number(value);
      const whole = Number.isInteger(number) && !text(value).includes('.');
      return whole
        ? words.thousands(format.number(number, 0))
        : words.decimals(format.number(number, text(value).split('.')[1]?.length ?? 0));
    }
    case 'confirm':
      return choice.id === 'yes' ? words.yes : choice.id === 'no' ? words.no : choice.text;
    case 'period': {
      const period = parsePeriod(choice.id, format.calendar);
      return period ? format.period(period, 'long') : choice.text;
    }
    case 'survey':
      return low === undefined ? choice.text : words.scale(text(low), text(high));
    case 'mapping':
      return choice.id === 'leave' ? words.leaveTable : choice.text;
    case 'account':
    case 'currency':
      return choice.text;
    default:
      return question.code satisfies never;
  }
}

export function choiceHint(t: Catalogue, choice: Choice): string {
  const hints: Readonly<Record<string, string>> = t.imports.question.hints;
  return hints[text(choice.params?.['hint'])] ?? '';
}

/** The answer in force, short: a year is its number, a rate says both currencies. */
export function answerText(
  t: Catalogue,
  format: Format,
  question: ImportQuestion,
  answer: string,
  kpiName: KpiName,
): string {
  const words = t.imports.question;
  if (question.code === 'year') return answer;
  if (question.code === 'kpi') return answer === 'ignore' ? words.ignore : kpiName(answer);
  if (question.code === 'currency' && question.input === 'number') {
    const { from, to } = currenciesOf(question, format.style.currency);
    return words.ratio(from, format.number(Number(answer), decimalsOf(answer)), to);
  }
  if (question.code === 'period') {
    const period = parsePeriod(answer, format.calendar);
    return period ? format.period(period, 'long') : answer;
  }
  if (question.code === 'confirm') return answer === 'no' ? words.notThat : words.confirmed;
  const choice = question.choices.find((one) => one.id === answer);
  return choice ? choiceText(t, format, question, choice, kpiName) : answer;
}

function decimalsOf(answer: string): number {
  return answer.split('.')[1]?.length ?? 0;
}
