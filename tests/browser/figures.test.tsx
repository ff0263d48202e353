/** The figures grid as a person uses it: by keyboard, by clipboard, and when something is refused. */
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { makeBook, Screen } from './figuresBook.tsx';
import type { Book, BookOptions } from './figuresBook.tsx';

beforeEach(async () => {
  location.hash = '#/c/1/figures?by=week&from=2026-08-31';
  await page.viewport(1280, 760);
});

async function open(options?: BookOptions): Promise<Book> {
  const book = makeBook(options);
  await render(<Screen book={book} />);
  return book;
}

/** The cell of a KPI in the week that begins on a day. */
function cell(kpi: string, col: number): HTMLElement {
  const found = document.querySelector<HTMLElement>(`[data-line^="${kpi}|"][data-col="${col}"]`);
  if (!found) throw new Error(`no cell of ${kpi} in column ${col}`);
  return found;
}
/** Opens the book and puts the focus on a cell. */
async function at(kpi: string, col: number, options?: BookOptions): Promise<Book> {
  const book = await open(options);
  await expect.element(page.getByRole('grid')).toBeVisible();
  await userEvent.click(cell(kpi, col));
  return book;
}
const focused = (): string => {
  const { line = '', col = '' } = (document.activeElement as HTMLElement).dataset;
  return `${line.split('|')[0]} ${col}`;
};
function clip(type: 'copy' | 'paste', text = ''): string {
  const data = new DataTransfer();
  if (text) data.setData('text/plain', text);
  document.activeElement?.dispatchEvent(
    new ClipboardEvent(type, { clipboardData: data, bubbles: true, cancelable: true }),
  );
  return data.getData('text/plain');
}

/** Waits until something is said at a cell, with these words in it. */
async function told(words: string): Promise<void> {
  await expect.poll(() => document.querySelector('[role="alert"]')?.textContent).toContain(words);
}

