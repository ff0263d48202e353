import { describe, expect, test } from 'vitest';
import { en } from '../../../renderer/i18n/en/index.ts';
import { es } from '../../../renderer/i18n/es/index.ts';
import { plural } from '../../../renderer/i18n/messages.ts';

/** Every plain text of a catalogue with its path. Functions are called with letters, to see their words. */
function texts(node: unknown, path = ''): [path: string, text: string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node === 'function') {
    const words = [1, 2].flatMap((n) => {
      try {
        const said = (node as (...values: unknown[]) => unknown)(
          ...Array.from({ length: node.length }, () => n),
        );
        // Words that are chosen by a key have none for a number.
        return typeof said === 'string' || typeof said === 'number' ? [`${said}`] : [];
      } catch {
        return [];
      }
    });
    return words.map((text) => [path, text]);
  }
  if (typeof node === 'object' && node !== null) {
    return Object.entries(node).flatMap(([key, value]) => texts(value, path === '' ? key : `${path}.${key}`));
  }
  return [];
}

/** Where a catalogue has words, whatever they are made from. */
function placesOf(node: unknown, path = ''): string[] {
  return typeof node === 'object' && node !== null
    ? Object.entries(node).flatMap(([key, value]) => placesOf(value, `${path}.${key}`))
    : [path];
}

describe('the catalogues', () => {
  test('say everything in both languages', () => {
    expect(placesOf(es).toSorted()).toEqual(placesOf(en).toSorted());
    expect(texts(es).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('keep the sign of per cent on the figure’s line, in both languages', () => {
    for (const catalogue of [en, es]) {
      expect(texts(catalogue).filter(([, text]) => /\d(?!\u202f)\s?%/.test(text))).toEqual([]);
    }
  });

  test('quote in Spanish as Spanish does, and never shout', () => {
    expect(texts(es).filter(([, text]) => /[“”"]/.test(text))).toEqual([]);
    for (const catalogue of [en, es])
      expect(texts(catalogue).filter(([, text]) => /[!¡]/.test(text))).toEqual([]);
  });

  test('count one and many', () => {
    expect(en.portfolio.need.missing(3, 'October')).toBe('3 figures missing in October');
    expect(es.portfolio.need.missing(3, 'octubre')).toBe('Faltan 3 cifras de octubre');
    expect(es.portfolio.need.missing(1, 'octubre')).toBe('Falta 1 cifra de octubre');
    expect(plural('es', 1_000_000, { one: 'uno', other: 'otro' })).toBe('otro');
  });
});
