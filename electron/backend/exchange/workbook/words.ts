/** Every word a workbook says of its own accord, in both languages. Model texts come worded already. */
import type { Language } from '../../../../shared/domain/kpi.ts';
import { en } from './wording/en.ts';
import type { WorkbookWords } from './wording/en.ts';
import { es } from './wording/es.ts';

export type { WorkbookWords };

const all: Readonly<Record<Language, WorkbookWords>> = { en, es };

export function wordsOf(language: Language): WorkbookWords {
  return all[language];
}
