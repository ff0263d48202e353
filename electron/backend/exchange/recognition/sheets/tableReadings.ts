/**
 * Both readings of what can be read two ways in a table, its labels, and cells as a person sees them: the parts of the
 * mapping screen that are not figures.
 */
import type { TableView } from '../../../../../shared/contract/imports/table.ts';
import { readDates } from '../../../../../shared/domain/cells/dateColumn.ts';
import { orderedDay, parseDate } from '../../../../../shared/domain/cells/dates.ts';
import { decideNumbers, parseNumber } from '../../../../../shared/domain/cells/numbers.ts';
import { isoOf } from '../../../../../shared/domain/time.ts';
import type { Day } from '../../../../../shared/domain/time.ts';
import type { Cell } from '../../model.ts';
import { cellText } from '../cells.ts';
import type { InspectContext } from '../context.ts';
import { dateInHeader } from './periodText.ts';
import { meaningOf } from './personMapping.ts';
import type { Planned } from '../planTables.ts';
import { isSummaryLabel, sumLabels } from './sumLabels.ts';
import { summaryKind } from './summaryWords.ts';

const examples = 3;
const looked = 2000;
const mostLabels = 2000;

/** A cell as a spreadsheet program would show it. */
export function shownText(cell: Cell): string {
  if (typeof cell !== 'object' || cell === null) return cellText(cell);
  switch (cell.type) {
    case 'percent':
      return `${Math.round(cell.value * 1e6) / 1e4}%`;
    case 'time': {
      const whole = Math.round(cell.seconds);
      const two = (n: number): string => String(n).padStart(2, '0');
      return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
    }
    case 'money':
      return `${cell.value} ${cell.currency}`.trim();
    case 'date':
    case 'error':
      return cellText(cell);
  }
}

/** Labels of the rows and what they are taken for; of a series only those that look like totals. */
export function labelRows({ block, mapping }: Planned, context: InspectContext): TableView['labels'] {
  const kpi = mapping.columns.find((column) => column.role === 'kpi');
  const others = mapping.columns.filter(
    (column) => column.role === 'dimension' || column.role === 'channel' || column.role === 'date',
  );
  const found = new Map<string, { rows: number; named: boolean }>();
  const count = (label: string, named: boolean): void => {
    const known = found.get(label);
    if (known) known.rows += 1;
    else if (found.size < mostLabels) found.set(label, { rows: 1, named });
  };
  for (const row of block.rows) {
    if (kpi) {
      const label = cellText(row[kpi.index] ?? null);
      if (label !== '') count(label, true);
    }
    for (const column of others) {
      const cell = row[column.index] ?? null;
      const text = typeof cell === 'string' ? cellText(cell) : '';
      if (text !== '' && (summaryKind(text) !== undefined || mapping.notTotals?.has(text)))
        count(text, false);
    }
  }
  // A total that the mapping leaves out is still shown as one.
  const figures = new Map([...(mapping.labels ?? [])].filter(([, meaning]) => meaning.kpi !== null));
  const bare = { ...mapping, labels: figures };
  const sums = sumLabels([...found.keys()], bare, context);
  return [...found].map(([label, { rows, named }]) => ({
    label,
    rows,
    kpi: named ? meaningOf(label, mapping, block, context).kpi : null,
    total: isSummaryLabel(label, bare) || sums.has(label),
  }));
}

/** Dates that are numbers only, by both orders; null where there are none. */
export function dateReadings({ block, mapping }: Planned, context: InspectContext): TableView['dates'] {
  const date = mapping.columns.find((column) => column.role === 'date');
  const texts = date
    ? block.rows.slice(0, looked).map((row) => cellText(row[date.index] ?? null))
    : mapping.columns.flatMap((column) =>
        column.role === 'value' ? [dateInHeader(column.header)?.date ?? ''] : [],
      );
  const numeric = [...new Set(texts)].flatMap((text) => {
    const reading = text === '' ? undefined : parseDate(text);
    return reading?.kind === 'numeric' ? [{ text, reading }] : [];
  });
  if (numeric.length === 0) return null;
  const { order } = readDates(texts, {
    today: context.today,
    order: mapping.dateOrder,
    language: mapping.language === 'en' ? undefined : (mapping.language ?? undefined),
  });
  // The telling ones first: those that both orders read.
  const telling = numeric.toSorted((a, b) => Number(isOpen(b.reading)) - Number(isOpen(a.reading)));
  const dayIn = (reading: (typeof numeric)[number]['reading'], by: 'dmy' | 'mdy'): string | null => {
    const day = orderedDay(reading, by);
    return Number.isNaN(day) ? null : isoOf(day as Day);
  };
  return {
    order,
    examples: telling
      .slice(0, examples)
      .map(({ text, reading }) => ({ text, dmy: dayIn(reading, 'dmy'), mdy: dayIn(reading, 'mdy') })),
  };
}

function isOpen(reading: { readonly a: number; readonly b: number }): boolean {
  return reading.a <= 12 && reading.b <= 12 && reading.a !== reading.b;
}

/** Numbers with a sign in them, by both decimal signs; null where there are none. */
export function numberReadings({ block, mapping }: Planned): TableView['numbers'] {
  const columns = mapping.columns.filter((column) => column.role === 'metric' || column.role === 'value');
  const texts: string[] = [];
  for (const row of block.rows.slice(0, looked))
    for (const column of columns) {
      const cell = row[column.index];
      if (typeof cell === 'string' && /\d[.,]\d/.test(cell) && cell.length <= 40) texts.push(cellText(cell));
    }
  const found = [...new Set(texts)];
  if (found.length === 0) return null;
  const reading = decideNumbers(texts, { language: mapping.language ?? undefined });
  const numberIn = (text: string, decimal: '.' | ','): number | null => {
    const value = parseNumber(text, decimal);
    return Number.isFinite(value) ? value : null;
  };
  const both = found.map((text) => ({ text, point: numberIn(text, '.'), comma: numberIn(text, ',') }));
  const telling = both.toSorted((a, b) => Number(b.point !== b.comma) - Number(a.point !== a.comma));
  return { decimal: mapping.decimal ?? reading.decimal, examples: telling.slice(0, examples) };
}
