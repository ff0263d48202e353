/**
 * What a KPI's name is in a sentence: singular or plural, and in Spanish with its article.
 *
 * Names are written by people, so their grammar is guessed from the word that leads them; a Spanish word of which nothing
 * is known is told as "el dato de ...", which is right for every name.
 */
import type { Language } from '../kpi.ts';
import { lowered } from './inside.ts';

export interface Noun {
  /** Inside a sentence, with an article where the language wants one: `interactions`, `las interacciones`. */
  readonly the: string;
  /** Without: `interacciones`. */
  readonly bare: string;
  readonly plural: boolean;
}

export function nounOf(name: string, language: Language): Noun {
  const bare = lowered(name.replaceAll(/\s+/g, ' ').trim(), language);
  if (language === 'en') return { the: bare, bare, plural: isEnglishPlural(bare) };
  const article = spanishArticle(bare);
  return article === null
    ? { the: `el dato de ${bare}`, bare, plural: false }
    : { the: `${article} ${bare}`, bare, plural: article === 'los' || article === 'las' };
}

/** What comes behind the noun that counts: `conversion to order`, `conflicts resolved without escalation`. */
const englishTail =
  /\s(?:of|by|from|in|on|with|without|to|per|for|at|about|who|that|resolved|answered|delivered|published|identified|tracked|gained|lost|sent|read|received|reviewed|addressed|signed|corrected|attended|adopted|applied|put|begun|completed|rated|profiled|engaged|clicked)\b.*$/i;
const englishPlurals = new Set(['people', 'women', 'men', 'children', 'data', 'analyses']);

/** True where a verb after the name would be plural. */
export function isEnglishPlural(name: string): boolean {
  const head = name
    .replace(englishTail, '')
    .replaceAll(/[^\p{L}\s]/gu, '')
    .trim();
  const last = head.split(/\s+/u).at(-1)?.toLowerCase() ?? '';
  if (englishPlurals.has(last)) return true;
  return last.endsWith('s') && !/(?:ss|us|is)$/.test(last);
}

type Article = 'el' | 'la' | 'los' | 'las';

/** Words that lead a name and do not look like what they are. */
const spanishWords: Readonly<Record<string, Article>> = {
  alcance: 'el',
  coste: 'el',
  informe: 'el',
  cliente: 'el',
  importe: 'el',
  cierre: 'el',
  índice: 'el',
  tráfico: 'el',
  programa: 'el',
  tema: 'el',
  idioma: 'el',
  día: 'el',
  sistema: 'el',
  problema: 'el',
  mapa: 'el',
  base: 'la',
  clase: 'la',
  serie: 'la',
  parte: 'la',
  fuente: 'la',
  frase: 'la',
  nube: 'la',
  señal: 'la',
  imagen: 'la',
  red: 'la',
  landing: 'la',
  newsletter: 'la',
  web: 'la',
  story: 'la',
  foto: 'la',
  mano: 'la',
  gente: 'la',
  análisis: 'los',
  crisis: 'la',
  tesis: 'la',
  mes: 'el',
  país: 'el',
  interés: 'el',
  lunes: 'el',
  virus: 'el',
  lead: 'el',
  clic: 'el',
  click: 'el',
  like: 'el',
  post: 'el',
  repost: 'el',
  reel: 'el',
  pin: 'el',
  fan: 'el',
  hashtag: 'el',
  retuit: 'el',
  tuit: 'el',
  chat: 'el',
  bot: 'el',
  ticket: 'el',
  engagement: 'el',
  feedback: 'el',
  nivel: 'el',
  papel: 'el',
  canal: 'el',
  total: 'el',
  margen: 'el',
  volumen: 'el',
  origen: 'el',
  orden: 'el',
  resumen: 'el',
  club: 'el',
  net: 'el',
  nps: 'el',
  ctr: 'el',
  csat: 'el',
  roas: 'el',
  roi: 'el',
  cpc: 'el',
  cpm: 'el',
  cpl: 'el',
  cpa: 'el',
  kpi: 'el',
  mail: 'el',
  email: 'el',
  boletín: 'el',
  vez: 'la',
  mujer: 'la',
  flor: 'la',
};

/** The article of the word that leads a Spanish name; `null` where nothing is known of it. */
export function spanishArticle(name: string): Article | null {
  if (/^«(?:no )?me gusta»/i.test(name)) return 'los';
  const first = /^\p{L}+/u.exec(name)?.[0].toLowerCase();
  if (first === undefined) return null;
  const known = spanishWords[first];
  if (known !== undefined) return known;
  for (const one of singularsOf(first)) {
    const article = spanishWords[one] ?? byEnding(one);
    if (article === 'el' || article === 'la') return pluralOf(article);
  }
  return first.endsWith('s') ? null : byEnding(first);
}

function pluralOf(article: 'el' | 'la'): Article {
  return article === 'el' ? 'los' : 'las';
}

/** What a word would be in the singular, if it is a plural. */
function singularsOf(word: string): string[] {
  if (!word.endsWith('s')) return [];
  if (word.endsWith('iones')) return [`${word.slice(0, -4)}ón`];
  if (word.endsWith('nes'))
    return [word.slice(0, -2), word.slice(0, -2).replace(/([aeiou])n$/, (all) => accents[all] ?? all)];
  if (word.endsWith('ces')) return [`${word.slice(0, -3)}z`];
  if (/[dlrj]es$/.test(word)) return [word.slice(0, -2), word.slice(0, -1)];
  return /[aeoé]s$/.test(word) || spanishWords[word.slice(0, -1)] !== undefined ? [word.slice(0, -1)] : [];
}

const accents: Readonly<Record<string, string>> = { an: 'án', en: 'én', in: 'ín', on: 'ón', un: 'ún' };

/** Gender by ending, of a singular; only endings that decide it. */
function byEnding(word: string): 'el' | 'la' | null {
  if (/(?:ión|dad|tad|tud|umbre|a)$/.test(word)) return 'la';
  if (/(?:o|or|aje|iente|ante|ente|ón|miento)$/.test(word)) return 'el';
  return null;
}
