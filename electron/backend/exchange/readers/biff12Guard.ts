/**
 * A binary part of an `.xlsb` with only the whole records that say what cells hold; the rest of it is left out.
 *
 * As with `.xls` (biffGuard.ts), the library believes the lengths of texts and lists inside a record. Here they are
 * held against the record, and a text's formatting runs are dropped. Source: Microsoft, [MS-XLSB] 2.1.4 and 2.4.
 */

/** Record -> the least length of its body. */
const needed: ReadonlyMap<number, number> = new Map([
  // Rows and cells; from 12 on without a column of their own.
  [0, 12],
  [1, 8],
  [2, 12],
  [3, 9],
  [4, 9],
  [5, 16],
  [7, 12],
  [9, 16],
  [10, 9],
  [11, 9],
  [12, 4],
  [13, 8],
  [14, 5],
  [15, 5],
  [16, 12],
  [18, 8],
  // Number formats of cells: their list and where it is inside the styles.
  [47, 16],
  [615, 4],
  [616, 0],
  [617, 4],
  [618, 0],
  [278, 0],
  [279, 0],
  // Beginning and end of sheets, book, list of sheets, cells, shared texts; size and merged cells.
  [129, 0],
  [130, 0],
  [131, 0],
  [132, 0],
  [143, 0],
  [144, 0],
  [145, 0],
  [146, 0],
  [148, 16],
  [153, 8],
  [159, 8],
  [160, 0],
  [176, 16],
  [177, 0],
  [178, 0],
]);

/** Record -> where its text begins; what stands before it is of fixed length. */
const texts: ReadonlyMap<number, number> = new Map([
  [6, 8],
  [8, 8],
  [17, 4],
  [44, 2],
]);
/** Texts whose first byte says that formatting follows: shared, and in a cell. */
const richTexts: ReadonlyMap<number, number> = new Map([
  [19, 0],
  [62, 8],
]);
const SHEET = 156;
const BOOK_SETTINGS = 153;
const NULL_TEXT = 0xffffffff;

export function guardBiff12(part: Uint8Array): Uint8Array {
  const view = new DataView(part.buffer, part.byteOffset, part.byteLength);
  const kept: Uint8Array[] = [];
  for (let at = 0; at < part.length;) {
    const head = recordAt(part, at);
    if (head === undefined || head.from + head.length > part.length) break;
    const body = part.subarray(head.from, head.from + head.length);
    const good = goodBody(
      head.type,
      body,
      new DataView(view.buffer, view.byteOffset + head.from, head.length),
    );
    if (good !== undefined) kept.push(part.subarray(at, at + head.typeBytes), sizeOf(good.length), good);
    at = head.from + head.length;
  }
  return Buffer.concat(kept);
}

interface Head {
  readonly type: number;
  readonly typeBytes: number;
  /** Where the body begins. */
  readonly from: number;
  readonly length: number;
}

function recordAt(part: Uint8Array, at: number): Head | undefined {
  const first = part[at] ?? 0;
  const typeBytes = first < 0x80 ? 1 : 2;
  const type = typeBytes === 1 ? first : (first & 0x7f) + (((part[at + 1] ?? 0) & 0x7f) << 7);
  let length = 0;
  let from = at + typeBytes;
  for (let i = 0; i < 4; i++) {
    const byte = part[from++];
    if (byte === undefined) return undefined;
    length += (byte & 0x7f) << (7 * i);
    if (byte < 0x80) break;
  }
  return { type, typeBytes, from, length };
}

function sizeOf(length: number): Uint8Array {
  const bytes = [];
  let rest = length;
  do {
    bytes.push((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
    rest >>>= 7;
  } while (rest > 0);
  return Uint8Array.from(bytes);
}

/** The body as the library may have it; undefined for a record that says nothing of values, or not all of it. */
function goodBody(type: number, body: Uint8Array, view: DataView): Uint8Array | undefined {
  const least = needed.get(type);
  if (least !== undefined) {
    if (body.length < least) return undefined;
    return type === BOOK_SETTINGS ? body.subarray(0, least) : body;
  }
  const text = texts.get(type);
  if (text !== undefined) return textEnd(view, text) === undefined ? undefined : body;
  const rich = richTexts.get(type);
  if (rich !== undefined) {
    const end = textEnd(view, rich + 1);
    return end === undefined ? undefined : Uint8Array.from(body.subarray(0, end)).fill(0, rich, rich + 1);
  }
  if (type !== SHEET) return undefined;
  const name = textEnd(view, 8, NULL_TEXT);
  return name === undefined || textEnd(view, name) === undefined ? undefined : body;
}

/** Behind a text with its length before it; undefined where it goes beyond the record. `none` stands for no text. */
function textEnd(view: DataView, from: number, none?: number): number | undefined {
  if (from + 4 > view.byteLength) return undefined;
  const length = view.getUint32(from, true);
  const end = from + 4 + (length === none ? 0 : 2 * length);
  return end > view.byteLength ? undefined : end;
}
