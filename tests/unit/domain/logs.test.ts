import { describe, expect, it } from 'vitest';
import { measure as valueOf } from '../../../shared/domain/measure.ts';
import { engineOf } from '../../../shared/domain/aggregate.ts';
import { makeBook } from '../../../shared/domain/book.ts';
import type { Book, BookParts, Case, ConfirmedSpan } from '../../../shared/domain/book.ts';
import { wholeScope } from '../../../shared/domain/engine.ts';
import type { CaseKind, CaseMeasure, KpiDefinition } from '../../../shared/domain/kpi.ts';
import type { CaseSelection } from '../../../shared/domain/logs/cases.ts';
import { dayOfMoment, momentText, parseMoment } from '../../../shared/domain/logs/moment.ts';
import { countLog, logChannels, logEnds, readLog } from '../../../shared/domain/logs/reading.ts';
import { rankCauses, summariseCases } from '../../../shared/domain/logs/summary.ts';
import { caseTally } from '../../../shared/domain/logs/tally.ts';
import { defaultCalendar } from '../../../shared/domain/time.ts';
import type { Period } from '../../../shared/domain/time.ts';
import { day, kpi, period, run } from './support.ts';

const october = period('month', '2026-10-01');
const november = period('month', '2026-11-01');
const inOctober = { from: day('2026-10-01'), to: day('2026-11-01') };
const minutes = (n: number) => n * 60;
const hours = (n: number) => n * 3600;

const at = (text: string): number => {
  const moment = parseMoment(text);
  if (moment === undefined) throw new Error(`no moment: ${text}`);
  return moment;
};

/** A query on Instagram, not answered yet, unless told otherwise. */
function entry(opened: string, more: Partial<Case> & { reply?: number; done?: number } = {}): Case {
  const { reply, done, ...rest } = more;
  const moment = at(opened);
  return {
    kind: 'query',
    channel: 'ig',
    opened: moment,
    firstReply: reply === undefined ? null : moment + reply,
    resolved: done === undefined ? null : moment + done,
    escalated: false,
    sentiment: null,
    cause: null,
    ...rest,
  };
}

const span = (from: string, to: string, channel: string | null = null): ConfirmedSpan => ({
  from: day(from),
  to: day(to),
  channel,
});

function sourced(measure: CaseMeasure, kinds: readonly CaseKind[] = [], more: Partial<KpiDefinition> = {}) {
  return kpi('logged', { source: { log: 'cases', measure, kinds }, ...more });
}

function bookOf(
  definition: KpiDefinition,
  cases: readonly Case[],
  confirmed: readonly ConfirmedSpan[] = [],
  more: Partial<BookParts> = {},
): Book {
  return makeBook({
    calendar: defaultCalendar,
    today: day('2026-11-20'),
    definitions: [definition],
    channels: ['ig', 'fb'].map((id) => ({ id, activeFrom: null, activeTo: null })),
    series: [],
    caseLog: { cases: cases.toSorted((a, b) => a.opened - b.opened), confirmed },
    ...more,
  });
}

function read(book: Book, definition: KpiDefinition, channel: string | null = null, of: Period = october) {
  return readLog(engineOf(book), definition, channel === null ? null : [channel], wholeScope(of));
}

describe('moments', () => {
  it('are what the clock said, to the minute', () => {
    expect(momentText(at('2026-02-28T23:59'))).toBe('2026-02-28T23:59');
    expect(dayOfMoment(at('2026-10-01T00:00'))).toBe(day('2026-10-01'));
    expect(dayOfMoment(at('2026-10-01T00:00') - 1)).toBe(day('2026-09-30'));
    expect(at('2026-10-02T00:10') - at('2026-10-01T23:50')).toBe(minutes(20));
    expect(momentText(at('1969-12-31T22:05'))).toBe('1969-12-31T22:05');
  });

  it.each([
    '2026-02-29T10:00',
    '2026-10-01T24:00',
    '2026-10-01T10:60',
    '2026-10-01 10:00',
    '2026-10-01',
    '2026-13-01T10:00',
  ])('refuses %s', (text) => {
    expect(parseMoment(text)).toBeUndefined();
  });
});

