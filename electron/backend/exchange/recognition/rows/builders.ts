/**
 * Figures while they are being read: growing typed arrays, one builder a KPI, network, account and dimension.
 */
import type { Cadence } from '../../../../../shared/domain/time.ts';
import type { FigureColumn } from '../../model.ts';

interface FigureSpec {
  readonly kpi: string;
  readonly network: string;
  readonly account?: string;
  readonly cadence: Cadence;
  readonly header: string;
  readonly dimension?: string;
  readonly absentMeansZero?: boolean;
  /** Newest days that the platform still corrects. */
  readonly provisional?: number;
  readonly span?: { readonly first: number; readonly last: number };
}

export class FigureBuilder {
  readonly spec: FigureSpec;
  #days = new Int32Array(64);
  #values = new Float64Array(64);
  #rows = new Int32Array(64);
  #members: string[] | null;
  #size = 0;
  #seen: Set<number> | null = null;
  readonly #ids = new Map<string, number>();
  #newest = Number.NEGATIVE_INFINITY;
  #oldest = Number.POSITIVE_INFINITY;

  constructor(spec: FigureSpec) {
    this.spec = spec;
    this.#members = spec.dimension === undefined ? null : [];
  }

  get size(): number {
    return this.#size;
  }

  /** Adds a figure; false, and nothing added, when this day (and member) has one already. */
  pushOnce(day: number, value: number, row: number, member?: string): boolean {
    if (!this.#isNew(day, member)) return false;
    this.push(day, value, row, member);
    return true;
  }

  /** Rows mostly run up or down the calendar: the set is only made once they do not. */
  #isNew(day: number, member: string | undefined): boolean {
    if (this.#members === null && this.#seen === null) {
      if (this.#size === 0 || day > this.#newest || day < this.#oldest) {
        this.#newest = Math.max(this.#newest, day);
        this.#oldest = Math.min(this.#oldest, day);
        return true;
      }
    }
    if (this.#seen === null) {
      this.#seen = new Set();
      for (let i = 0; i < this.#size; i += 1) this.#seen.add(this.#days[i] ?? 0);
    }
    const key = this.#idOf(member) * 1_000_000 + day;
    if (this.#seen.has(key)) return false;
    this.#seen.add(key);
    return true;
  }

  #idOf(member: string | undefined): number {
    if (this.#members === null) return 0;
    const known = this.#ids.get(member ?? '');
    if (known !== undefined) return known;
    this.#ids.set(member ?? '', this.#ids.size);
    return this.#ids.size - 1;
  }

  push(day: number, value: number, row: number, member?: string): void {
    if (this.#size === this.#days.length) this.#grow();
    this.#days[this.#size] = day;
    this.#values[this.#size] = value;
    this.#rows[this.#size] = row;
    if (this.#members !== null) this.#members.push(member ?? '');
    this.#size += 1;
  }

  #grow(): void {
    const length = this.#days.length * 2;
    const days = new Int32Array(length);
    const values = new Float64Array(length);
    const rows = new Int32Array(length);
    days.set(this.#days);
    values.set(this.#values);
    rows.set(this.#rows);
    this.#days = days;
    this.#values = values;
    this.#rows = rows;
  }

  /** The figures; `cadence` replaces the assumed one where it is known only at the end. */
  finish(cadence: Cadence = this.spec.cadence): FigureColumn {
    const { spec } = this;
    const days = this.#days.slice(0, this.#size);
    return {
      kpi: spec.kpi,
      network: spec.network,
      ...(spec.account === undefined ? {} : { account: spec.account }),
      cadence,
      days,
      values: this.#values.slice(0, this.#size),
      rows: this.#rows.slice(0, this.#size),
      header: spec.header,
      ...(spec.provisional === undefined || this.#size === 0
        ? {}
        : { provisional: newestCount(days, spec.provisional) }),
      ...(spec.absentMeansZero ? { absentMeansZero: true } : {}),
      ...(spec.span === undefined ? {} : { span: spec.span }),
      ...(spec.dimension === undefined || this.#members === null
        ? {}
        : { dimension: spec.dimension, members: this.#members }),
    };
  }
}

/** How many figures lie on the newest `n` days. */
function newestCount(days: Int32Array, n: number): number {
  let newest = Number.NEGATIVE_INFINITY;
  for (const day of days) if (day > newest) newest = day;
  let count = 0;
  for (const day of days) if (day > newest - n) count += 1;
  return count;
}
