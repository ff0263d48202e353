/**
 * Signs that act on the text around them and are not seen themselves: a NUL, marks that turn the direction of what
 * follows, spaces of no width. In a name they make two names look alike, or a file's ending read backwards
 * (CVE-2021-42574); nothing that comes in keeps them. What joins letters and emoji (U+200C, U+200D) is kept, and so are the
 * two marks of direction that only stand for themselves (U+200E, U+200F).
 */
// eslint-disable-next-line no-control-regex -- NUL is one of them.
const acting = /[\u0000\u200B\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

export function withoutActingSigns(text: string): string {
  return text.search(acting) < 0 ? text : text.replace(acting, '');
}

/** A JSON value with all its texts so; keys stay as they are. Answers the value itself where none acts. */
export function inertValue(value: unknown): unknown {
  if (typeof value === 'string') return withoutActingSigns(value);
  if (Array.isArray(value)) {
    const inert: unknown[] = value.map(inertValue);
    return inert.every((one, i) => one === value[i]) ? value : inert;
  }
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  const entries = Object.entries(value);
  const inert = entries.map(([key, one]): [string, unknown] => [key, inertValue(one)]);
  return inert.every(([, one], i) => one === entries[i]?.[1]) ? value : Object.fromEntries(inert);
}
