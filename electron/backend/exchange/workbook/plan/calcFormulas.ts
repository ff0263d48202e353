/**
 * The formulas of the sheet Calc, as text. Columns are fixed here; everything else asks `CalcLayout` for
 * addresses. An empty selection is empty, not 0; every formula over another guards against its being empty.
 */
import { address, fixed, literal, sheetPrefix } from '../book/address.ts';
import type { CalcRow, ChannelMethod } from './calc.ts';

export const calcColumns = {
  kpi: 0,
  channel: 1,
  period: 2,
  from: 3,
  to: 4,
  method: 5,
  series: 6,
  recorded: 7,
  asOf: 8,
  value: 9,
  plot: 10,
  atExport: 11,
  basis: 12,
  state: 13,
} as const;

/** First row of data (0-based): a title, a note, an empty row and the heads come before. */
export const CALC_FIRST = 4;

/** How the Figures table and its columns are called in this workbook. */
export interface FiguresTable {
  readonly name: string;
  readonly series: string;
  readonly day: string;
  readonly value: string;
  readonly weight: string;
  readonly weighted: string;
}

export class CalcLayout {
  readonly sheet: string;
  readonly rows: readonly CalcRow[];
  readonly #at: ReadonlyMap<CalcRow, number>;

  constructor(sheet: string, rows: readonly CalcRow[]) {
    this.sheet = sheet;
    this.rows = rows;
    this.#at = new Map(rows.map((row, index) => [row, CALC_FIRST + index]));
  }

  has(row: CalcRow): boolean {
    return this.#at.has(row);
  }

  /** 0-based sheet row. Throws for a row that was not planned, which is a mistake of ours. */
  rowOf(row: CalcRow): number {
    const at = this.#at.get(row);
    if (at === undefined) throw new Error(`no Calc row for ${row.kpi.key}`);
    return at;
  }

  /** `'Calc'!$J$5`. */
  ref(row: CalcRow, column: keyof typeof calcColumns = 'value'): string {
    return sheetPrefix(this.sheet) + fixed(this.rowOf(row), calcColumns[column]);
  }

  /** Address without the sheet, for formulas on Calc itself. */
  local(row: CalcRow, column: keyof typeof calcColumns = 'value'): string {
    return address(this.rowOf(row), calcColumns[column]);
  }
}

export interface CalcFormulas {
  readonly recorded: string | null;
  readonly asOf: string | null;
  readonly value: string;
}

export function calcFormulas(row: CalcRow, layout: CalcLayout, table: FiguresTable): CalcFormulas {
  const own = (column: keyof typeof calcColumns): string => layout.local(row, column);
  const atExport = `IF(${own('atExport')}="","",${own('atExport')})`;
  const column = (name: string): string => `${table.name}[${name}]`;
  const { method } = row;
  switch (method.kind) {
    case 'none':
      return { recorded: null, asOf: null, value: atExport };
    case 'series': {
      const [single] = method.series;
      const codes = method.series.length === 1 && single ? [`$${own('series')}`] : method.series.map(literal);
      const criteria = (code: string): string =>
        `${column(table.series)},${code},${column(table.day)},">="&$${own('from')},${column(table.day)},"<="&$${own('to')}`;
      const filled = (code: string): string => `${criteria(code)},${column(table.value)},"<>"`;
      const first = codes[0] ?? '""';
      const recorded = codes.map((code) => `COUNTIFS(${filled(code)})`).join('+');
      const isLast = method.how === 'last';
      const asOf = isLast
        ? `IF(${own('recorded')}=0,"",_xlfn.MAXIFS(${column(table.day)},${filled(first)}))`
        : null;
      if (!row.live) return { recorded, asOf, value: atExport };
      const guarded = (formula: string): string => `IF(${own('recorded')}=0,"",${formula})`;
      switch (method.how) {
        case 'sum':
        case 'exact':
          return {
            recorded,
            asOf,
            value: guarded(codes.map((code) => `SUMIFS(${column(table.value)},${criteria(code)})`).join('+')),
          };
        case 'last':
          return {
            recorded,
            asOf,
            value: guarded(
              `SUMIFS(${column(table.value)},${column(table.series)},${first},${column(table.day)},${own('asOf')})`,
            ),
          };
        case 'mean':
          return { recorded, asOf, value: guarded(`AVERAGEIFS(${column(table.value)},${criteria(first)})`) };
        case 'min':
          return { recorded, asOf, value: guarded(`_xlfn.MINIFS(${column(table.value)},${filled(first)})`) };
        case 'max':
          return { recorded, asOf, value: guarded(`_xlfn.MAXIFS(${column(table.value)},${filled(first)})`) };
        case 'weighted': {
          const weights = `SUMIFS(${column(table.weight)},${criteria(first)})`;
          return {
            recorded,
            asOf,
            value: `IF(${weights}=0,"",SUMIFS(${column(table.weighted)},${criteria(first)})/${weights})`,
          };
        }
      }
      break;
    }
    case 'channels': {
      const recorded =
        row.recorded === null
          ? null
          : `SUM(${method.parts.map((part) => layout.local(part, 'recorded')).join(',')})`;
      if (!row.live) return { recorded, asOf: null, value: atExport };
      const cells = method.parts.map((part) => layout.local(part));
      if (method.how !== 'weighted') {
        return {
          recorded,
          asOf: null,
          value: `IF(COUNT(${cells.join(',')})=0,"",${over(method.how, cells)})`,
        };
      }
      const pairs = method.parts.flatMap((part, index) => {
        const weight = method.weights[index];
        return weight ? [[layout.local(part), layout.local(weight)] as const] : [];
      });
      const both =
        pairs.map(([value, weight]) => `IF(COUNT(${value},${weight})=2,${weight},0)`).join('+') || '0';
      const sum =
        pairs.map(([value, weight]) => `IF(COUNT(${value},${weight})=2,${value}*${weight},0)`).join('+') ||
        '0';
      return { recorded, asOf: null, value: `IF((${both})=0,"",(${sum})/(${both}))` };
    }
    case 'formula': {
      if (!row.live) return { recorded: null, asOf: null, value: atExport };
      const { operands, expression } = method;
      const cellsOf = (kpi: string): string[] =>
        (operands.get(kpi)?.parts ?? []).map((part) => layout.local(part));
      const guards = [...operands.keys()].map((kpi) => `COUNT(${cellsOf(kpi).join(',')})=0`);
      const text = expression.toSpreadsheet((kpi) => over(operands.get(kpi)?.how ?? 'sum', cellsOf(kpi)));
      const computed = `IFERROR(${text},"")`;
      const condition = guards.length === 1 ? guards[0] : `OR(${guards.join(',')})`;
      return {
        recorded: null,
        asOf: null,
        value: guards.length === 0 ? computed : `IF(${condition},"",${computed})`,
      };
    }
  }
}

function over(how: ChannelMethod, cells: readonly string[]): string {
  if (cells.length === 1) return cells[0] ?? '""';
  switch (how) {
    case 'only':
    case 'sum':
    case 'weighted':
      return `SUM(${cells.join(',')})`;
    case 'mean':
      return `AVERAGE(${cells.join(',')})`;
    case 'max':
      return `MAX(${cells.join(',')})`;
  }
}
