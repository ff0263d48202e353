/** What a signal rule says of a named KPI, in the middle of a sentence: the same in a report's texts and in its list of what moved. */
import type { Language, Localised } from '../kpi.ts';
import type { Signal } from '../results.ts';
import { signalWords } from '../signalWords.ts';
import type { Cadence } from '../time.ts';
import { isEnglishPlural } from './nouns.ts';

/** `asked`: the cadence of what is told. Members are above "their" limit, reach is above "its" own. */
export function movedWords(signal: Signal, name: Localised, language: Language, asked: Cadence): string {
  const words = signalWords(signal, language, asked);
  return language === 'en' && isEnglishPlural(name.en) ? words.replace(/\bits\b/, 'their') : words;
}
