/**
 * Sheets as people make them for themselves, made up by layout, language and habit, with the figures they hold: what the
 * guess is held against.
 */
import { randomOf } from '../independent/random.ts';
import type { Random } from '../independent/random.ts';
import { escapeXml, xlsxOf } from './crafted.ts';

export type Value = string | number | null;
export interface Tab {
  readonly name: string;
  readonly rows: readonly (readonly Value[])[];
  /** Merged ranges, `B1:C1`. */
  readonly merges?: readonly string[];
}

/** `kpi/network/cadence/start` -> value. */
export type Expected = Readonly<Record<string, number>>;

export interface OwnSheet {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly expected: Expected;
  readonly layout: string;
}

/** A workbook of plain cells. */
export function workbookOf(tabs: readonly Tab[]): Uint8Array {
  return xlsxOf(
    tabs.map(({ name, rows, merges = [] }) => ({
      name,
      rows: rows
        .map((row, r) => `<row r="${r + 1}">${row.map((value, c) => cellOf(value, r, c)).join('')}</row>`)
        .join(''),
      ...(merges.length === 0
        ? {}
        : { after: `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` }),
    })),
  );
}

function cellOf(value: Value, r: number, c: number): string {
  if (value === null || value === '') return '';
  const ref = `${columnLetter(c)}${r + 1}`;
  return typeof value === 'number'
    ? `<c r="${ref}"><v>${value}</v></c>`
    : `<c r="${ref}" t="inlineStr"><is><t>${escapeXml(value)}</t></is></c>`;
}

export function columnLetter(c: number): string {
  return (c < 26 ? '' : String.fromCharCode(64 + Math.floor(c / 26))) + String.fromCharCode(65 + (c % 26));
}

export function csvOf(rows: readonly (readonly Value[])[], delimiter: string): Uint8Array {
  const text = rows
    .map((row) =>
      row
        .map((value) => {
          const one = value === null ? '' : String(value);
          return one.includes(delimiter) || one.includes('"') ? `"${one.replaceAll('"', '""')}"` : one;
        })
        .join(delimiter),
    )
    .join('\n');
  return new TextEncoder().encode(`${text}\n`);
}

interface Kpi {
  readonly key: string;
  readonly en: string;
  readonly es: string;
  readonly kind: 'count' | 'percent' | 'money';
}

const kpis: readonly Kpi[] = [
  { key: 'reach', en: 'Reach', es: 'Alcance', kind: 'count' },
  { key: 'followers', en: 'Followers', es: 'Seguidores', kind: 'count' },
  { key: 'likes', en: 'Likes', es: 'Me gusta', kind: 'count' },
  { key: 'engagement_rate', en: 'Engagement rate', es: 'Tasa de interacción', kind: 'percent' },
  { key: 'revenue', en: 'Revenue', es: 'Ingresos', kind: 'money' },
];
const places = [
  { key: 'instagram', name: 'Instagram' },
  { key: 'threads', name: 'Threads' },
  { key: 'pinterest', name: 'Pinterest' },
  { key: 'linkedin', name: 'LinkedIn' },
];
const months = {
  en: 'January February March April May June July August September October'.split(' '),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre'.split(' '),
};
const two = (n: number): string => String(n).padStart(2, '0');

/** How one sheet writes its periods, decided once. */
interface Periods {
  readonly cadence: string;
  readonly texts: readonly string[];
  readonly starts: readonly string[];
  readonly header: string;
}

