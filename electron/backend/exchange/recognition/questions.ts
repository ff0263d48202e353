/**
 * What only a person can know, asked in words a person understands. Ids are stable for the same file.
 */
import type { YearFit } from '../../../../shared/domain/cells/yearless.ts';
import { civilOf, isoOf } from '../../../../shared/domain/time.ts';
import type { Day } from '../../../../shared/domain/time.ts';
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
