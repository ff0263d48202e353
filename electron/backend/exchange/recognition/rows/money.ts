/**
 * Money that a file writes in another currency than the client's: asked for a rate once a currency, then reckoned.
 *
 * The currency is the header's (`Amount spent (USD)`), else that of a currency column, row by row, else what the
 * number formats or the signs in the cells say. Nothing is asked where the client's own currency is unknown, and a
 * bare `$` is the client's own where the client's currency is written so.
 */
import type { Cell } from '../../model.ts';
import type { Block } from '../tables/blocks.ts';
import { cellText } from '../cells.ts';
import { ask, whereOf } from '../context.ts';
import type { Findings, TableEnv } from '../context.ts';
import { fold, isCurrency } from '../fold.ts';
import type { MappedColumn, Mapping } from '../mapping.ts';
import { currencyQuestion } from '../questions.ts';
import { readValue } from './values.ts';
import type { Column } from './values.ts';

/** Cells of a column looked at for a sign or a number format. */
const sampled = 200;

const signs: ReadonlyMap<string, string> = new Map([
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['₴', 'UAH'],
  ['₺', 'TRY'],
  ['₩', 'KRW'],
  ['₪', 'ILS'],
  ['฿', 'THB'],
  ['₫', 'VND'],
  ['₱', 'PHP'],
  ['R$', 'BRL'],
  ['US$', 'USD'],
  ['MX$', 'MXN'],
  ['CA$', 'CAD'],
  ['A$', 'AUD'],
  ['AU$', 'AUD'],
  ['NZ$', 'NZD'],
  ['S/', 'PEN'],
]);

/** Currencies that write themselves with a bare `$`. */
const dollars: ReadonlySet<string> = new Set(
  'USD MXN ARS CLP COP CAD AUD NZD UYU DOP HKD SGD TWD'.split(' '),
);

const currencyHeaders: ReadonlySet<string> = new Set(
  [
    'Currency',
    'Currency code',
    'Account currency',
    'Moneda',
    'Divisa',
    'Código de moneda',
    'Código de la moneda',
    'Moneda de la cuenta',
    'Moeda',
    'Código da moeda',
  ].map(fold),
);

interface InOwnCurrency {
  /** The columns with the rate of their currency in their plans. */
  readonly columns: readonly Column[];
  /** What a money value of a row is worth beyond that, where a column names the row's currency. */
  readonly rateAt: ((row: readonly Cell[]) => number) | null;
}

/** The column that names the currency of its row, where there is one. */
export function currencyColumn(mapping: Mapping): MappedColumn | undefined {
  return mapping.columns.find(({ header }) => currencyHeaders.has(fold(header)));
}

/**
 * Plans that reckon money in the client's currency; asks for the rates that are not known. A column without any money
 * in it (earnings of a channel that earns nothing) needs none, unless rows beyond those of the block may follow.
 */
export function inOwnCurrency(
  columns: readonly Column[],
  block: Block,
  mapping: Mapping,
  env: TableEnv,
  findings: Findings,
  more = false,
): InOwnCurrency {
  const none = { columns, rateAt: null };
  if (env.context.currency === undefined || !columns.some(({ plan }) => plan.unit === 'money')) return none;
  const rateAt = ratesByRow(block, mapping, env, findings);
  const own = columns.map((one): Column => {
    if (one.plan.unit !== 'money' || !(more || holdsMoney(block, one))) return one;
    const currency =
      one.column.currency ?? (rateAt === null ? currencyIn(block, one.column.index) : undefined);
    return currency === undefined
      ? one
      : { ...one, plan: { ...one.plan, rate: rateOf(currency, env, findings) } };
  });
  const inHeader = columns.some(({ column }) => column.currency !== undefined);
  return { columns: own, rateAt: inHeader ? null : rateAt };
}

function holdsMoney({ rows }: Block, { column, plan }: Column): boolean {
  return rows.some((row) => Math.abs(readValue(row[column.index] ?? null, plan)) > 0);
}

/** What a money value of a row is worth, by the currency its row names; null where no column names any. */
export function ratesByRow(
  block: Block,
  mapping: Mapping,
  env: TableEnv,
  findings: Findings,
): ((row: readonly Cell[]) => number) | null {
  const index = currencyColumn(mapping)?.index;
  if (index === undefined || env.context.currency === undefined) return null;
  const named = new Set(block.rows.map((row) => cellText(row[index] ?? null)).filter(isCurrency));
  if (named.size === 0) return null;
  const rates = new Map([...named].map((currency) => [currency, rateOf(currency, env, findings)] as const));
  // A total row names no currency: it is in that of the rows where they all have the same.
  const [only = 1] = rates.size === 1 ? rates.values() : [];
  return (row) => rates.get(cellText(row[index] ?? null)) ?? only;
}

/**
 * What one unit of a currency is worth in the client's; 1 for the client's own, and while the question is open (the
 * file then waits for the answer).
 */
export function rateOf(currency: string, env: TableEnv, findings: Findings): number {
  const own = env.context.currency;
  if (own === undefined || currency === own || (currency === '$' && dollars.has(own))) return 1;
  const answer = ask(findings, currencyQuestion(currency, own, env.file), env.context, isRate);
  if (answer === undefined) return 1;
  const detail = `${currency} ${answer}`;
  if (!findings.notes.some((note) => note.code === 'converted' && note.detail === detail))
    findings.notes.push({ code: 'converted', where: whereOf(env), detail });
  return Number(answer);
}

/** The currency that a column's number formats or signs name most often. */
function currencyIn(block: Block, index: number): string | undefined {
  const counts = new Map<string, number>();
  for (const row of block.rows.slice(0, sampled)) {
    const currency = currencyOfCell(row[index] ?? null);
    if (currency !== undefined) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

export function currencyOfCell(cell: Cell): string | undefined {
  if (typeof cell === 'object' && cell?.type === 'money') return signs.get(cell.currency) ?? cell.currency;
  if (typeof cell !== 'string' || cell.length > 40) return undefined;
  const sign = /(?:\b(?:US|MX|CA|AU|NZ|A|R))?\$|[€£₹₽₴₺₩₪฿₫₱]|\bS\//.exec(cell)?.[0];
  if (sign !== undefined) return signs.get(sign) ?? sign;
  const code = /(?:^|[\d\s])([A-Z]{3})(?:$|[\s\d-])/.exec(cell)?.[1];
  return code !== undefined && isCurrency(code) ? code : undefined;
}

function isRate(answer: string): boolean {
  return /^\d{1,9}(?:\.\d{1,9})?$/.test(answer) && Number(answer) > 0;
}