function periodsOf(random: Random, language: 'en' | 'es', n: number): Periods {
  const style = random.pick([
    'ene-26',
    'month year',
    'iso month',
    'numeric month',
    'quarter',
    'week',
    'days',
  ]);
  const from = random.whole(0, 4);
  const index = Array.from({ length: n }, (_, i) => from + i);
  const name = (i: number): string => months[language][i] ?? '';
  const monthly = {
    cadence: 'month',
    starts: index.map((i) => `2026-${two(i + 1)}-01`),
    header: language === 'es' ? 'Mes' : 'Month',
  };
  switch (style) {
    case 'ene-26':
      return { ...monthly, texts: index.map((i) => `${name(i).slice(0, 3)}-26`) };
    case 'month year':
      return { ...monthly, texts: index.map((i) => `${name(i)} 2026`) };
    case 'iso month':
      return { ...monthly, texts: index.map((i) => `2026-${two(i + 1)}`) };
    case 'numeric month':
      return { ...monthly, texts: index.map((i) => `${two(i + 1)}/2026`) };
    case 'quarter': {
      const quarters = Array.from({ length: n }, (_, i) => ({
        year: 2024 + Math.floor((from + i) / 4),
        q: ((from + i) % 4) + 1,
      }));
      return {
        cadence: 'quarter',
        texts: quarters.map(({ year, q }) => `${language === 'es' ? 'T' : 'Q'}${q} ${year}`),
        starts: quarters.map(({ year, q }) => `${year}-${two(q * 3 - 2)}-01`),
        header: language === 'es' ? 'Trimestre' : 'Quarter',
      };
    }
    case 'week':
      // 2026-01-05 is the Monday of week 2.
      return {
        cadence: 'week',
        texts: index.map((i) => (language === 'es' ? `Semana ${i + 2} 2026` : `W${two(i + 2)} 2026`)),
        starts: index.map((i) => new Date(Date.UTC(2026, 0, 5 + 7 * i)).toISOString().slice(0, 10)),
        header: language === 'es' ? 'Semana' : 'Week',
      };
    default:
      return {
        cadence: 'day',
        texts: index.map((i) => (language === 'es' ? `${two(13 + i)}/02/2026` : `2026-02-${two(13 + i)}`)),
        starts: index.map((i) => `2026-02-${two(13 + i)}`),
        header: language === 'es' ? 'Fecha' : 'Date',
      };
  }
}

/** A value and how the sheet writes it. */
function written(random: Random, kpi: Kpi, comma: boolean): { readonly text: Value; readonly value: number } {
  const sign = comma ? ',' : '.';
  const group = comma ? '.' : ',';
  switch (kpi.kind) {
    case 'count': {
      const style = random.whole(0, 5);
      if (style === 0) {
        const n = random.whole(11, 99);
        return { text: `${Math.floor(n / 10)}${sign}${n % 10}${comma ? ' mil' : 'K'}`, value: n * 100 };
      }
      const n = random.whole(1, 900_000);
      return style < 3
        ? { text: String(n).replace(/\B(?=(?:\d{3})+$)/g, group), value: n }
        : { text: String(n), value: n };
    }
    case 'percent': {
      const n = random.whole(10, 990);
      return { text: `${Math.floor(n / 10)}${sign}${n % 10}${comma ? ' %' : '%'}`, value: n / 1000 };
    }
    case 'money': {
      const n = random.whole(100, 999_999);
      const whole = String(Math.floor(n / 100)).replace(/\B(?=(?:\d{3})+$)/g, group);
      return { text: `${whole}${sign}${two(n % 100)}${comma ? ' €' : ''}`, value: n / 100 };
    }
  }
}

/** At least `least` of them, in their order. */
function some<T>(random: Random, from: readonly T[], least: number): T[] {
  const kept = from.map((one) => ({ one, keep: random.chance(0.5) }));
  for (const each of kept) if (kept.filter(({ keep }) => keep).length < least) each.keep = true;
  return kept.filter(({ keep }) => keep).map(({ one }) => one);
}

export const layouts = [
  'series by title',
  'series with channels',
  'series, a column a network',
  'wide by title',
  'wide with channels',
  'wide, networks in labels',
  'wide in sections',
  'months over KPIs',
  'networks over KPIs',
  'long',
  'matrix',
  'tabs of months, pairs',
  'tabs of months, channels',
  'tabs of networks',
] as const;

