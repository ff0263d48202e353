/**
 * Answers of a survey as counts: promoters, passives and detractors, or satisfied, neutral and dissatisfied people.
 *
 * Why counts: NPS and CSAT are formulas over counts (catalogue: `nps`, `customer_satisfaction`), so that channels and
 * months add up and n stays known. A mean of scores does neither.
 *
 * Where the lines are drawn:
 * - `nps`, 0 to 10: promoter 9 and 10, passive 7 and 8, detractor 0 to 6 (Reichheld, "The One Number You Need to
 *   Grow", Harvard Business Review, December 2003).
 * - `five`, 1 to 5: satisfied 4 and 5 ("top two boxes", the usual reading of CSAT), neutral 3, dissatisfied 1 and 2.
 * - `seven`, 1 to 7: satisfied 6 and 7 (top two boxes), neutral 4 and 5, dissatisfied 1 to 3. Our choice: a mild 5 is
 *   not counted as praise, every answer under the middle is counted as dissatisfied.
 * - `ten`, 1 to 10: satisfied 7 to 10, neutral 5 and 6, dissatisfied 1 to 4. Our choice: two points for each of the five.
 * - `words`: the group is said ("satisfied", "neutral", "insatisfecho"). The words hold on the numbered scales too.
 *
 * Invariants: the scale is stated by the person, never told from the answers; the best answer is the highest number.
 * An answer that cannot be read with certainty is listed with its place and counted nowhere; so is one between two
 * points. A question left empty is no answer and no mistake. Order never matters, and counts of parts add up.
 */
import { bare, isNullText, tidy } from './cells/text.ts';

export const surveyScales = ['nps', 'five', 'seven', 'ten', 'words'] as const;
export type SurveyScale = (typeof surveyScales)[number];

/** What was asked: whether people would recommend, or whether they are satisfied. */
export type SurveySet = 'recommend' | 'satisfaction';

/** Best first: promoter or satisfied, passive or neutral, detractor or dissatisfied. */
export const surveyGroups = ['top', 'middle', 'bottom'] as const;
export type SurveyGroup = (typeof surveyGroups)[number];
export type SurveyCounts = Readonly<Record<SurveyGroup, number>>;

/** Lowest and highest point of a numbered scale, and the first point of its two upper groups. */
interface Points {
  readonly low: number;
  readonly high: number;
  readonly middleFrom: number;
  readonly topFrom: number;
}

export const surveyPoints: Readonly<Record<SurveyScale, Points | null>> = {
  nps: { low: 0, high: 10, middleFrom: 7, topFrom: 9 },
  five: { low: 1, high: 5, middleFrom: 3, topFrom: 4 },
  seven: { low: 1, high: 7, middleFrom: 4, topFrom: 6 },
  ten: { low: 1, high: 10, middleFrom: 5, topFrom: 7 },
  words: null,
};

export function surveySetOf(scale: SurveyScale): SurveySet {
  return scale === 'nps' ? 'recommend' : 'satisfaction';
}

/** Catalogue keys: where each group is recorded, and the KPI that is computed from the three. */
export const surveyKpis: Readonly<Record<SurveySet, Readonly<Record<SurveyGroup | 'result', string>>>> = {
  recommend: { top: 'promoters', middle: 'passives', bottom: 'detractors', result: 'nps' },
  satisfaction: {
    top: 'satisfied_customers',
    middle: 'neutral_customers',
    bottom: 'dissatisfied_customers',
    result: 'customer_satisfaction',
  },
};

/**
 * Why an answer was not read: no number and no word of the scale; a number outside of it; one between two points;
 * written out of another number ("9/10" on a scale to 5); a number and a word that contradict each other.
 */
export type SurveyFault = 'unknown' | 'outside' | 'between' | 'otherScale' | 'contradiction';

export type SurveyAnswer =
  | { readonly is: 'read'; readonly group: SurveyGroup }
  | { readonly is: 'blank' }
  | { readonly is: 'unreadable'; readonly why: SurveyFault };

