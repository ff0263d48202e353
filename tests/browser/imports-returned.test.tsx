/** Workbooks of ours among dropped files: one alone leads to its screen, several are listed with the way to look. */
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { aFile, makeBook, Screen } from './importsBook.tsx';
import { aCell, aReturn } from './returned.ts';
import { says } from './says.ts';

const cameBack = (id: number, name: string, handle: string) =>
  aFile(id, name, {
    status: 'refused',
    platform: null,
    report: null,
    errors: [{ code: 'own-workbook', message: 'own', where: name }],
    returned: { handle },
  });

beforeEach(async () => {
  await page.viewport(1280, 800);
});

test('a workbook that came alone leads to its own screen, and leaves no import behind', async () => {
  const book = makeBook({
    files: [cameBack(1, 'october.xlsx', 'alone')],
    returned: { alone: aReturn([aCell('14')], { session: 'r7' }) },
  });
  location.hash = '#/c/1/imports?session=s1';
  await render(<Screen />);
  await expect.poll(() => location.hash).toBe('#/c/1/returned/r7');
  expect(book.inputs('returns.open')).toMatchObject([{ handle: 'alone' }]);
  expect(book.inputs('imports.discard')).toEqual([{ session: 's1' }]);
});

test('one that cannot be read says so, with the way out', async () => {
  makeBook({ files: [cameBack(1, 'october.xlsx', 'broken')] });
  location.hash = '#/c/1/imports?session=s1';
  await render(<Screen />);
  await says(page.getByRole('alert'), 'This workbook cannot be read any more.');
  await userEvent.click(page.getByRole('button', { name: 'To imports' }));
  await expect.element(page.getByRole('heading', { name: 'Imports', exact: true })).toBeVisible();
});

test('among other files each is a card with how much differs, and is opened once', async () => {
  const book = makeBook({
    files: [
      aFile(1, 'Instagram clicks.csv'),
      cameBack(2, 'october.xlsx', 'first'),
      cameBack(3, 'september.xlsx', 'second'),
    ],
    returned: {
      first: aReturn([aCell('14'), aCell('15')], { session: 'r1' }),
      second: aReturn([], { session: 'r2' }),
    },
  });
  location.hash = '#/c/1/imports?session=s1';
  await render(<Screen />);
  const came = page.getByRole('region', { name: 'Workbooks that came back' });
  const first = came.getByRole('article', { name: 'october.xlsx' });
  await says(first, /Northline Labs.*October 2026.*2 cells differ/);
  await expect
    .element(first.getByRole('link', { name: 'Look october.xlsx' }))
    .toHaveAttribute('href', '#/c/1/returned/r1?drop=s1&of=1');
  await says(came.getByRole('article', { name: 'september.xlsx' }), 'Nothing was changed');
  // They are no refused files, and nothing waits for an answer.
  await expect.element(page.getByText('1 of 3 files can go in')).toBeVisible();
  expect(book.inputs('returns.open').map(({ handle }) => handle)).toEqual(['first', 'second']);
});
