/**
 * One file turned into a bad one, by a seed: as bytes (flipped, cut, doubled, left out, spliced with another file, the
 * parts inside an archive too) or as cells (other delimiters, huge numbers, foreign letters, impossible dates). The
 * same seed and case give the same file on every machine.
 */
import { strToU8, unzipSync, zipSync } from 'fflate';
import { randomOf, type Random } from '../independent/random.ts';
import type { Fixture } from './fixtures.ts';

export interface Mutant {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What was done, for whoever looks at a failure. */
  readonly how: string;
}

const evil: readonly string[] = [
  '',
  ' ',
  '"',
  "'",
  '""',
  '","',
  '\n',
  '\r',
  '\0',
  '\ufeff',
  '\u202e',
  '\ud800',
  '💥',
  'é'.normalize('NFD'),
  '١٢٣',
  '=1+1',
  '@SUM(A1)',
  '#N/A',
  '#REF!',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'null',
  'undefined',
  'NaN',
  '--',
  '9'.repeat(400),
  '1e999',
  '-1e-999',
  '-1e999',
  '1.7e308',
  '\u202egpj.exe\u2066',
  'Li\u200bkes',
  '1.234.567,89',
  '1,234,567.89',
  "1'000",
  '1.2K',
  '3,4 mil',
  '< 1%',
  '101%',
  '(12)',
  '−5',
  '12:61:61',
  '99:99',
  '31/02/2026',
  '2026-02-30',
  '29/02/2025',
  '00/00/0000',
  '9999-12-31',
  '0001-01-01',
  '13/13/13',
  'Q5 2026',
  'ene-99',
  '3.abr',
  '44008',
  '-1',
  '2026-01-01 - 2025-01-01',
  'Lifetime',
  'Total',
  'Grand total',
  '# Start date: 20269999',
  'sep=,',
  'sep=;',
  '{{field}}',
  '1.78E+17',
  'ana@example.com',
  '[',
  '(',
  '\\',
  '&#0;',
  '&#1114112;',
  ']]>',
  '<![CDATA[',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '<td colspan="99999999" rowspan="99999999">',
  'x'.repeat(5000),
  '1,'.repeat(3000),
  '('.repeat(3000),
  ' '.repeat(5000),
];
const delimiters = [',', ';', '\t', '|', ', ', '||', '~', ' ', ':', '\u001f'] as const;

/** Case `n` of a run with this seed. */
export function mutant(fixtures: readonly Fixture[], seed: number, n: number): Mutant {
  const random = randomOf((Math.imul(seed, 0x9e3779b1) ^ Math.imul(n + 1, 0x85ebca6b)) >>> 0);
  const one = random.pick(fixtures);
  const steps = random.chance(0.7) ? 1 : random.whole(2, 5);
  const how: string[] = [];
  let { text } = one;
  let bytes = one.bytes;
  if (text !== undefined && random.chance(0.65)) {
    for (let i = 0; i < steps; i += 1) [text, how[i]] = byCells(text, random);
    bytes = strToU8(text);
  } else if (one.bytes[0] === 0x50 && one.bytes[1] === 0x4b && random.chance(0.6)) {
    [bytes, how[0]] = insideArchive(one.bytes, fixtures, random);
  } else {
    for (let i = 0; i < steps; i += 1) [bytes, how[i]] = byBytes(bytes, fixtures, random);
  }
  return { name: one.name, bytes: Uint8Array.from(bytes), how: `${one.name}: ${how.join(', ')}` };
}

type Step<T> = [T, string];

