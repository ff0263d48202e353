/**
 * Large plain worksheets, read beside the library: it is given such a sheet with one cell of each style and one
 * of each shared string instead of all cells, and so still decides what a format and a text are; the cells
 * themselves come from `scanCells`. Everything else in the sheet (merges, what lies around the cells) stays.
 */
import { randomUUID } from 'node:crypto';
import { findPlainSheet, scanCells, type PlainSheet } from './sheetScan.ts';
import type { ZipEntry } from './zipGuard.ts';
import { unpackPart } from './zipRepack.ts';

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

/** Calls back for every cell by row and column; `kind` is the stand-in of its style or text. */
export type PlainRows = (
  onCell: (row: number, col: number, shared: boolean, kind: StandIn | undefined, value: number) => void,
) => void;

export class PlainSheets {
  readonly #token = `scanned ${randomUUID()} `;
  readonly #sheets: Scanned[] = [];
  readonly #from: number;

  /** Sheets of at least `from` bytes of XML are scanned. */
  constructor(from: number) {
    this.#from = from;
  }

  /** The parts of an archive that the library is to see otherwise than they are. Throws what unpacking throws. */
  replaced(bytes: Uint8Array, entries: readonly ZipEntry[]): Map<ZipEntry, Buffer> {
    const found = new Map<ZipEntry, Buffer>();
    for (const entry of entries) {
      if (entry.size < this.#from || !/^xl\/worksheets\/[^/]+\.xml$/i.test(entry.name)) continue;
      const part = this.#withStandIns(unpackPart(bytes, entry));
      if (part !== undefined) found.set(entry, part);
    }
    return found;
  }

  #withStandIns(data: Uint8Array): Buffer | undefined {
    const xml = Buffer.from(data.buffer, data.byteOffset, data.length);
    const cells = findPlainSheet(xml);
    if (cells === undefined) return undefined;
    const styles = new Set<number>();
    const strings = new Set<number>();
    const plain = scanCells(xml, cells, (_row, _col, shared, style, value) => {
      if (shared) strings.add(value);
      else styles.add(style);
    });
    if (!plain) return undefined;
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
    const sheet = this.#sheets[Number(mark.slice(this.#token.length))];
    if (sheet === undefined) return undefined;
    const standIn = (i: number): StandIn | undefined => data[i]?.[0];
    const styles = new Map(sheet.styles.map((style, i) => [style, standIn(1 + i)] as const));
    const first = 1 + sheet.styles.length;
    const strings = new Map(sheet.strings.map((index, i) => [index, standIn(first + i)] as const));
    return (onCell) => {
      scanCells(sheet.xml, sheet.cells, (row, col, shared, style, value) =>
        onCell(row, col, shared, shared ? strings.get(value) : styles.get(style), value),
      );
    };
  }
}
