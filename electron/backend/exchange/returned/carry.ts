/**
 * What a workbook carries of itself, gathered from its sheets as they are about to be written: by the same keys by which
 * it is read back, so that whatever a sheet keys is carried without a word here.
 */
import { plainText } from '../../../../shared/domain/text/printed.ts';
import type { Paragraph } from '../../../../shared/domain/text/printed.ts';
import { parseIso } from '../../../../shared/domain/time.ts';
import type { Day } from '../../../../shared/domain/time.ts';
import type { Sheet } from '../workbook/book/model.ts';
import { KEY_HEAD, readKey, writeKey } from '../workbook/keys.ts';
import type { RowKey } from '../workbook/keys.ts';
import type { PlannedContext } from '../workbook/sheets/context.ts';
import type {
  Carried,
  CarriedEntry,
  CarriedNote,
  CarriedSeries,
  CarriedSheet,
  CarriedText,
} from './carried.ts';
import { formulasOf } from './formulas.ts';

const NAME = 200;

export function carriedOf(context: PlannedContext, sheets: readonly Sheet[]): Carried {
  const { model, titles } = context;
  const notes: CarriedNote[] = [];
  const texts: CarriedText[] = [];
  const entries: CarriedEntry[] = [];
  const carried = sheets.map((sheet): CarriedSheet => {
    if (sheet.name === titles.figures) return figuresSheet(context, sheet);
    const keyed = keyedRows(sheet);
    const places = placesOf(context, sheet, keyed);
    for (const { row, key, known } of keyed.rows) {
      if (known.kind === 'note') notes.push(noteOf(context, sheet, places.note, row, key));
      else if (known.kind === 'text')
        texts.push([key, paragraphOf(context, known).map(({ text, token }) => [text, token])]);
      else if (known.kind === 'entry') entries.push(entryOf(sheet, keyed.heads, row, key));
    }
    const withFormula = (row: number): boolean =>
      [...(sheet.cells.get(row)?.values() ?? [])].some((cell) => cell.formula !== undefined);
    return {
      name: sheet.name,
      kinds: [...new Set(keyed.rows.map(({ known }) => known.kind))],
      keys: keyed.col,
      head: keyed.heads[0] ?? null,
      heads: headsOf(sheet, keyed.heads[0] ?? null),
      text: places.text,
      others: places.others,
      rows: keyed.rows.flatMap(({ row, key }) => (withFormula(row) ? [[row, key] as const] : [])),
      ...formulasOf(sheet.cells, sheet.name !== titles.calc),
    };
  });
  return {
    client: { uid: model.client.uid, name: model.client.name.slice(0, NAME) },
    language: model.language,
    period: { ...model.period, label: model.period.label.slice(0, NAME) },
    base: model.base.kind,
    preparedOn: model.preparedOn,
    kpis: model.kpis.map(({ key, name, unit }) => [key, name.slice(0, NAME), unit]),
    channels: model.channels.map(({ id, name, network }) => [id, name.slice(0, NAME), network]),
    figures: seriesOf(context),
    notes,
    texts,
    entries,
    sheets: carried,
  };
}

/** Rows are sorted by series, so that each is one run. */
function seriesOf({ plan }: PlannedContext): CarriedSeries[] {
  const found: { id: string; series: CarriedSeries; days: number[]; values: (number | null)[]; last: Day }[] =
    [];
  for (const { figure, start, series: id } of plan.figures.rows) {
    let run = found.at(-1);
    if (run?.id !== id) {
      const [days, values]: [number[], (number | null)[]] = [[], []];
      const series = [figure.kpi, figure.channel, figure.cadence, days, values] as const;
      found.push((run = { id, series, days, values, last: 0 as Day }));
    }
    run.days.push(start - run.last);
    run.values.push(figure.value);
    run.last = start;
  }
  return found.map(({ series }) => series);
}

function figuresSheet({ words, model, plan }: PlannedContext, sheet: Sheet): CarriedSheet {
  const range = sheet.table?.range;
  const headers = sheet.table?.headers ?? [];
  const head = range?.row ?? 0;
  // Of this long list only the rows of weighted means have formulas.
  const weighted = new Set(
    model.kpis.filter(({ timeAggregation }) => timeAggregation === 'weightedMean').map(({ key }) => key),
  );
  const rows = plan.figures.rows.flatMap(({ figure }, i) => (weighted.has(figure.kpi) ? [head + 1 + i] : []));
  return {
    name: sheet.name,
    kinds: ['figure'],
    keys: range ? range.col + headers.indexOf(words.key) : null,
    head,
    heads: [...headers],
    text: null,
    others: [],
    rows: [],
    ...formulasOf(new Map(rows.map((row) => [row, sheet.cells.get(row) ?? new Map<number, never>()])), false),
  };
}

