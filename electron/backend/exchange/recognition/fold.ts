/**
 * Header folding: two headers that a person would call the same fold to the same text.
 *
 * The folding is the catalogue's (`foldWords`), so that a header meets an alias; here it is kept by text, since
 * the same headers come again with every file. Used for headers, titles and file names, and
 * by whoever builds the alias table that `InspectContext` carries.
 */
import { foldWords } from '../../../../shared/domain/catalogue.ts';

const memory = new Map<string, string>();
const memoryLimit = 20_000;
const longest = 300;

/** The folded form; an empty text stays empty. */
export function fold(header: string): string {
  const known = memory.get(header);
  if (known !== undefined) return known;
  const folded = foldWords(header.length > longest ? header.slice(0, longest) : header);
  if (memory.size >= memoryLimit) memory.clear();
  memory.set(header, folded);
  return folded;
}

/** `Amount spent (UAH)` -> the header without its currency, and the currency. */
export function splitCurrency(header: string): {
  readonly base: string;
  readonly currency: string | undefined;
} {
  if (header.length > longest) return { base: header, currency: undefined };
  const m = /^(.*?)\s*[([]?\b([A-Z]{3})\b[)\]]?\s*$/.exec(header);
  if (m && currencies.has(m[2] ?? '')) return { base: m[1] ?? '', currency: m[2] };
  return { base: header, currency: undefined };
}

/** True for an ISO 4217 code that turns up in exports. */
export function isCurrency(text: string): boolean {
  return currencies.has(text);
}

/** ISO 4217 codes that turn up in exports. */
const currencies: ReadonlySet<string> = new Set(
  (
    'USD EUR GBP MXN ARS CLP COP PEN BRL UAH CHF JPY CAD AUD NZD PLN UYU BOB PYG VES DOP GTQ CRC HNL NIO PAB ' +
    'SEK NOK DKK CZK HUF RON BGN TRY INR IDR PHP THB VND MYR SGD HKD TWD KRW CNY ZAR NGN KES EGP MAD ILS AED SAR RUB KZT GEL'
  ).split(' '),
);
