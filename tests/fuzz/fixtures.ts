/**
 * Whole files to mutate: every container the importer opens, with reports of every platform that has an example and
 * sheets of nobody's format. All of them are read without error before anything is done to them.
 */
import { gzipSync } from 'node:zlib';
import { strToU8 } from 'fflate';
import { utils, write, type BookType } from 'xlsx';
import { signatures } from '../../electron/backend/exchange/recognition/signatures/index.ts';
import { dayOf } from '../../shared/domain/time.ts';
import {
  damagedByExcel,
  instagramPosts,
  metaDaily,
  ownSheet,
  tiktokOverviewCsv,
  tiktokOverviewZip,
  xOverview,
} from '../fixtures/exports.ts';
import { utf16, zipOf } from '../support/crafted.ts';

export interface Fixture {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Its text, where it is one: mutated by cells. */
  readonly text?: string;
}

const asText = (name: string, text: string): Fixture => ({ name, text, bytes: strToU8(text) });

const first = dayOf(2026, 3, 1);
const numbers = [120, 98, 143, 0, 77, 1204, 310];

/** Cells of a client's own sheet, typed as a spreadsheet program keeps them. */
const cells: (string | number | boolean)[][] = [
  ['Resumen de marzo', '', '', '', ''],
  ['Fecha', 'Alcance', 'Me gusta', 'Tasa', 'Nota'],
  ...numbers.map((n, i) => [46_082 + i, n * 13, n, n / 10_000, i % 3 === 0 ? 'café «ñ»' : '']),
  ['Total', numbers.reduce((sum, n) => sum + n, 0) * 13, '', '', true],
];

function workbook(type: BookType): Uint8Array {
  const sheet = utils.aoa_to_sheet(cells);
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 4 } }];
  for (let r = 2; r < 2 + numbers.length; r += 1) {
    const date = sheet[`A${r + 1}`];
    const share = sheet[`D${r + 1}`];
    if (date) date.z = 'dd/mm/yyyy';
    if (share) share.z = '0.00%';
  }
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Datos');
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['Date', 'Reach'],
      ['2026-01-01', 5],
      ['2026-01-02', '#N/A'],
    ]),
    'B',
  );
  return new Uint8Array(
    write(book, { type: 'buffer', bookType: type, bookSST: type !== 'biff5' && type !== 'biff2' }) as Buffer,
  );
}

const mhtml = (html: string): string =>
  `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="----=_Part"\r\n\r\n------=_Part\r\nContent-Location: file:///C:/b.htm\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n${html.replaceAll('=', '=3D')}\r\n------=_Part--\r\n`;

export function fixtures(): readonly Fixture[] {
  const examples = signatures.flatMap(({ example }) => (example ? [asText(example.file, example.text)] : []));
  const day = { views: 120, profileViews: 4, likes: 9, comments: 1, shares: 0 };
  const days = numbers.map((n) => ({ ...day, views: n }));
  const own = ownSheet(first, numbers);
  const html = new TextDecoder().decode(workbook('html'));
  const made = [
    metaDaily('Instagram follows', first, numbers),
    tiktokOverviewZip(first, days),
    tiktokOverviewCsv(first, days),
    xOverview(
      first,
      numbers.map((n) => ({ impressions: n * 9, likes: n, engagements: n, newFollows: 2, unfollows: 1 })),
    ),
    instagramPosts(
      numbers.map((n, i) => ({
        id: `1789000000000000${i}`,
        published: first,
        title: 'Uno, "dos"\ntres',
        reach: n,
        likes: i,
      })),
    ),
    damagedByExcel(),
  ];
  const ownText = new TextDecoder().decode(own.bytes);
  return [
    ...examples,
    ...made,
    asText(own.name, ownText),
    asText(
      'ancho.csv',
      'KPI;ene-26;feb-26;mar-26;Total\nAlcance;1.200;1.350,5;980;3.530,5\n"Me gusta";12;15;9;36\nVentas (€);1.2K;2 M;< 1%;\n',
    ),
    asText(
      'largo.csv',
      'date,metric,channel,value\n2026-01-01,Reach,Instagram,10\n2026-01-01,Likes,Instagram,2\n2026-01-02,Reach,Facebook,12\n',
    ),
    asText(
      'tabs.tsv',
      'Date\tReach\tCountry\n01/02/2026\t5\tES\n13/02/2026\t6\tFR\n\nDate\tLikes\n01/02/2026\t1\n14/02/2026\t2\n',
    ),
    { name: 'utf16.csv', bytes: utf16(ownText, 'be', true) },
    { name: 'reach.csv.gz', bytes: new Uint8Array(gzipSync(strToU8(ownText))) },
    {
      name: 'two.zip',
      bytes: zipOf({
        'a.csv': ownText,
        'b/c.csv': 'Date,Views\n2026-01-01,5\n',
        'n.zip': zipOf({ 'd.csv': ownText }),
      }),
    },
    asText('page.xls', html),
    asText('web.mht', mhtml(html)),
    ...(['xlsx', 'xlsb', 'biff8', 'biff5', 'biff2', 'ods'] as const).map((type) => ({
      name: `book.${type.startsWith('biff') ? 'xls' : type}`,
      bytes: workbook(type),
    })),
    ...(['xlml', 'fods'] as const).map((type) => {
      const bytes = workbook(type);
      return { name: `book.${type === 'xlml' ? 'xls' : type}`, bytes, text: new TextDecoder().decode(bytes) };
    }),
    { name: 'books.zip', bytes: zipOf({ 'a.xlsx': workbook('xlsx'), 'b.ods': workbook('ods') }) },
  ];
}