function byBytes(bytes: Uint8Array, fixtures: readonly Fixture[], random: Random): Step<Uint8Array> {
  const at = (): number => random.whole(0, Math.max(0, bytes.length - 1));
  const [from, to] = [at(), at()].toSorted((a, b) => a - b) as [number, number];
  switch (random.whole(0, 7)) {
    case 0: {
      const out = Uint8Array.from(bytes);
      const n = random.whole(1, 30);
      for (let i = 0; i < n && out.length > 0; i += 1) {
        const where = at();
        out[where] = (out[where] ?? 0) ^ (1 << random.whole(0, 7));
      }
      return [out, `${n} bits turned`];
    }
    case 1:
      return [bytes.subarray(0, to), `cut at ${to}`];
    case 2:
      return [join(bytes.subarray(0, from), bytes.subarray(to)), `left out ${from} to ${to}`];
    case 3:
      return [join(bytes.subarray(0, to), bytes.subarray(from)), `doubled ${from} to ${to}`];
    case 4: {
      const other = random.pick(fixtures);
      const cut = random.whole(0, other.bytes.length);
      return [
        join(bytes.subarray(0, to), other.bytes.subarray(cut)),
        `spliced with ${other.name} at ${to}/${cut}`,
      ];
    }
    case 5: {
      const out = Uint8Array.from(bytes);
      const byte = random.pick([0, 0xff, 0x20, 0x0a, 0x22, 0x3c, 0x2c]);
      out.fill(byte, from, Math.min(to, from + random.whole(1, 64)));
      return [out, `filled with ${byte} from ${from}`];
    }
    case 6: {
      const out = Uint8Array.from(bytes);
      const view = new DataView(out.buffer);
      if (out.length >= 4)
        view.setUint32(
          random.whole(0, out.length - 4),
          random.pick([0, 1, 0x7fffffff, 0xffffffff, 0x100000]),
          true,
        );
      return [out, 'a number in the format changed'];
    }
    default:
      return [
        join(
          random.pick([Uint8Array.of(0xef, 0xbb, 0xbf), Uint8Array.of(0xff, 0xfe), Uint8Array.of(0)]),
          bytes,
        ),
        'begins otherwise',
      ];
  }
}

/** One part of an archive mutated, and the archive packed again: what no checksum notices. */
function insideArchive(bytes: Uint8Array, fixtures: readonly Fixture[], random: Random): Step<Uint8Array> {
  const parts = unzipSync(bytes);
  const name = random.pick(Object.keys(parts));
  const part = parts[name] ?? new Uint8Array(0);
  const textual = /\.(xml|rels|csv)$/.test(name);
  if (textual && random.chance(0.7)) {
    const [text, how] = byCells(new TextDecoder().decode(part), random);
    return [zipSync({ ...parts, [name]: strToU8(text) }), `${name} ${how}`];
  }
  const [changed, how] = byBytes(part, fixtures, random);
  return [zipSync({ ...parts, [name]: Uint8Array.from(changed) }), `${name} ${how}`];
}

function byCells(text: string, random: Random): Step<string> {
  const lines = text.split('\n');
  const at = random.whole(0, lines.length - 1);
  const line = lines[at] ?? '';
  switch (random.whole(0, 8)) {
    case 0: {
      const [from, to] = [random.pick(delimiters), random.pick(delimiters)];
      return [text.replaceAll(from, to), `${JSON.stringify(from)} for ${JSON.stringify(to)}`];
    }
    case 1: {
      const [from, to] = [random.pick(delimiters), random.pick(delimiters)];
      return [lines.with(at, line.replaceAll(from, to)).join('\n'), `line ${at} by ${JSON.stringify(to)}`];
    }
    case 2: {
      const spots = [...text.matchAll(/[\p{L}\p{N}.,:/-]+/gu)];
      if (spots.length === 0) return [text, 'nothing'];
      const spot = random.pick(spots);
      const what = random.pick(evil);
      const from = spot.index;
      return [
        text.slice(0, from) + what + text.slice(from + spot[0].length),
        `${JSON.stringify(spot[0].slice(0, 20))} is ${JSON.stringify(what.slice(0, 20))}`,
      ];
    }
    case 3: {
      const what = random.pick(evil);
      return [
        text.replace(/\d+/g, (digits) => (random.chance(0.3) ? what : digits)),
        `numbers are ${JSON.stringify(what.slice(0, 20))}`,
      ];
    }
    case 4:
      return [lines.toSpliced(at, random.whole(1, lines.length)).join('\n'), `lines from ${at} left out`];
    case 5:
      return [
        lines.toSpliced(at, 0, ...lines.slice(0, random.whole(1, lines.length))).join('\n'),
        `lines again at ${at}`,
      ];
    case 6:
      return [lines.toSpliced(at, 0, random.pick(evil)).join('\n'), `a line before ${at}`];
    case 7:
      return [
        Array.from(text, (c) =>
          random.chance(0.02) ? String.fromCodePoint(random.whole(1, 0x2fff)) : c,
        ).join(''),
        'letters of the whole world',
      ];
    default:
      return [text.replaceAll('\n', random.pick(['\r', '\r\n', '\n\n', '\0\n', ' '])), 'other line breaks'];
  }
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  const out = new Uint8Array(a.length + b.length);
  out.set(a);
  out.set(b, a.length);
  return out;
}
