/**
 * Surveys: one row a person, counted by the day they answered. Who answered and what they wrote stays out.
 *
 * A recommendation becomes promoters, passives and detractors; a satisfaction becomes satisfied, neutral and
 * dissatisfied people, with the number of answers and, of five points, their mean. A day on which somebody answered has
 * all its counts, zeros too; a day inside the file's range without an answer is a day without answers
 * (`absentMeansZero`), which a mean has none of.
 */
import { noDay } from '../../../../../shared/domain/cells/dateColumn.ts';
import { readAnswer, surveyGroups, surveyKpis } from '../../../../../shared/domain/survey.ts';
import type { SurveyAnswer, SurveyScale, SurveySet } from '../../../../../shared/domain/survey.ts';
import type { FigureColumn, Question, RefusedRow } from '../../model.ts';
import type { Block } from '../tables/blocks.ts';
import { FigureBuilder } from '../rows/builders.ts';
import { cellText, dateCell, isEmptyCell } from '../cells.ts';
import { ask } from '../context.ts';
import type { Findings, TableEnv } from '../context.ts';
import { tableDates } from '../evidence/dates.ts';
import { refuse } from '../rows/refusals.ts';
import { fold } from '../fold.ts';
import type { Mapping } from '../mapping.ts';
import { isPersonal, noteProtected } from '../cases/protected.ts';
import { answerIn, scoreQuestions, yesNo } from './surveyQuestions.ts';
import type { ScoreQuestion } from './surveyQuestions.ts';

export interface Survey {
  readonly figures: readonly FigureColumn[];
  readonly refused: readonly RefusedRow[];
  /** Questions taken, by what they ask. */
  readonly taken: readonly Taken[];
}

interface Taken {
  readonly question: ScoreQuestion;
  readonly set: SurveySet;
  readonly scale: SurveyScale | 'yesNo';
}

const responses = 'survey_responses';
const mean = 'satisfaction';

export function extractSurvey(
  whole: Block,
  mapping: Mapping,
  network: string,
  env: TableEnv,
  findings: Findings,
): Survey {
  noteProtected(mapping, env, findings);
  const refused: RefusedRow[] = [];
  const date = mapping.columns.find((column) => column.role === 'date');
  const block = date ? withoutSubHeader(whole, date.index) : whole;
  if (!date || block.rows.length === 0) return { figures: [], refused, taken: [] };
  const taken = questionsTaken(block, openColumns(mapping), env, findings);
  const cells = block.rows.map((row) => dateCell(row[date.index] ?? null));
  const dates = tableDates(cells, date.header, block.name, mapping, env, undefined, findings);
  const state = mapping.columns.find((column) => column.role === 'type');
  const counts = new Counts(network);
  const satisfaction = taken.find((one) => one.set === 'satisfaction');
  for (const [r, row] of block.rows.entries()) {
    const line = block.lines[r] ?? 0;
    const day = dates.days[r] ?? noDay;
    if (day === noDay || day > env.context.today) {
      if (row.some((cell) => !isEmptyCell(cell)))
        refuse(
          refused,
          env,
          line,
          date.header,
          row[date.index] ?? null,
          isEmptyCell(row[date.index] ?? null) ? 'row-without-date' : 'dates-impossible',
        );
      continue;
    }
    const complete =
      !state ||
      /^(?:complete|completed|completa|completado|completada)?$/.test(
        fold(cellText(row[state.index] ?? null)),
      );
    if (satisfaction === undefined && complete) counts.add(responses, day, 1, line);
    for (const { question, set, scale } of taken) {
      const text = answerIn(row, question.columns);
      const answer = answerOf(text, scale);
      if (answer.is === 'unreadable') refuse(refused, env, line, question.header, text, 'value-unreadable');
      if (answer.is !== 'read') continue;
      for (const group of surveyGroups)
        counts.add(surveyKpis[set][group], day, group === answer.group ? 1 : 0, line);
      if (set !== 'satisfaction') continue;
      counts.add(responses, day, 1, line);
      if (scale === 'five') counts.rate(day, pointsIn(text), line);
    }
  }
  return { figures: counts.finish(taken.map((one) => one.question.header).join(' · ')), refused, taken };
}