/** One sheet; the same seed gives the same sheet. */
export function ownSheet(seed: number): OwnSheet {
  const random = randomOf(seed * 7919 + 1);
  const layout = layouts[seed % layouts.length] ?? 'long';
  const language = random.pick(['en', 'es'] as const);
  const comma = language === 'es' && random.chance(0.8);
  const nameOf = (kpi: Kpi): string => kpi[language];
  const chosen = some(random, kpis, 2);
  const nets =
    layout.includes('title') || layout.includes('pairs') ? [random.pick(places)] : some(random, places, 2);
  const n = random.whole(3, 6);
  const periods = periodsOf(random, language, n);
  const expected: Record<string, number> = {};
  const cell = (kpi: Kpi, net: number, i: number): Value => {
    const { text, value } = written(random, kpi, comma);
    expected[`${kpi.key}/${nets[net]?.key ?? ''}/${periods.cadence}/${periods.starts[i] ?? ''}`] = value;
    return text;
  };
  const title = random.chance(0.4) ? [[language === 'es' ? 'Informe de redes' : 'Social report'], []] : [];
  const extra = random.chance(0.4);
  const goal = language === 'es' ? 'Objetivo' : 'Target';
  const kpiHeader = random.pick(
    language === 'es' ? ['Indicador', 'KPI', 'Métrica'] : ['KPI', 'Metric', 'Indicator'],
  );
  const netHeader = random.pick(language === 'es' ? ['Canal', 'Red'] : ['Channel', 'Platform']);
  const index = periods.texts.map((_, i) => i);
  const net = nets.map((_, i) => i);
  const label = (i: number): string => nets[i]?.name ?? '';
  const rows: Value[][] = [...title];
  let tabs: Tab[] | undefined;
  let stem = 'informe';
  const merges: string[] = [];
  const push = (...more: Value[][]): number => rows.push(...more);
  switch (layout) {
    case 'series by title':
      push([`${language === 'es' ? 'Datos de' : 'Data of'} ${label(0)}`], []);
      push([periods.header, ...chosen.map(nameOf), ...(extra ? [goal, 'Notas'] : [])]);
      for (const i of index)
        push([
          periods.texts[i] ?? '',
          ...chosen.map((kpi) => cell(kpi, 0, i)),
          ...(extra ? ['100', 'bien'] : []),
        ]);
      break;
    case 'series with channels':
      push([periods.header, netHeader, ...chosen.map(nameOf)]);
      for (const i of index)
        for (const at of net)
          push([periods.texts[i] ?? '', label(at), ...chosen.map((kpi) => cell(kpi, at, i))]);
      break;
    case 'series, a column a network':
      push([
        periods.header,
        ...net.flatMap((at) =>
          chosen.map((kpi) =>
            language === 'es' ? `${nameOf(kpi)} ${label(at)}` : `${label(at)} ${nameOf(kpi)}`,
          ),
        ),
        ...(extra ? ['% var'] : []),
      ]);
      for (const i of index)
        push([
          periods.texts[i] ?? '',
          ...net.flatMap((at) => chosen.map((kpi) => cell(kpi, at, i))),
          ...(extra ? ['5%'] : []),
        ]);
      break;
    case 'wide by title':
      stem = `${label(0)} 2026`;
      push([
        kpiHeader,
        ...periods.texts,
        ...(extra ? ['Total', language === 'es' ? 'Media' : 'Average'] : []),
      ]);
      for (const kpi of chosen)
        push([nameOf(kpi), ...index.map((i) => cell(kpi, 0, i)), ...(extra ? ['1', '2'] : [])]);
      break;
    case 'wide with channels':
      push([netHeader, kpiHeader, ...periods.texts]);
      for (const at of net)
        for (const [k, kpi] of chosen.entries())
          push([extra && k > 0 ? null : label(at), nameOf(kpi), ...index.map((i) => cell(kpi, at, i))]);
      break;
    case 'wide, networks in labels':
      push([kpiHeader, ...periods.texts]);
      for (const kpi of chosen) {
        for (const at of net)
          push([
            language === 'es'
              ? `${nameOf(kpi)} de ${label(at)}`
              : `${label(at)} ${nameOf(kpi).toLowerCase()}`,
            ...index.map((i) => cell(kpi, at, i)),
          ]);
        if (extra && kpi.kind === 'count')
          push([`Total ${nameOf(kpi).toLowerCase()}`, ...index.map(() => '7')]);
      }
      break;
    case 'wide in sections':
      push([kpiHeader, ...periods.texts]);
      for (const at of net) {
        push([label(at).toUpperCase()]);
        for (const kpi of chosen) push([nameOf(kpi), ...index.map((i) => cell(kpi, at, i))]);
        if (extra) push([]);
      }
      break;
    case 'months over KPIs': {
      const row = rows.length + 1;
      push([null, ...index.flatMap((i) => [periods.texts[i] ?? '', ...chosen.slice(1).map(() => null)])]);
      push([netHeader, ...index.flatMap(() => chosen.map(nameOf))]);
      for (const at of net) push([label(at), ...index.flatMap((i) => chosen.map((kpi) => cell(kpi, at, i)))]);
      if (chosen.length > 1)
        for (const i of index)
          merges.push(
            `${columnLetter(1 + i * chosen.length)}${row}:${columnLetter((i + 1) * chosen.length)}${row}`,
          );
      break;
    }
    case 'networks over KPIs': {
      const row = rows.length + 1;
      push([null, ...net.flatMap((at) => [label(at), ...chosen.slice(1).map(() => null)])]);
      push([periods.header, ...net.flatMap(() => chosen.map(nameOf))]);
      for (const i of index)
        push([periods.texts[i] ?? '', ...net.flatMap((at) => chosen.map((kpi) => cell(kpi, at, i)))]);
      if (chosen.length > 1)
        for (const at of net)
          merges.push(
            `${columnLetter(1 + at * chosen.length)}${row}:${columnLetter((at + 1) * chosen.length)}${row}`,
          );
      break;
    }
    case 'long':
      push([periods.header, netHeader, kpiHeader, language === 'es' ? 'Valor' : 'Value']);
      for (const i of index)
        for (const at of net)
          for (const kpi of chosen) push([periods.texts[i] ?? '', label(at), nameOf(kpi), cell(kpi, at, i)]);
      break;
    case 'matrix':
      push([periods.header, kpiHeader, ...net.map(label)]);
      for (const i of index)
        for (const kpi of chosen)
          push([periods.texts[i] ?? '', nameOf(kpi), ...net.map((at) => cell(kpi, at, i))]);
      break;
    case 'tabs of months, pairs':
    case 'tabs of months, channels': {
      stem = layout === 'tabs of months, pairs' ? `${label(0)} 2026` : 'Redes 2026';
      const own = { ...periods, cadence: 'month' };
      tabs = index.map((i): Tab => {
        const month = months[language][i] ?? '';
        const key = (kpi: Kpi, at: number): string =>
          `${kpi.key}/${nets[at]?.key ?? ''}/${own.cadence}/2026-${two(i + 1)}-01`;
        const value = (kpi: Kpi, at: number): Value => {
          const { text, value: number } = written(random, kpi, comma);
          expected[key(kpi, at)] = number;
          return text;
        };
        return {
          name: extra ? `${month.slice(0, 1).toUpperCase()}${month.slice(1)} 2026` : month,
          rows:
            layout === 'tabs of months, pairs'
              ? chosen.map((kpi) => [nameOf(kpi), value(kpi, 0)])
              : [
                  [netHeader, ...chosen.map(nameOf)],
                  ...net.map((at): Value[] => [label(at), ...chosen.map((kpi) => value(kpi, at))]),
                ],
        };
      });
      break;
    }
    case 'tabs of networks':
      tabs = net.map((at) => ({
        name: label(at),
        rows: [
          [periods.header, ...chosen.map(nameOf)],
          ...index.map((i): Value[] => [periods.texts[i] ?? '', ...chosen.map((kpi) => cell(kpi, at, i))]),
        ],
      }));
      break;
  }
  const asBook = tabs !== undefined || merges.length > 0 || random.chance(0.3);
  return {
    name: `${stem}.${asBook ? 'xlsx' : 'csv'}`,
    bytes: asBook
      ? workbookOf(tabs ?? [{ name: language === 'es' ? 'Hoja1' : 'Sheet1', rows, merges }])
      : csvOf(rows, comma ? ';' : ','),
    expected,
    layout,
  };
}
