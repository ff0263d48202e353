/**
 * Names of months and weekdays, full and short, in the languages exports are written in.
 *
 * Spanish first-class (`sept.`, `sep`, `set`), English inside Spanish files, Portuguese, and the languages that
 * TikTok writes its dates in (the screen's), in the form that stands beside a day.
 */
import { monthNames } from './monthNames.ts';
import { bare } from './text.ts';

/** Folded word -> month 1 to 12, and the languages that have it. */
const byWord: ReadonlyMap<string, { readonly month: number; readonly languages: readonly string[] }> =
  build();

function build(): Map<string, { month: number; languages: string[] }> {
  const map = new Map<string, { month: number; languages: string[] }>();
  for (const [language, months] of Object.entries(monthNames)) {
    months.forEach((names, i) => {
      for (const name of names.split(' ')) {
        const key = bare(name);
        const entry = map.get(key);
        if (!entry) map.set(key, { month: i + 1, languages: [language] });
        else if (entry.month === i + 1) entry.languages.push(language);
      }
    });
  }
  return map;
}

const weekdays: ReadonlySet<string> = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun ' +
    'lunes martes miercoles jueves viernes sabado domingo lun mar mie jue vie sab dom ' +
    'segunda terca quarta quinta sexta feira seg ter qua qui sex ' +
    'montag dienstag mittwoch donnerstag freitag samstag sonntag mo di mi do fr sa so ' +
    'lundi mardi mercredi jeudi vendredi samedi dimanche'
  ).split(' '),
);

/** The month of a word, 1 to 12. Expects a word without its full stop. */
export function monthOf(
  word: string,
): { readonly month: number; readonly languages: readonly string[] } | undefined {
  return word.length < 2 || word.length > 12 ? undefined : byWord.get(bare(word));
}

export function isWeekday(word: string): boolean {
  return word.length <= 10 && weekdays.has(bare(word));
}

/** Words of one weekday only, Monday first; `mar` (Tuesday, and March) is none of them. */
const weekdayWords: readonly string[] = [
  'monday mon lunes lun montag lundi segunda',
  'tuesday tue tues martes dienstag mardi terca',
  'wednesday wed miercoles mie mittwoch mercredi quarta',
  'thursday thu thur thurs jueves jue donnerstag jeudi quinta',
  'friday fri viernes vie freitag vendredi sexta',
  'saturday sat sabado sab samstag samedi',
  'sunday sun domingo dom sonntag dimanche',
];
const weekdayNumbers: ReadonlyMap<string, number> = new Map(
  weekdayWords.flatMap((words, i) => words.split(' ').map((word) => [word, i + 1] as const)),
);

/** 1 for Monday to 7 for Sunday; undefined for a word that may mean something else. */
export function weekdayOfWord(word: string): number | undefined {
  return word.length <= 10 ? weekdayNumbers.get(bare(word)) : undefined;
}
