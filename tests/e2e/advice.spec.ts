/** What the rules propose becomes work that gets done; what nothing covers gets a KPI. */
import { expect, test } from '../support/fixtures.ts';
import { choose, go } from '../support/person.ts';

test.use({ demo: true });

test('a recommendation becomes an action, and the action gets done', async ({ app: { page } }) => {
  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('link', { name: /^Larkbed/ })
    .click();
  await go(page, 'Recommendations');
  await expect(page.getByRole('heading', { name: 'Recommendations', level: 1 })).toBeVisible();
  const actions = page.getByRole('region', { name: 'Actions' });
  const now = page.getByRole('region', { name: 'Now', exact: true });
  const proposals = now.getByRole('list').first().getByRole('listitem');
  await expect(proposals.first()).toBeVisible();
  const before = await proposals.count();
  const name = (await proposals.first().getAttribute('aria-label')) ?? '';

  await test.step('it says what fired it, in figures', async () => {
    await expect(proposals.first()).toContainText(/\d/);
    await expect(proposals.first().getByRole('link')).toBeVisible();
  });

  const text = await test.step('its form begins with a text, and takes an owner and a day', async () => {
    await proposals
      .first()
      .getByRole('button', { name: /^Make it an action/ })
      .click();
    const form = now.getByRole('form', { name: 'Make it an action' });
    const line = form.getByRole('textbox', { name: 'What to do' });
    await expect(line).not.toHaveValue('');
    await form.getByRole('textbox', { name: /^Who/ }).fill('Ana');
    await expect(form.getByRole('textbox', { name: /^By/ })).toHaveValue(/\d{4}$/);
    const written = await line.inputValue();
    await form.getByRole('button', { name: 'Add to actions' }).click();
    return written;
  });

  const action = actions.getByRole('listitem', { name: text, exact: true });
  await test.step('it leaves the proposals and stands among the actions', async () => {
    await expect(action).toContainText('Ana');
    await expect(now.getByRole('listitem', { name, exact: true })).toHaveCount(0);
    await expect(proposals).toHaveCount(before - 1);
  });

  await test.step('doing, then done: kept over a reload', async () => {
    const state = action.getByRole('combobox', { name: /^State of/ });
    await choose(page, state, 'Doing');
    await expect(state).toHaveText('Doing');
    await choose(page, state, 'Done');
    await expect(action).toContainText(/done \d/);
    await page.reload();
    await expect(action).toHaveCount(0);
    await actions.getByRole('button', { name: /done or dropped$/ }).click();
    await expect(action).toContainText(/done \d/);
  });

  await test.step('a dismissed one is counted, shown on asking, and can be brought back', async () => {
    const other = (await proposals.first().getAttribute('aria-label')) ?? '';
    await proposals
      .first()
      .getByRole('button', { name: /^Dismiss/ })
      .click();
    const dismissed = page.getByRole('region', { name: '1 dismissed' });
    await dismissed.getByRole('button', { name: 'Show' }).click();
    await dismissed
      .getByRole('listitem', { name: other, exact: true })
      .getByRole('button', { name: /^Bring back/ })
      .click();
    await expect(now.getByRole('listitem', { name: other, exact: true })).toBeVisible();
    await expect(dismissed).toHaveCount(0);
  });

  await test.step('the dashboard leads here', async () => {
    await go(page, 'Dashboard');
    await actions.getByRole('link', { name: 'Recommendations' }).click();
    await expect(page.getByRole('heading', { name: 'Recommendations', level: 1 })).toBeVisible();
  });
});

test('a gap of the coverage is named, and a KPI of the catalogue fills it', async ({ app: { page } }) => {
  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('link', { name: /^Almazara/ })
    .click();
  await go(page, 'KPIs & targets');
  await page.getByRole('link', { name: 'Coverage', exact: true }).click();
  const table = page.getByRole('table', { name: 'KPIs by key result area and stage' });
  const gap = page
    .getByRole('region', { name: 'Gaps' })
    .getByRole('listitem', { name: 'Learning and development', exact: true });
  await expect(gap).toContainText('Nothing covers it');
  const row = table
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: /^Learning and development/ }) });
  await expect(row.getByRole('listitem')).toHaveCount(0);
  const empty = row.getByRole('link', { name: 'Nothing covers Learning and development in Loyalty' });
  await expect(empty).toHaveAttribute('href', /kpis\/catalogue\?.*kra=learning.*stage=loyalty/);

  const add = gap.getByRole('button', { name: /^Add: / }).first();
  const kpi = ((await add.getAttribute('aria-label')) ?? '').replace('Add: ', '');
  await add.click();
  await expect(page.getByRole('status').getByText(`${kpi} added`)).toBeVisible();
  await expect(row.getByRole('link', { name: kpi, exact: true })).toBeVisible();
  await expect(row).toContainText('no figures');
  await expect(gap).toContainText('KPIs, but no figures');
});
