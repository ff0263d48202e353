/** Collects one sheet's content; `build` gives the plain data. */
import type {
  Cell,
  CellStyle,
  Conditional,
  Picture,
  PlacedChart,
  PrintSetup,
  Range,
  Run,
  Sheet,
  Sparklines,
  Table,
  Validation,
} from './model.ts';

export class SheetBuilder {
  readonly name: string;
  readonly #cells = new Map<number, Map<number, Cell>>();
  readonly #widths: { col: number; toCol: number; width: number }[] = [];
  readonly #hidden: number[] = [];
  readonly #hiddenRows: number[] = [];
  readonly #heights = new Map<number, number>();
  readonly #merges: Range[] = [];
  readonly #conditionals: Conditional[] = [];
  readonly #validations: Validation[] = [];
  readonly #sparklines: Sparklines[] = [];
  readonly #charts: PlacedChart[] = [];
  readonly #pictures: Picture[] = [];
  #freeze: { rows: number; cols: number } | undefined;
  #filter: Range | undefined;
  #table: Table | undefined;
  #print: PrintSetup | undefined;
  #tab: string | undefined;
  #zoom: number | undefined;
  #protected = false;
  #visibility: Sheet['visibility'] = 'visible';

  constructor(name: string) {
    this.name = name;
  }

  put(row: number, col: number, value: string | number | null, style: CellStyle = {}): void {
    this.cell(row, col, { value, style });
  }

  formula(row: number, col: number, formula: string, value: string | number, style: CellStyle = {}): void {
    this.cell(row, col, { value, formula, style });
  }

  link(row: number, col: number, text: string, target: string, style: CellStyle = {}): void {
    this.cell(row, col, { value: text, link: target, style });
  }

  runs(row: number, col: number, runs: readonly Run[], style: CellStyle = {}): void {
    this.cell(row, col, { value: runs.map((run) => run.text).join(''), runs, style });
  }

  cell(row: number, col: number, cell: Cell): void {
    const cells = this.#cells.get(row) ?? new Map<number, Cell>();
    cells.set(col, cell);
    this.#cells.set(row, cells);
  }

  /** The same style over a range's empty cells. */
  paint(range: Range, style: CellStyle): void {
    for (let row = range.row; row <= range.toRow; row += 1) {
      for (let col = range.col; col <= range.toCol; col += 1) {
        if (!this.#cells.get(row)?.has(col)) this.put(row, col, null, style);
      }
    }
  }

  /** Merges, and gives the covered cells the first one's style so that borders go all the way. */
  merge(row: number, col: number, toRow: number, toCol: number): void {
    if (row === toRow && col === toCol) return;
    this.#merges.push({ row, col, toRow, toCol });
    const style = this.#cells.get(row)?.get(col)?.style;
    if (style) this.paint({ row, col, toRow, toCol }, style);
  }

  width(col: number, toCol: number, width: number): void {
    this.#widths.push({ col, toCol, width });
  }

  /** A column for machines; give it a width of its own first. */
  hide(col: number): void {
    this.#hidden.push(col);
  }

  /** A row for machines. */
  hideRow(row: number): void {
    this.#hiddenRows.push(row);
  }

  /** Leaves only unlocked cells to be typed into. */
  protect(): void {
    this.#protected = true;
  }

  height(row: number, points: number): void {
    this.#heights.set(row, points);
  }

  /** Height of all rows up to this one, in points; rows without a height of their own are 15. */
  pointsTo(row: number): number {
    let sum = 0;
    for (let at = 0; at <= row; at += 1) sum += this.#heights.get(at) ?? 15;
    return sum;
  }

  freeze(rows: number, cols: number): void {
    this.#freeze = { rows, cols };
  }

  filter(range: Range): void {
    this.#filter = range;
  }

  table(table: Table): void {
    this.#table = table;
  }

  when(conditional: Conditional): void {
    this.#conditionals.push(conditional);
  }

  validate(validation: Validation): void {
    this.#validations.push(validation);
  }

  sparklines(group: Sparklines): void {
    if (group.items.length > 0) this.#sparklines.push(group);
  }

  chart(placed: PlacedChart): void {
    this.#charts.push(placed);
  }

  picture(picture: Picture): void {
    this.#pictures.push(picture);
  }

  print(setup: PrintSetup): void {
    this.#print = setup;
  }

  look(look: { tab?: string; zoom?: number; hidden?: boolean; veryHidden?: boolean }): void {
    this.#tab = look.tab ?? this.#tab;
    this.#zoom = look.zoom ?? this.#zoom;
    if (look.hidden === true) this.#visibility = 'hidden';
    if (look.veryHidden === true) this.#visibility = 'veryHidden';
  }

  build(): Sheet {
    return {
      name: this.name,
      cells: this.#cells,
      widths: this.#widths,
      hiddenColumns: this.#hidden,
      hiddenRows: this.#hiddenRows,
      heights: this.#heights,
      merges: this.#merges,
      conditionals: this.#conditionals,
      validations: this.#validations,
      sparklines: this.#sparklines,
      charts: this.#charts,
      pictures: this.#pictures,
      gridlines: false,
      protected: this.#protected,
      visibility: this.#visibility,
      ...(this.#freeze && { freeze: this.#freeze }),
      ...(this.#filter && { filter: this.#filter }),
      ...(this.#table && { table: this.#table }),
      ...(this.#print && { print: this.#print }),
      ...(this.#tab && { tab: this.#tab }),
      ...(this.#zoom && { zoom: this.#zoom }),
    };
  }
}
