/** Writing a deliverable to disk: whole or not at all, with a reason a person can act on. */
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runExport } from '../../electron/backend/jobs/runExport.ts';
import { writeCsv } from '../../electron/backend/exchange/workbook/writeCsv.ts';
import { writeWorkbook } from '../../electron/backend/exchange/workbook/writeWorkbook.ts';
import { sampleReport } from '../support/sampleReport.ts';

const model = sampleReport({ size: 'small' });
const now = new Date('2026-11-10T09:00:00Z');
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pulsebook-export-'));
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

describe('export', { timeout: 60_000 }, () => {
  it('writes the workbook in a thread and tells its size and hash', async () => {
    const path = join(folder, 'report.xlsx');
    const result = await runExport({ model, format: 'xlsx', path, now });
    const bytes = readFileSync(path);
    expect(result).toEqual({ bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
    expect(Buffer.compare(bytes, writeWorkbook(model, { now }))).toBe(0);
    expect(readdirSync(folder)).toEqual(['report.xlsx']);
  });

  it('leaves nothing behind when cancelled, and the file that was there as it was', async () => {
    const path = join(folder, 'report.xlsx');
    writeFileSync(path, 'before');
    const stop = new AbortController();
    const export_ = runExport({
      model: sampleReport({ size: 'big' }),
      format: 'xlsx',
      path,
      signal: stop.signal,
    });
    stop.abort();
    await expect(export_).rejects.toMatchObject({ code: 'cancelled' });
    expect(readdirSync(folder)).toEqual(['report.xlsx']);
    expect(readFileSync(path, 'utf8')).toBe('before');
  });

  it('names what is wrong with the place', async () => {
    const missing = join(folder, 'no', 'such', 'report.xlsx');
    await expect(runExport({ model, format: 'csv', path: missing })).rejects.toMatchObject({
      code: 'path-invalid',
    });
    const taken = join(folder, 'folder.xlsx');
    mkdirSync(join(taken, 'inside'), { recursive: true });
    await expect(runExport({ model, format: 'csv', path: taken })).rejects.toMatchObject({
      code: 'path-invalid',
    });
    expect(readdirSync(folder)).toEqual(['folder.xlsx']);
  });

  // A device that is always full stands in for a full disk.
  it.skipIf(!existsSync('/dev/full') || process.getuid?.() === undefined)(
    'says that the disk is full',
    async () => {
      const { spawnSync } = await import('node:child_process');
      const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', folder]);
      if (mount.status !== 0) {
        console.log('No right to mount a small disk here: a full disk is not tried.');
        return;
      }
      try {
        const path = join(folder, 'report.xlsx');
        await expect(runExport({ model, format: 'xlsx', path })).rejects.toMatchObject({ code: 'disk-full' });
        expect(readdirSync(folder)).toEqual([]);
      } finally {
        spawnSync('umount', [folder]);
      }
    },
  );
});

describe('figures as CSV', () => {
  const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

  it('follows the client: comma decimals bring semicolons', () => {
    const [first, second] = model.figures;
    if (!first || !second) throw new Error('the sample has figures');
    const figures = [
      { ...first, value: -1234.5 },
      { ...second, value: null },
    ];
    const english = decode(writeCsv({ ...model, figures })).split('\r\n');
    expect(english[0]).toBe('\ufeffKPI,Channel,Cadence,First day,Value,State,Source,Import,Key');
    expect(english[1]).toMatch(/,-1234\.5,recorded,/);
    expect(english[2]).toMatch(/,,n\/a,/);
    const spanish = sampleReport({ size: 'small', language: 'es' });
    const line = decode(writeCsv({ ...spanish, figures })).split('\r\n')[1];
    expect(line).toMatch(/;-1234,5;anotado;/);
  });

  it('never lets text run as a formula', () => {
    const [figure] = model.figures;
    if (!figure) throw new Error('the sample has figures');
    const sources = ['=1+1', '+1', '-1', '@x', '\tx', 'a;b', 'say "hi"'];
    const text = decode(writeCsv({ ...model, figures: sources.map((source) => ({ ...figure, source })) }));
    const fields = text
      .split('\r\n')
      .slice(1, -1)
      .map((line) => line.split(/,recorded,/)[1]?.replace(/,\d+,\w+$/, ''));
    expect(fields).toEqual(["'=1+1", "'+1", "'-1", "'@x", '"\'\tx"', '"a;b"', '"say ""hi"""']);
  });
});
