/** The command line as a script uses it: what it prints, where, and how it ends (0 done, 1 refused, 2 wrong usage). */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as XLSX from 'xlsx';
import { expect, test } from '@playwright/test';
import { damagedByExcel, metaDaily, tiktokOverviewCsv, tiktokOverviewZip } from '../fixtures/exports.ts';
import type { ExportFile } from '../fixtures/exports.ts';
import { startApp } from '../support/app.ts';
import { closedMonth, flat } from '../support/person.ts';
import { temporaryFolder } from '../support/store.ts';

const cli = path.resolve(import.meta.dirname, '../../out/main/cli.js');
const commands = ['inspect', 'demo', 'import', 'report', 'clients', 'undo', 'verify', 'backup'] as const;
const { first, days, name: month } = closedMonth();

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function pulsebook(...args: readonly string[]): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { code: status, out: stdout, err: stderr };
}

let folder: ReturnType<typeof temporaryFolder>;
let data: string;
test.beforeEach(() => {
  folder = temporaryFolder();
  data = path.join(folder.dir, 'book');
});
test.afterEach(() => folder.dispose());

function put(file: ExportFile): string {
  const place = path.join(folder.dir, file.name);
  writeFileSync(place, file.bytes);
  return place;
}

const clicks = () => put(metaDaily('Instagram link clicks', first, flat(3, days)));
const tiktokDays = flat({ views: 1000, profileViews: 7, likes: 10, comments: 2, shares: 1 }, days);

test('every command tells what it takes; what it does not take is wrong usage', () => {
  const all = pulsebook('--help');
  expect(all.code).toBe(0);
  for (const command of commands) {
    expect(all.out).toContain(`  ${command} `);
    const help = pulsebook(command, '--help');
    expect(help).toMatchObject({ code: 0, err: '' });
    expect(help.out).toContain(`pulsebook ${command}`);
  }
  for (const wrong of [
    [],
    ['explode'],
    ['inspect'],
    ['inspect', '--colour', 'a.csv'],
    ['demo'],
    ['undo', '--data', data],
    ['undo', '--data', data, '--batch', 'last'],
    ['report', '--data', data, '--client', 'Larkbed', '--period', 'soon', '--out', 'a.xlsx'],
    ['report', '--data', data, '--client', 'Larkbed', '--period', month, '--out', 'a.docx'],
  ]) {
    const ended = pulsebook(...wrong);
    expect(ended.code, wrong.join(' ')).toBe(2);
    expect(ended.err).not.toBe('');
    expect(ended.out).toBe('');
  }
});

