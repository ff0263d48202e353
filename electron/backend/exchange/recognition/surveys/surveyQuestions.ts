/**
 * Which columns of a survey ask for a score, what they ask, and on which scale they are answered.
 *
 * A scale is what the question, the answers' own writing ("4/5", "5 - Very satisfied") or their words say. Numbers alone
 * never tell 1 to 5 from 1 to 7: that is asked. Only the recommendation is always 0 to 10, once an answer is above 5.
 */
import { bare, isNullText, tidy } from '../../../../../shared/domain/cells/text.ts';
import { readAnswer, surveyPoints } from '../../../../../shared/domain/survey.ts';
import type { SurveyGroup, SurveyScale, SurveySet } from '../../../../../shared/domain/survey.ts';
import type { Block } from '../tables/blocks.ts';
import { cellText, isEmptyCell } from '../cells.ts';
import { fold } from '../fold.ts';

/** One question that was answered with a score; a question may be spread over several columns, one a choice. */
export interface ScoreQuestion {
  readonly columns: readonly number[];
  readonly header: string;
  /** What it asks; `null` where only a person can say. */
  readonly set: SurveySet | null;
  /** `yesNo` answers the set itself: satisfied or not. `null`: several scales fit. */
  readonly scale: SurveyScale | 'yesNo' | null;
}

const recommends = /\b(?:recomm?end\w*|recomiend\w*|nps|net promoter\w*)\b/;
const pleases =
  /\b(?:satisf\w*|insatisf\w*|dissatisf\w*|csat|how happy|content[oa] esta|valora\w*|califica\w*|puntua\w*|rate (?:your|our|the|u)|como de content[oa])\b/;

/** Share of the answers that must be readable: the rest are slips, listed one by one. */
const readableShare = 0.8;
/** Answers looked at. */
const sampled = 500;

/** The questions of a survey that can be counted, among the columns with these indexes. */
export function scoreQuestions(block: Block, free: readonly number[]): ScoreQuestion[] {
  return grouped(block, free).flatMap(({ question, columns }) => {
    const answers = block.rows
      .slice(0, sampled)
      .map((row) => answerIn(row, columns))
      .filter((text) => text !== '' && !isNullText(text));
    if (answers.length === 0) return [];
    const folded = fold(question);
    const set = recommends.test(folded) ? 'recommend' : pleases.test(folded) ? 'satisfaction' : null;
    const scale = scaleOf(question, answers, set);
    if (scale === undefined || (set === null && !isScored(answers))) return [];
    return [{ columns, header: question, set, scale }];
  });
}

/** What was answered: in an export with a column a choice, the one that holds something. */
export function answerIn(row: Block['rows'][number], columns: readonly number[]): string {
  for (const column of columns) {
    const cell = row[column] ?? null;
    if (!isEmptyCell(cell)) return cellText(cell);
  }
  return '';
}

/** Columns of one question beside each other, whose names end in the choice they hold. */
function grouped(
  block: Block,
  free: readonly number[],
): { readonly question: string; readonly columns: readonly number[] }[] {
  const out: { question: string; columns: number[] }[] = [];
  for (const column of free) {
    const question = questionOf(block, column);
    if (question === '') continue;
    const last = out.at(-1);
    if (last?.question === question && last.columns.at(-1) === column - 1) last.columns.push(column);
    else out.push({ question, columns: [column] });
  }
  return out;
}

const subHeading =
  /\s+(?:Response|Respuesta|Open-Ended Response|Respuesta abierta|Resposta|Score|NPS Group)$/i;

function questionOf(block: Block, column: number): string {
  const header = tidy(block.header[column] ?? '');
  const values = new Set<string>();
  for (const row of block.rows.slice(0, sampled)) {
    const text = cellText(row[column] ?? null);
    if (text !== '') values.add(text);
    if (values.size > 1) break;
  }
  const [only] = values;
  if (values.size === 1 && only !== undefined && header.length > only.length && header.endsWith(` ${only}`))
    return header.slice(0, -only.length).trim();
  const asked = /^(.*[?:])\s+\S.{0,60}$/.exec(header)?.[1];
  return values.size === 0 && asked !== undefined ? asked : header.replace(subHeading, '');
}