/** The second row of names that an export with one column a choice has. */
function withoutSubHeader(block: Block, date: number): Block {
  const [first] = block.rows;
  if (!first || !isEmptyCell(first[date] ?? null)) return block;
  const words = first.filter((cell) => !isEmptyCell(cell));
  if (words.length === 0 || !words.every((cell) => typeof cell === 'string')) return block;
  return { ...block, rows: block.rows.slice(1), lines: block.lines.slice(1) };
}

/** Columns that no role takes: what people were asked. */
function openColumns(mapping: Mapping): number[] {
  return mapping.columns
    .filter((column) => column.role === 'value' || column.role === 'title')
    .map((column) => column.index);
}

function answerOf(text: string, scale: Taken['scale']): SurveyAnswer {
  if (scale !== 'yesNo') return readAnswer(text, scale);
  const group = yesNo(text);
  if (group !== undefined) return { is: 'read', group };
  return text === '' ? { is: 'blank' } : readAnswer(text, 'words');
}

function pointsIn(text: string): number | undefined {
  const number = /^\s*([1-5])(?!\d)|\(([1-5])\)\s*$/.exec(text);
  return number ? Number(number[1] ?? number[2]) : undefined;
}

/** One question for each of the two: told by its words where only one asks so, else by the person. */
function questionsTaken(
  block: Block,
  open: readonly number[],
  env: TableEnv,
  findings: Findings,
): readonly Taken[] {
  const all = scoreQuestions(block, open);
  const worded = all.some((one) => one.set !== null);
  return (['recommend', 'satisfaction'] as const).flatMap((set): Taken[] => {
    const own = all.filter((one) => one.set === set);
    const candidates = own.length > 0 || worded ? own : all.filter((one) => one.scale === null);
    const [first] = candidates;
    if (!first) return [];
    const answer =
      candidates.length === 1 && first.set === set
        ? first.header
        : ask(findings, columnQuestion(block.name, set, candidates), env.context);
    const question = candidates.find((one) => one.header === answer);
    if (!question) return [];
    // Who says that a column is the recommendation from 0 to 10 has said its scale.
    const told = set === 'recommend' && question.set === null ? 'nps' : null;
    const scale = question.scale ?? told ?? scaleAnswered(block.name, set, question, env, findings);
    return scale === undefined ? [] : [{ question, set, scale }];
  });
}

function columnQuestion(table: string, set: SurveySet, candidates: readonly ScoreQuestion[]): Question {
  return {
    // Without the table's name, which is a file's and changes each time: the answer is for the next one too.
    id: `survey:${set}`,
    code: 'survey',
    text:
      set === 'recommend'
        ? `Which column of “${table}” says whether people would recommend, from 0 to 10?`
        : `Which column of “${table}” says how satisfied people are?`,
    params: { table, ask: set },
    choices: [
      ...candidates.map(({ header }) => ({ id: header, text: header })),
      { id: 'ignore', text: 'None of them' },
    ],
  };
}

const scaleEnds = { nps: [0, 10], five: [1, 5], seven: [1, 7], ten: [1, 10] } as const;

function scaleAnswered(
  table: string,
  set: SurveySet,
  question: ScoreQuestion,
  env: TableEnv,
  findings: Findings,
): SurveyScale | undefined {
  const scales = set === 'recommend' ? (['nps'] as const) : (['five', 'seven', 'ten'] as const);
  const answer = ask(
    findings,
    {
      id: `survey:scale:${question.header}`,
      code: 'survey',
      text: `On which scale was “${question.header}” answered?`,
      params: { table, ask: 'scale', column: question.header },
      choices: [
        ...scales.map((scale) => {
          const [low, high] = scaleEnds[scale];
          return { id: scale, text: `${low} to ${high}`, params: { low, high } };
        }),
        { id: 'ignore', text: 'Leave it out' },
      ],
    },
    env.context,
  );
  return scales.find((scale) => scale === answer);
}