export interface UnreadAnswer {
  /** 1 for the first answer given. */
  readonly place: number;
  readonly text: string;
  readonly why: SurveyFault;
}

export interface SurveyTally {
  readonly counts: SurveyCounts;
  /** Answers counted. */
  readonly n: number;
  /** Left empty, or "don't know". */
  readonly blank: number;
  readonly unread: readonly UnreadAnswer[];
}

export const noSurveyCounts: SurveyCounts = { top: 0, middle: 0, bottom: 0 };

/** Counts answers, in any order. `answers.length` is `n + blank + unread.length`. */
export function tallySurvey(answers: readonly string[], scale: SurveyScale): SurveyTally {
  const counts = { ...noSurveyCounts };
  const unread: UnreadAnswer[] = [];
  let blank = 0;
  answers.forEach((text, i) => {
    const answer = readAnswer(text, scale);
    if (answer.is === 'read') counts[answer.group] += 1;
    else if (answer.is === 'blank') blank += 1;
    else unread.push({ place: i + 1, text: tidy(text), why: answer.why });
  });
  return { counts, n: answersIn(counts), blank, unread };
}

export function answersIn({ top, middle, bottom }: SurveyCounts): number {
  return top + middle + bottom;
}

export function addSurveyCounts(a: SurveyCounts, b: SurveyCounts): SurveyCounts {
  return { top: a.top + b.top, middle: a.middle + b.middle, bottom: a.bottom + b.bottom };
}

/** NPS in points (-100 to 100), CSAT as a fraction: as the catalogue's formulas have them. `null` of no answers. */
export function surveyResult(counts: SurveyCounts, set: SurveySet): number | null {
  const n = answersIn(counts);
  if (n === 0) return null;
  return set === 'recommend' ? (100 * (counts.top - counts.bottom)) / n : counts.top / n;
}

/** One answer on a scale. */
export function readAnswer(text: string, scale: SurveyScale): SurveyAnswer {
  const plain = unquote(tidy(text));
  const folded = wordsOf(plain);
  if (isNullText(plain) || noAnswer.has(folded)) return { is: 'blank' };
  const said = groupOfWords(folded, scale);
  if (said !== undefined) return { is: 'read', group: said };
  const points = surveyPoints[scale];
  const number = points && numberIn(plain);
  if (!number) return unreadable('unknown');
  if (number.of !== undefined && number.of !== points.high) return unreadable('otherScale');
  if (!Number.isInteger(number.value)) return unreadable('between');
  if (number.value < points.low || number.value > points.high) return unreadable('outside');
  const group =
    number.value >= points.topFrom ? 'top' : number.value >= points.middleFrom ? 'middle' : 'bottom';
  const label = number.label === undefined ? '' : wordsOf(number.label);
  const labelled = groupOfWords(label, scale);
  if (noAnswer.has(label) || (labelled !== undefined && labelled !== group))
    return unreadable('contradiction');
  return { is: 'read', group };
}

function unreadable(why: SurveyFault): SurveyAnswer {
  return { is: 'unreadable', why };
}

interface WrittenNumber {
  readonly value: number;
  /** "9 out of 10": the 10. */
  readonly of?: number | undefined;
  /** "5 - Very satisfied": the words. */
  readonly label?: string | undefined;
}

const longest = 200;
const number = '([+-]?\\d{1,9}(?:[.,]\\d{1,9})?)';
const alone = new RegExp(`^${number}(?: ?(?:points?|puntos?|stars?|estrellas?|★))?$`, 'i');
const outOf = new RegExp(
  `^${number} ?(?:/|out of|of|de|sobre) ?(\\d{1,3})(?: (?:points?|puntos?|stars?|estrellas?))?$`,
  'i',
);
const labelAfter = new RegExp(`^${number} ?[-–—:=.)(] ?([^\\d]+)$`);
const labelBefore = new RegExp(`^([^\\d]+) ?\\(${number}\\)$`);

