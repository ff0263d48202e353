import { gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { readBytes } from '../../electron/backend/exchange/readers/readFile.ts';
import { listZip } from '../../electron/backend/exchange/readers/zipGuard.ts';
import { bytes, rawZip, xlsxOf, zipOf } from '../support/crafted.ts';

// Real processes and large files on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const csv = 'Date,Views\n2026-01-01,5\n';

describe('a ZIP of exports', () => {
  test('every file in it is reported, the good ones read, with their times', () => {
    const file = readBytes(
      'export.zip',
      zipOf({
        'Chart data.csv': csv,
        'folder/Totals.csv': csv,
        'readme.pdf': '%PDF-1.4 something',
        'empty.csv': '',
        '__MACOSX/._Chart data.csv': 'x',
        '.DS_Store': 'x',
        'inner.zip': zipOf({
          'book.xlsx': xlsxOf([{ name: 'S', rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }]),
        }),
      }),
    );
    expect(file.container).toBe('zip');
    expect(file.entries.map((e) => [e.name, e.container, e.error?.code])).toEqual([
      ['Chart data.csv', 'delimited', undefined],
      ['Totals.csv', 'delimited', undefined],
      ['readme.pdf', 'unknown', 'not-a-spreadsheet'],
      ['empty.csv', 'unknown', 'empty-file'],
      ['inner.zip', 'zip', undefined],
    ]);
    expect(file.entries[0]?.modified).toBe('2026-03-04T05:06:08');
    expect(file.entries[0]?.sheets[0]?.rows[1]).toEqual(['2026-01-01', '5']);
    expect(file.entries[2]?.error?.where).toBe('export.zip / readme.pdf');
    expect(file.entries[4]?.entries[0]?.sheets[0]?.rows).toEqual([[1]]);
    expect(file.notes.map((n) => n.code)).toEqual([
      'system-file-skipped',
      'inner-file-refused',
      'inner-file-refused',
    ]);
  });

  test('archives inside archives end at a depth', () => {
    let content = zipOf({ 'a.csv': csv });
    for (let i = 0; i < 4; i++) content = zipOf({ [`level${i}.zip`]: content });
    let file = readBytes('deep.zip', content);
    const seen: (string | undefined)[] = [];
    while (file.entries[0] !== undefined) {
      file = file.entries[0];
      seen.push(file.error?.code);
    }
    expect(seen).toEqual([undefined, undefined, 'zip-too-deep']);
  });

  test('gzip', () => {
    const file = readBytes('report.csv.gz', new Uint8Array(gzipSync(csv)));
    expect(file.container).toBe('gzip');
    expect(file.entries[0]?.name).toBe('report.csv');
    expect(file.entries[0]?.sheets[0]?.rows.length).toBe(2);
  });

  test('names in the old code page', () => {
    const zip = rawZip([{ name: 'Gr?fico.csv', body: bytes(csv) }]);
    // 0xa0 is á in code page 437.
    for (let i = 0; i < zip.length; i++) if (zip[i] === 0x3f && zip[i - 1] === 0x72) zip[i] = 0xa0;
    expect(listZip(zip)[0]?.name).toBe('Gráfico.csv');
  });

  test('offsets count from the archive, not from what was put before it', () => {
    const file = zipOf({ 'a.csv': csv });
    expect(listZip(Uint8Array.from([...bytes('junk'), ...file])).map((e) => e.name)).toEqual(['a.csv']);
  });
});

describe('hostile and broken archives', () => {
  const zeros = new Uint8Array(60_000_000);
  test.each([
    ['a bomb by ratio', () => rawZip([{ name: 'a.csv', body: zeros }]), 'zip-bomb'],
    [
      'a bomb by the sum of many',
      () =>
        rawZip(
          Array.from({ length: 90 }, (_v, i) => ({ name: `${i}.csv`, body: zeros.subarray(0, 1_000_000) })),
        ),
      'zip-bomb',
    ],
    [
      'a directory that claims terabytes',
      () => rawZip([{ name: 'a.csv', body: bytes('x'.repeat(100)), size: 0xfffffff0 }]),
      'zip-bomb',
    ],
    [
      'a path out of the folder',
      () => rawZip([{ name: '../../evil.csv', body: bytes(csv) }]),
      'zip-unsafe-path',
    ],
    [
      'a path with backslashes',
      () => rawZip([{ name: '..\\evil.csv', body: bytes(csv) }]),
      'zip-unsafe-path',
    ],
    ['an absolute path', () => rawZip([{ name: '/etc/passwd', body: bytes(csv) }]), 'zip-unsafe-path'],
    ['a drive', () => rawZip([{ name: 'C:\\x.csv', body: bytes(csv) }]), 'zip-unsafe-path'],
    ['nothing in it', () => zipOf({}), 'zip-empty'],
    ['only folders and system files', () => zipOf({ '__MACOSX/x': 'x' }), 'zip-empty'],
    ['encrypted', () => rawZip([{ name: 'a.csv', body: bytes(csv), flags: 1 }]), 'password-protected'],
    ['cut short', () => zipOf({ 'a.csv': csv }).subarray(0, 60), 'zip-damaged'],
  ])('%s', (_name, make, code) => {
    const started = performance.now();
    const file = readBytes('x.zip', make());
    expect(file.error?.code).toBe(code);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test.each([
    ['a size that lies low', { size: 10 }, 'zip-bomb'],
    ['a size that lies high', { size: 5000 }, 'zip-damaged'],
    ['a compression nobody reads', { method: 14 }, 'zip-unsupported'],
  ])('an entry with %s is refused by itself', (_name, lie, code) => {
    const file = readBytes('x.zip', rawZip([{ name: 'a.csv', body: bytes(csv.repeat(20)), ...lie }]));
    expect(file.entries[0]?.error?.code).toBe(code);
  });

  test('a changed byte is noticed', () => {
    const zip = rawZip([{ name: 'a.csv', body: bytes(csv) }]);
    expect(readBytes('x.zip', zip).entries[0]?.error?.code).toBe('zip-damaged');
  });

  test('a gzip bomb', () => {
    expect(readBytes('a.gz', new Uint8Array(gzipSync(zeros))).error?.code).toBe('zip-bomb');
  });

  test.each([
    ['Word', { '[Content_Types].xml': '<x/>', 'word/document.xml': '<x/>' }],
    ['PowerPoint', { '[Content_Types].xml': '<x/>', 'ppt/presentation.xml': '<x/>' }],
    ['Writer', { mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }],
    ['Numbers', { 'Index/Document.iwa': 'x', 'Metadata/Properties.plist': 'x' }],
  ])('%s documents are named for what they are', (_name, files) => {
    const { error } = readBytes('f.xlsx', zipOf(files));
    expect(error?.code).toBe('not-a-spreadsheet');
    expect(error?.message).toMatch(/^This is an? /);
  });
});
