import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openDelimited } from '../../electron/backend/exchange/readers/openDelimited.ts';
import { readBytes } from '../../electron/backend/exchange/readers/readFile.ts';
import { inspectFile } from '../../electron/backend/exchange/recognition/inspect.ts';
import type { InspectContext } from '../../electron/backend/exchange/recognition/inspect.ts';
import { inspectLarge } from '../../electron/backend/exchange/recognition/large.ts';
import { addDays, dayOf, isoOf } from '../../shared/domain/time.ts';
import { contextWith, shown, sums } from '../support/inspectText.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'pulsebook-large-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Streams a file and reads it whole: both must say the same. */
async function both(name: string, text: string, more: Partial<InspectContext> = {}) {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  const stream = await openDelimited(file, name);
  const head = {
    name,
    container: 'delimited',
    sheets: [stream.head],
    entries: [],
    notes: stream.notes,
  } as const;
  const streamed = await inspectLarge(head, stream, contextWith(more));
  const read = readBytes(name, new TextEncoder().encode(text));
  return { streamed, whole: inspectFile(read, contextWith(more)) };
}

const rows = (n: number, line: (i: number, iso: string) => string): string =>
  Array.from({ length: n }, (_, i) => line(i, isoOf(addDays(dayOf(1990, 1, 1), i)))).join('\n');

test('a long layout, beyond its head, equals the whole file read at once', async () => {
  const text = `date,metric,channel,value\n${rows(9000, (i, iso) => `${iso},${i % 2 ? 'Reach' : 'Likes'},${i % 3 ? 'Instagram' : 'Canal Sur'},${i % 7 === 0 ? '-' : i}`)}\nTotal,,,1\n`;
  const { streamed, whole } = await both('long.csv', text);
  expect(streamed).toMatchObject({ status: 'mapped' });
  expect(shown(streamed!)).toEqual(shown(whole));
  expect(Object.keys(shown(streamed!)).toSorted()).toEqual([
    'likes/instagram',
    'likes/other/Canal Sur',
    'reach/instagram',
    'reach/other/Canal Sur',
  ]);
});

test('a table of columns, with rows that are refused far behind the head', async () => {
  const text = `Date,Reach,Likes\n${rows(7000, (i, iso) => (i === 6500 ? `${iso},much,1` : i === 6600 ? `never,5,5` : `${iso},${i},2`))}\n`;
  const { streamed, whole } = await both('wide.csv', text);
  expect(sums(streamed!)).toEqual(sums(whole));
  expect(streamed?.tables[0]?.refused.map((row) => row.code).toSorted()).toEqual([
    'dates-impossible',
    'value-unreadable',
  ]);
});

test('a day that comes twice counts once', async () => {
  const text = `Date,Reach\n${rows(6000, (_i, iso) => `${iso},1`)}\n1990-01-05,100\n`;
  const { streamed } = await both('twice.csv', text);
  expect(sums(streamed!)).toEqual({ reach: 6000 });
  expect(streamed?.tables[0]?.refused).toMatchObject([{ code: 'duplicate-row' }]);
});

test('what needs the whole file is left to the whole reader', async () => {
  const posts = `Post id,Date,Post text,Link,Impressions\n${rows(20, (i) => `${1_900_000_000_000_000_000n + BigInt(i)},Thu Mar 20 2025,Hi,https://x.com/${i},5`)}\n`;
  expect((await both('posts.csv', posts)).streamed).toBeNull();
});

describe('money in another currency', () => {
  const own = { currency: 'EUR', answers: { 'currency:USD': '0.5' } };
  test('is reckoned beyond the head too', async () => {
    const text = `Date,Ingresos (USD)\n${rows(6000, (_i, iso) => `${iso},2.0`)}\n`;
    const { streamed, whole } = await both('money.csv', text, own);
    expect(sums(streamed!)).toEqual({ revenue: 6000 });
    expect(sums(whole)).toEqual({ revenue: 6000 });
    expect(streamed?.rates).toEqual({ USD: 0.5 });
  });
  test('is asked about where a label far behind the head names it first', async () => {
    const long = rows(6000, (_i, iso) => `${iso},Ingresos (USD),2`);
    const text = `date,metric,value\n${long}\n2020-01-01,Ingresos (GBP),8\n`;
    const { streamed } = await both('money-long.csv', text, own);
    expect(streamed).toMatchObject({ status: 'needs-answers', rates: { USD: 0.5 } });
    expect(streamed?.questions.map(({ id, answer }) => [id, answer])).toEqual([
      ['currency:USD', '0.5'],
      ['currency:GBP', undefined],
    ]);
    expect(sums(streamed!)).toEqual({ revenue: 6008 });
  });
  test('by the row needs the whole file', async () => {
    const text = `Date,Currency,Ingresos\n${rows(3000, (_i, iso) => `${iso},USD,2`)}\n`;
    const { streamed, whole } = await both('money-rows.csv', text, own);
    expect(streamed).toBeNull();
    expect(sums(whole)).toEqual({ revenue: 3000 });
  });
});
