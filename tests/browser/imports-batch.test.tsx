/** A batch of the ledger on its page, taken back and put back with what happens said first; and what is remembered. */
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { Output } from '../../shared/contract/api.ts';
import { makeBook, Screen } from './importsBook.tsx';
import { says } from './says.ts';

beforeEach(async () => {
  await page.viewport(1280, 800);
});

const detail: Output<'imports.batch'> = {
  batch: {
    id: 12,
    client: 1,
    kind: 'import',
    label: 'Instagram clicks.csv',
    at: '2026-11-09T08:14:00.000Z',
    live: true,
    counts: { added: 31, changed: 2, unchanged: 4, kept: 1, refused: 0 },
    files: [
      {
        name: 'Instagram clicks.csv',
        platform: 'meta',
        report: 'daily metric',
        status: 'recognised',
        asOf: '2026-11-09',
        rates: { USD: 0.92 },
      },
    ],
  },
  figures: [
    {
      kpi: 'link_clicks',
      channel: 'Instagram',
      cadence: 'day',
      first: '2026-10-01',
      last: '2026-11-02',
      cells: 33,
      shown: 30,
    },
  ],
  confirmed: 4,
  breakdowns: 0,
  items: 0,
  cases: 0,
  notes: [],
  texts: [],
  kpis: ['views'],
  channels: ['Instagram'],
  later: [
    {
      kpi: 'link_clicks',
      channel: 'Instagram',
      cadence: 'day',
      start: '2026-10-05',
      value: 3,
      shown: 41,
      by: 'edit',
      byBatch: 13,
    },
  ],
  laterTotal: 3,
};

test('its page says what came with it, what it wrote and made, and what was changed since', async () => {
  makeBook({ files: [], batch: detail });
  location.hash = '#/c/1/imports/12';
  await render(<Screen />);
  await expect.element(page.getByRole('heading', { name: 'Import 12' })).toBeVisible();
  await says(
    page.getByRole('row', { name: /Instagram clicks\.csv/ }),
    /Meta Business Suite, by dayimported9 Nov 20261 USD = 0\.92/,
  );
  await says(page.getByRole('row', { name: /^Link clicks Instagram day/ }), /1 Oct 2026 to 2 Nov 20263330/);
  await says(
    page
      .getByRole('region', { name: /^Changed since/ })
      .getByRole('row')
      .last(),
    /5 Oct 2026341you, by hand/,
  );
  await says(page.getByRole('region', { name: 'It made' }), 'Views');
});

test('notes and texts that a returned workbook brought are told, and what becomes of them', async () => {
  makeBook({
    files: [],
    batch: {
      ...detail,
      figures: [],
      notes: [
        {
          kpi: 'link_clicks',
          channel: null,
          cadence: 'month',
          start: '2026-10-01',
          before: 'Ads were paused.',
          after: 'Ads were paused until the 12th.',
          shown: true,
        },
      ],
      texts: [{ section: 'summary', cadence: 'month', start: '2026-10-01', language: 'es', shown: false }],
    },
  });
  location.hash = '#/c/1/imports/12';
  await render(<Screen />);
  const notes = page.getByRole('region', { name: 'Notes' });
  await says(notes, /Link clicks ?All channels ?Oct 2026.*Ads were paused written in: until the 12th/);
  await expect.element(notes.getByText('stands in the book')).toBeVisible();
  await says(
    page.getByRole('region', { name: 'Texts of reports' }),
    /Summary ?October 2026 ?Spanish ?changed since/,
  );
  await userEvent.click(page.getByRole('button', { name: 'Take back: Import 12' }));
  await says(
    page.getByRole('dialog', { name: 'Take import 12 back?' }),
    'Also again what they were before: 1 note and 1 text of a report',
  );
});

test('taking it back says first what will happen, and then does it', async () => {
  const book = makeBook({ files: [], batch: detail });
  location.hash = '#/c/1/imports';
  await render(<Screen />);
  await userEvent.click(page.getByRole('button', { name: 'Take back: Import 12' }));
  const sheet = page.getByRole('dialog', { name: 'Take import 12 back?' });
  await says(sheet, '30 figures leave the book');
  await says(sheet, '3 that were changed since stay.');
  await says(sheet, 'Views, Instagram');
  expect(book.inputs('imports.undo')).toEqual([]);
  await userEvent.click(sheet.getByRole('button', { name: 'Take it back' }));
  await expect.element(page.getByText('Import 12 taken back. 3 later edits kept')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Put back: Import 12' }));
  await says(page.getByRole('dialog', { name: 'Put import 12 back?' }), '33 figures come back.');
});

test('what is remembered is listed in words, and can be forgotten', async () => {
  const book = makeBook({
    files: [],
    recipes: [
      {
        id: 5,
        name: 'Views.csv',
        platform: 'meta',
        at: '2026-10-02T10:00:00.000Z',
        used: 4,
        lastUsed: '2026-11-02T10:00:00.000Z',
        answers: [
          { id: 'network', answer: 'instagram' },
          { id: 'kpi:Sheet1:Flurble', answer: 'link_clicks' },
        ],
        mappings: [],
      },
    ],
  });
  location.hash = '#/c/1/imports';
  await render(<Screen />);
  const row = page.getByRole('row', { name: /^Views\.csv/ });
  await says(row, 'Network: Instagram');
  await says(row, '“Flurble”: Link clicks');
  await says(row, '4 times');
  await userEvent.click(row.getByRole('button', { name: 'Forget: Views.csv' }));
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: 'Forget', exact: true }));
  await expect.poll(() => book.inputs('recipes.forget')).toEqual([{ recipe: 5 }]);
});