test('inspect prints one object a file, and stores nothing', () => {
  const files = [
    clicks(),
    put(tiktokOverviewCsv(first, tiktokDays)),
    put(damagedByExcel()),
    path.join(folder.dir, 'no-such.csv'),
  ];
  const { code, out, err } = pulsebook('inspect', ...files, '--json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const reports = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  for (const report of reports)
    expect(Object.keys(report)).toEqual([
      'file',
      'status',
      'platform',
      'report',
      'language',
      'tables',
      'questions',
      'errors',
      'ms',
    ]);
  const [meta, tiktok, damaged, absent] = reports;
  expect(meta).toMatchObject({
    file: files[0],
    status: 'recognised',
    platform: 'meta',
    language: 'en',
    tables: [
      {
        rows: days,
        figures: days,
        firstDate: `${month}-01`,
        lastDate: `${month}-${days}`,
        columns: [{ role: 'date' }, { role: 'metric', kpi: 'link_clicks' }],
        totals: { link_clicks: 3 * days },
      },
    ],
    questions: [],
    errors: [],
  });
  expect(tiktok).toMatchObject({ status: 'needs-answers', platform: 'tiktok', questions: [{ id: 'year' }] });
  expect(damaged).toMatchObject({ status: 'refused', errors: [{ code: 'excel-damaged-decimals' }] });
  expect(absent).toMatchObject({ status: 'refused', errors: [{ code: 'file-unreadable' }] });
  expect(existsSync(data)).toBe(false);
});

test('answers make an open question a recognised file', () => {
  const file = put(tiktokOverviewCsv(first, tiktokDays));
  const answers = path.join(folder.dir, 'answers.json');
  writeFileSync(answers, JSON.stringify({ year: month.slice(0, 4) }));
  const { out } = pulsebook('inspect', file, '--json', '--answers', answers);
  expect(JSON.parse(out)).toMatchObject({
    status: 'recognised',
    questions: [],
    tables: [{ totals: { video_views: 1000 * days } }],
  });
});

test('demo, clients, import, report, undo, verify and backup work on one folder', () => {
  expect(pulsebook('clients', '--data', data)).toMatchObject({ code: 1, out: '' });
  expect(pulsebook('demo', '--data', data)).toMatchObject({ code: 0, err: '' });
  const again = pulsebook('demo', '--data', data);
  expect(again.code).toBe(1);
  expect(again.err).toContain('empty');
  const clients = JSON.parse(pulsebook('clients', '--data', data, '--json').out) as {
    readonly id: number;
    readonly name: string;
  }[];
  expect(clients).toHaveLength(3);
  for (const client of clients)
    expect(client).toMatchObject({ id: expect.any(Number), name: expect.any(String) });

  const nobody = pulsebook('import', '--data', data, '--client', 'Nobody', clicks());
  expect(nobody).toMatchObject({ code: 1, out: '' });
  expect(nobody.err).toContain('Nobody');

  const year = put(tiktokOverviewCsv(first, tiktokDays));
  const open = pulsebook('import', '--data', data, '--client', 'Larkbed', year);
  expect(open).toMatchObject({ code: 1, out: '' });
  expect(open.err).toContain('question year');
  const answers = path.join(folder.dir, 'answers.json');
  writeFileSync(answers, JSON.stringify({ year: month.slice(0, 4) }));
  const imported = pulsebook(
    'import',
    '--data',
    data,
    '--client',
    'Larkbed',
    year,
    '--answers',
    answers,
    '--json',
  );
  expect(imported).toMatchObject({ code: 0, err: '' });
  const { batch } = JSON.parse(imported.out) as { readonly batch: number };

  const out = path.join(folder.dir, 'report.xlsx');
  const report = [
    'report',
    '--data',
    data,
    '--client',
    'Larkbed',
    '--period',
    month,
    '--lang',
    'es',
    '--out',
    out,
  ];
  expect(pulsebook(...report)).toMatchObject({ code: 0, err: '' });
  expect(XLSX.read(readFileSync(out)).SheetNames.length).toBeGreaterThan(3);

  expect(pulsebook('undo', '--data', data, '--batch', String(batch))).toMatchObject({ code: 0, err: '' });
  expect(pulsebook('undo', '--data', data, '--batch', '9999').code).toBe(1);
  const backup = path.join(folder.dir, 'copies', 'book.db');
  expect(pulsebook('backup', '--data', data, '--out', backup)).toMatchObject({ code: 0, err: '' });
  expect(existsSync(backup)).toBe(true);
  // A file where the folder should be.
  const refused = pulsebook('backup', '--data', data, '--out', path.join(backup, 'book.db'));
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.err).toMatch(/^path-invalid: [A-Z]+: (?![A-Z]+:)/);
  const verified = pulsebook('verify', '--data', data);
  expect(verified).toMatchObject({ code: 0, err: '' });
  expect(verified.out).toContain('store: ok, 3 clients');
});

test('what is refused beside what goes in ends with 1 and the reasons on stderr', () => {
  pulsebook('demo', '--data', data);
  const { code, out, err } = pulsebook(
    'import',
    '--data',
    data,
    '--client',
    'Larkbed',
    put(tiktokOverviewZip(first, tiktokDays)),
    put(damagedByExcel()),
  );
  expect(code).toBe(1);
  expect(err).toContain('excel-damaged-decimals');
  expect(out).toMatch(/^batch \d+: /);
});

test('while the app is open the command line leaves the book alone and names who has it', async () => {
  const app = await startApp({ data });
  for (const args of [
    ['demo', '--data', data],
    ['import', '--data', data, '--client', 'Larkbed', clicks()],
    ['undo', '--data', data, '--batch', '1'],
    ['backup', '--data', data, '--out', path.join(folder.dir, 'book.db')],
  ]) {
    const { code, out, err } = pulsebook(...args);
    expect({ args, code, out }).toEqual({ args, code: 1, out: '' });
    expect(err).toContain('the app in the browser');
  }
  // Reading beside it is no harm.
  expect(pulsebook('verify', '--data', data).code).toBe(0);
  await app.stop();
});
