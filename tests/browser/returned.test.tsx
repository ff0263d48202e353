/** A workbook that came back: what differs, what can be taken and what not, and what is said of it. */
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Locator } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { Returned } from '../../shared/contract/api/returns.ts';
import { diffWords } from '../../renderer/features/returns/textDiff.ts';
import { aCell, aNote, aReturn, aText } from './returned.ts';
import { makeBook, Screen } from './returnsBook.tsx';
import { says } from './says.ts';

async function show(returned: Returned | null, at = '/c/1/returned/r1') {
  const book = makeBook(returned);
  location.hash = `#${at}`;
  await render(<Screen />);
  await expect.element(page.getByRole('heading', { name: 'Returned workbook' })).toBeVisible();
  return book;
}

const row = (name: RegExp): Locator => page.getByRole('grid').getByRole('row', { name });
const button = (name: string | RegExp): Locator => page.getByRole('button', { name });

beforeEach(async () => {
  await page.viewport(1280, 800);
});

test('who and what, and every cell with what went out, what came back and what is here', async () => {
  await show(
    aReturn([
      aCell('14'),
      aCell('15', { kind: 'entry', sheet: 'Data entry', cell: 'D7', was: null, came: 1240, here: null }),
      aNote('N3'),
    ]),
  );
  const about = page.getByRole('region', { name: 'What came back' });
  await says(about, /Northline Labs.*October 2026.*3 Nov 2026.*Northline-Labs-2026-10\.xlsx/);
  await says(about, '1 figure changed, 1 cell filled in, and 1 note.');
  await says(row(/E14/), /Interactions ?Forum ?W41.*98 ?104 ?98 ?E14/);
  await says(row(/D7/), /1,240/);
  await says(row(/Take all: Figures/), /Figures 1 sheet “Figures”/);
  await expect.element(button(/^Take 3 cells/)).toBeEnabled();
});

test('what is ticked is what is taken: one, a group, all, none', async () => {
  const book = await show(aReturn([aCell('14'), aCell('15'), aNote('N3')]));
  await expect.element(button(/^Take 3 cells/)).toBeVisible();
  await userEvent.click(page.getByRole('checkbox', { name: /^Take: Interactions.*E14/ }));
  await expect.element(button(/^Take 2 cells/)).toBeVisible();
  // A part of a group is neither ticked nor not; the next press takes all of it.
  const group = page.getByRole('checkbox', { name: /^Take all: Figures/ });
  await expect.element(group).toBePartiallyChecked();
  await userEvent.click(group);
  await expect.element(button(/^Take 3 cells/)).toBeVisible();
  await userEvent.click(button('Take none'));
  await expect.element(button(/^Take cells/)).toBeDisabled();
  await userEvent.click(page.getByText(/^Notes ?1$/));
  await userEvent.click(button('Take all'));
  await userEvent.click(button(/^Take 1 cell/));
  await expect.element(page.getByText('Taken: 1 note.')).toBeVisible();
  expect(location.hash).toBe('#/c/1/imports/41');
  expect(book.inputs('returns.take')).toEqual([
    { session: 'r1', ids: ['14'], take: false },
    { session: 'r1', ids: ['14', '15'], take: true },
    { session: 'r1', ids: null, take: false },
    { session: 'r1', ids: ['N3'], take: true },
  ]);
  await userEvent.click(button('Undo'));
  await expect.poll(() => book.inputs('imports.undo')).toEqual([{ batch: 41 }]);
});

test('the keyboard chooses and takes', async () => {
  const book = await show(aReturn([aCell('14'), aCell('15')]));
  page.getByRole('grid').element().focus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown} ');
  await expect.element(button(/^Take 1 cell/)).toBeVisible();
  await userEvent.keyboard('{Home}{ArrowLeft}');
  await expect.element(row(/E14/)).not.toBeInTheDocument();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(row(/E14/)).toBeInTheDocument();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(page.getByText('Taken: 1 figure.')).toBeVisible();
  expect(book.inputs('returns.take')).toEqual([{ session: 'r1', ids: ['15'], take: false }]);
});

test('what is not taken by itself, or cannot be, says why', async () => {
  await show(
    aReturn([
      aCell('14', { reason: 'changedHere', here: 101, taken: false }),
      aCell('15', { reason: 'notAValue', came: 'about 90', takeable: false, taken: false }),
      aCell('16', { reason: 'computed', takeable: false, taken: false }),
      aCell('17'),
    ]),
  );
  await says(row(/E14/), 'Changed here since it went out');
  await says(row(/E15/), /about 90.*Not a value of this KPI/);
  await says(row(/E16/), 'Computed here: it takes no figures');
  await expect.element(row(/E16/).getByRole('checkbox')).not.toBeInTheDocument();
  await expect.element(row(/E16/).getByRole('img', { name: 'Cannot be taken' })).toBeVisible();
  await userEvent.click(page.getByText(/^To look at ?3$/));
  await expect.element(row(/E17/)).not.toBeInTheDocument();
  await userEvent.click(row(/E14/).getByRole('checkbox'));
  await says(row(/E14/), 'Replaces what changed here since');
  await says(page.getByRole('region', { name: 'What taking it does' }), 'Replace what changed here since1');
});

