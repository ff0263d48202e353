/**
 * A text with its tokens turned into what they say now, and where each number comes from.
 *
 * Rules: a percentage always says against what; a change whose coverage carries a warning is never given without saying
 * so, nor a value over part of its period, made from totals or without a channel that is behind; a missing base gives
 * words, no percentage; only a fired rule is called a change (`move`). Numbers are in the client's format and the text's
 * language, by `format.ts`; the raw value is kept beside.
 */
import type { BaseKind } from '../base.ts';
import type { Book } from '../book.ts';
import { compare } from '../comparison.ts';
import type { Comparison } from '../comparison.ts';
import { formatChange, formatCoverage, formatDate, formatValue } from '../format.ts';
import type { Style } from '../format.ts';
import { isRunning, periodsBack, spanOf } from '../period.ts';
import { enoughCoverage } from '../reading.ts';
import type { Coverage, Judgement, Measured, Signal, Span } from '../results.ts';
import { signalOf } from '../signal.ts';
import { movedWords } from './moved.ts';
import { spanLabel } from '../spanWords.ts';
import { statusWords } from '../statusWords.ts';
import { addDays, endOf, periodAt } from '../time.ts';
import type { Period } from '../time.ts';
import type { KpiDefinition, Unit } from '../kpi.ts';
import { judgeWithCounter } from '../vanity.ts';
import { referTo, withSuggestion, writtenById } from './names.ts';
import type { Reference, TextNames } from './names.ts';
import type { Place, TextError, TextPart, TokenWhat } from './tokens.ts';
import { textWords } from './words.ts';

export interface TextWorld {
  readonly book: Book;
  readonly names: TextNames;
  /** The text's language with the client's number format. */
  readonly style: Style;
  /** The report's period and base; a token may name another period. */
  readonly period: Period;
  readonly base: BaseKind;
  /** The channel that a KPI is read on where none is named; `null`: all together. */
  readonly scopeOf: (kpi: string) => string | null;
}

/** What a token says, and what it rests on. */
export interface Told {
  /** The token as it is kept; the same for every way to spell it. */
  readonly token: string;
  readonly kpi: string;
  readonly channel: string | null;
  readonly what: TokenWhat;
  readonly period: Period;
  readonly unit: Unit;
  /** As it reads in the middle of a sentence. */
  readonly said: string;
  /** In the KPI's unit, of a change its ratio; `null` where there is no number. */
  readonly value: number | null;
  readonly now: Measured;
  readonly base: Measured;
  readonly change: Comparison['change'];
  readonly span: Span;
  readonly baseSpan: Span | null;
  /** Channels too far behind to be counted, on neither side. */
  readonly left: readonly string[];
  readonly judgement: Judgement;
  readonly signal: Signal;
}

export type TextPiece = Place & {
  readonly source: string;
  /** What the reader sees. A token that cannot be read shows as it was typed. */
  readonly text: string;
} & (
    | { readonly kind: 'text' }
    | { readonly kind: 'token'; readonly told: Told }
    | { readonly kind: 'problem'; readonly problem: TextError }
  );

/** The pieces of a parsed text, in order. Never throws: what cannot be read is a problem in its place. */
export function resolveText(parts: readonly TextPart[], world: TextWorld): readonly TextPiece[] {
  const known = new Map<string, Told>();
  let before = '';
  let days: string | null = null;
  return parts.map((part): TextPiece => {
    const whole = pieceOf(part, world, known, opensSentence(before));
    if (whole.text.includes('\n')) days = null;
    let piece = whole;
    if (whole.kind === 'token' && whole.told.what === 'value') {
      const own = daysSaid(whole.told, world);
      if (own !== null && own === days) piece = { ...whole, text: withoutDays(whole.text, own) };
      days = own;
    }
    before += piece.text;
    return piece;
  });
}

/** The days in brackets behind a value that is not of its whole period; `null` where none are. */
function daysSaid({ said, span }: Told, { book, style }: TextWorld): string | null {
  const label = spanLabel(span, book.calendar, style.language, 'long');
  return said.includes(`(${label})`) || said.includes(`(${label}; `) ? label : null;
}

/** Said once: values of the same days that follow each other in a paragraph need not name them again. */
function withoutDays(text: string, label: string): string {
  return text.replace(` (${label})`, '').replace(`(${label}; `, '(');
}

