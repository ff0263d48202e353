/** What importers say in codes, in the person's words. */
import type { ImportFile } from '../../../shared/contract/api/imports.ts';
import { importProblemCodes } from '../../../shared/contract/importCodes.ts';
import type { ImportProblemCode } from '../../../shared/contract/importCodes.ts';
import type { Catalogue } from '../../i18n/en/index.ts';
import type { useFormat } from '../../i18n/format.tsx';
import { networkName } from '../../i18n/networks.ts';

type Question = ImportFile['questions'][number];
type Choice = Question['choices'][number];

/** Platforms are proper names: the same in every language. */
const platforms: Readonly<Record<string, string>> = {
  meta: 'Meta Business Suite',
  'meta-ads': 'Meta Ads',
  'facebook-insights': 'Facebook Insights',
  tiktok: 'TikTok',
  youtube: 'YouTube Studio',
  linkedin: 'LinkedIn',
  'linkedin-creator': 'LinkedIn',
  x: 'X',
  ga4: 'Google Analytics',
  'google-search-console': 'Search Console',
  'google-business-profile': 'Google Business Profile',
  discord: 'Discord',
  slack: 'Slack',
};

export function platformName(platform: string | null): string {
  return platform === null ? '' : (platforms[platform] ?? '');
}

export function reportName(t: Catalogue, report: string | null): string {
  const names: Readonly<Record<string, string>> = t.imports.reports;
  return report === null ? '' : (names[report] ?? '');
}

export function languageName(t: Catalogue, language: string | null): string {
  const names: Readonly<Record<string, string>> = t.common.languageNames;
  return language === null ? '' : (names[language] ?? '');
}

function isProblemCode(code: string): code is ImportProblemCode {
  return (importProblemCodes as readonly string[]).includes(code);
}

export function problemText(
  t: Catalogue,
  problem: {
    readonly code: string;
    readonly message: string;
    readonly detail?: Readonly<Record<string, string | number>>;
  },
): string {
  return isProblemCode(problem.code)
    ? t.imports.problems[problem.code](problem.detail ?? {})
    : problem.message;
}

/** Reasons of refused rows are problem codes too; others are listed reasons. */
export function reasonText(t: Catalogue, reason: string | null, text: string | null): string {
  if (reason === null) return '';
  const known: Readonly<Record<string, string>> = t.imports.reasons;
  if (known[reason]) return known[reason];
  return isProblemCode(reason) ? t.imports.problems[reason]({ text: text ?? '' }) : '';
}

export function questionText(t: Catalogue, question: Question): string {
  const words = t.imports.question;
  switch (question.code) {
    case 'kpi':
      return words.kpi(String(question.params['header'] ?? question.params['column'] ?? ''));
    case 'network':
    case 'year':
    case 'dateOrder':
    case 'period':
    case 'currency':
    case 'account':
    case 'confirm':
    case 'decimal':
      return words[question.code];
    default:
      return question.text;
  }
}

export function choiceText(
  t: Catalogue,
  format: ReturnType<typeof useFormat>,
  question: Question,
  choice: Choice,
  kpiName: (key: string) => string | undefined,
): string {
  if (choice.id === 'ignore') return t.imports.question.ignore;
  if (question.code === 'network') return networkName(t, choice.id);
  if (question.code === 'kpi') return kpiName(choice.id) ?? choice.text;
  const { first, last, date, order } = choice.params ?? {};
  if (question.code === 'year' && typeof first === 'string' && typeof last === 'string') {
    return t.imports.question.span(format.date(first, 'medium'), format.date(last, 'medium'));
  }
  if (question.code === 'dateOrder' && typeof date === 'string' && (order === 'dmy' || order === 'mdy')) {
    return t.imports.question.order[order](format.date(date, 'medium'));
  }
  return choice.text;
}

export function choiceHint(t: Catalogue, choice: Choice): string {
  const hints: Readonly<Record<string, string>> = t.imports.question.hints;
  return hints[String(choice.params?.['hint'] ?? '')] ?? '';
}

/** Where a problem is, without the file's own name: `fila 2, columna «Tasa»`. Readers say it in English. */
export function whereText(t: Catalogue, where: string, file: string): string {
  const rest = where.startsWith(file) ? where.slice(file.length).replace(/^, /, '') : where;
  return rest
    .replaceAll(/sheet “([^”]*)”/g, (_, name: string) => t.imports.where.sheet(name))
    .replaceAll(/column “([^”]*)”/g, (_, name: string) => t.imports.where.column(name))
    .replaceAll(/row (\d+)/g, (_, row: string) => t.imports.where.row(row));
}
