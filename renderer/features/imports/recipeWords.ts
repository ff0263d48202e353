/** A remembered answer in words. A recipe knows the question by its id only: `kpi:Sheet1:Flurble`, `currency:USD`. */
import type { Catalogue } from '../../i18n/en/index.ts';
import type { Format } from '../../i18n/format.tsx';
import { networkName } from '../../i18n/networks.ts';
import { parsePeriod } from '../../i18n/period.ts';

export function rememberedAnswer(
  t: Catalogue,
  format: Format,
  id: string,
  answer: string,
  kpiName: (key: string) => string,
): string {
  const [code = '', ...rest] = id.split(':');
  const words = t.imports.question;
  const names: Readonly<Record<string, string>> = words.short;
  const of = (name: string, text: string): string => `${name}: ${text}`;
  const name = names[code] ?? code;
  switch (code) {
    case 'kpi':
      return of(words.shortKpi(rest.at(-1) ?? ''), answer === 'ignore' ? words.ignore : kpiName(answer));
    case 'network':
      return of(name, networkName(t, answer));
    case 'currency':
      return words.ratio(
        rest[0] ?? '',
        format.number(Number(answer), answer.split('.')[1]?.length ?? 0),
        format.style.currency,
      );
    case 'dateOrder':
      return of(name, answer === 'mdy' ? words.monthFirst : words.dayFirst);
    case 'confirm':
      return of(name, answer === 'no' ? words.notThat : words.confirmed);
    case 'period': {
      const period = parsePeriod(answer, format.calendar);
      return of(name, period ? format.period(period, 'long') : answer);
    }
    default:
      return of(name, answer === 'ignore' ? words.ignore : answer);
  }
}
