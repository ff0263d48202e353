/** The texts a report would print: those of its language as they stand, and those only the other language has. */
import type { ReportLayout } from '../../../../shared/contract/layouts/report.ts';
import type { BaseKind } from '../../../../shared/domain/base.ts';
import type { Language } from '../../../../shared/domain/kpi.ts';
import type { PagesOf } from '../../../../shared/domain/report.ts';
import type { Period } from '../../../../shared/domain/time.ts';
import { listKras, listStages } from '../../../store/queries/clients.ts';
import { textsOfPeriod } from '../../../store/queries/texts.ts';
import { cadenceCode } from '../../../store/rows.ts';
import type { ReadContext } from '../../context.ts';
import type { ClientBook } from '../book.ts';
import { findingWords } from '../reports/findings.ts';
import { textStates } from '../texts/stale.ts';
import type { TextState } from '../texts/stale.ts';

export interface TextsAtHand {
  readonly texts: readonly TextState[];
  /** Names of sections. */
  readonly untranslated: readonly string[];
}

export function textsAtHand(
  ctx: ReadContext,
  book: ClientBook,
  layout: ReportLayout | null,
  pages: PagesOf,
  report: { readonly period: Period; readonly base: BaseKind; readonly language: Language },
): TextsAtHand {
  const { period, base, language } = report;
  const client = book.client.id;
  const all = textsOfPeriod(ctx.store, client, cadenceCode(period.cadence), period.start).filter(
    (row) => row.base === base,
  );
  if (all.length === 0) return { texts: [], untranslated: [] };
  const printed = all.filter((row) => isPrinted(row.section, layout, pages));
  const own = new Set(printed.filter((row) => row.language === language).map((row) => row.section));
  return {
    texts: textStates(ctx, client, period, { base, language }).filter((text) => own.has(text.section)),
    untranslated: printed
      .filter((row) => row.language !== language && !own.has(row.section))
      .map((row) => nameOf(ctx, client, layout, row.section, language)),
  };
}

/** As the report decides it: a key result area without a page of its own is printed with the scorecard. */
function isPrinted(section: string, layout: ReportLayout | null, pages: PagesOf): boolean {
  const [kind = ''] = section.split(':');
  const place = kind === 'kra' && pages === 'stage' ? 'scorecard' : section;
  if (kind === 'stage' && pages === 'kra') return false;
  const arranged = layout?.sections.find((one) => one.section === place);
  return arranged === undefined ? kind !== 'text' : arranged.shown;
}

function nameOf(
  ctx: ReadContext,
  client: number,
  layout: ReportLayout | null,
  section: string,
  language: Language,
): string {
  const [kind = '', key = ''] = section.split(':');
  const words = findingWords[language];
  if (kind === 'text') {
    const title = layout?.sections.find((one) => one.section === section)?.title;
    return title?.[language] ?? title?.en ?? title?.es ?? words.text;
  }
  if (kind === 'kra' || kind === 'stage') {
    const groups = (kind === 'kra' ? listKras : listStages)(ctx.store, client);
    const group = groups.find((one) => one.key === key);
    return (language === 'es' ? group?.name_es : group?.name_en) ?? key;
  }
  return (words.names as Readonly<Record<string, string>>)[section] ?? section;
}
