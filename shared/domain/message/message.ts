/**
 * What to write in the mail a report goes out with: subject and body as plain text, in the report's language, every
 * number from the report model. Nothing is explained, praised or promised that the report does not hold.
 */
import { parseBase } from '../base.ts';
import { numberFormats } from '../format.ts';
import type { Style } from '../format.ts';
import { basePeriod, daysOfSpan } from '../period.ts';
import { printedSections } from '../report.ts';
import type { ReportModel, ReportRow } from '../report.ts';
import { whenOf } from '../text/draft/when.ts';
import { lowered } from '../text/inside.ts';
import { addDays, endOf, isoOf, parseIso } from '../time.ts';
import type { Calendar, Day, IsoDate, Period } from '../time.ts';
import { allUsual, findingLine, tellingRows } from './findings.ts';
import { messageWords } from './words.ts';
import type { Attached, MessageWords } from './words.ts';

export interface CoverMessage {
  readonly subject: string;
  readonly body: string;
}

/** Nobody reads a long mail with an attachment. */
const MOST_WORDS = 120;
const MOST_FINDINGS = 3;
const MOST_NAMES = 3;
const MOST_ACTIONS = 2;
/** Signs of an action that are told. */
const LONGEST = 90;

export function coverMessage(model: ReportModel, formats: readonly Attached[], today: IsoDate): CoverMessage {
  const words = messageWords[model.language];
  const period: Period = {
    cadence: model.period.cadence,
    start: (parseIso(model.period.start) ?? 0) as Day,
  };
  const calendar: Calendar = {
    weekStart: model.client.weekStart,
    fiscalYearStart: model.client.fiscalYearStart,
  };
  const when = whenOf(period, model.span, calendar, model.language).subject;
  const rows = tellingRows(model, MOST_FINDINGS);
  const against = againstOf(model, period, calendar);
  const asked = asksOf(model, period, formats, words, today);
  const steps = stepsOf(model, words, today);
  const body = (findings: number, next: number): string =>
    [
      words.greeting,
      rows.length === 0 && !model.groups.some((group) => group.rows.some((row) => row.now.value !== null))
        ? words.nothingYet(when)
        : words.attached(when, formats),
      findingsOf(model, tellingRows(model, findings), words, against),
      asked.length === 0 ? '' : [words.need, ...asked.map((line) => `- ${line}`)].join('\n'),
      steps.length === 0 || next === 0 ? '' : words.next(steps.slice(0, next)),
      words.questions,
      [words.regards, model.preparedBy.trim()].filter(Boolean).join('\n'),
    ]
      .filter(Boolean)
      .join('\n\n');
  const tried = [
    body(MOST_FINDINGS, MOST_ACTIONS),
    body(MOST_FINDINGS, 1),
    body(MOST_FINDINGS - 1, 1),
    body(MOST_FINDINGS - 1, 0),
  ];
  const fits = tried.find((text) => text.split(/\s+/).length <= MOST_WORDS) ?? tried.at(-1) ?? '';
  return { subject: plain(words.subject(model.client.name, when)), body: plain(fits) };
}

/** Mail programs draw the narrow space as a box: the wide one that does not break is known to all. */
function plain(text: string): string {
  return text.replaceAll('\u202f', '\u00a0');
}

/** What changes are against, behind "on"; empty where nothing is compared. */
function againstOf(model: ReportModel, period: Period, calendar: Calendar): string {
  const { kind, label } = model.base;
  const parsed = parseBase(kind);
  const then = basePeriod(period, kind);
  const one = parsed !== null && ['previous', 'lastYear', 'ago'].includes(parsed.kind) && !parsed.weekdays;
  if (!one || then === null || model.baseSpan === null) return label;
  return whenOf(then, model.baseSpan, calendar, model.language).subject;
}

function findingsOf(
  model: ReportModel,
  rows: readonly ReportRow[],
  words: MessageWords,
  against: string,
): string {
  if (rows.length === 0) return '';
  const style: Style = {
    language: model.language,
    numberFormat: numberFormats.find((one) => one === model.client.numberFormat) ?? '1,234.5',
    currency: model.client.currency,
  };
  const quiet = allUsual(model);
  const head = model.running
    ? words.soFar(words.day(isoOf(addDays(daysOfSpan(model.span).to, -1)), model.preparedOn))
    : quiet
      ? words.quiet
      : words.short;
  return [head, ...rows.map((row) => `- ${findingLine(row, model, style, { words, quiet, against })}.`)].join(
    '\n',
  );
}

/** Figures of the period that only the client can supply, and what is the client's to do. */
function asksOf(
  model: ReportModel,
  period: Period,
  formats: readonly Attached[],
  words: MessageWords,
  today: IsoDate,
): string[] {
  const end = isoOf(endOf(period));
  const open = model.entry.flatMap(({ cadence, periods, rows }) => {
    // Nobody can tell a figure of a time that is not over.
    const isOver = (start: IsoDate): boolean =>
      isoOf(endOf({ cadence, start: (parseIso(start) ?? 0) as Day })) <= today;
    const asked = periods.flatMap(({ start }, i) => (start < end && isOver(start) ? [i] : []));
    return rows.filter((row) => asked.some((i) => (row.values[i] ?? null) === null)).map((row) => row.kpi);
  });
  const names = [...new Set(open)].flatMap((key) => model.kpis.find((kpi) => kpi.key === key)?.name ?? []);
  const sheet = formats.includes('xlsx')
    ? printedSections(model).find((section) => section.kind === 'entry')?.name
    : undefined;
  const told = names.slice(0, names.length === MOST_NAMES + 1 ? MOST_NAMES + 1 : MOST_NAMES);
  return [
    ...(names.length === 0
      ? []
      : [
          words.figures(
            told.map((name) => lowered(name, model.language)),
            names.length - told.length,
            sheet ?? null,
          ),
        ]),
    ...byDue(model)
      .filter((action) => isClients(action.owner, model))
      .slice(0, MOST_ACTIONS)
      .map(({ text, due }) => words.action(bare(text), dueOf(due, words, today))),
  ];
}

function stepsOf(model: ReportModel, words: MessageWords, today: IsoDate): string[] {
  const own = folded(model.preparedBy);
  return byDue(model)
    .filter((action) => !isClients(action.owner, model))
    .map(({ text, owner, due }) => {
      const mine = own !== '' && own.split(' ').includes(folded(owner).split(' ')[0] ?? '');
      return words.step(bare(text), mine ? '' : owner.trim(), dueOf(due, words, today));
    });
}

function dueOf(due: IsoDate | null, words: MessageWords, today: IsoDate): string {
  return due === null ? '' : words.due(words.day(due, today), due < today);
}

/** The first to be due first; those without a date as they were noted. */
function byDue({ actions }: ReportModel): ReportModel['actions'] {
  return actions.toSorted((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'));
}

/** True for an owner who can only be the client: called so, or by the client's own name. */
function isClients(owner: string, { client }: ReportModel): boolean {
  const who = folded(owner);
  if (who === '') return false;
  const called = /^(?:(?:the|el|la) )?(?:client|clienta|cliente|customer)$/.test(who);
  const name = folded(client.name);
  return called || who === name || (who.length > 3 && ` ${name} `.includes(` ${who} `));
}

function folded(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What was typed, without its full stop and without quotes that would stand in quotes. */
function bare(text: string): string {
  const plainly = text
    .trim()
    .replace(/[.\s]+$/, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[«»“”]/g, '"');
  return plainly.length > LONGEST ? `${plainly.slice(0, LONGEST - 1).trimEnd()}…` : plainly;
}
