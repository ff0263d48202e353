/**
 * Which words a report of a client would print in the other language: names and units of KPIs, key result areas and
 * stages, titles of its own sections; and what was typed in one language for all reports.
 */
import type { ReportLayout } from '../../../../shared/contract/layouts/report.ts';
import { lacksLanguage } from '../../../../shared/domain/attention.ts';
import type { PrintedName } from '../../../../shared/domain/attention.ts';
import type { Catalogue } from '../../../../shared/domain/catalogue.ts';
import { languages } from '../../../../shared/domain/kpi.ts';
import type { Language, Localised } from '../../../../shared/domain/kpi.ts';
import type { PagesOf } from '../../../../shared/domain/report.ts';
import { listKras, listStages } from '../../../store/queries/clients.ts';
import type { ReadContext } from '../../context.ts';
import type { ClientBook } from '../book.ts';
import { shownKpis } from '../views/scorecard.ts';

interface Known {
  readonly kpis: ReadonlyMap<string, Localised>;
  readonly groups: ReadonlyMap<string, Localised>;
  /** Names and units in lower case, by the language they are of. */
  readonly words: ReadonlyMap<string, Language | 'both'>;
}

const known = new WeakMap<Catalogue, Known>();

function knownOf(catalogue: Catalogue): Known {
  let found = known.get(catalogue);
  if (found !== undefined) return found;
  const words = new Map<string, Language | 'both'>();
  for (const { name, unit } of catalogue.kpis)
    for (const text of [name, ...(unit.label ? [unit.label] : [])])
      for (const language of languages) {
        const word = text[language].toLowerCase();
        const other = words.get(word);
        words.set(word, other === undefined || other === language ? language : 'both');
      }
  found = {
    kpis: new Map(catalogue.kpis.map((kpi) => [kpi.key, kpi.name])),
    groups: new Map([...catalogue.kras, ...catalogue.stages].map((group) => [group.key, group.name])),
    words,
  };
  known.set(catalogue, found);
  return found;
}

/** Names and units that a report in `language` lacks, as they are written, each once. */
export function untranslatedNames(
  ctx: ReadContext,
  book: ClientBook,
  layout: ReportLayout | null,
  pages: PagesOf,
  language: Language,
): string[] {
  const { kpis, groups, words } = knownOf(ctx.catalogue);
  const other: Language = language === 'en' ? 'es' : 'en';
  const shown = shownKpis(book);
  const named = (lists: readonly { key: string; name_en: string; name_es: string }[]): PrintedName[] =>
    lists.map((one) => ({
      text: { en: one.name_en, es: one.name_es },
      usual: groups.get(one.key) ?? null,
    }));
  const inUse = (by: PagesOf): ReadonlySet<string> => new Set(shown.map(({ definition }) => definition[by]));
  const kras = inUse('kra');
  const stages = inUse('stage');
  const printed: PrintedName[] = [
    ...shown.flatMap(({ row, definition: { key, name, unit } }): PrintedName[] => [
      { text: name, usual: row.own === 1 ? null : (kpis.get(key) ?? null) },
      ...(row.own === 1 && unit.label ? [{ text: unit.label, usual: null }] : []),
    ]),
    ...named(listKras(ctx.store, book.client.id).filter(({ key }) => kras.has(key))),
    ...(pages === 'stage'
      ? named(listStages(ctx.store, book.client.id).filter(({ key }) => stages.has(key)))
      : []),
    ...(layout?.sections ?? []).flatMap(({ section, shown: on, title }): PrintedName[] =>
      on && section.startsWith('text:') && title !== undefined
        ? [{ text: { en: title.en ?? '', es: title.es ?? '' }, usual: null }]
        : [],
    ),
  ];
  const lacking = printed.filter((name) =>
    lacksLanguage(name, language, book.client.language, (word) => words.get(word.toLowerCase()) ?? null),
  );
  return [...new Set(lacking.map(({ text }) => text[other].trim() || text[language].trim()))];
}
