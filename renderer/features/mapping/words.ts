/** What a strip over a column says: what becomes of it, how, and why. */
import type { TableView } from '../../../shared/contract/imports/table.ts';
import { importProblemCodes } from '../../../shared/contract/imports/codes.ts';
import type { ImportProblemCode } from '../../../shared/contract/imports/codes.ts';
import type { ColumnMapping, ValueUnit } from '../../../shared/contract/imports/mapping.ts';
import type { Catalogue } from '../../i18n/en/index.ts';
import type { Format } from '../../i18n/format.tsx';
import { networkName } from '../../i18n/networks.ts';
import type { IconName } from '../../ui/Icon.tsx';
import { foldWords } from '../../../shared/domain/catalogue.ts';
import { parseDate } from '../../../shared/domain/cells/dates.ts';
import { isoOf } from '../../../shared/domain/time.ts';
import type { Kpis } from './useKpis.ts';

type ViewColumn = TableView['columns'][number];

export interface StripWords {
  readonly title: string;
  /** Unit and channel of figures; empty for others. */
  readonly detail: string;
  readonly reason: string;
  readonly icon: IconName;
  /** `ask`: it waits for the person. `out`: nothing of it goes in. */
  readonly tone: 'in' | 'out' | 'ask';
}

export function letterOf(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letterOf(rest - 1) : '') + String.fromCodePoint(65 + (index % 26));
}

/** A column by its name, or by its letter where it has none. */
export function columnName(t: Catalogue, header: string, index: number): string {
  return header.trim() === '' ? t.mapping.sheet.noName(letterOf(index)) : header;
}

export function dimensionName(t: Catalogue, dimension: string): string {
  const names: Readonly<Record<string, string>> = t.mapping.column.dimensions;
  return names[dimension] ?? dimension.replaceAll('_', ' ');
}

const icons: Readonly<Record<ColumnMapping['role'], IconName>> = {
  date: 'calendar',
  year: 'calendar',
  metric: 'bars',
  kpi: 'note',
  value: 'bars',
  channel: 'globe',
  account: 'globe',
  accountName: 'globe',
  dimension: 'columns',
  total: 'formula',
  id: 'link',
  link: 'link',
  title: 'note',
  type: 'note',
  personal: 'lock',
  ignored: 'minus',
};

export function stripOf(
  t: Catalogue,
  format: Format,
  kpis: Kpis,
  column: ColumnMapping,
  reasons: ViewColumn['reasons'],
): StripWords {
  const words = t.mapping;
  const { role } = column;
  const unsaid = role === 'metric' && column.kpi === null;
  // Figures of which nobody knows what they are; left out until somebody says.
  const ask = unsaid || isOpen(role, reasons);
  const title = unsaid
    ? words.strip.whichKpi
    : column.kpi !== null
      ? kpis.nameOf(column.kpi)
      : role === 'dimension'
        ? splitText(t, column.dimension)
        : words.roles[role].name;
  const unit = unitText(t, format, column.unit);
  const detail = [
    role === 'value' ? dateIn(column.header, format) : '',
    unit,
    column.network === null ? '' : networkName(t, column.network),
  ];
  return {
    title,
    detail: detail.filter(Boolean).join(', '),
    reason: reasonOf(t, kpis, column, reasons),
    icon: ask ? 'question' : icons[role],
    tone: ask ? 'ask' : role === 'ignored' || role === 'personal' || role === 'total' ? 'out' : 'in',
  };
}

/** True where only the person can know what the figures of a column are. */
export function isOpen(role: ColumnMapping['role'], reasons: ViewColumn['reasons']): boolean {
  return role === 'ignored' && reasons[0]?.code === 'unknown';
}

export function reasonOf(
  t: Catalogue,
  kpis: Kpis,
  column: ColumnMapping,
  reasons: ViewColumn['reasons'],
): string {
  const [first] = reasons;
  if (first === undefined) return '';
  const kpi = column.kpi === null ? '' : kpis.nameOf(column.kpi);
  // A column called like its KPI needs no other reason.
  const same = first.code === 'alias' && foldWords(String(first.params?.['alias'] ?? '')) === foldWords(kpi);
  return t.mapping.reasons[same ? 'name' : first.code](first.params ?? {}, kpi);
}

/** True where a column is read in both just the same. */
export function sameReading(a: ColumnMapping, b: ColumnMapping): boolean {
  return (
    a.role === b.role &&
    a.kpi === b.kpi &&
    a.unit === b.unit &&
    a.dimension === b.dimension &&
    a.network === b.network
  );
}

/** The date a column of figures is named by, as it is read; empty where its name is none or can be read in two ways. */
function dateIn(header: string, format: Format): string {
  const reading = parseDate(header);
  if (reading?.kind === 'day') return format.date(isoOf(reading.day), 'medium');
  if (reading?.kind !== 'period') return '';
  return format.period({ cadence: reading.cadence, start: isoOf(reading.start) }, 'medium');
}

/** The unit figures of a column are written in; plain numbers have none. */
function unitText(t: Catalogue, format: Format, unit: ColumnMapping['unit']): string {
  const words: Readonly<Partial<Record<ValueUnit, string>>> = t.mapping.unitWords;
  if (unit === null) return '';
  return unit === 'money' ? format.style.currency : (words[unit] ?? '');
}

/** A column without a name splits figures by nothing that has a word. */
function splitText(t: Catalogue, dimension: string | null): string {
  return dimension === null || dimension === 'dimension'
    ? t.mapping.roles.dimension.name
    : t.mapping.strip.splitBy(dimensionName(t, dimension));
}

function isProblem(code: string): code is ImportProblemCode {
  return (importProblemCodes as readonly string[]).includes(code);
}

export function refusalText(t: Catalogue, code: string, text: string): string {
  return isProblem(code) ? t.imports.problems[code]({ text }) : code;
}