function pieceOf(part: TextPart, world: TextWorld, known: Map<string, Told>, first: boolean): TextPiece {
  const { at, length, source } = part;
  const place = { at, length, source };
  if (part.kind === 'text') return { ...place, kind: 'text', text: source };
  if (part.kind === 'broken') {
    return { ...place, kind: 'problem', text: source, problem: withSuggestion(part.error) };
  }
  const refers = referTo(part.token, world.names);
  if (!refers.ok) return { ...place, kind: 'problem', text: source, problem: refers.error };
  const token = writtenById(refers.to);
  const told = known.get(token) ?? toldBy(refers.to, token, world);
  if (told === undefined) {
    const { at: from, length: size, text } = part.token.kpi;
    const problem: TextError = { code: 'unknownKpi', at: from, length: size, text };
    return { ...place, kind: 'problem', text: source, problem };
  }
  known.set(token, told);
  return { ...place, kind: 'token', text: first ? capital(told.said) : told.said, told };
}

/** True at the start of a text, a line or a sentence. */
function opensSentence(before: string): boolean {
  return /(?:^|[.!?\u2026]["'»”)]?\s|\n)[\s¿¡«"“(]*$/.test(before.slice(-40)) || before.trim() === '';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function toldBy(to: Reference, token: string, world: TextWorld): Told | undefined {
  const { book, base } = world;
  const { key } = to.kpi;
  const definition = book.definition(key);
  if (definition === undefined) return undefined;
  const period =
    to.token.period === null
      ? world.period
      : periodAt(to.token.period.cadence, to.token.period.day, book.calendar);
  const channel = to.channel === null ? world.scopeOf(key) : String(to.channel.id);
  const { what } = to.token;
  const compared = compare(book, key, channel, period, base);
  const judgement = judgeWithCounter(book, key, channel, period, base);
  const signal = signalOf(book, key, channel, period);
  const facts = { definition, period, compared, judgement, signal };
  return {
    token,
    kpi: key,
    channel,
    what,
    period,
    unit: definition.unit,
    ...say(what, facts, world),
    now: compared.now,
    base: compared.base,
    change: compared.change,
    span: compared.span,
    baseSpan: compared.baseSpan,
    left: compared.left,
    judgement,
    signal,
  };
}

interface Facts {
  readonly definition: KpiDefinition;
  readonly period: Period;
  readonly compared: Comparison;
  readonly judgement: Judgement;
  readonly signal: Signal;
}

function say(what: TokenWhat, facts: Facts, world: TextWorld): { said: string; value: number | null } {
  const { compared, judgement, signal } = facts;
  switch (what) {
    case 'value':
      return {
        said: withNotes(valueWords(compared.now, facts, world), nowNotes(facts, world)),
        value: compared.now.value,
      };
    case 'base':
      return baseSaid(facts, world);
    case 'change':
      return changeSaid(facts, world);
    case 'goal':
      return { said: goalWords(facts, world), value: judgement.goal ?? null };
    case 'status':
      return { said: statusSaid(judgement, world), value: null };
    case 'move':
      return { said: moveWords(facts, world), value: signal.value ?? null };
    case 'coverage':
      return { said: coverageSaid(compared.now, world), value: null };
  }
}

function withNotes(text: string, notes: readonly string[]): string {
  return notes.length === 0 ? text : `${text} (${notes.join('; ')})`;
}

/** A value without its grey words, so that the sentence around it chooses number and gender. */
function valueWords(measured: Measured, { definition }: Facts, { style }: TextWorld): string {
  const { value, state } = measured;
  if (value !== null) return formatValue(value, definition.unit, style);
  return textWords[style.language].noValue[state === 'value' ? 'missing' : state];
}

/** What must be said with the value: that it is not of the whole period, and on what it stands. */
function nowNotes({ period, compared }: Facts, world: TextWorld): string[] {
  if (compared.now.value === null) return [];
  const { book, style } = world;
  const whole = spanOf(period);
  const { span } = compared;
  const part = span.from !== whole.from || span.to !== whole.to;
  return [
    ...(part ? [spanLabel(span, book.calendar, style.language, 'long')] : []),
    ...standing(compared.now, world, 'recorded'),
    ...leftOut(compared.left, world),
  ];
}

function standing(measured: Measured, { style }: TextWorld, how: 'recorded' | 'baseRecorded'): string[] {
  const words = textWords[style.language];
  const { coverage, asOf, reasons } = measured;
  return [
    ...(isThin(coverage) ? [words[how](formatCoverage(coverage, style.language))] : []),
    ...(reasons.includes('staleStock') && asOf !== undefined
      ? [words.asOf(formatDate(asOf, style.language, 'medium'))]
      : []),
    ...(reasons.includes('totalsOnly') ? [words.totals] : []),
    ...(reasons.includes('mixedDefinition') ? [words.mixed] : []),
    ...(reasons.includes('rebased') ? [words.rebased] : []),
  ];
}

function isThin(coverage: Coverage | undefined): coverage is Coverage {
  return (
    coverage !== undefined && coverage.expected > 0 && coverage.recorded / coverage.expected < enoughCoverage
  );
}

/** True when `standing` says that a side stands on too little. */
function saysThin({ coverage, asOf, reasons }: Measured): boolean {
  return isThin(coverage) || (reasons.includes('staleStock') && asOf !== undefined);
}

function leftOut(left: readonly string[], { names, style }: TextWorld): string[] {
  if (left.length === 0) return [];
  const words = textWords[style.language];
  const called = left.map((id) => names.channelById.get(Number(id))?.name ?? id);
  const list = [called.slice(0, -1).join(', '), called.at(-1)].filter(Boolean).join(` ${words.and} `);
  return [words.without(list)];
}

/** A base by itself: its value; where there is none, why. */
function baseSaid(facts: Facts, world: TextWorld): { said: string; value: number | null } {
  const { base, change } = facts.compared;
  if (base.value === null) {
    const kind = change.kind === 'baseMissing' ? 'baseMissing' : 'noBase';
    return { said: formatChange({ kind }, facts.definition.unit, world.style).text, value: null };
  }
  const notes = [...standing(base, world, 'recorded'), ...leftOut(facts.compared.left, world)];
  return { said: withNotes(valueWords(base, facts, world), notes), value: base.value };
}

/** `+17.8 % (October 2025: 2,105)`; behind points and ratings the percentage stands inside; words without a base. */
function changeSaid(facts: Facts, world: TextWorld): { said: string; value: number | null } {
  const { compared, definition } = facts;
  const { change, base, baseSpan } = compared;
  const { style, book } = world;
  const words = textWords[style.language];
  const { text, detail } = formatChange(change, definition.unit, style);
  const value = change.ratio ?? null;
  if (change.kind !== 'change' || baseSpan === null || base.value === null) return { said: text, value };
  const against = spanLabel(baseSpan, book.calendar, style.language, 'long');
  const notes = [
    ...(detail === undefined ? [] : [detail.replaceAll(/^\(|\)$/g, '')]),
    `${against}: ${formatValue(base.value, definition.unit, style)}`,
    ...standing(compared.now, world, 'recorded'),
    ...standing(base, world, 'baseRecorded'),
    ...(change.warning === true && !saysThin(compared.now) && !saysThin(base) ? [words.thin] : []),
    ...leftOut(compared.left, world),
  ];
  const head = change.perWeek === undefined ? text : `${text} ${words.perWeek}`;
  return { said: withNotes(head, notes), value };
}

function goalWords({ judgement, definition }: Facts, { style }: TextWorld): string {
  const words = textWords[style.language];
  if (judgement.goal === undefined) return words.noGoal;
  const goal = formatValue(judgement.goal, definition.unit, style);
  return judgement.sense === 'between' && judgement.goalTo !== undefined
    ? `${goal} ${words.to} ${formatValue(judgement.goalTo, definition.unit, style)}`
    : goal;
}

/** The rule that fired, or none; the newest closed period is what is tested, and is named where it is not the one told. */
function moveWords({ definition, period, signal }: Facts, { book, style }: TextWorld): string {
  const said = movedWords(signal, definition.name, style.language, period.cadence);
  let tested =
    signal.cadence === undefined || signal.cadence === period.cadence
      ? period
      : periodAt(signal.cadence, addDays(endOf(period), -1), book.calendar);
  while (isRunning(tested, book.today)) tested = periodsBack(tested, 1);
  const same = tested.cadence === period.cadence && tested.start === period.start;
  return withNotes(said, same ? [] : [spanLabel(spanOf(tested), book.calendar, style.language, 'long')]);
}

/** `29/31 days`; of a stock the day it is of. */
function coverageSaid({ coverage, asOf, state }: Measured, { style }: TextWorld): string {
  const words = textWords[style.language];
  if (coverage !== undefined) return formatCoverage(coverage, style.language);
  if (asOf !== undefined) return words.asOf(formatDate(asOf, style.language, 'medium'));
  return words.noValue[state === 'value' ? 'missing' : state];
}

/** The word of the status, as it stands inside a sentence. */
function statusSaid({ status }: Judgement, { style: { language } }: TextWorld): string {
  if (status === 'notApplicable') return textWords[language].noValue.notApplicable;
  const word = statusWords[language][status];
  return word.charAt(0).toLowerCase() + word.slice(1);
}
