/**
 * Names of months and weekdays, full and short, in the languages exports are written in.
 *
 * Spanish first-class (`sept.`, `sep`, `set`), English inside Spanish files, Portuguese, Greek and
 * Russian genitives (TikTok writes the date in the language of its screen), and the rest of the likely ones.
 */
import { bare } from './text.ts';

/** Twelve entries a language; alternatives separated by spaces. The first is the full name. */
const tables: Readonly<Record<string, readonly string[]>> = {
  en: [
    'january jan',
    'february feb',
    'march mar',
    'april apr',
    'may',
    'june jun',
    'july jul',
    'august aug',
    'september sep sept',
    'october oct',
    'november nov',
    'december dec',
  ],
  es: [
    'enero ene',
    'febrero feb',
    'marzo mar',
    'abril abr',
    'mayo may',
    'junio jun',
    'julio jul',
    'agosto ago',
    'septiembre setiembre sep sept set',
    'octubre oct',
    'noviembre nov',
    'diciembre dic',
  ],
  pt: [
    'janeiro jan',
    'fevereiro fev',
    'março mar',
    'abril abr',
    'maio mai',
    'junho jun',
    'julho jul',
    'agosto ago',
    'setembro set',
    'outubro out',
    'novembro nov',
    'dezembro dez',
  ],
  el: [
    'ιανουαρίου ιανουάριος ιαν',
    'φεβρουαρίου φεβρουάριος φεβ',
    'μαρτίου μάρτιος μαρ',
    'απριλίου απρίλιος απρ',
    'μαΐου μάιος μαΐ',
    'ιουνίου ιούνιος ιουν',
    'ιουλίου ιούλιος ιουλ',
    'αυγούστου αύγουστος αυγ',
    'σεπτεμβρίου σεπτέμβριος σεπ',
    'οκτωβρίου οκτώβριος οκτ',
    'νοεμβρίου νοέμβριος νοε',
    'δεκεμβρίου δεκέμβριος δεκ',
  ],
  fr: [
    'janvier janv',
    'février févr fév',
    'mars',
    'avril avr',
    'mai',
    'juin',
    'juillet juil',
    'août',
    'septembre sept',
    'octobre oct',
    'novembre nov',
    'décembre déc',
  ],
  it: [
    'gennaio gen',
    'febbraio feb',
    'marzo mar',
    'aprile apr',
    'maggio mag',
    'giugno giu',
    'luglio lug',
    'agosto ago',
    'settembre set',
    'ottobre ott',
    'novembre nov',
    'dicembre dic',
  ],
  de: [
    'januar jan jänner',
    'februar feb',
    'märz mär',
    'april apr',
    'mai',
    'juni jun',
    'juli jul',
    'august aug',
    'september sep',
    'oktober okt',
    'november nov',
    'dezember dez',
  ],
  ru: [
    'января янв январь',
    'февраля фев февраль февр',
    'марта мар март',
    'апреля апр апрель',
    'мая май',
    'июня июн июнь',
    'июля июл июль',
    'августа авг август',
    'сентября сен сентябрь сент',
    'октября окт октябрь',
    'ноября ноя ноябрь нояб',
    'декабря дек декабрь',
  ],
  ca: [
    'gener',
    'febrer',
    'març',
    'abril',
    'maig',
    'juny',
    'juliol',
    'agost',
    'setembre',
    'octubre',
    'novembre',
    'desembre',
  ],
};

/** Folded word -> month 1 to 12, and the languages that have it. */
const byWord: ReadonlyMap<string, { readonly month: number; readonly languages: readonly string[] }> =
  build();

function build(): Map<string, { month: number; languages: string[] }> {
  const map = new Map<string, { month: number; languages: string[] }>();
  for (const [language, months] of Object.entries(tables)) {
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
