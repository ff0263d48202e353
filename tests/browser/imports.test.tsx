/** The import preview as a person uses it: questions, owners, filters, their own figures against the file's. */
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Locator } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { ImportQuestion } from '../../shared/contract/imports/session.ts';
import { aFile, makeBook, networkQuestion, Screen, someRows } from './importsBook.tsx';
import type { ImportsBook, Setup } from './importsBook.tsx';

/** What a person reads there; no-break spaces are spaces. */
async function says(place: Locator, text: string | RegExp): Promise<void> {
  const read = (): string => (place.element().textContent ?? '').replaceAll(/\s+/g, ' ');
  await expect.poll(read).toMatch(text);
}

beforeEach(async () => {
  await page.viewport(1280, 800);
});

async function open(setup: Setup): Promise<ImportsBook> {
  const book = makeBook(setup);
  location.hash = book.client === null ? '#/imports?session=s1' : '#/c/1/imports?session=s1';
  await render(<Screen />);
  await expect.element(page.getByRole('heading', { name: 'Import preview' })).toBeVisible();
  return book;
}
const card = (name: string) => page.getByRole('article', { name, exact: true });
const asking = (id: number, name: string, ...questions: ImportQuestion[]) =>
  aFile(id, name, { status: 'needs-answers', questions });
const importButton = () => page.getByRole('button', { name: /^Import/ });

test('an answer is taken at once, stays to be seen, and can be changed', async () => {
  const book = await open({ files: [asking(1, 'Views.csv', networkQuestion())] });
  await expect.element(importButton()).toBeDisabled();
  await userEvent.click(card('Views.csv').getByRole('radio', { name: /^Instagram/ }));
  await expect.element(card('Views.csv').getByText('Ready')).toBeVisible();
  await expect.element(importButton()).toBeEnabled();
  await says(card('Views.csv'), 'Network: Instagram');
  await userEvent.click(card('Views.csv').getByRole('button', { name: 'Change: Which network is this?' }));
  await expect.element(card('Views.csv').getByRole('radio', { name: /^Instagram/ })).toBeChecked();
  await userEvent.click(card('Views.csv').getByRole('radio', { name: 'Facebook' }));
  await says(card('Views.csv'), 'Network: Facebook');
  expect(book.inputs('imports.answer').map(({ answers }) => answers['network'])).toEqual([
    'instagram',
    'facebook',
  ]);
});

test('one answer serves every other file that asks the same, and no other', async () => {
  const book = await open({
    files: [
      asking(1, 'Views.csv', networkQuestion()),
      asking(2, 'Reach.csv', networkQuestion()),
      asking(3, 'Interactions.csv', networkQuestion()),
      { ...asking(4, 'Page.xls', networkQuestion()), platform: 'linkedin' },
    ],
  });
  await userEvent.click(card('Views.csv').getByRole('radio', { name: 'Facebook' }));
  await userEvent.click(
    card('Views.csv').getByRole('button', { name: 'The same for the 2 other Meta files that ask this' }),
  );
  await says(card('Interactions.csv'), 'Network: Facebook');
  await says(card('Reach.csv'), 'Network: Facebook');
  await expect.element(card('Page.xls').getByText('1 question')).toBeVisible();
  expect(book.inputs('imports.answer').map(({ file }) => file)).toEqual([1, 2, 3]);
});

test('a rate is typed as the client writes numbers, and must be above zero', async () => {
  const rate: ImportQuestion = {
    id: 'currency:USD',
    code: 'currency',
    text: 'rate',
    params: { currency: 'USD', own: 'EUR', file: 'ads.csv' },
    input: 'number',
    choices: [],
    answer: null,
  };
  const book = await open({ files: [asking(1, 'ads.csv', rate)] });
  const box = card('ads.csv').getByRole('textbox', { name: '1 USD =' });
  await userEvent.fill(box, 'nothing');
  await userEvent.keyboard('{Enter}');
  await expect.element(card('ads.csv').getByText('Type a number above zero.')).toBeVisible();
  await userEvent.fill(box, '0,92');
  await userEvent.keyboard('{Enter}');
  await says(card('ads.csv'), '1 USD = 0.92 EUR');
  expect(book.inputs('imports.answer').at(-1)?.answers).toEqual({ 'currency:USD': '0.92' });
});

