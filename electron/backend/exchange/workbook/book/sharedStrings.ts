/**
 * The package's table of texts, with more of them appended: rows that are written here name their texts in the
 * same table as the cells that the library wrote.
 *
 * Invariants: every text stands in the table once; entries that the library wrote keep their numbers; equal texts
 * in equal order give an equal table. Source: ECMA-376 part 1, 18.4.
 */
import { escapeCellText } from './xml.ts';

const HEAD = /count="(\d+)" uniqueCount="(\d+)"/;
const END = '</sst>';

export class SharedStrings {
  readonly #source: string;
  readonly #byEntry = new Map<string, number>();
  readonly #byText = new Map<string, number>();
  readonly #added: string[] = [];
  #uses = 0;

  /** Takes the part's XML. Throws when it is no table of texts. */
  constructor(xml: string) {
    if (!HEAD.test(xml) || !xml.endsWith(END)) throw new Error('the table of texts has no counts or no end');
    this.#source = xml;
    for (const entry of xml.match(/<si>[^]*?<\/si>/g) ?? []) this.#byEntry.set(entry, this.#byEntry.size);
  }

  /** The text's number for one more cell. */
  use(text: string): number {
    this.#uses += 1;
    const known = this.#byText.get(text);
    if (known !== undefined) return known;
    const entry = entryOf(text);
    const at = this.#byEntry.get(entry) ?? this.#byEntry.size;
    if (at === this.#byEntry.size) {
      this.#byEntry.set(entry, at);
      this.#added.push(entry);
    }
    this.#byText.set(text, at);
    return at;
  }

  /** The part's XML with all that was added. */
  xml(): string {
    const head = this.#source.replace(
      HEAD,
      (_, count: string) => `count="${Number(count) + this.#uses}" uniqueCount="${this.#byEntry.size}"`,
    );
    return head.slice(0, -END.length) + this.#added.join('') + END;
  }
}

/** A text that itself looks like the escape `_xHHHH_` gets its underscore escaped, or it would be read as one. */
function entryOf(text: string): string {
  const escaped = escapeCellText(text.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_'));
  const space = /^[\t\n ]|[\t\n ]$/.test(text) ? ' xml:space="preserve"' : '';
  return `<si><t${space}>${escaped}</t></si>`;
}