describe('measures over cases', () => {
  /** The value over a log that is confirmed all through. */
  const measured = (list: readonly Case[], measure: CaseMeasure, selection: CaseSelection) => {
    const log = { cases: list, confirmed: [span('2026-01-01', '2026-12-31')] };
    const tally = caseTally(log, { log: 'cases', measure, kinds: selection.kinds });
    return tally && countLog(tally, selection.channels, selection.days, () => null)?.value;
  };
  const all = { days: inOctober, channels: null, kinds: [] };
  const summary = (
    list: readonly Case[],
    more: Partial<CaseSelection> = {},
    confirmed: readonly ConfirmedSpan[] = [],
  ) => summariseCases({ cases: list, confirmed }, { ...all, ...more }, () => null);
  const cases = [
    entry('2026-10-02T09:00', { reply: minutes(10), done: hours(2) }),
    entry('2026-10-05T09:00', { reply: minutes(30), done: hours(4), escalated: true }),
    entry('2026-10-09T18:00', { reply: hours(20), done: hours(30), channel: 'fb', kind: 'complaint' }),
    entry('2026-10-31T23:50', { reply: minutes(20), done: hours(48), channel: null }),
    entry('2026-10-20T12:00', { kind: 'conflict' }),
  ];

  it('counts a case on the day of what is measured', () => {
    const counts = (['opened', 'answered', 'resolved', 'resolvedUnescalated'] as const).map((measure) =>
      measured(cases, measure, all),
    );
    expect(counts).toEqual([5, 3, 3, 2]);
    const next = { ...all, days: { from: day('2026-11-01'), to: day('2026-12-01') } };
    expect(measured(cases, 'opened', next)).toBe(0);
    expect(measured(cases, 'answered', next)).toBe(1);
    expect(measured(cases, 'resolved', next)).toBe(1);
  });

  it('tells the mean from the median of the first reply: one slow reply moves only the mean', () => {
    expect(measured(cases, 'firstReplyMedian', all)).toBe(minutes(30));
    expect(measured(cases, 'firstReplyMean', all)).toBe((minutes(10) + minutes(30) + hours(20)) / 3);
  });

  it('takes the middle between the two middle ones of an even number', () => {
    const queries = { ...all, kinds: ['query'] as const };
    expect(measured(cases, 'resolutionMedian', queries)).toBe(hours(3));
  });

  it('shares out of the resolved, and says nothing where none was', () => {
    expect(measured(cases, 'unescalatedShare', all)).toBeCloseTo(2 / 3, 12);
    expect(measured(cases, 'unescalatedShare', { ...all, kinds: ['conflict'] })).toBeNull();
    expect(measured(cases, 'firstReplyMean', { ...all, kinds: ['violation'] })).toBeNull();
  });

  it('counts sentiment: 5 positive, 2 neutral and 3 negative of 10 give 20, those not noted left out', () => {
    const felt = (sentiment: Case['sentiment'], n: number) =>
      Array.from({ length: n }, (_, i) => entry(`2026-10-1${i}T10:00`, { sentiment }));
    const noted = [...felt('positive', 5), ...felt('neutral', 2), ...felt('negative', 3), ...felt(null, 4)];
    expect(measured(noted, 'sentiment', all)).toBeCloseTo(20, 12);
    expect(summary(noted).sentiment).toMatchObject({ positive: 5, neutral: 2, negative: 3 });
  });

  it('ranks causes, spellings that differ in case as one, and counts what names none', () => {
    const named = [
      'Late delivery',
      'Broken',
      'late  delivery',
      null,
      'Late Delivery ',
      'broken',
      ' ',
      'Price',
    ];
    const ranked = rankCauses(
      named.map((cause) => entry('2026-10-03T10:00', { cause })),
      all,
    );
    expect(ranked).toEqual({
      causes: [
        { cause: 'Late Delivery', cases: 3 },
        { cause: 'broken', cases: 2 },
        { cause: 'Price', cases: 1 },
      ],
      unnamed: 2,
    });
  });

  it('knows what was open at the end of a span, whatever happened later', () => {
    expect(summary(cases).open).toBe(2);
    expect(summary(cases, { channels: ['ig'] }).open).toBe(1);
  });

  it('says 0 in a summary only where the log is known', () => {
    expect(summary(cases, { kinds: ['violation'] })).toMatchObject({
      opened: null,
      resolved: null,
      cover: null,
    });
    expect(summary(cases, { kinds: ['conflict'] })).toMatchObject({ opened: 1, resolved: null });
    const sure = summary(cases, { kinds: ['violation'] }, [span('2026-10-01', '2026-10-31')]);
    expect(sure).toMatchObject({ opened: 0, resolved: 0, unescalatedShare: null, cover: { recorded: 31 } });
  });
});