test('the period of a table without dates is chosen from the calendar', async () => {
  const period: ImportQuestion = {
    id: 'period',
    code: 'period',
    text: 'period',
    params: {},
    input: 'period',
    choices: [{ id: 'month:2026-09-01', text: 'September 2026' }],
    answer: null,
  };
  const book = await open({ files: [asking(1, 'cities.csv', period)] });
  await expect.element(card('cities.csv').getByRole('radio', { name: 'September 2026' })).toBeVisible();
  await userEvent.click(card('cities.csv').getByRole('button', { name: 'October 2026', exact: true }));
  await userEvent.click(page.getByRole('radiogroup', { name: 'Choose a period' }).getByText('Quarter'));
  await userEvent.click(page.getByRole('button', { name: 'Q3' }));
  await userEvent.click(card('cities.csv').getByRole('button', { name: 'It is of Q3 2026' }));
  await says(card('cities.csv'), 'Period: Q3 2026');
  expect(book.inputs('imports.answer').at(-1)?.answers).toEqual({ period: 'quarter:2026-07-01' });
});

test('files of several clients: grouped by owner, and one answer for those nobody knows', async () => {
  const unknown = { client: null, why: 'unknown', account: null } as const;
  const book = await open({
    client: null,
    files: [
      aFile(1, 'a.csv', { owner: { client: 2, why: 'account', account: '@bramble' } }),
      aFile(2, 'b.csv', { owner: unknown }),
      aFile(3, 'c.csv', { owner: unknown }),
      aFile(4, 'd.csv', { owner: unknown }),
    ],
  });
  await says(page.getByRole('region', { name: 'Of Bramble' }), 'known by its account @bramble');
  const whose = page.getByRole('region', { name: 'Whose are these files?' });
  await userEvent.click(whose.getByRole('checkbox', { name: /^d\.csv/ }));
  await userEvent.click(whose.getByRole('button', { name: 'Larkbed' }));
  await says(page.getByRole('region', { name: 'Of Larkbed' }), 'you said so');
  await says(page.getByRole('region', { name: 'Whose is this file?' }), 'd.csv');
  expect(book.inputs('imports.assign')).toEqual([{ session: 's1', files: [2, 3], client: 1 }]);
});

test('a file of another client’s account is blocked, and goes there in one press', async () => {
  const book = await open({
    files: [
      aFile(1, 'theirs.csv', { otherClient: { client: 2, name: 'Bramble', account: '@bramble' } }),
      aFile(2, 'ours.csv'),
    ],
  });
  await says(card('theirs.csv'), '@bramble is an account of Bramble');
  await expect.element(page.getByText('1 of 2 files can go in')).toBeVisible();
  await userEvent.click(card('theirs.csv').getByRole('button', { name: 'Import it for Bramble' }));
  await says(page.getByRole('region', { name: 'Of Bramble' }), 'theirs.csv');
  await expect.element(page.getByText('All 2 files can go in')).toBeVisible();
  expect(book.inputs('imports.assign')).toEqual([{ session: 's1', files: [1], client: 2 }]);
});

const some: Setup = {
  files: [aFile(1, 'clicks.csv'), aFile(2, 'views.csv')],
  rows: [
    ...someRows(1, 'added', 20),
    ...someRows(2, 'added', 5, { kpi: 'views' }),
    ...someRows(2, 'unchanged', 300),
    ...someRows(1, 'refused', 1, { kpi: 'Clicks', text: 'n.d.', reason: 'value-unreadable' }),
  ],
};

test('rows are filtered by fate, and the grid says how many there are', async () => {
  await open(some);
  const table = page.getByRole('grid');
  // Two group lines, 26 rows, the head.
  await expect.element(table).toHaveAttribute('aria-rowcount', '29');
  const shown = page.getByRole('radiogroup', { name: 'Show' });
  await userEvent.click(shown.getByText(/^Unchanged/));
  await expect.element(table).toHaveAttribute('aria-rowcount', '302');
  await userEvent.click(shown.getByText(/^Refused/));
  await says(table.getByRole('row').last(), '“n.d.” is not a figure');
  await says(table.getByRole('row').last(), 'clicks.csv');
});

test('rows are filtered by file and by KPI', async () => {
  await open(some);
  const table = page.getByRole('grid');
  await userEvent.click(page.getByRole('combobox', { name: /^File: / }));
  await userEvent.click(page.getByRole('option', { name: 'views.csv' }));
  await expect.element(table).toHaveAttribute('aria-rowcount', '7');
  await userEvent.click(page.getByRole('combobox', { name: /^File: / }));
  await userEvent.click(page.getByRole('option', { name: 'All files' }));
  await userEvent.click(page.getByRole('combobox', { name: /^KPI: / }));
  await userEvent.click(page.getByRole('option', { name: 'Views' }));
  await expect.element(table).toHaveAttribute('aria-rowcount', '7');
});

