/** The first start: what is offered, in the language one chooses, and where it leads. */
import { expect, test } from '../support/fixtures.ts';
import { words } from '../support/screens.ts';

test('the demo is offered, and is three clients, one of them Spanish', async ({ app: { page } }) => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.getByRole('button', { name: 'Open the demo' }).click();
  await expect(page.getByRole('heading', { name: 'All clients', level: 1 })).toBeVisible();
  const clients = page.getByRole('table').getByRole('rowheader');
  await expect(clients).toHaveCount(3);
  await page.getByRole('main').getByRole('link', { name: 'Almazara Olivo Alto', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Dashboard', level: 1 })).toBeVisible();
  // The window is English; what goes to this client is not.
  await page.getByRole('link', { name: 'Deliver…' }).click();
  const paper = page.getByRole('region', { name: 'Preview of the report' });
  await expect(paper.getByRole('article', { name: /^Página \d+ de \d+: Cuadro de mando$/ })).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Español' })).toBeChecked();
});

test('the first start asks in the language one chooses', async ({ app: { page } }) => {
  await page.getByText('Español', { exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.es.start.title);
  await page.getByRole('button', { name: words.es.start.empty.action }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.es.clients.newTitle);
});

test('the window may learn that it has begun before the answer comes', async ({ app: { page } }) => {
  // The backend tells every window of a change at once; the reply to the one that asked can come later.
  let answer = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/call', async (route) => {
    if (!route.request().postData()?.includes('"app.begin"')) return route.continue();
    const response = await route.fetch();
    await held;
    return route.fulfill({ response });
  });
  await page.getByRole('button', { name: 'Start empty' }).click();
  await expect(page.getByRole('heading', { name: 'All clients', level: 1 })).toBeVisible();
  answer();
  await expect(page.getByRole('heading', { name: 'New client', level: 1 })).toBeVisible();
  await page.unrouteAll({ behavior: 'wait' });
});