/** The number an answer states, alone, out of another, or with its label of the questionnaire. */
function numberIn(text: string): WrittenNumber | undefined {
  if (text.length > longest) return undefined;
  const single = alone.exec(text);
  if (single) return { value: valueOf(single[1]) };
  const part = outOf.exec(text);
  if (part) return { value: valueOf(part[1]), of: valueOf(part[2]) };
  const after = labelAfter.exec(text);
  if (after) return { value: valueOf(after[1]), label: after[2] };
  const before = labelBefore.exec(text);
  return before ? { value: valueOf(before[2]), label: before[1] } : undefined;
}

function valueOf(digits = ''): number {
  return Number(digits.replace(',', '.'));
}

function unquote(text: string): string {
  return text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).trim() : text;
}

/** Words alone, lower case, without accents and signs. */
function wordsOf(text: string): string {
  return bare(text)
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function groupOfWords(folded: string, scale: SurveyScale): SurveyGroup | undefined {
  if (folded === '') return undefined;
  if (scale === 'nps') return recommendWords.get(folded);
  const group = satisfactionWords.get(folded);
  // "Somewhat satisfied" is the fifth of seven points, which is counted as neutral.
  return group === 'top' && scale === 'seven' && mild.has(folded.split(' ')[0] ?? '') ? 'middle' : group;
}

const noAnswer: ReadonlySet<string> = new Set([
  'no answer',
  'not applicable',
  'dont know',
  'do not know',
  'prefer not to say',
  'no opinion',
  'skipped',
  'sin respuesta',
  'no contesta',
  'no contesto',
  'no sabe',
  'no se',
  'no aplica',
  'no sabe no contesta',
  'ns nc',
  'nsnc',
  'ns',
  'nc',
  'prefiero no contestar',
  'prefiero no responder',
  'sin opinion',
]);

const recommendWords = grouped({
  top: ['promoter', 'promoters', 'promotor', 'promotora', 'promotores', 'promotoras'],
  middle: ['passive', 'passives', 'pasivo', 'pasiva', 'pasivos', 'pasivas', 'neutral'],
  bottom: ['detractor', 'detractors', 'detractora', 'detractores', 'detractoras'],
});

const mild: ReadonlySet<string> = new Set(['somewhat', 'slightly', 'algo']);
const degrees = {
  en: ['', 'very', 'extremely', 'completely', 'totally', 'highly', 'quite', 'mostly', 'fairly', ...mild],
  es: ['', 'muy', 'totalmente', 'completamente', 'bastante', 'mas bien', ...mild],
};

const satisfactionWords = grouped({
  top: [
    ...withDegrees(['satisfied', 'happy'], 'en'),
    ...withDegrees(gendered(['satisfech', 'content']), 'es'),
  ],
  middle: [
    'neutral',
    'neutrals',
    'neutro',
    'neutra',
    'neutrales',
    'indifferent',
    'indiferente',
    'neither',
    'neither satisfied nor dissatisfied',
    'neither happy nor unhappy',
    'ninguno',
    ...gendered(['satisfech']).map((word) => `ni ${word} ni in${word}`),
    ...gendered(['content']).map((word) => `ni ${word} ni des${word}`),
  ],
  bottom: [
    ...withDegrees(['dissatisfied', 'unsatisfied', 'unhappy'], 'en'),
    ...withDegrees(gendered(['insatisfech', 'descontent']), 'es'),
    'not satisfied',
    'not at all satisfied',
    'not very satisfied',
    'not happy',
    ...gendered(['satisfech', 'content']).flatMap((word) => [`no ${word}`, `nada ${word}`, `poco ${word}`]),
  ],
});

function grouped(words: Readonly<Record<SurveyGroup, readonly string[]>>): ReadonlyMap<string, SurveyGroup> {
  return new Map(surveyGroups.flatMap((group) => words[group].map((word) => [word, group] as const)));
}

function withDegrees(words: readonly string[], language: keyof typeof degrees): string[] {
  return words.flatMap((word) => degrees[language].map((degree) => `${degree} ${word}`.trim()));
}

function gendered(stems: readonly string[]): string[] {
  return stems.flatMap((stem) => ['o', 'a', 'os', 'as'].map((ending) => `${stem}${ending}`));
}
