/**
 * What the titles over a table say of a report that leaves it to them: the metric, the dimension, the language.
 *
 * Networks, joining words and "page" are no part of what a title names: "Facebook Page reach" is "Reach".
 */
import type { Block } from '../tables/blocks.ts';
import { fold } from '../fold.ts';
import type { Signature } from './signature.ts';

const joining: ReadonlySet<string> = new Set(
  'instagram facebook meta de del do da no na en on of the la el a o to your tu sua'.split(' '),
);

/** The words of a title without networks and joining words. */
function coreWords(text: string): string {
  return fold(text)
    .split(' ')
    .filter((word) => !joining.has(word))
    .join(' ');
}

const metricTitles = new Map<
  Signature,
  ReadonlyMap<string, NonNullable<Signature['titleMetrics']>[number]>
>();

/** The metric that the nearest title names. */
export function titleMetric(
  signature: Signature,
  titles: readonly string[],
): NonNullable<Signature['titleMetrics']>[number] | undefined {
  let map = metricTitles.get(signature);
  if (!map) {
    map = new Map(
      (signature.titleMetrics ?? []).flatMap((one) =>
        Object.values(one.names).flatMap((names) =>
          [names].flat().map((name) => [coreWords(name), one] as const),
        ),
      ),
    );
    metricTitles.set(signature, map);
  }
  for (const title of titles.toReversed()) {
    if (title.length > 80) continue;
    const words = coreWords(title);
    const found = map.get(words) ?? map.get(words.replace(pageWords, ' ').replace(/ +/g, ' ').trim());
    if (found) return found;
  }
  return undefined;
}

/** "Facebook Page reach" is the reach that other exports call "Facebook reach". */
const pageWords = /\b(?:page|pagina)\b/g;

/** The languages whose words the nearest telling title uses. */
export function titleLanguages(signature: Signature, titles: readonly string[]): readonly string[] {
  for (const title of titles.toReversed()) {
    const wanted = coreWords(title);
    const found = [...(signature.titleMetrics ?? []), ...(signature.titleDimensions ?? [])].flatMap(
      ({ names }) =>
        Object.entries(names)
          .filter(([, name]) => [name].flat().some((one) => coreWords(one) === wanted))
          .map(([language]) => language),
    );
    if (found.length > 0) return found;
  }
  return [];
}

/** Titles of a block; of a "Top cities","Value" pair the first column's name is one. */
export function titlesOf(block: Block): readonly string[] {
  const names = block.header.filter((name) => name !== '');
  return names.length === 2 && block.header[0] === names[0]
    ? [...block.titles, names[0] ?? '']
    : block.titles;
}

/** The dimension that the nearest title names. */
export function titleDimension(signature: Signature, titles: readonly string[]): string | undefined {
  for (const title of titles.toReversed()) {
    if (title.length > 80) continue;
    const wanted = coreWords(title);
    for (const { names, dimension } of signature.titleDimensions ?? [])
      if (Object.values(names).some((name) => [name].flat().some((one) => coreWords(one) === wanted)))
        return dimension;
  }
  return undefined;
}
