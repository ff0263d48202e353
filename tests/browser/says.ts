/** What a person reads in a place; no-break spaces are spaces. */
import { expect } from 'vitest';
import type { Locator } from 'vitest/browser';

export async function says(place: Locator, text: string | RegExp): Promise<void> {
  const read = (): string => (place.element().textContent ?? '').replaceAll(/\s+/g, ' ');
  await expect.poll(read).toMatch(text);
}