describe('a count by the case log', () => {
  const opened = sourced('opened', ['query']);
  const three = [entry('2026-10-02T09:00'), entry('2026-10-02T11:00'), entry('2026-10-20T09:00')];

  it('is what is there with the days that have entries, where nothing was confirmed', () => {
    const reading = read(bookOf(opened, [entry('2026-09-15T09:00'), ...three]), opened);
    expect(reading).toMatchObject({
      value: 3,
      kind: 'flow',
      cover: { cadence: 'day', recorded: 2, expected: 31 },
    });
  });

  it('is missing, not zero, over days that nobody confirmed', () => {
    const book = bookOf(opened, three);
    expect(read(book, opened, null, november)).toMatchObject({
      value: null,
      state: 'missing',
      reasons: ['unconfirmedLog'],
      absent: false,
      cover: { recorded: 0, expected: 30 },
    });
  });

  it('is zero over confirmed days without a case', () => {
    const book = bookOf(opened, three, [span('2026-11-01', '2026-11-30')]);
    expect(read(book, opened, null, november)).toMatchObject({
      value: 0,
      cover: { recorded: 30, expected: 30 },
    });
    expect(read(book, opened, 'fb', november)).toMatchObject({ value: 0, cover: { recorded: 30 } });
  });

  it('counts what is there over a span confirmed in part, and covers that part', () => {
    const book = bookOf(opened, three, [span('2026-09-01', '2026-10-10')]);
    expect(read(book, opened)).toMatchObject({ value: 3, cover: { recorded: 11, expected: 31 } });
  });

  it('takes spans that overlap once, in any order', () => {
    const spans = [
      span('2026-10-08', '2026-10-20', 'ig'),
      span('2026-10-01', '2026-10-10'),
      span('2026-10-09', '2026-10-12'),
    ];
    const answers = [spans, spans.toReversed()].map((confirmed) =>
      read(bookOf(opened, three, confirmed), opened),
    );
    expect(answers[0]).toMatchObject({ value: 3, cover: { recorded: 20, expected: 31 } });
    expect(answers[1]).toEqual(answers[0]);
  });

  it('expects nothing before the log begins, nor after a channel was archived', () => {
    const late = bookOf(opened, [entry('2026-10-20T09:00')], [span('2026-10-22', '2026-10-31')]);
    expect(read(late, opened)).toMatchObject({
      value: 1,
      cover: { recorded: 11, expected: 12, calendar: 31 },
    });
    expect(read(late, opened, null, period('month', '2026-09-01'))).toMatchObject({
      state: 'missing',
      absent: true,
    });
    const channels = [{ id: 'ig', activeFrom: null, activeTo: day('2026-10-24') }];
    const archived = bookOf(opened, three, [], { channels });
    expect(read(archived, opened)).toMatchObject({ value: 3, cover: { recorded: 2, expected: 23 } });
    expect(read(archived, opened, null, november)).toMatchObject({ absent: true });
  });

  it('counts entries on no channel over all channels only', () => {
    const book = bookOf(
      opened,
      [entry('2026-10-02T09:00'), entry('2026-10-03T09:00', { channel: null })],
      [span('2026-10-01', '2026-10-31')],
    );
    expect(read(book, opened)).toMatchObject({
      value: 2,
      cover: { recorded: 62, expected: 62, channels: 2 },
    });
    expect(read(book, opened, 'ig')).toMatchObject({ value: 1, cover: { recorded: 31 } });
    expect(logChannels(book, opened)).toEqual(['ig']);
    const rest = readLog(engineOf(book), opened, ['fb', null], wholeScope(october));
    expect(rest).toMatchObject({ value: 1, cover: { recorded: 62, channels: 2 } });
  });

  it('leaves a channel that only the other one was confirmed for unknown', () => {
    const cases = [...three, entry('2026-10-05T09:00', { channel: 'fb' })];
    const book = bookOf(opened, cases, [span('2026-11-01', '2026-11-30', 'ig')]);
    expect(read(book, opened, 'ig', november)).toMatchObject({ value: 0 });
    expect(read(book, opened, 'fb', november)).toMatchObject({ value: null, reasons: ['unconfirmedLog'] });
    expect(read(book, opened, null, november)).toMatchObject({
      value: 0,
      cover: { recorded: 30, expected: 60, channels: 2 },
    });
  });

  it('says nothing for a KPI without a log, and where nothing was logged or confirmed', () => {
    const plain = kpi('plain');
    expect(read(bookOf(plain, three), plain)).toBeNull();
    expect(read(bookOf(opened, []), opened)).toBeNull();
    expect(read(bookOf(opened, [entry('2026-10-02T09:00', { kind: 'conflict' })]), opened)).toBeNull();
    expect(read(bookOf(opened, three), opened, 'fb')).toBeNull();
  });
});