/** `undefined`: the answers are no scores. */
function scaleOf(
  question: string,
  answers: readonly string[],
  set: SurveySet | null,
): ScoreQuestion['scale'] | undefined {
  const fits = (scale: SurveyScale): boolean =>
    readable(answers, (text) => readAnswer(text, scale).is !== 'unreadable');
  if (set !== 'recommend' && fits('words')) return set === null ? undefined : 'words';
  if (set === 'satisfaction' && readable(answers, (text) => yesNo(text) !== undefined)) return 'yesNo';
  const stated = statedScale(question, set) ?? writtenScale(answers, set);
  if (stated !== undefined) return fits(stated) ? stated : undefined;
  if (set === 'recommend') return !fits('nps') ? undefined : mostOf(answers) > 5 ? 'nps' : null;
  const open = openScales.filter(fits);
  if (set === 'satisfaction')
    return open.length === 0 ? undefined : (single(labelled(answers, open)) ?? null);
  return fits('nps') || open.length > 0 ? null : undefined;
}

const openScales = ['five', 'seven', 'ten'] as const;

function readable(answers: readonly string[], reads: (text: string) => boolean): boolean {
  return answers.filter(reads).length / answers.length >= readableShare;
}

/** "On a scale from 1 to 5", "(0-10)", "del 1 al 7". */
function statedScale(question: string, set: SurveySet | null): SurveyScale | undefined {
  for (const [, low, high] of bare(question).matchAll(
    /(?<!\d)([01])\s*(?:-|–|\bto\b|\bal?\b|\by\b|\band\b|\bhasta\b|\be\b)\s*(10|7|5)(?!\d)/g,
  ))
    for (const scale of ['nps', ...openScales] as const)
      if (isScale(scale, Number(low), Number(high)) && (scale === 'nps') === (set !== 'satisfaction'))
        return scale;
  return undefined;
}

function isScale(scale: SurveyScale, low: number, high: number): boolean {
  const points = surveyPoints[scale];
  return points !== null && points.low === low && points.high === high;
}

/** "4/5", "9 de 10": the answers say it themselves. */
function writtenScale(answers: readonly string[], set: SurveySet | null): SurveyScale | undefined {
  const tops = new Set(
    answers.map((text) => /^\d{1,2} ?(?:\/|out of|of|de|sobre) ?(10|7|5)\b/i.exec(tidy(text))?.[1]),
  );
  const top = tops.size === 1 ? [...tops][0] : undefined;
  if (top === undefined) return undefined;
  if (set === 'recommend') return top === '10' ? 'nps' : undefined;
  return top === '5' ? 'five' : top === '7' ? 'seven' : 'ten';
}

/** Of answers with their label ("5 - Very satisfied"), the scales that no answer contradicts. */
function labelled(answers: readonly string[], open: readonly SurveyScale[]): readonly SurveyScale[] {
  if (!answers.some((text) => /\p{L}{3}/u.test(text))) return open;
  return open.filter((scale) => answers.every((text) => readAnswer(text, scale).is !== 'unreadable'));
}

function single<T>(list: readonly T[]): T | undefined {
  return list.length === 1 ? list[0] : undefined;
}

function mostOf(answers: readonly string[]): number {
  return answers.reduce((most, text) => Math.max(most, Number(/^\d{1,2}/.exec(tidy(text))?.[0] ?? 0)), 0);
}

/** Whole numbers from 0 to 10, not one the same as its row. */
function isScored(answers: readonly string[]): boolean {
  const ordinal = answers.length > 1 && answers.every((text, i) => Number(text) === i + Number(answers[0]));
  return !ordinal && readable(answers, (text) => /^(?:10|\d)$/.test(tidy(text)));
}

export function yesNo(text: string): SurveyGroup | undefined {
  const folded = fold(text);
  if (/^(?:ye|yes|si|sim|y|s)$/.test(folded)) return 'top';
  return /^(?:no|nao|n)$/.test(folded) ? 'bottom' : undefined;
}
