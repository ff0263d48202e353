/** Words of the language that is not the one on screen: what is read, and what is read aloud. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Language } from '../../shared/domain/kpi.ts';
import { words } from './screens.ts';

const resources = path.resolve(import.meta.dirname, '../../resources');

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

/** The phrases that only the other language has. Fails when there are too few to tell anything. */
export function foreignTo(language: Language): readonly string[] {
  const own = phrases(language);
  const foreign = [...phrases(otherThan(language))].filter(
    (phrase) => !own.has(phrase) && !data.includes(phrase),
  );
  if (foreign.length < 500) throw new Error(`only ${foreign.length} phrases are not ${language}`);
  return foreign;
}

/** Those of the phrases that stand on the screen, and are not there to be written in that language. */
export async function wordsOf(
  foreign: readonly string[],
  page: Page,
  language: Language,
): Promise<readonly string[]> {
  // What is read, and what is read aloud: names of buttons, charts, cells.
  const read = lines(await page.locator('body').innerText());
  const aloud = lines(await page.locator('body').ariaSnapshot());
  // A field that asks for a name in the other language holds one: that, and nothing else, is told with its table.
  const asked = page.getByRole('textbox', {
    name: new RegExp(`, ${words[language].app.palette.language[otherThan(language)]}$`),
  });
  const held = new Set(await Promise.all((await asked.all()).map((field) => field.inputValue())));
  return foreign.filter(
    (phrase) => containsWords(read, phrase) || (!held.has(phrase) && containsWords(aloud, phrase)),
  );
}

const otherThan = (language: Language): Language => (language === 'en' ? 'es' : 'en');

/** The phrase as whole words, not as a piece of longer ones. */
function containsWords(text: string, phrase: string): boolean {
  const at = text.indexOf(phrase);
  if (at < 0) return false;
  const isLetter = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
  return !isLetter(text[at - 1]) && !isLetter(text[at + phrase.length]);
}
