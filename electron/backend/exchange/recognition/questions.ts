/**
 * What only a person can know, asked in words a person understands. Ids are stable for the same file.
 */
import type { YearFit } from '../../../../shared/domain/cells/yearless.ts';
import {
  cadences,
  civilOf,
  defaultCalendar,
  isoOf,
  parseIso,
  periodAt,
  shiftPeriod,
} from '../../../../shared/domain/time.ts';
import type { Day, Period } from '../../../../shared/domain/time.ts';
import type { Choice, Question } from '../model.ts';
import type { InspectContext } from './context.ts';
import { fold } from './fold.ts';
import { networkName } from './networks.ts';

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function dayText(day: Day): string {
  const c = civilOf(day);
  return `${c.day} ${monthNames[c.month - 1] ?? ''} ${c.year}`;
}

export function networkQuestion(
  what: string,
  file: string,
  choices: readonly string[],
  context: InspectContext,
): Question {
  const own = choices.filter((network) => context.clientNetworks?.includes(network));
  const ordered =
    own.length === 1 ? [...own, ...choices.filter((network) => !own.includes(network))] : choices;
  return {
    id: 'network',
    code: 'network',
    text: `Which network are the figures “${what}” from? The file (${file}) does not say.`,
    params: { what, file },
    choices: ordered.map((network): Choice => ({
      id: network,
      text: networkName(network),
      ...(own.length === 1 && own[0] === network
        ? { hint: 'the client has this channel', params: { hint: 'own-channel' } }
        : {}),
    })),
  };
}

export function yearQuestion(file: string, fits: readonly YearFit[], fileDay: Day | undefined): Question {
  const [newest] = fits;
  const near = fileDay === undefined ? undefined : fits.find((fit) => fit.last <= fileDay + 1);
  return {
    id: 'year',
    code: 'year',
    text: `The dates in ${file} carry no year. Which year does the newest day, ${newest ? dayText(newest.last).replace(/ \d+$/, '') : ''}, belong to?`,
    params: { file, first: newest ? isoOf(newest.first) : '', last: newest ? isoOf(newest.last) : '' },
    choices: fits.slice(0, 3).map((fit): Choice => ({
      id: String(fit.year),
      text: `${fit.year}: ${dayText(fit.first)} to ${dayText(fit.last)}`,
      ...(fit === near ? { hint: 'the latest that fits the date of the file' } : {}),
      params: {
        year: fit.year,
        first: isoOf(fit.first),
        last: isoOf(fit.last),
        ...(fit === near ? { hint: 'fits-file' } : {}),
      },
    })),
  };
}

export function orderQuestion(
  table: string,
  open: { readonly example: string; readonly mdy: string; readonly dmy: string },
): Question {
  return {
    id: `dateOrder:${table}`,
    code: 'dateOrder',
    text: `The dates in “${table}” can be read two ways. What day is “${open.example}”?`,
    params: { table, example: open.example, mdy: open.mdy, dmy: open.dmy },
    choices: [
      { id: 'dmy', text: `Day first: ${open.dmy}`, params: { date: open.dmy, order: 'dmy' } },
      { id: 'mdy', text: `Month first: ${open.mdy}`, params: { date: open.mdy, order: 'mdy' } },
    ],
  };
}

export function decimalQuestion(table: string, example: string): Question {
  const sign = example.includes('.') ? '.' : ',';
  const whole = example.replace(sign, '');
  const rest = example.replace(sign, '.');
  return {
    id: `decimal:${table}`,
    code: 'decimal',
    text: `The numbers in “${table}” can be read two ways. What is “${example}”?`,
    params: { table, example },
    choices: [
      {
        id: sign === '.' ? ',' : '.',
        text: `${whole} (the sign groups thousands)`,
        params: { value: whole },
      },
      { id: sign, text: `${rest} (the sign is a decimal)`, params: { value: rest } },
    ],
  };
}

/** Rates are typed: one unit of the file's currency in the client's. */
export function currencyQuestion(currency: string, own: string, file: string): Question {
  return {
    id: `currency:${currency}`,
    code: 'currency',
    text: `What is one ${currency} worth in ${own}? The file (${file}) is in ${currency}.`,
    params: { currency, own, file },
    choices: [],
    input: 'number',
  };
}

/** A format that is known by description only. */
export function confirmQuestion(platform: string, report: string, table: string, file: string): Question {
  return {
    id: `confirm:${platform}:${report}`,
    code: 'confirm',
    text: `Is “${table}” the report “${report}” of ${platform}? The format is known by description only.`,
    params: { platform, report, table, file },
    choices: [
      { id: 'yes', text: 'Yes' },
      { id: 'no', text: 'No, read it like any other sheet' },
    ],
  };
}

/** The period of a table without dates; `near` is the day it may have been made. */
export function periodQuestion(file: string, near: Day): Question {
  const month = periodAt('month', near, defaultCalendar);
  const periods = [
    shiftPeriod(month, -1),
    month,
    shiftPeriod(periodAt('quarter', near, defaultCalendar), -1),
  ];
  return {
    id: 'period',
    code: 'period',
    text: `Which period are the figures of ${file} of? The file holds no date.`,
    params: { file },
    choices: periods.map(({ cadence, start }): Choice => {
      const { month: first, year } = civilOf(start);
      const text =
        cadence === 'month'
          ? `${monthNames[first - 1] ?? ''} ${year}`
          : `Quarter ${Math.ceil(first / 3)} of ${year}`;
      return { id: `${cadence}:${isoOf(start)}`, text, params: { cadence, start: isoOf(start) } };
    }),
    input: 'period',
  };
}

/** `month:2026-10-01` as a period that has begun; undefined for anything else. */
export function periodIn(answer: string, today: Day): Period | undefined {
  const [cadence = '', iso = ''] = answer.split(':');
  const start = parseIso(iso);
  const named = cadences.find((one) => one === cadence);
  return named === undefined || start === undefined || start > today ? undefined : { cadence: named, start };
}

/** A table of which nothing is known: mapped by hand, or left out. */
export function mappingQuestion(table: string): Question {
  return {
    id: `mapping:${table}`,
    code: 'mapping',
    text: `Nothing in “${table}” is known. Say what its columns are, or leave the table out.`,
    params: { table },
    choices: [{ id: 'leave', text: 'Leave this table out' }],
  };
}

/** Up to five KPIs whose words are among those of the header, then "leave it out". */
export function kpiQuestion(table: string, header: string, context: InspectContext): Question {
  const choices = kpiCandidates(header, context).map((key): Choice => ({
    id: key,
    text: context.kpiNames?.get(key) ?? key.replaceAll('_', ' '),
  }));
  return {
    id: `kpi:${table}:${header}`,
    code: 'kpi',
    text: `Which KPI is the column “${header}” in “${table}”?`,
    params: { table, column: header },
    choices: [...choices, { id: 'ignore', text: 'Leave this column out' }],
  };
}

function kpiCandidates(header: string, context: InspectContext): string[] {
  const wanted = new Set(
    fold(header)
      .split(' ')
      .filter((word) => word.length > 2),
  );
  if (wanted.size === 0) return [];
  const scores = new Map<string, number>();
  for (const [alias, key] of context.catalogueAliases) {
    const words = alias.split(' ');
    let shared = 0;
    for (const word of words) if (wanted.has(word)) shared += 1;
    if (shared === 0) continue;
    const score = shared / (wanted.size + words.length - shared);
    if (score > (scores.get(key) ?? 0)) scores.set(key, score);
  }
  return [...scores]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 5)
    .map(([key]) => key);
}