/** Counts by KPI and day while they are being made. */
class Counts {
  readonly #network: string;
  readonly #days = new Map<string, Map<number, { value: number; line: number }>>();
  readonly #ratings = new Map<number, { sum: number; n: number; line: number }>();

  constructor(network: string) {
    this.#network = network;
  }

  add(kpi: string, day: number, value: number, line: number): void {
    const days = this.#days.get(kpi) ?? new Map<number, { value: number; line: number }>();
    this.#days.set(kpi, days);
    const known = days.get(day);
    days.set(day, { value: (known?.value ?? 0) + value, line: known?.line ?? line });
  }

  rate(day: number, points: number | undefined, line: number): void {
    if (points === undefined) return;
    const known = this.#ratings.get(day) ?? { sum: 0, n: 0, line };
    this.#ratings.set(day, { sum: known.sum + points, n: known.n + 1, line: known.line });
  }

  finish(header: string): FigureColumn[] {
    const columns = [...this.#days].map(([kpi, days]) =>
      this.#column(
        kpi,
        header,
        [...days].map(([day, { value, line }]) => ({ day, value, line })),
        true,
      ),
    );
    if (this.#ratings.size === 0) return columns;
    const means = [...this.#ratings].map(([day, { sum, n, line }]) => ({ day, value: sum / n, line }));
    return [...columns, this.#column(mean, header, means, false)];
  }

  #column(
    kpi: string,
    header: string,
    figures: { day: number; value: number; line: number }[],
    counted: boolean,
  ): FigureColumn {
    const builder = new FigureBuilder({
      kpi,
      network: this.#network,
      cadence: 'day',
      header,
      ...(counted ? { absentMeansZero: true } : {}),
    });
    for (const { day, value, line } of figures.toSorted((a, b) => a.day - b.day))
      builder.push(day, value, line);
    return builder.finish();
  }
}

const started =
  /^(?:timestamp|marca temporal|carimbo de data hora|carimbo data hora|horodateur|date submitted|submitted at|submit date|submission date|fecha de (?:envio|respuesta)|response date|answered at|respondido el)$/;

/** A survey of a tool nobody named: answers with a time stamp and a score among what was asked. `null`: it is none. */
export function guessSurvey(block: Block): Mapping | null {
  if (!block.headed || block.rows.length < 2) return null;
  const index = block.header.findIndex((header) => started.test(fold(header)));
  const date =
    index >= 0 ? index : block.header.findIndex((header) => /^(?:date|fecha|data)$/.test(fold(header)));
  if (date < 0) return null;
  const free = block.header.flatMap((header, i) =>
    i === date || header === '' || isPersonal(block, header, i) ? [] : [i],
  );
  const scored = scoreQuestions(block, free).filter((one) => one.set !== null && one.scale !== undefined);
  // Under a plain "Date", figures of a day look like answers: only a question, or several rows a day, are people.
  const asked = scored.some((one) => /[?¿]/.test(one.header)) || severalADay(block, date);
  if (scored.length === 0 || (index < 0 && !asked)) return null;
  return {
    platform: 'generic',
    report: 'survey',
    kind: 'survey',
    language: null,
    recognised: false,
    network: 'survey',
    columns: block.header.map((header, i) => ({
      index: i,
      header,
      role: i === date ? 'date' : isPersonal(block, header, i) ? 'personal' : 'value',
    })),
  };
}

function severalADay(block: Block, date: number): boolean {
  const days = block.rows
    .map((row) => cellText(row[date] ?? null).slice(0, 10))
    .filter((text) => text !== '');
  return days.length >= 4 && new Set(days).size <= days.length * 0.7;
}
