/** A quality becomes a number: survey answers counted, a KPI that counts it added, or one of one's own. */
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixtures.ts';
import { choose, go, newClient, scorecardValue } from '../support/person.ts';

const main = (page: Page) => page.getByRole('main');

test.beforeEach(async ({ app: { page } }) => {
  await page.getByRole('button', { name: 'Start empty' }).click();
  await newClient(page, 'Larkbed', ['Reach']);
  await go(page, 'Figures');
  await page.getByRole('button', { name: 'Make channel' }).click();
});

test('survey answers, from the paste to the scorecard and back', async ({ app: { page } }) => {
  const dialog = page.getByRole('dialog', { name: 'Count survey answers' });
  const counts = dialog.getByRole('region', { name: 'Counts' });

  await test.step('pasted and counted; what cannot be read is named, not guessed', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('survey answers');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('button', { name: 'Record 0 answers' })).toBeDisabled();
    await dialog.getByLabel('Answers, one a line').fill('Score\n10\n9\n9\n8\n8,5\n\n3\n');
    await expect(counts.getByRole('row', { name: /^Promoters 3 / })).toBeVisible();
    await expect(counts.getByRole('row', { name: /^Passives 1 / })).toBeVisible();
    await expect(counts.getByRole('row', { name: /^Detractors 1 / })).toBeVisible();
    await expect(counts).toContainText('5 answers, 1 left empty, 2 not read');
    const unread = counts.getByRole('list', { name: 'Not read, counted nowhere' });
    await expect(unread.getByRole('listitem')).toHaveText([
      /^Line 1.*Score/,
      /^Line 6.*8,5.*between two points$/,
    ]);
    await expect(counts).toContainText(
      'Also added to this client: Promoters, Passives, Detractors, Net promoter',
    );
  });

  await test.step('recorded', async () => {
    await dialog.getByRole('button', { name: 'Record 5 answers' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('status').getByText(/^5 answers recorded: Instagram, /)).toBeVisible();
    await page.getByRole('radiogroup', { name: 'Columns' }).getByText('Month', { exact: true }).click();
    const promoters = page
      .getByRole('grid')
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: 'Promoters', exact: true }) });
    await expect(promoters).toContainText('3');
  });

  await test.step('and taken back in one step', async () => {
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).last().click();
    await expect(page.getByRole('status').getByText('The survey’s figures are taken back')).toBeVisible();
    await go(page, 'Scorecard');
    await expect(
      page.getByRole('row', { name: /^Net promoter score / }).getByRole('img', { name: 'Nothing recorded' }),
    ).toBeVisible();
  });

  await test.step('a second half is added to what stands', async () => {
    await go(page, 'Figures');
    await page.getByRole('button', { name: 'Count survey answers' }).click();
    await dialog.getByLabel('Answers, one a line').fill('9\n9\n0');
    await dialog.getByRole('button', { name: 'Record 3 answers' }).click();
    await page.getByRole('button', { name: 'Count survey answers' }).click();
    await dialog.getByLabel('Answers, one a line').fill('10');
    await counts.getByText('Add to them', { exact: true }).click();
    await expect(counts.getByRole('row', { name: 'Promoters 1 2 3' })).toBeVisible();
    await expect(counts).toContainText('1 answer, 4 with those there');
    await dialog.getByRole('button', { name: 'Record 1 answer' }).click();
    await go(page, 'Scorecard');
    // Three promoters and one detractor: 100 x (3 - 1) / 4.
    await expect.poll(async () => scorecardValue(page, 'Net promoter score')).toContain('50');
  });
});

test('a quality is counted by a KPI of the catalogue', async ({ app: { page } }) => {
  await go(page, 'KPIs & targets');
  await page.getByRole('link', { name: 'Turn a quality into a count' }).click();
  const check = page.getByRole('region', { name: 'Is it a KPI?' });
  await expect(check.getByText('Not yet')).toHaveCount(4);
  await page.getByRole('textbox', { name: 'Quality' }).fill('better reputation');
  const proposals = page.getByRole('list', { name: 'KPIs that count it' });
  await expect(proposals.getByRole('listitem').first()).toContainText('Reputation');
  await proposals.getByRole('button', { name: 'Add: Reputation', exact: true }).click();
  await expect(page.getByRole('status').getByText(/^Reputation added/)).toBeVisible();
  await expect(proposals.getByRole('button', { name: 'Added: Reputation' })).toBeDisabled();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(main(page).getByRole('rowheader', { name: 'Reputation' })).toBeVisible();
});

test('events with evidence become an own KPI of the journal', async ({ app: { page } }) => {
  await go(page, 'KPIs & targets');
  await page.getByRole('link', { name: 'Turn a quality into a count' }).click();
  await page.getByRole('button', { name: 'Thought leadership', exact: true }).click();
  await expect(page.getByRole('radio', { name: 'Events with evidence' })).toBeChecked();
  await expect(page.getByRole('region', { name: 'Is it a KPI?' }).getByText('Yes')).toHaveCount(4);
  await page.getByLabel('What happens').fill('Talks given');
  await page.getByRole('button', { name: 'Continue in the editor' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Own KPI');
  await expect(page.getByLabel('Name in English')).toHaveValue('Talks given');
  await expect(page.getByRole('radio', { name: 'Evidence' })).toBeChecked();
  await page.getByRole('button', { name: 'Create KPI' }).click();
  await expect(page.getByRole('status').getByText('Talks given is here')).toBeVisible();
  await go(page, 'Journal');
  await page.getByRole('link', { name: 'Evidence' }).click();
  await expect(main(page)).toContainText('Talks given');
});

test('a share is made of two counts, and the editor has its formula', async ({ app: { page } }) => {
  await go(page, 'KPIs & targets');
  await page.getByRole('link', { name: 'Turn a quality into a count' }).click();
  await page.getByRole('textbox', { name: 'Quality' }).fill('loyal community');
  await page.getByRole('radio', { name: 'The share that qualifies' }).check();
  await page.getByLabel('What qualifies').fill('Members who stayed a year');
  await page.getByRole('button', { name: 'Continue in the editor' }).click();
  await expect(page.getByText('What is it a part of?')).toBeVisible();
  await choose(page, page.getByRole('combobox', { name: /^Of all/ }), 'Members', 'Members');
  await page.getByRole('button', { name: 'Make the count and continue' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Own KPI');
  await expect(page.getByLabel('Name in English')).toHaveValue('Members who stayed a year: share');
  await expect(main(page).getByText('Can be computed')).toBeVisible();
});
