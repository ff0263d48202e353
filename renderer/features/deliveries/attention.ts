/** What to look at before a report goes out, in words, and the place that mends it. Pure. */
import type { Attention } from '../../../shared/domain/attention.ts';
import type { Language } from '../../../shared/domain/kpi.ts';
import { clientHref } from '../../app/hrefs.ts';
import type { Catalogue } from '../../i18n/en/index.ts';

/** The report it is about. */
export interface ReportPlace {
  readonly client: number;
  /** As in an address: `month:2026-10-01`. */
  readonly period: string;
  readonly base: string;
  readonly language: Language;
}

/** What is of one client's report: an author is missing on all of them alike. */
export function ofOne(attention: readonly Attention[]): readonly Attention[] {
  return attention.filter((one) => one.kind !== 'noAuthor');
}

/** `language`: the report's; `reader`: that of `t`. */
export function attentionText(one: Attention, language: Language, t: Catalogue, reader: Language): string {
  const words = t.reports.checks;
  const own = t.deliveries.attention;
  // A single one by its name: names are in the report's language.
  const named = (
    { count, kpis: [name] }: { readonly count: number; readonly kpis: readonly string[] },
    text: (kpi: string) => string,
  ): string | null => (count === 1 && name !== undefined && language === reader ? text(name) : null);
  switch (one.kind) {
    case 'staleText':
      return words.staleText(one.count);
    case 'untranslatedText':
      return words.translation(one.sections.length);
    case 'untranslatedNames':
      return own.untranslatedNames(one.names.length, t.reports.languages[language]);
    case 'otherLanguage':
      return own.otherLanguage(one.notes.length);
    case 'coverage':
      return named(one, own.coverage) ?? words.low(one.count);
    case 'missing':
      return named(one, own.missing) ?? words.missing(one.count);
    case 'unexplained':
      return named(one, words.noNote) ?? words.noNotes(one.count);
    case 'running':
      return words.running;
    case 'noAuthor':
      return words.noAuthor;
  }
}

/** What is done about it, in a word; null where waiting is all there is. */
export function mendText(one: Attention, t: Catalogue): string | null {
  const words = t.reports.checks;
  switch (one.kind) {
    case 'staleText':
    case 'otherLanguage':
      return words.look;
    case 'untranslatedText':
    case 'untranslatedNames':
    case 'unexplained':
      return words.write;
    case 'coverage':
    case 'missing':
      return words.fill;
    case 'noAuthor':
      return words.add;
    case 'running':
      return null;
  }
}

/** `section`: a text that only the other language has, where it is known. */
export function mendHref(one: Attention, place: ReportPlace, section?: string): string | null {
  const { client, period, base, language: lang } = place;
  switch (one.kind) {
    case 'staleText':
      return clientHref(client, 'reports', { period, base, lang, text: one.section });
    case 'untranslatedText':
      return clientHref(client, 'reports', { period, base, lang, text: section });
    case 'untranslatedNames':
      return clientHref(client, 'kpis');
    case 'otherLanguage':
      return clientHref(client, 'journal', { period });
    case 'coverage':
    case 'missing':
      return clientHref(client, 'figures', { period });
    case 'unexplained':
      return clientHref(client, 'scorecard', { period, base });
    case 'noAuthor':
      return '/settings';
    case 'running':
      return null;
  }
}