test('is one tab stop, and says how large it is though only a part is drawn', async () => {
  await at('interactions', 0);
  const grid = page.getByRole('grid', { name: 'Figures by KPI and period' });
  const columns = Number(grid.element().getAttribute('aria-colcount'));
  await expect.element(grid).toHaveAttribute('aria-rowcount', '7');
  expect(columns).toBeGreaterThan(10);
  expect(grid.element().querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  expect(cell('interactions', 0).getAttribute('aria-colindex')).toBe('4');
  expect(cell('interactions', 0).closest('[role="row"]')?.getAttribute('aria-rowindex')).toBe('3');
});

test('moves by arrows, to the ends of row and grid, and back to the tab stop it left', async () => {
  await at('interactions', 1);
  await userEvent.keyboard('{ArrowRight}{ArrowDown}');
  expect(focused()).toBe('response_rate 2');
  await userEvent.keyboard('{Home}');
  expect(focused()).toBe('response_rate 0');
  await userEvent.keyboard('{End}');
  const last = Number(page.getByRole('grid').element().getAttribute('aria-colcount')) - 4;
  expect(focused()).toBe(`response_rate ${last}`);
  await userEvent.keyboard('{Control>}{End}{/Control}');
  expect(focused()).toBe(`engagement_rate ${last}`);
  await userEvent.keyboard('{Control>}{Home}{/Control}');
  expect(document.activeElement?.textContent).toContain('Community engagement');
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  expect(focused()).toBe('response_rate 0');
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
  expect(page.getByRole('grid').element().contains(document.activeElement)).toBe(false);
  await userEvent.keyboard('{Tab}');
  expect(focused()).toBe('response_rate 0');
});

test('folds a group with the keyboard and keeps the focus', async () => {
  await at('interactions', 0);
  await userEvent.keyboard('{ArrowUp}{Enter}');
  expect(document.activeElement?.getAttribute('aria-expanded')).toBe('false');
  await expect.element(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '4');
  await userEvent.keyboard('{ArrowRight}');
  expect(document.activeElement?.getAttribute('aria-expanded')).toBe('true');
});

test('a typed figure is read in the client’s format, shown at once, and sent as one edit', async () => {
  const book = await at('response_rate', 2);
  const release = book.hold();
  await userEvent.keyboard('87,5{Enter}');
  expect(focused()).toBe('first_reply 2');
  // Shown before the backend has answered.
  expect(cell('response_rate', 2).textContent).toBe('87,5');
  await expect.poll(() => book.edits().length).toBe(1);
  expect(book.edits()[0]).toEqual([
    { kpi: 2, channel: 7, cadence: 'week', start: '2026-09-14', value: 0.875 },
  ]);
  release();
  await expect.poll(() => book.value('response_rate', '2026-09-14')).toBe(0.875);
  expect(cell('response_rate', 2).textContent).toBe('87,5');
});

test('Esc leaves a figure as it was; opening and leaving one changes nothing', async () => {
  const book = await at('first_reply', 1);
  await userEvent.keyboard('5 min{Escape}');
  expect(focused()).toBe('first_reply 1');
  expect(cell('first_reply', 1).textContent).toBe('2 h 3 min');
  // Shown rounded, opened in full.
  await userEvent.keyboard('{F2}');
  expect((document.activeElement as HTMLInputElement).value).toBe('2 h 3 min 4,5 s');
  await userEvent.keyboard('{Enter}');
  expect(book.edits()).toEqual([]);
});

test('missing, not applicable and zero are three things', async () => {
  const book = await at('interactions', 0);
  await userEvent.keyboard('{Delete}{ArrowRight}n{ArrowRight}0{Tab}');
  await expect.poll(() => book.edits().length).toBe(3);
  expect(book.edits().map(([edit]) => edit?.value)).toEqual([null, 'na', 0]);
  expect(cell('interactions', 0).textContent).toBe('missing');
  expect(cell('interactions', 1).textContent).toBe('n/a');
  expect(cell('interactions', 2).textContent).toBe('0');
  expect(focused()).toBe('interactions 3');
});

test('what is no number, or outside the KPI’s bounds, is told at the cell and nothing is sent', async () => {
  const book = await at('response_rate', 1);
  await userEvent.keyboard('9x{Enter}');
  await told('not a number');
  expect((document.activeElement as HTMLInputElement).value).toBe('9x');
  await userEvent.keyboard('{Control>}a{/Control}150{Enter}');
  await told('cannot be more than 100');
  // Left by the pointer, the text stays at its cell.
  await userEvent.click(cell('interactions', 1));
  expect(cell('response_rate', 1).textContent).toBe('150');
  await userEvent.click(cell('response_rate', 1));
  await told('You typed 150');
  await userEvent.keyboard('{Escape}');
  expect(cell('response_rate', 1).textContent).toBe('90,0');
  expect(book.edits()).toEqual([]);
});

test('a computed row says what to do instead', async () => {
  const book = await at('engagement_rate', 1);
  await userEvent.keyboard('5');
  await told('Change the figures it is made from');
  expect(book.edits()).toEqual([]);
});

test('a write that fails gives the typed text back with the reason', async () => {
  const book = await at('interactions', 3);
  book.fail('disk-full');
  await userEvent.keyboard('250{Enter}{ArrowUp}');
  await told('The disk is full');
  expect(cell('interactions', 3).textContent).toBe('250');
  // Opened and taken again as it stands.
  await userEvent.keyboard('{F2}{Enter}');
  await expect.poll(() => book.value('interactions', '2026-09-21')).toBe(250);
});

test('a block from a spreadsheet goes in as one batch, whatever its decimal sign', async () => {
  const book = await at('interactions', 0);
  clip('paste', '1.200\t2.5\tn/a\r\n91.5\t0.5%\t\r\n');
  await expect.poll(() => book.edits().length).toBe(1);
  expect(book.edits()[0]?.map(({ kpi, start, value }) => [kpi, start, value])).toEqual([
    [1, '2026-08-31', 1.2],
    [1, '2026-09-07', 2.5],
    [1, '2026-09-14', 'na'],
    [2, '2026-08-31', 0.915],
    [2, '2026-09-07', 0.005],
    [2, '2026-09-14', null],
  ]);
});

test('what a block cannot write is left at its cells, the rest goes in', async () => {
  const book = await at('interactions', 0);
  clip('paste', '12\r\n300\r\n45\r\n7');
  await expect.poll(() => book.edits().length).toBe(1);
  expect(book.edits()[0]).toHaveLength(1);
  expect(cell('response_rate', 0).textContent).toBe('300');
  expect(cell('first_reply', 0).textContent).toBe('45');
  await expect.element(page.getByText('2 figures not taken. The marked cells say why')).toBeVisible();
});

test('copies what is selected with its full precision, to be pasted back unchanged', async () => {
  const book = await at('interactions', 0);
  await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{ArrowRight}{/Shift}');
  const text = clip('copy');
  expect(text).toBe('100\t101\r\n90%\t90%\r\n2:03:04,5\t2:03:04,5');
  clip('paste', text);
  expect(book.edits()).toEqual([]);
});

test('fills down and right from the first row and column, in one batch each', async () => {
  const book = await at('interactions', 2);
  await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowRight}{/Shift}{Control>}r{/Control}');
  await expect.poll(() => book.edits().length).toBe(1);
  expect(book.edits()[0]?.map((edit) => edit.value)).toEqual([102, 102]);
  // Another unit below: told, not written.
  await userEvent.keyboard('{ArrowDown}{Control>}d{/Control}');
  await told('another unit');
  expect(book.edits()).toHaveLength(1);
});

