import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { limits } from '../../electron/backend/exchange/readers/limits.ts';
import { openDelimited } from '../../electron/backend/exchange/readers/openDelimited.ts';
import { openFile } from '../../electron/backend/exchange/readers/openFile.ts';
import { utf16 } from '../support/crafted.ts';

// Real processes and large files on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'pulsebook-disk-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const line = (i: number): string =>
  `2026-01-${String((i % 28) + 1).padStart(2, '0')};canción ${i} ${'x'.repeat(40)};${i}`;
const lines = (n: number): string => Array.from({ length: n }, (_v, i) => line(i)).join('\r\n');

describe('a large delimited file', () => {
  test('comes as a head and a stream of every row with its line', async () => {
    const path = join(dir, 'large.csv');
    const n = 300_000;
    writeFileSync(path, `Fecha;Texto;Valor\r\n${lines(n)}\r\n"2026-02-01";"two\nlines";7\r\n2026-02-02;z;8`);
    const opened = await openFile(path, 'large.csv');
    expect(opened.read.error).toBeUndefined();
    expect(opened.read.delimiter).toBe(';');
    expect(opened.read.sheets[0]?.rows.length).toBe(limits.headRows);
    const more = opened.read.sheets[0]?.more ?? 0;
    expect(Math.abs(more - (n + 3 - limits.headRows)) / n).toBeLessThan(0.1);
    let sum = 0;
    let count = 0;
    const ends: [number, string[]][] = [];
    const result = await opened.stream?.stream((rows, firstLine) => {
      rows.forEach((row, i) => {
        count++;
        if (count > 1) sum += Number(row[2]);
        if (firstLine + i > n) ends.push([firstLine + i, row]);
      });
    });
    expect(result?.rows).toBe(n + 3);
    expect(count).toBe(n + 3);
    expect(sum).toBe((n * (n - 1)) / 2 + 15);
    expect(ends).toEqual([
      [n + 1, line(n - 1).split(';')],
      [n + 2, ['2026-02-01', 'two\nlines', '7']],
      [n + 4, ['2026-02-02', 'z', '8']],
    ]);
  });

  test('an accent far behind decides the encoding of the whole', async () => {
    const path = join(dir, 'late.csv');
    writeFileSync(
      path,
      Buffer.concat([
        Buffer.from(`a;b\n${'plain;1\n'.repeat(400_000)}`),
        Buffer.from('ni\xf1o;2\n', 'latin1'),
      ]),
    );
    const opened = await openDelimited(path);
    expect(opened.encoding).toBe('windows-1252');
    let last: string[] = [];
    await opened.stream((rows) => (last = rows.at(-1) ?? last));
    expect(last).toEqual(['niño', '2']);
  });

  test('characters cut by the pieces arrive whole', async () => {
    const path = join(dir, 'cut.csv');
    writeFileSync(path, `a,b\n${'é€😀,1\n'.repeat(200_000)}`);
    const opened = await openDelimited(path);
    const seen = new Set<string>();
    await opened.stream((rows) => rows.forEach((row) => seen.add(row.join('|'))));
    expect([...seen]).toEqual(['a|b', 'é€😀|1']);
  });

  test('UTF-16', async () => {
    const path = join(dir, 'wide.csv');
    writeFileSync(
      path,
      utf16(
        `sep=,\n"Alcance"\n"Date","Primary"\n${'"2026-01-01T00:00:00","5"\n'.repeat(150_000)}`,
        'le',
        true,
      ),
    );
    const opened = await openDelimited(path);
    let rows = 0;
    await opened.stream((batch) => (rows += batch.length));
    expect([opened.delimiter, opened.head.rows[0], rows]).toEqual([',', ['Alcance'], 150_002]);
  });

  test('stops when told to', async () => {
    const path = join(dir, 'stop.csv');
    writeFileSync(path, `a;b;c\n${lines(200_000)}`);
    const opened = await openDelimited(path);
    const control = new AbortController();
    const streaming = opened.stream(() => control.abort(new Error('enough')), { signal: control.signal });
    await expect(streaming).rejects.toThrow('enough');
  });

  test('a quote that is never closed does not swallow the rest', async () => {
    const path = join(dir, 'stray.csv');
    writeFileSync(path, `a,b\n1,"oops\n${'2,3\n'.repeat(600_000)}`);
    const opened = await openDelimited(path);
    const result = await opened.stream(() => undefined);
    expect(result.rows).toBe(600_002);
    expect(result.notes.map((n) => n.code)).toEqual(['unclosed-quote']);
  });
});
