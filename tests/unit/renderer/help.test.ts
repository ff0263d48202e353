/** The help pages say the same in both languages, and every error says what to do. */
import { expect, test } from 'vitest';
import { errorCodes } from '../../../shared/contract/codes.ts';
import { en } from '../../../renderer/i18n/en/index.ts';
import { es } from '../../../renderer/i18n/es/index.ts';
import { helpPages, pageFor } from '../../../renderer/features/help/pages.ts';
import type { Block } from '../../../renderer/features/help/text/block.ts';
import { text as english } from '../../../renderer/features/help/text/en.ts';
import { text as spanish } from '../../../renderer/features/help/text/es.ts';
import { screens } from '../../../renderer/app/hrefs.ts';

/** What a block is, and how much of it: words differ, what is explained does not. */
function shape(block: Block): string {
  if ('steps' in block) return `steps ${block.steps.length}`;
  if ('list' in block) return `list ${block.list.length}`;
  if ('terms' in block) return `terms ${block.terms.length}`;
  if ('show' in block) return `show ${block.show}`;
  return Object.keys(block).join();
}

test.each(helpPages)('%s has the same parts in both languages', (page) => {
  expect(spanish[page].map(shape)).toEqual(english[page].map(shape));
  expect(JSON.stringify(spanish[page])).not.toMatch(/[“”!¡]/);
  expect(JSON.stringify(english[page])).not.toMatch(/[!¡]/);
  expect(JSON.stringify([english[page], spanish[page]])).not.toMatch(/\d(?!\u202f)\s%/);
});

test('the glossary is in the order of each language', () => {
  for (const [language, pages] of [
    ['en', english],
    ['es', spanish],
  ] as const) {
    const terms = pages.glossary.flatMap((block) =>
      'terms' in block ? block.terms.map(([term]) => term) : [],
    );
    expect(terms).toEqual(terms.toSorted(new Intl.Collator(language).compare));
  }
});

test('every screen has a page', () => {
  for (const screen of screens) expect(helpPages).toContain(pageFor(`/c/3/${screen}/more`));
  expect(pageFor('/imports/map')).toBe('import');
  expect(pageFor('/')).toBe('start');
});

test('every error code says what happened and what to do, in both languages', () => {
  for (const { errors } of [en, es])
    for (const code of errorCodes) {
      expect(errors.codes[code].what, code).toMatch(/^[\p{Lu}¿].+\.$/u);
      expect(errors.codes[code].todo, code).toMatch(/^[\p{Lu}¿].+\.$/u);
    }
});
