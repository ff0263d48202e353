/** Zoom over slots: a range of them, `to` exclusive, within all there are. Pure. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Fewer slots than this are no course. */
const LEAST = 4;

export function whole(total: number): Range {
  return { from: 0, to: total };
}

export function isWhole(range: Range, total: number): boolean {
  return range.from <= 0 && range.to >= total;
}

/** Held within what there is, no narrower than a few slots. */
export function held(range: Range, total: number): Range {
  const width = Math.min(total, Math.max(Math.min(LEAST, total), Math.round(range.to - range.from)));
  const from = Math.max(0, Math.min(Math.round(range.from), total - width));
  return { from, to: from + width };
}

/** Closer (`factor` under 1) or farther, with one slot staying where it is on screen. */
export function around(range: Range, total: number, centre: number, factor: number): Range {
  const width = range.to - range.from;
  let next = width * factor;
  // A small range would round back to itself.
  if (Math.round(next) === width) next = width + (factor < 1 ? -1 : 1);
  const share = width === 0 ? 0.5 : (centre + 0.5 - range.from) / width;
  const from = centre + 0.5 - share * next;
  return held({ from, to: from + next }, total);
}

/** Along the axis by a share of what is on screen. */
export function panned(range: Range, total: number, share: number): Range {
  const width = range.to - range.from;
  const by = Math.sign(share) * Math.max(1, Math.round(Math.abs(share) * width));
  return held({ from: range.from + by, to: range.to + by }, total);
}

/** The range of an address; `null` where its days are not on the axis. */
export function rangeOf(
  zoom: { readonly from: string; readonly to: string } | null,
  starts: readonly string[],
): Range | null {
  if (zoom === null || starts.length === 0) return null;
  const from = starts.findLastIndex((start) => start <= zoom.from);
  const to = starts.findLastIndex((start) => start <= zoom.to);
  if (to < 0 || to < from) return null;
  const range = held({ from: Math.max(0, from), to: to + 1 }, starts.length);
  return isWhole(range, starts.length) ? null : range;
}

export function zoomParam(range: Range | null, starts: readonly string[]): string | undefined {
  if (range === null || isWhole(range, starts.length)) return undefined;
  const [from, to] = [starts[range.from], starts[range.to - 1]];
  return from === undefined || to === undefined ? undefined : `${from}..${to}`;
}