test('undo takes back the last action and redo puts it back, also after leaving the screen', async () => {
  const book = makeBook();
  const screen = await render(<Screen book={book} />);
  await expect.element(page.getByRole('grid')).toBeVisible();
  await userEvent.click(cell('interactions', 1));
  await userEvent.keyboard('7{Enter}');
  await userEvent.click(cell('interactions', 1));
  await userEvent.keyboard('8{Enter}');
  await expect.poll(() => book.value('interactions', '2026-09-07')).toBe(8);
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(() => cell('interactions', 1).textContent).toBe('7');
  await screen.unmount();
  await render(<Screen book={book} />);
  await userEvent.click(page.getByRole('button', { name: /^Undo/ }));
  await expect.poll(() => cell('interactions', 1).textContent).toBe('101');
  await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}{Control>}y{/Control}');
  await expect.poll(() => cell('interactions', 1).textContent).toBe('8');
  await expect.element(page.getByRole('button', { name: /^Redo/ })).toBeDisabled();
});

test('F8 goes to what is missing, and the count follows the typing', async () => {
  const book = await at('interactions', 0);
  await expect.element(page.getByRole('button', { name: /1 missing/ })).toBeVisible();
  await userEvent.keyboard('{F8}');
  expect(focused()).toBe('response_rate 5');
  await userEvent.keyboard('88{Enter}');
  await expect.element(page.getByRole('button', { name: 'None missing' })).toBeDisabled();
  await expect.poll(() => book.value('response_rate', '2026-10-05')).toBe(0.88);
});

test('the status bar counts the selection, and adds up only what can be', async () => {
  await at('interactions', 0);
  await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowRight}{/Shift}');
  const status = page.getByRole('status').first();
  await expect.element(page.getByText('3 cells')).toBeVisible();
  await expect.element(page.getByText('Sum 303')).toBeVisible();
  await userEvent.click(cell('response_rate', 4));
  await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowRight}{/Shift}');
  await expect.element(page.getByText('Recorded 2 of 3')).toBeVisible();
  expect(status.element().textContent).not.toContain('Sum');
});

test('a client without channels gets one made on the spot', async () => {
  const book = await open({ channels: false });
  await userEvent.fill(page.getByRole('textbox', { name: 'Name' }), 'Instagram de la tienda');
  await userEvent.click(page.getByRole('button', { name: 'Make channel' }));
  await expect.element(page.getByRole('grid')).toBeVisible();
  expect(book.calls.find((call) => call.name === 'channels.create')?.input).toMatchObject({
    network: 'instagram',
    name: 'Instagram de la tienda',
  });
});
