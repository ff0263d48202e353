/**
 * Large plain worksheets, read beside the library: it is given such a sheet with one cell of each style and one
 * of each shared string instead of all cells, and so still decides what a format and a text are; the cells
 * themselves come from `scanCells`. Everything else in the sheet (merges, what lies around the cells) stays.
 */
import { randomUUID } from 'node:crypto';
import { findPlainSheet, scanCells, type PlainSheet } from './sheetScan.ts';
import type { ZipEntry } from './zipGuard.ts';

interface Scanned {
  readonly xml: Buffer;
  readonly cells: PlainSheet;
  /** Styles of numbers, then indexes of shared strings, in the order of their stand-ins. */
  readonly styles: readonly number[];
  readonly strings: readonly number[];
}

/** Cell values of the stand-ins, as the library gives them. */
export interface StandIn {
  readonly v?: unknown;
  readonly z?: unknown;
}

export interface PlainRows {
  readonly styles: ReadonlyMap<number, StandIn | undefined>;
  readonly strings: ReadonlyMap<number, StandIn | undefined>;
  /** Every cell by row and column; `kind` is the stand-in of its style or text. */
  each(onCell: (row: number, col: number, shared: boolean, kind: StandIn | undefined, value: number) => void): void;
}

export class PlainSheets {
  readonly #token = `scanned ${randomUUID()} `;
  readonly #sheets: Scanned[] = [];
  readonly #from: number;

  /** Sheets of at least `from` bytes of XML are scanned. */
  constructor(from: number) {
    this.#from = from;
  }

  /** A part as the library is to see it: itself, or the sheet with stand-ins. */
  part(entry: ZipEntry, data: Uint8Array): Uint8Array {
    if (data.length < this.#from || !/^xl\/worksheets\/[^/]+\.xml$/i.test(entry.name)) return data;
    const xml = Buffer.from(data.buffer, data.byteOffset, data.length);
    const cells = findPlainSheet(xml);
    if (cells === undefined) return data;
    const styles = new Set<number>();
    const strings = new Set<number>();
    const plain = scanCells(xml, cells, (_row, _col, shared, style, value) => {
      if (shared) strings.add(value);
      else styles.add(style);
    });
    if (!plain) return data;
    const number = this.#sheets.push({ xml, cells, styles: [...styles], strings: [...strings] }) - 1;
    const rows = [`<c r="A1" t="str"><v>${this.#token}${number}</v></c>`];
    for (const style of styles) rows.push(`<c r="A${rows.length + 1}" s="${style}"><v>1</v></c>`);
    for (const index of strings) rows.push(`<c r="A${rows.length + 1}" t="s"><v>${index}</v></c>`);
    const standIns = rows.map((cell, i) => `<row r="${i + 1}">${cell}</row>`).join('');
    return Buffer.concat([xml.subarray(0, cells.from), Buffer.from(standIns), xml.subarray(cells.to)]);
  }

  /** The rows behind a sheet of stand-ins; undefined for a sheet that the library has read itself. */
  take(data: readonly (readonly (StandIn | undefined)[] | undefined)[]): PlainRows | undefined {
    const mark = data[0]?.[0]?.v;
    if (typeof mark !== 'string' || !mark.startsWith(this.#token)) return undefined;
    const number = Number(mark.slice(this.#token.length));
    const sheet = this.#sheets[number];
    if (sheet === undefined) return undefined;
    const standIn = (i: number): StandIn | undefined => data[i]?.[0];
    const styles = new Map(sheet.styles.map((style, i) => [style, standIn(1 + i)] as const));
    const first = 1 + sheet.styles.length;
    const strings = new Map(sheet.strings.map((index, i) => [index, standIn(first + i)] as const));
    return {
      styles,
      strings,
      each(onCell) {
        scanCells(sheet.xml, sheet.cells, (row, col, shared, style, value) =>
          onCell(row, col, shared, shared ? strings.get(value) : styles.get(style), value),
        );
      },
    };
  }
}