describe('times by the case log', () => {
  const rate = { timeAggregation: 'none', channelAggregation: 'none', unit: { kind: 'duration' } } as const;
  const median = sourced('firstReplyMedian', [], rate);

  it('pools channels and days: never the mean or median of parts', () => {
    const cases = [
      ...[1, 2, 3].map((n) => entry(`2026-10-0${n}T09:00`, { reply: minutes(10) })),
      entry('2026-10-20T09:00', { reply: minutes(100), channel: 'fb' }),
    ];
    const confirmed = [span('2026-10-01', '2026-10-31')];
    const mean = sourced('firstReplyMean', [], rate);
    expect(read(bookOf(mean, cases, confirmed), mean)).toMatchObject({ value: minutes(32.5), kind: 'ratio' });
    expect(read(bookOf(median, cases, confirmed), median)?.value).toBe(minutes(10));
    expect(read(bookOf(median, cases, confirmed), median, 'fb')?.value).toBe(minutes(100));
  });

  it('is missing where no case can be measured, confirmed or not', () => {
    const book = bookOf(median, [entry('2026-10-02T09:00')], [span('2026-10-01', '2026-10-31')]);
    expect(read(book, median)).toMatchObject({ value: null, state: 'missing', reasons: ['nothingRecorded'] });
  });

  it('counts a reply in the period it came in', () => {
    const book = bookOf(median, [entry('2026-10-31T22:00', { reply: hours(10) })]);
    expect(read(book, median)?.value).toBeNull();
    expect(read(book, median, null, november)?.value).toBe(hours(10));
  });
});

describe('a count kept with evidence', () => {
  const trends = kpi('trends', { evidence: true });
  const entries = ['2026-09-03', '2026-10-04', '2026-10-04', '2026-10-20'].map((iso) => ({
    day: day(iso),
    channel: null,
  }));
  const withEvidence = (confirmed: readonly ConfirmedSpan[]) =>
    bookOf(trends, [], [], { evidence: { trends: { entries, confirmed } } });

  it('counts entries, covers their days, and is zero only where confirmed', () => {
    expect(read(withEvidence([]), trends)).toMatchObject({ value: 3, cover: { recorded: 2, expected: 31 } });
    expect(read(withEvidence([]), trends, null, november)).toMatchObject({ reasons: ['unconfirmedLog'] });
    const sure = withEvidence([span('2026-10-01', '2026-11-30')]);
    expect(read(sure, trends)).toMatchObject({ value: 3, cover: { recorded: 31 } });
    expect(read(sure, trends, null, november)?.value).toBe(0);
  });

  it('says nothing where nothing was kept', () => {
    expect(read(bookOf(trends, []), trends)).toBeNull();
  });
});

describe('how far a running period is known', () => {
  const opened = sourced('opened');

  it('ends at the newest day confirmed or with an entry, per channel', () => {
    const cases = [
      entry('2026-11-03T09:00'),
      entry('2026-11-09T09:00', { channel: 'fb' }),
      entry('2026-10-09T09:00', { channel: null }),
    ];
    const book = bookOf(opened, cases, [span('2026-11-01', '2026-11-07', 'ig')]);
    expect([...logEnds(book, opened, november)]).toEqual([
      ['ig', day('2026-11-08')],
      ['fb', day('2026-11-10')],
    ]);
  });

  it('counts a confirmed stretch that reaches beyond the period only to its end', () => {
    const book = bookOf(opened, [], [span('2026-09-01', '2026-11-07')]);
    expect([...logEnds(book, opened, october)]).toEqual([[null, day('2026-11-01')]]);
  });
});

describe('figures beside a log', () => {
  const opened = sourced('opened');
  const cases = [
    entry('2026-10-05T10:00'),
    entry('2026-10-06T10:00', { channel: 'fb' }),
    entry('2026-10-07T10:00', { channel: 'fb' }),
    entry('2026-10-08T10:00', { channel: null }),
  ];
  const recorded = bookOf(opened, cases, [span('2026-10-01', '2026-10-31')], {
    series: [{ ...run('logged', 'ig', 'month', '2026-10-01', [40]) }],
  });

  it('a figure of exactly the period wins on its channel; the log speaks for the others', () => {
    expect(valueOf(recorded, 'logged', 'ig', october).value).toBe(40);
    expect(valueOf(recorded, 'logged', 'fb', october).value).toBe(2);
    // 40 recorded, 2 on Facebook and 1 on no channel; the one on Instagram is in the 40.
    expect(valueOf(recorded, 'logged', null, october).value).toBe(43);
  });

  it('a few days typed do not hide a complete log, and a complete day does not give way', () => {
    const few = bookOf(opened, cases, [span('2026-10-01', '2026-10-31')], {
      series: [{ ...run('logged', 'ig', 'day', '2026-10-05', [7, 7]) }],
    });
    expect(valueOf(few, 'logged', 'ig', october).value).toBe(1);
    expect(valueOf(few, 'logged', 'ig', period('day', '2026-10-05')).value).toBe(7);
  });
});
