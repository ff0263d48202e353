/**
 * Which of the two languages a text reads as, by its small words and its accents. Short names often say nothing: then
 * `null`, and nobody may claim anything.
 */
import type { Language } from './kpi.ts';

const small: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    'the of and to in for with was were is are on by from we our not per this that it its at be been has have had after before more than will ask which who when their they new because during while up down over'.split(
      ' ',
    ),
  ),
  es: new Set(
    'el la los las de del y en por para con un una unos unas que se su sus al lo es son fue fueron está más menos sin nuestro nuestra este esta desde hasta porque durante mientras cuando como entre según hay tras ante pedir nuevo nueva'.split(
      ' ',
    ),
  ),
};

/** `sure`: two small words at least, and three times as many as of the other language: for whole sentences. */
export function languageOf(text: string, sure = false): Language | null {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const count = (language: Language): number => words.filter((word) => small[language].has(word)).length;
  const en = count('en');
  // No English word has these letters; accents may be those of a name, so all of them count once.
  const es = count('es') + (/[ñ¿¡]|(?:ción|ciones)\b/iu.test(text) ? 1 : 0);
  if (en === es) return null;
  const [most, least] = en > es ? [en, es] : [es, en];
  if (sure && (most < 2 || most < 3 * least)) return null;
  return en > es ? 'en' : 'es';
}