test('what you typed is kept, until you take the file’s: one row, or all', async () => {
  const book = await open({ files: [aFile(1, 'clicks.csv')], rows: someRows(1, 'kept', 3) });
  await says(page.getByRole('grid'), 'You typed it: kept');
  await userEvent.click(
    page.getByRole('button', { name: 'Take the file’s: Link clicks, Instagram, 1 Oct 2026' }),
  );
  await says(importButton(), 'Import 1 figure');
  await says(page.getByRole('grid'), 'You took the file’s');
  await userEvent.click(page.getByRole('button', { name: 'Keep mine: Link clicks, Instagram, 1 Oct 2026' }));
  await userEvent.click(page.getByRole('button', { name: 'Take the file’s for all 3' }));
  await says(importButton(), 'Import 3 figures');
  await userEvent.click(page.getByRole('button', { name: 'Keep all of mine' }));
  await says(page.getByRole('grid'), 'You typed it: kept');
  expect(book.inputs('imports.take').map(({ rows, take }) => [rows?.length ?? 'all', take])).toEqual([
    [1, true],
    [1, false],
    ['all', true],
    ['all', false],
  ]);
});

test('the grid is worked from the keyboard', async () => {
  const book = await open({
    files: [aFile(1, 'clicks.csv')],
    rows: [...someRows(1, 'kept', 2), ...someRows(1, 'added', 5000)],
  });
  const table = page.getByRole('grid');
  await says(table.getByRole('row').nth(2), 'Link clicks');
  table.element().focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  await expect
    .poll(() => book.inputs('imports.take'))
    .toEqual([{ session: 's1', rows: ['1|kept|1'], take: true }]);
  await userEvent.keyboard('{End}');
  await expect
    .poll(() => {
      const id = table.element().getAttribute('aria-activedescendant') ?? '';
      return document.getElementById(id)?.textContent ?? '';
    })
    .toContain('5,040');
  await userEvent.keyboard('{Home}{ArrowLeft}');
  await expect.element(table).toHaveAttribute('aria-rowcount', '5005');
});

test('a total that does not agree is said loudly, and does not block', async () => {
  const check = { file: 1, kpi: 'link_clicks', where: 'clicks.csv, row 2' };
  await open({
    files: [aFile(1, 'clicks.csv')],
    rows: someRows(1, 'added', 2),
    checks: [
      { ...check, stated: 37504, summed: 36978, agrees: false, wider: false },
      { ...check, kpi: 'views', stated: 12, summed: 12, agrees: true, wider: false },
    ],
  });
  const alert = page.getByRole('alert');
  await says(alert, '1 of 2 does not agree');
  await says(alert, /File says37,504Rows sum to36,978Difference\D?526/);
  await expect.element(page.getByText('They agree: 1 of 2')).toBeVisible();
  await expect.element(importButton()).toBeEnabled();
});

test('the same file again says so, and what it brings', async () => {
  const book = await open({
    files: [aFile(1, 'clicks.csv', { sameAs: { batch: 12, at: '2026-10-02T10:00:00.000Z', live: true } })],
    rows: someRows(1, 'unchanged', 3),
  });
  await says(card('clicks.csv'), 'This file came in on 2 Oct 2026 with import 12. It brings nothing new.');
  await expect.element(importButton()).toBeVisible();
  expect(book.inputs('imports.commit')).toEqual([]);
});

test('cancelling sets it aside, with a way back; Ctrl+Enter imports', async () => {
  const book = await open({ files: [aFile(1, 'clicks.csv')], rows: someRows(1, 'added', 2) });
  await userEvent.keyboard('{Escape}');
  await expect.element(card('clicks.csv')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Cancel' }));
  await expect.element(page.getByRole('heading', { name: 'Imports', level: 1 })).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Undo' }));
  await expect.element(card('clicks.csv')).toBeVisible();
  expect(book.inputs('imports.discard')).toEqual([]);
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(page.getByText('Import 38 is in the book: 2 figures')).toBeVisible();
  expect(book.inputs('imports.commit')).toHaveLength(1);
});

test('a preview that was left waits on the import screen', async () => {
  await open({ files: [aFile(1, 'clicks.csv')] });
  location.hash = '#/elsewhere';
  await expect.element(page.getByText('elsewhere')).toBeVisible();
  location.hash = '#/c/1/imports';
  await userEvent.click(page.getByRole('link', { name: 'Back to the preview' }));
  await expect.element(card('clicks.csv')).toBeVisible();
});
