/** The target editor as a person uses it: lights that follow the typing, history judged at once, nothing kept unasked. */
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { makeBook, Screen } from './targetBook.tsx';
import type { TargetBook } from './targetBook.tsx';

beforeEach(async () => {
  location.hash = '#/c/1/kpis/target/1';
  await page.viewport(1100, 800);
});

async function open(...targets: Parameters<typeof makeBook>): Promise<TargetBook> {
  const book = makeBook(...targets);
  await render(<Screen book={book} />);
  await expect.element(page.getByRole('textbox', { name: 'Goal' })).toBeVisible();
  return book;
}
const light = (name: string) =>
  page.getByRole('region', { name: 'SMART check' }).getByRole('listitem').filter({ hasText: name });
const goal = () => page.getByRole('textbox', { name: 'Goal' });
/** A text as a person reads it: no-break spaces are spaces. */
const said = (element: { element: () => Element }): string =>
  (element.element().textContent ?? '').replaceAll(/\s+/g, ' ');

async function tells(element: { element: () => Element }, text: string): Promise<void> {
  await expect.poll(() => said(element)).toContain(text);
}

test('every light waits for a goal, and the history is there to choose it by', async () => {
  const book = await open();
  await expect
    .element(page.getByRole('region', { name: 'SMART check' }).getByRole('listitem').first())
    .toBeVisible();
  for (const name of ['Specific', 'Measurable', 'Achievable', 'Relevant', 'Time-bound'])
    await tells(light(name), 'Waits for a goal.');
  await expect.element(page.getByText('Type a goal to see what each period would have been.')).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Show as a table' }));
  // The figures alone: no goal, and no status of a goal nobody gave.
  await expect
    .element(page.getByRole('row', { name: /^October 2026 1,300 (?:Nothing recorded ?)+$/ }))
    .toBeVisible();
  expect(book.set).toEqual([]);
});

test('the five lights answer in a word and say why, in the client’s own figures', async () => {
  await open();
  await userEvent.fill(goal(), '1400');
  await tells(light('Achievable'), 'Yes');
  expect(said(light('Specific'))).toContain('Partly');
  expect(said(light('Specific'))).toContain('All 2 channels together');
  expect(said(light('Measurable'))).toContain('Recorded each day; a figure in 11 of 12 months.');
  expect(said(light('Achievable'))).toContain('Asks +7.7 % over 3 months. Usual is +3.0 %');
  expect(said(light('Relevant'))).toContain('Serves Community engagement, at the stage of engagement.');
  expect(said(light('Time-bound'))).toContain('No');
  expect(said(light('Time-bound'))).toContain('until further notice');
});

test('they follow the typing: more than the client has shown, then a channel and an end', async () => {
  const book = await open();
  await userEvent.fill(goal(), '1400');
  await tells(light('Achievable'), 'Yes');
  await userEvent.fill(goal(), '2000');
  await tells(light('Achievable'), 'No');
  expect(said(light('Achievable'))).toContain('more than this client has shown');
  await userEvent.click(page.getByRole('combobox', { name: 'Channel' }));
  await userEvent.click(page.getByRole('option', { name: 'Forum' }));
  await tells(light('Specific'), 'One channel: Forum.');
  await userEvent.fill(page.getByRole('textbox', { name: /^Until/ }), '31 Dec 2026');
  await userEvent.keyboard('{Tab}');
  await tells(light('Time-bound'), 'Ends on 31 Dec 2026, after 3 months.');
  expect(book.previews.at(-1)).toMatchObject({ channel: 7, goal: 2000, to: '2027-01-01' });
  // Typed in one go, asked once: not once a key.
  expect(book.previews.filter((target) => target.goal === 20 || target.goal === 200)).toEqual([]);
});

test('a light’s mark is never the shape of a status', async () => {
  await open();
  await userEvent.fill(goal(), '2000');
  await tells(light('Achievable'), 'No');
  const lights = page.getByRole('region', { name: 'SMART check' }).element();
  expect(lights.querySelectorAll('li svg')).toHaveLength(5);
  // Status shapes are drawn on twelve units, icons on sixteen.
  expect(lights.querySelectorAll('svg[viewBox="0 0 12 12"]')).toHaveLength(0);
});

test('what each past period would have been, and where the running one stands', async () => {
  await open();
  await userEvent.fill(goal(), '1200');
  const shows = page.getByRole('region', { name: 'Tried on the figures' });
  await tells(shows, '420 so far');
  await tells(shows, 'goal ≥ 1,200');
  await userEvent.click(page.getByRole('button', { name: 'Show as a table' }));
  await expect.element(page.getByRole('row', { name: /^October 2026 1,300 1,200 1,080 Met$/ })).toBeVisible();
  await expect
    .element(page.getByRole('row', { name: /^November 2025 1,000 1,200 1,080 Off$/ }))
    .toBeVisible();
  // A month that was not recorded is a gap and stays one.
  await expect
    .element(page.getByRole('row', { name: /^March 2026 Nothing recorded 1,200 1,080 No data$/ }))
    .toBeVisible();
});

test('setting it is one button; a flaw is said instead', async () => {
  const book = await open();
  await userEvent.click(page.getByRole('button', { name: 'Set target' }));
  await expect.element(page.getByText('A goal is needed')).toBeVisible();
  expect(book.set).toEqual([]);
  await userEvent.fill(goal(), '1400');
  await userEvent.click(page.getByRole('button', { name: 'Set target' }));
  await expect.element(page.getByText('Target set')).toBeVisible();
  expect(book.set).toEqual([
    { kpi: 1, channel: null, kind: 'atLeast', cadence: 'month', from: '2026-10-01', to: null, goal: 1400 },
  ]);
  const history = page.getByRole('region', { name: 'Targets so far' });
  await tells(history.getByRole('row', { name: /1,400/ }), 'holds now');
});

test('what an earlier target came to, and what the new one does to it', async () => {
  await open([
    {
      id: 1,
      kpi: 1,
      channel: null,
      kind: 'atLeast',
      cadence: 'month',
      from: '2026-01-01',
      to: null,
      goal: 1200,
    },
  ]);
  const row = page.getByRole('region', { name: 'Targets so far' }).getByRole('row', { name: /1,200/ });
  // January to October 2026 but March, which was not recorded: 3 of 1,200 or more, 4 of 1,080 or more, 2 less.
  await tells(row, '3 met');
  expect(said(row)).toContain('of 9 months');
  await expect.element(page.getByText('Ends ≥ 1,200 a month on 30 Sep 2026.')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Change target' })).toBeVisible();
});
