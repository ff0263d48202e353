/** A dimension in words; of several at once each one. */
import type { Catalogue } from '../../i18n/en/index.ts';

export function dimensionWord(t: Catalogue, dimension: string): string {
  return dimension
    .split('+')
    .map((one) => t.explorer.dimensions[one] ?? one.replaceAll('_', ' '))
    .join(', ');
}