test('a text shows what was taken out and what was written in, in words too', async () => {
  await show(
    aReturn([
      aText('T1', { here: 'Interactions rose by 13 in October.', reason: 'changedHere', taken: false }),
    ]),
  );
  const text = row(/T1|Interactions rose/).last();
  expect(text.element().querySelector('del')?.textContent).toBe('12');
  expect([...text.element().querySelectorAll('ins')].map((one) => one.textContent)).toEqual([
    '14',
    ', thanks to the meet-up',
  ]);
  await says(text, /taken out: 12 ?written in: 14 in October/);
  await says(text, 'Here today: Interactions rose by 13 in October.');
});

test('words are compared, not signs; a space between two changes belongs to both', () => {
  expect(diffWords('rose by 1,240 in May', 'rose by 1,420 in May')).toEqual([
    { kind: 'same', text: 'rose by ' },
    { kind: 'out', text: '1,240' },
    { kind: 'in', text: '1,420' },
    { kind: 'same', text: ' in May' },
  ]);
  expect(diffWords('a red fox ran', 'a brown dog ran')).toEqual([
    { kind: 'same', text: 'a ' },
    { kind: 'out', text: 'red fox' },
    { kind: 'in', text: 'brown dog' },
    { kind: 'same', text: ' ran' },
  ]);
  expect(diffWords('', 'new')).toEqual([{ kind: 'in', text: 'new' }]);
  expect(diffWords('same', 'same')).toEqual([{ kind: 'same', text: 'same' }]);
});

test('computed cells that were overwritten are listed apart, closed', async () => {
  await show(
    aReturn([aCell('14')], {
      overwritten: [{ sheet: 'Scorecard', cell: 'D12', was: 1491, came: 1500 }],
      overwrittenTotal: 3,
    }),
  );
  const panel = page.getByRole('region', { name: 'What taking it does' });
  await expect.element(panel.getByText('Scorecard, D12')).not.toBeVisible();
  await userEvent.click(page.getByText('3 computed cells were overwritten'));
  await says(
    panel,
    /Never taken: these are computed from Figures\. ?Scorecard, D12 ?1,491 became.*1,500.*and 2 more/,
  );
});

test('what is wrong with the file is said with what to do, and that it came in before', async () => {
  await show(
    aReturn([aCell('14')], {
      problems: [
        { code: 'sheetMissing', where: 'Data entry' },
        { code: 'rowsWithoutKey', where: 'Figures', count: 4 },
      ],
      before: { batch: 38, at: '2026-11-04T09:00:00.000Z' },
      own: false,
    }),
  );
  const panel = page.getByRole('region', { name: 'What taking it does' });
  await says(panel, 'The sheet “Data entry” is gone.');
  await says(panel, '4 rows have lost their hidden key (Figures)');
  await says(panel, 'Ask for the workbook again');
  await says(page.getByRole('region', { name: 'What came back' }), 'Only its figures are taken.');
  await expect
    .element(page.getByRole('link', { name: 'See import 38' }))
    .toHaveAttribute('href', '#/c/1/imports/38');
});

test('nothing changed: it says so, and there is nothing to take', async () => {
  await show(aReturn([]));
  await expect.element(page.getByRole('heading', { name: 'Nothing was changed' })).toBeVisible();
  await says(page.getByRole('main'), 'All 1,204 cells that are read back say what went out');
  await expect.element(button(/^Take/)).not.toBeInTheDocument();
  await expect.element(page.getByRole('link', { name: 'Back to imports' })).toBeVisible();
});

test('a client nobody knows here: the person says whose figures they are', async () => {
  const book = await show(aReturn([aCell('14')], { client: null, own: false }), '/returned/r1');
  await expect.element(page.getByRole('grid')).not.toBeInTheDocument();
  await userEvent.click(page.getByRole('group', { name: 'Whose figures are these?' }).getByRole('button'));
  await expect.element(page.getByRole('grid')).toBeVisible();
  expect(location.hash).toBe('#/c/1/returned/r1');
  expect(book.inputs('returns.assign')).toEqual([{ session: 'r1', client: 1 }]);
});

test('left as it is, it can be looked at again', async () => {
  await show(aReturn([aCell('14')]));
  await userEvent.click(button('Leave it'));
  expect(location.hash).toBe('#/c/1/imports');
  await userEvent.click(button('Undo'));
  await expect.element(row(/E14/)).toBeVisible();
});

test('a workbook that is open no longer says so, with the way to drop it again', async () => {
  await show(null);
  await expect.element(page.getByRole('alert')).toBeVisible();
  await expect
    .element(page.getByRole('link', { name: 'To imports' }))
    .toHaveAttribute('href', '#/c/1/imports');
});

test('thousands of cells: only those in sight are drawn, and the last can be reached', async () => {
  await show(aReturn(Array.from({ length: 5000 }, (_, i) => aCell(String(i + 2)))));
  await expect.element(button(/^Take 5,000 cells/)).toBeVisible();
  expect(page.getByRole('grid').getByRole('row').elements().length).toBeLessThan(100);
  page.getByRole('grid').element().focus();
  await userEvent.keyboard('{End}');
  await expect.element(row(/E5001/)).toBeVisible();
});
