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
/** The cells are there before their figures are. */
async function drawn(kpi: string, col: number): Promise<void> {
  await expect
    .poll(() => document.querySelector(`[data-line^="${kpi}|"][data-col="${col}"]`)?.textContent)
    .not.toBe('');
}
/** Opens the book and puts the focus on a cell. */
async function at(kpi: string, col: number, options?: BookOptions): Promise<Book> {
  const book = await open(options);
  await expect.element(page.getByRole('grid')).toBeVisible();
  await drawn(kpi, col);
  await userEvent.click(cell(kpi, col));
  return book;
}
const focused = (): string => {
  const { line = '', col = '' } = (document.activeElement as HTMLElement).dataset;
  return `${line.split('|')[0]} ${col}`;
};
function clip(type: 'copy' | 'cut' | 'paste', text = '', html = ''): string {
  const data = new DataTransfer();
  if (text) data.setData('text/plain', text);
  if (html) data.setData('text/html', html);
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
  clip('paste', '1,200\t2\tn/a\r\n91.5\t0.5%\t\r\n');
  await expect.poll(() => book.edits().length).toBe(1);
  expect(book.labels()).toEqual(['6 figures pasted']);
  expect(book.edits()[0]?.map(({ kpi, start, value }) => [kpi, start, value])).toEqual([
    [1, '2026-08-31', 1200],
    [1, '2026-09-07', 2],
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
  await expect.element(page.getByRole('button', { name: 'Nothing to redo' })).toBeDisabled();
});

test('F8 goes to what is missing, and the count follows the typing', async () => {
  const book = await at('interactions', 0);
  await expect.element(page.getByRole('button', { name: /1 missing/ })).toBeVisible();
  await userEvent.keyboard('{F8}');
  expect(focused()).toBe('response_rate 5');
  await userEvent.keyboard('88{Enter}');
  await expect.element(page.getByRole('button', { name: /^None missing/ })).toBeVisible();
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

test('draws only what is in view, and says of each row and cell which one it is', async () => {
  await at('interactions', 0, { more: 500 });
  const grid = page.getByRole('grid').element();
  expect(grid.getAttribute('aria-rowcount')).toBe('507');
  const scroller = grid.parentElement?.parentElement;
  scroller?.scrollTo({ top: 6000 });
  await expect.poll(() => document.querySelector('[data-line^="more_240|"]')).not.toBeNull();
  const rows = [...grid.querySelectorAll<HTMLElement>('[role="row"]')];
  expect(rows.length).toBeLessThan(60);
  const places = rows.slice(1).flatMap((row): readonly (readonly [string, string | null])[] => {
    const extra = /^more_(\d+)/.exec(
      row.querySelector<HTMLElement>('[data-col="0"]')?.dataset['line'] ?? '',
    )?.[1];
    return extra === undefined ? [] : [[String(Number(extra) + 8), row.getAttribute('aria-rowindex')]];
  });
  expect(places.length).toBeGreaterThan(10);
  for (const [place, said] of places) expect(said).toBe(place);
  for (const one of grid.querySelectorAll<HTMLElement>('[role="gridcell"][data-col]'))
    expect(Number(one.getAttribute('aria-colindex'))).toBe(Number(one.dataset['col']) + 4);
  // The cell with the focus stays in the document, far away as it is.
  expect(focused()).toBe('interactions 0');
  await userEvent.keyboard('{ArrowDown}');
  expect(focused()).toBe('response_rate 0');
  expect(scroller?.scrollTop).toBeLessThan(200);
});

test('Ctrl and arrows jump over runs of figures; rows and columns are selected whole', async () => {
  await at('response_rate', 0);
  await userEvent.keyboard('{Control>}{ArrowRight}{/Control}');
  // The gap in the sixth week ends the run.
  expect(focused()).toBe('response_rate 4');
  await userEvent.keyboard('{Control>}{ArrowRight}{/Control}');
  expect(focused()).toBe('response_rate 6');
  await userEvent.keyboard('{Shift>} {/Shift}');
  const picked = (): string[] =>
    [...document.querySelectorAll<HTMLElement>('[aria-selected="true"]')].map(
      ({ dataset }) => dataset['line'] ?? '',
    );
  expect(new Set(picked())).toEqual(new Set(['response_rate|7']));
  await userEvent.click(page.getByRole('columnheader', { name: /^W38/ }));
  expect(picked()).toHaveLength(4);
});

test('a table from LibreOffice brings the numbers behind what it shows', async () => {
  const book = await at('response_rate', 0);
  const html =
    '<table><tr><td sdval="0.12345" sdnum="1033;0;0%">12%</td><td sdval="0.5" sdnum="1033;0;0%">50%</td></tr></table>';
  clip('paste', '12%\t50%', html);
  await expect.poll(() => book.edits().length).toBe(1);
  expect(book.edits()[0]?.map((edit) => edit.value)).toEqual([0.12345, 0.5]);
});

test('a block with its own heads goes where they say, or is refused as a whole', async () => {
  const book = await at('first_reply', 3);
  clip('paste', '\t14/09/2026\t07/09/2026\nresponse_rate\t70%\t80%\ninteractions\t7\t8');
  await expect.poll(() => book.edits().length).toBe(1);
  expect(book.edits()[0]?.map(({ kpi, start, value }) => [kpi, start, value])).toEqual([
    [2, '2026-09-14', 0.7],
    [2, '2026-09-07', 0.8],
    [1, '2026-09-14', 7],
    [1, '2026-09-07', 8],
  ]);
  clip('paste', '15/01/2020\t22/01/2020\n1\t2');
  await told('none is a column here (15/01/2020)');
  clip('paste', 'No such KPI\t5\nNor this\t6');
  await told('none is a row here (No such KPI)');
  expect(book.edits()).toHaveLength(1);
});

test('errors of another sheet, parts of counts and what does not fit are told, the rest goes in', async () => {
  const book = await at('interactions', 6);
  clip('paste', '#DIV/0!\t1.5\t9\t10\n91 %\t92%\t93\t94');
  await expect.poll(() => book.edits().length).toBe(1);
  expect(book.edits()[0]?.map(({ kpi, value }) => [kpi, value])).toEqual([
    [2, 0.91],
    [2, 0.92],
  ]);
  await userEvent.click(cell('interactions', 6));
  await told('an error of the sheet');
  await userEvent.click(cell('interactions', 7));
  await told('a whole number');
  await expect.element(page.getByText('4 pasted cells had no place in the grid')).toBeVisible();
});

test('cutting copies and clears; a cell’s own figure goes on in steps when it is filled by its handle', async () => {
  const book = await at('interactions', 0);
  await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
  const from = document.querySelector('[title="Fill handle"]');
  const to = cell('interactions', 4).getBoundingClientRect();
  const point = (type: string, x: number, y: number): void => {
    const target = type === 'pointerdown' ? from : window;
    target?.dispatchEvent(new PointerEvent(type, { bubbles: true, clientX: x, clientY: y, button: 0 }));
  };
  point('pointerdown', 0, 0);
  point('pointermove', to.x + 20, to.y + 8);
  await expect.poll(() => document.querySelector('[class*="ghost"]')).not.toBeNull();
  point('pointerup', to.x + 20, to.y + 8);
  await expect.poll(() => book.edits().length).toBe(0);
  // 100 and 101 go on as 102, 103, 104: what stands there already.
  await userEvent.click(cell('interactions', 0));
  expect(clip('cut')).toBe('100');
  await expect.poll(() => book.value('interactions', '2026-08-31')).toBeUndefined();
});

test('the columns can be the channels of one period, typed in the same way', async () => {
  location.hash = '#/c/1/figures?by=week&view=channels&from=2026-09-07';
  const book = await at('interactions', 0);
  const grid = page.getByRole('grid', { name: 'Figures by KPI and channel' });
  await expect.element(grid.getByRole('columnheader', { name: 'Forum' })).toBeVisible();
  expect(cell('interactions', 0).textContent).toBe('101');
  expect(cell('interactions', 0).getAttribute('aria-colindex')).toBe('3');
  await userEvent.keyboard('77{Enter}');
  await expect.poll(() => book.value('interactions', '2026-09-07')).toBe(77);
  expect(focused()).toBe('response_rate 0');
});

test('what was typed is listed, with the way back to any step', async () => {
  const book = await at('interactions', 1);
  await userEvent.keyboard('7{Enter}{ArrowUp}8{Enter}{ArrowUp}9{Enter}');
  await expect.poll(() => book.value('interactions', '2026-09-07')).toBe(9);
  await userEvent.click(page.getByRole('button', { name: 'What was typed' }));
  const panel = page.getByRole('region', { name: 'What was typed' });
  await expect.poll(() => panel.getByRole('listitem').elements().length).toBe(3);
  await userEvent.click(panel.getByRole('button', { name: 'Back to here' }).last());
  await expect.poll(() => book.value('interactions', '2026-09-07')).toBe(7);
  await userEvent.click(panel.getByRole('button', { name: 'Forward to here' }).first());
  await expect.poll(() => book.value('interactions', '2026-09-07')).toBe(9);
});

test('what is missing is listed: gone to, stated not applicable, or no longer asked for', async () => {
  const book = await at('interactions', 0);
  await userEvent.click(page.getByRole('button', { name: /^1 missing/ }));
  const panel = page.getByRole('region', { name: 'Still needed' });
  await userEvent.click(panel.getByRole('button', { name: /response_rate/ }).first());
  expect(focused()).toBe('response_rate 5');
  await userEvent.click(panel.getByRole('button', { name: 'Stop asking' }));
  await expect.element(panel.getByText('No longer asked for')).toBeVisible();
  await expect.element(page.getByRole('button', { name: /^None missing/ })).toBeVisible();
  await userEvent.click(panel.getByRole('button', { name: 'Ask again' }));
  await userEvent.click(panel.getByRole('button', { name: 'n/a' }));
  await expect.poll(() => book.value('response_rate', '2026-10-05')).toBe('na');
});

test('a KPI that is off asks for a note from its row', async () => {
  const book = await at('response_rate', 0);
  await userEvent.click(page.getByRole('button', { name: /Off in October 2026: write why/ }));
  await userEvent.fill(
    page.getByRole('textbox', { name: /Why response_rate is off/ }),
    'Two people were away.',
  );
  await userEvent.click(page.getByRole('button', { name: /^Save/ }));
  await expect.element(page.getByRole('button', { name: /Off in October 2026: your note/ })).toBeVisible();
  expect(book.calls.find((call) => call.name === 'statusNotes.set')?.input).toMatchObject({
    kpi: 2,
    channel: 7,
    text: 'Two people were away.',
  });
});

test('finds KPIs and figures, and goes on with Enter while the words keep the focus', async () => {
  await at('interactions', 0);
  await userEvent.keyboard('{Control>}f{/Control}');
  await userEvent.keyboard('rate{Enter}');
  await expect.element(page.getByText('1 of 2')).toBeVisible();
  expect(document.activeElement?.tagName).toBe('INPUT');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('2 of 2')).toBeVisible();
  await userEvent.keyboard('{Control>}a{/Control}103{Enter}{Escape}');
  expect(focused()).toBe('interactions 3');
});

test('edits and refusals are read aloud', async () => {
  await at('interactions', 0);
  await userEvent.keyboard('12{Enter}');
  const aloud = (): string | null | undefined => document.querySelector('[data-told]')?.textContent;
  await expect.poll(aloud).toBe('interactions, Forum, W36, 31 Aug to 6 Sep 2026: 12');
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.poll(aloud).toContain('Taken back: interactions, Forum');
});
