/**
 * Members of breakdowns under one code, whatever a file calls them, and their names in every language of the product.
 *
 * Countries are ISO 3166 codes (`Spain`, `España`, `Espanha` and `es` are `ES`); genders, devices and sources are short
 * English words; an age is `18-24`, an age with a gender `18-24 female`. What is none of these stays as the file writes it.
 */
import { bare } from './cells/text.ts';
import type { Language } from './kpi.ts';
import { languages } from './kpi.ts';

const words: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  female: { en: 'Women', es: 'Mujeres' },
  male: { en: 'Men', es: 'Hombres' },
  other: { en: 'Other', es: 'Otros' },
  unknown: { en: 'Unknown', es: 'Desconocido' },
  mobile: { en: 'Mobile', es: 'Móvil' },
  desktop: { en: 'Desktop', es: 'Ordenador' },
  tablet: { en: 'Tablet', es: 'Tableta' },
  tv: { en: 'TV', es: 'Televisión' },
  organic: { en: 'Organic', es: 'Orgánico' },
  paid: { en: 'Paid', es: 'De pago' },
  followers: { en: 'Followers', es: 'Seguidores' },
  non_followers: { en: 'Non-followers', es: 'No seguidores' },
  new: { en: 'New', es: 'Nuevos' },
  returning: { en: 'Returning', es: 'Recurrentes' },
};

/** Other spellings of the codes above, bare. */
const spellings: ReadonlyMap<string, string> = new Map(
  Object.entries({
    women: 'female',
    mujeres: 'female',
    mujer: 'female',
    men: 'male',
    hombres: 'male',
    hombre: 'male',
    otros: 'other',
    otro: 'other',
    others: 'other',
    desconocido: 'unknown',
    '(not set)': 'unknown',
    'mobile phone': 'mobile',
    movil: 'mobile',
    phone: 'mobile',
    computer: 'desktop',
    ordenador: 'desktop',
    escritorio: 'desktop',
    tableta: 'tablet',
    'smart tv': 'tv',
    'connected tv': 'tv',
    television: 'tv',
    organico: 'organic',
    sponsored: 'paid',
    patrocinado: 'paid',
    pagado: 'paid',
    'de pago': 'paid',
    seguidores: 'followers',
    'non-followers': 'non_followers',
    'no seguidores': 'non_followers',
    nuevos: 'new',
    recurrentes: 'returning',
  }),
);

const worded = new Set([
  'gender',
  'device',
  'source',
  'platform',
  'organic',
  'paid',
  'type',
  'audience',
  'follower_type',
  'promotion',
  'distribution',
  'traffic',
]);
const countries = new Set(['country', 'country_id', 'territory', 'market', 'geography']);

let byName: ReadonlyMap<string, string> | undefined;

/** Every way a country is written in the languages that exports come in, to its code. */
function countryNames(): ReadonlyMap<string, string> {
  if (byName !== undefined) return byName;
  const found = new Map<string, string>();
  const named = [...languages, 'pt'].map((language) => new Intl.DisplayNames(language, { type: 'region' }));
  for (const a of letters) {
    for (const b of letters) {
      const code = a + b;
      for (const names of named) {
        const name = names.of(code);
        if (name !== undefined && name !== code && !found.has(bare(name))) found.set(bare(name), code);
      }
    }
  }
  for (const [name, code] of others) found.set(name, code);
  byName = found;
  return found;
}

const letters = Array.from({ length: 26 }, (_, i) => String.fromCodePoint(65 + i));
/** How platforms call countries that the names of the languages do not give. */
const others: readonly (readonly [string, string])[] = [
  ['usa', 'US'],
  ['united states of america', 'US'],
  ['uk', 'GB'],
  ['great britain', 'GB'],
  ['eeuu', 'US'],
  ['ee. uu.', 'US'],
  ['holland', 'NL'],
  ['czech republic', 'CZ'],
  ['turkey', 'TR'],
  ['russia', 'RU'],
  ['south korea', 'KR'],
];

/** The code of a member; the text itself where it has none. */
export function memberCode(dimension: string, text: string): string {
  const plain = text.trim();
  if (countries.has(dimension)) {
    if (/^[a-z]{2}$/i.test(plain)) {
      const code = plain.toUpperCase();
      return code === 'UK' ? 'GB' : code;
    }
    return countryNames().get(bare(plain)) ?? spellings.get(bare(plain)) ?? plain;
  }
  if (!worded.has(dimension) && dimension !== 'age_gender') return plain;
  const known = bare(plain);
  return spellings.get(known) ?? (Object.hasOwn(words, known) ? known : plain);
}

/** A member in words. */
export function memberName(dimension: string, code: string, language: Language): string {
  if (countries.has(dimension) && /^[A-Z]{2}$/.test(code))
    return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;
  if (dimension === 'age' || dimension === 'age_gender') return ageName(code, language);
  const own = Object.hasOwn(words, code) ? words[code] : undefined;
  return own === undefined || !(worded.has(dimension) || countries.has(dimension)) ? code : own[language];
}

function ageName(code: string, language: Language): string {
  const [age = '', ...rest] = code.split(' ');
  const shown = /^\d+-\d+$/.test(age) ? age.replace('-', '–') : age;
  if (rest.length === 0) return Object.hasOwn(words, age) ? (words[age]?.[language] ?? age) : shown;
  const who = rest.join(' ');
  const name = Object.hasOwn(words, who) ? (words[who]?.[language] ?? who) : who;
  return `${shown}, ${name.toLowerCase()}`;
}
