/** The days of a comparison in words, beside each other. */
import type { Format } from '../../i18n/format.tsx';
import type { Span } from '../../../shared/domain/results.ts';

/** The base's days; their year only where it is not the one of the days they are compared with. */
export function besideLabel(base: Span, now: Span, format: Format): string {
  const sameYear =
    base.from.slice(0, 4) === now.from.slice(0, 4) && base.to.slice(0, 4) === now.to.slice(0, 4);
  return format.span(base, sameYear ? 'bare' : 'medium');
}

/** True when a value is over exactly this stretch. */
export function sameDays(a: Span, b: Span): boolean {
  return a.from === b.from && a.to === b.to;
}
