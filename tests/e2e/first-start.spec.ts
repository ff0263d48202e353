/** The first start, and the whole app in Spanish and in the dark: every word is translated. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '../../shared/domain/kpi.ts';
import { expect, test } from '../support/fixtures.ts';
import { setLook, walk, words } from '../support/screens.ts';

const resources = path.resolve(import.meta.dirname, '../../resources');

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

/** What clients and files are called is nobody's to translate. */
const data = ['Instagram link clicks', 'Tech community'];

/** The texts of a language of two words and more; of a text with values in it the parts between them. */
function phrases(language: Language): ReadonlySet<string> {
  const found = new Set<string>();
  const take = (entry: unknown): void => {
    if (typeof entry === 'string') {
      for (const part of entry.split('\u0001')) {
        const text = tidy(part);
        if (/\p{L}{2,}.*\s.*\p{L}{2,}/u.test(text)) found.add(text);
      }
    } else if (typeof entry === 'function') {
      try {
        take(
          (entry as (...values: readonly unknown[]) => unknown)(...Array.from({ length: 4 }, () => '\u0001')),
        );
      } catch {
        // Takes something else than texts and numbers: its words are looked up in the catalogue elsewhere.
      }
    } else if (typeof entry === 'object' && entry !== null) Object.values(entry).forEach(take);
  };
  take(words[language]);
  // Names and definitions of KPIs and areas, templates and the rest of what comes with the app.
  const pick = (entry: unknown): void => {
    if (typeof entry !== 'object' || entry === null) return;
    if ('en' in entry && 'es' in entry) take(entry[language]);
    else Object.values(entry).forEach(pick);
  };
  for (const folder of ['catalogue', 'templates']) {
    const files = readdirSync(path.join(resources, folder), { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((name) => name.endsWith('.json')))
      pick(JSON.parse(readFileSync(path.join(resources, folder, file), 'utf8')));
  }
  return found;
}

const tidy = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** Every line once, as it is read. */
const lines = (text: string): string => [...new Set(text.split('\n').map(tidy))].join('\n');

test.describe('the walk', () => {
  test.use({ demo: true });
  for (const { language, other, client, theme } of [
    { language: 'es', other: 'en', client: 'Almazara Olivo Alto', theme: 'dark' },
    { language: 'en', other: 'es', client: 'Larkbed', theme: 'light' },
  ] as const) {
    test(`no word of another language: ${language}, ${theme}`, async ({ app: { page } }) => {
      test.setTimeout(120_000);
      const own = phrases(language);
      expect(own.size).toBeGreaterThan(500);
      const foreign = [...phrases(other)].filter((phrase) => !own.has(phrase) && !data.includes(phrase));
      await setLook(page, 'en', language, theme);
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      const seen: Record<string, readonly string[]> = {};
      await walk(page, language, client, async (screen) => {
        // What is read, and what is read aloud: names of buttons, charts, cells.
        const read = lines(await page.locator('body').innerText());
        const aloud = lines(await page.locator('body').ariaSnapshot());
        // A field that asks for a name in the other language holds one: that, and nothing else, is told with its table.
        const asked = page.getByRole('textbox', {
          name: new RegExp(`, ${words[language].app.palette.language[other]}$`),
        });
        const held = new Set(await Promise.all((await asked.all()).map((field) => field.inputValue())));
        const found = foreign.filter(
          (phrase) => containsWords(read, phrase) || (!held.has(phrase) && containsWords(aloud, phrase)),
        );
        if (found.length > 0) seen[screen] = found;
      });
      expect(seen).toEqual({});
    });
  }
});

/** The phrase as whole words, not as a piece of longer ones. */
function containsWords(text: string, phrase: string): boolean {
  const at = text.indexOf(phrase);
  if (at < 0) return false;
  const isLetter = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
  return !isLetter(text[at - 1]) && !isLetter(text[at + phrase.length]);
}