interface Keyed {
  readonly col: number | null;
  /** Rows whose key cell says that it is the head. */
  readonly heads: readonly number[];
  readonly rows: readonly {
    readonly row: number;
    readonly key: string;
    readonly known: RowKey;
  }[];
}

function keyedRows(sheet: Sheet): Keyed {
  const at: { readonly row: number; readonly col: number }[] = [];
  for (const [row, cells] of sheet.cells)
    for (const [col, cell] of cells) if (cell.value === KEY_HEAD) at.push({ row, col });
  const col = at[0]?.col ?? null;
  if (col === null) return { col, heads: [], rows: [] };
  const rows = [...sheet.cells].flatMap(([row, cells]) => {
    const key = cells.get(col)?.value;
    const known = typeof key === 'string' ? readKey(key) : null;
    return typeof key === 'string' && known !== null ? [{ row, key, known }] : [];
  });
  const heads = at.filter((head) => head.col === col).map(({ row }) => row);
  return { col, heads: heads.toSorted((a, b) => a - b), rows: rows.toSorted((a, b) => a.row - b.row) };
}

function headsOf(sheet: Sheet, head: number | null): string[] {
  const cells = head === null ? undefined : sheet.cells.get(head);
  if (cells === undefined) return [];
  const last = Math.max(-1, ...cells.keys());
  return Array.from({ length: last + 1 }, (_, col) => String(cells.get(col)?.value ?? '').slice(0, NAME));
}

function textAt(sheet: Sheet, row: number, paragraph: Paragraph): number | undefined {
  const words = plainText(paragraph);
  return [...(sheet.cells.get(row) ?? [])].find(([, { value }]) => value === words)?.[0];
}

interface Places {
  readonly note: number;
  readonly text: number | null;
  readonly others: readonly string[];
}

/** A note stands left of its key, a paragraph in the cell of its row that has its words. */
function placesOf(context: PlannedContext, sheet: Sheet, { col, rows }: Keyed): Places {
  const paragraphs = rows.filter(({ known }) => known.kind === 'text');
  const note = (col ?? 1) - 1;
  const [text] = paragraphs.flatMap(
    ({ row, known }) => textAt(sheet, row, paragraphOf(context, known)) ?? [],
  );
  return text === undefined
    ? { note, text: null, others: [] }
    : { note, text, others: othersBelow(sheet, text, new Set(paragraphs.map(({ row }) => row))) };
}

/** Texts of a column between its paragraphs and under them that are none of them. */
function othersBelow(sheet: Sheet, col: number, paragraphs: ReadonlySet<number>): string[] {
  const first = Math.min(...paragraphs);
  return [...sheet.cells].flatMap(([row, cells]) => {
    const value = cells.get(col)?.value;
    return row > first && !paragraphs.has(row) && typeof value === 'string' && value !== '' ? [value] : [];
  });
}

function noteOf({ model }: PlannedContext, sheet: Sheet, col: number, row: number, key: string): CarriedNote {
  const value = sheet.cells.get(row)?.get(col)?.value;
  const own = model.groups
    .flatMap((group) => group.rows)
    .some(
      (one) =>
        one.why !== undefined && writeKey({ kind: 'note', kpi: one.kpi, channel: one.channel }) === key,
    );
  return [key, typeof value === 'string' ? value : null, own];
}

function paragraphOf({ model }: PlannedContext, key: RowKey): Paragraph {
  if (key.kind !== 'text') return [];
  return model.commentary.find(({ section }) => section === key.section)?.paragraphs[key.paragraph] ?? [];
}

function entryOf(sheet: Sheet, heads: readonly number[], row: number, key: string): CarriedEntry {
  const days = sheet.cells.get(heads.findLast((head) => head < row) ?? -1) ?? new Map<number, never>();
  const cells = sheet.cells.get(row);
  return [
    key,
    [...days].flatMap(([col, { value: start }]) => {
      if (typeof start !== 'string' || parseIso(start) === undefined) return [];
      const value = cells?.get(col)?.value;
      return [[start, typeof value === 'number' ? value : null] as const];
    }),
  ];
}
