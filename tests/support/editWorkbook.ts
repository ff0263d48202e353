/**
 * A workbook as a client gives it back: cells typed over as a spreadsheet does, all else as it was. Cells are named by what
 * stands in their row, as a person finds them.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import * as XLSX from 'xlsx';

export interface TypedCell {
  readonly sheet: string;
  /** `E14`. */
  readonly cell: string;
  readonly value: number | string;
}

/** The address of the cell under `head` in the first row that holds all of `words`. Throws where there is none. */
export function cellOf(
  bytes: Uint8Array,
  sheet: string,
  head: string,
  words: readonly (string | number)[],
): string {
  const found = XLSX.read(bytes).Sheets[sheet];
  if (found === undefined) throw new Error(`no sheet ${sheet}`);
  const rows = XLSX.utils.sheet_to_json<(string | number | null)[]>(found, { header: 1, defval: null });
  const col = rows.find((row) => row.includes(head))?.indexOf(head) ?? -1;
  const row = rows.findIndex((one) => words.every((word) => one.includes(word)));
  if (col < 0 || row < 0) throw new Error(`${sheet} has no ${head} of ${words.join(', ')}`);
  const from = XLSX.utils.decode_range(found['!ref'] ?? 'A1').s;
  return XLSX.utils.encode_cell({ r: row + from.r, c: col + from.c });
}

/** The address of the first cell whose text holds `words`, and all of its text. Throws where there is none. */
export function cellSaying(
  bytes: Uint8Array,
  sheet: string,
  words: string,
): { readonly cell: string; readonly text: string } {
  const found = XLSX.read(bytes).Sheets[sheet] ?? {};
  for (const [cell, { v: text }] of Object.entries(found) as [string, XLSX.CellObject][])
    if (typeof text === 'string' && text.includes(words)) return { cell, text };
  throw new Error(`nothing in ${sheet} says ${words}`);
}

/** The workbook with cells typed over. Throws for a cell that does not exist in its sheet. */
export function typedOver(bytes: Uint8Array, cells: readonly TypedCell[]): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(bytes);
  const text = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  for (const { sheet, cell, value } of cells) {
    const id = new RegExp(`<sheet [^>]*name="${sheet}"[^>]*r:id="([^"]+)"`, 'u').exec(
      text('xl/workbook.xml'),
    )?.[1];
    const relation = new RegExp(`<Relationship [^>]*Id="${id}"[^>]*>`, 'u').exec(
      text('xl/_rels/workbook.xml.rels'),
    )?.[0];
    const part = `xl/${/Target="([^"]+)"/u.exec(relation ?? '')?.[1] ?? ''}`;
    const before = text(part);
    const after = before.replace(
      new RegExp(`<c r="${cell}"([^>]*?)(/>|>.*?</c>)`, 'su'),
      (_, attributes: string) => {
        const kept = attributes.replace(/ t="[^"]*"/u, '');
        return typeof value === 'number'
          ? `<c r="${cell}"${kept}><v>${value}</v></c>`
          : `<c r="${cell}"${kept} t="inlineStr"><is><t>${value}</t></is></c>`;
      },
    );
    if (after === before) throw new Error(`${sheet} has no cell ${cell}`);
    parts[part] = strToU8(after);
  }
  return new Uint8Array(zipSync(parts));
}
