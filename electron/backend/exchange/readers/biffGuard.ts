/**
 * The records of an `.xls` that say what its cells hold; all others are made to say nothing before the library sees them.
 *
 * The library reads a text's length without asking whether the record goes so far, and then never ends. Records too
 * short for what they must hold, and those that only say how a sheet looks, prints or calculates, are renamed in place:
 * offsets stay as they are, since sheets are found by them. Source: Microsoft, [MS-XLS] 2.4, and Excel's BIFF2 to BIFF5.
 */
import { ReadError } from './codes.ts';

/** Record -> the least number of bytes it needs to be read without running over its end. */
const needed: ReadonlyMap<number, number> = new Map([
  [0x0000, 8],
  [0x0200, 10],
  // Cells: number, text, truth or error, formula and its text, shared text, packed numbers.
  [0x0002, 9],
  [0x0003, 15],
  [0x0203, 14],
  [0x0004, 8],
  [0x0204, 8],
  [0x0005, 9],
  [0x0205, 8],
  [0x0006, 16],
  [0x0206, 16],
  [0x0406, 16],
  [0x0007, 2],
  [0x0207, 2],
  [0x00d6, 8],
  [0x00fd, 10],
  [0x027e, 10],
  [0x00bd, 6],
  // Where a workbook and its sheets begin and end, the calendar, the code page, the password.
  [0x0009, 4],
  [0x0209, 4],
  [0x0409, 4],
  [0x0809, 4],
  [0x000a, 0],
  [0x0022, 2],
  [0x002f, 0],
  [0x0042, 2],
  [0x0081, 2],
  [0x0085, 8],
  // Shared texts, number formats and which cell has which, merged cells, and what goes on from the last record.
  [0x00fc, 8],
  [0x003c, 0],
  [0x001e, 2],
  [0x041e, 4],
  [0x0043, 4],
  [0x0243, 12],
  [0x0443, 12],
  [0x00e0, 16],
  [0x0044, 2],
  [0x00e5, 2],
]);

const MERGES = 0x00e5;
/** A record of column widths that the library passes over. */
const SILENT = 0x0020;

/** A copy in which only whole records of values speak. Throws `damaged` where the records begin beyond reading. */
export function guardBiff(stream: Uint8Array): Uint8Array {
  const out = Uint8Array.from(stream);
  const view = new DataView(out.buffer);
  if (out.length < 8) throw new ReadError('damaged', { cause: 'the workbook ends in its first record' });
  let at = 0;
  while (at + 4 <= out.length) {
    const type = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    const least = needed.get(type);
    const whole = at + 4 + length <= out.length;
    const enough = least !== undefined && length >= least;
    const merges = type !== MERGES || (enough && whole && length >= 2 + 8 * view.getUint16(at + 4, true));
    if (!enough || !whole || !merges) view.setUint16(at, SILENT, true);
    at += 4 + length;
  }
  // Less than a record's head is left over, or the last record is cut short.
  return at <= out.length ? out.subarray(0, at) : out;
}
