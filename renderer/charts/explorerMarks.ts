/** What stands on an explorer's chart besides its lines: limits, signals, the words of the axis. */
import { textWidth } from './frame.ts';
import { goalPlace } from './goalPlace.ts';
import type { Crossing } from './goalPlace.ts';
import type { ExplorerInput, LimitsBand, SignalMark } from './explorer.ts';
import type { Size, Values } from './model.ts';
import type { Mark } from './overlay.ts';
import type { Scale } from './scale.ts';
import type { Stretch } from './slots.ts';
import type { ChartTheme } from './theme.ts';

export function limitMarks(limits: LimitsBand, theme: ChartTheme): Mark[] {
  const { from, to } = limits;
  const across = (y: number): [number, number][] => [
    [from, y],
    [to, y],
  ];
  return [
    { kind: 'band', from, to, top: limits.upper, bottom: limits.lower, fill: theme.natural },
    { kind: 'path', points: across(limits.upper), color: theme.limit, width: 1, dash: [5, 3] },
    { kind: 'path', points: across(limits.lower), color: theme.limit, width: 1, dash: [5, 3] },
    { kind: 'path', points: across(limits.centre), color: theme.limit, width: 1 },
  ];
}

/** Outside the band, where the course does not run through them. */
export function limitWords(limits: LimitsBand, crossing: Crossing, theme: ChartTheme): Mark[] {
  const words = (y: number, text: string, side: 'over' | 'under'): Mark => ({
    kind: 'text',
    ...goalPlace({ from: limits.from, to: limits.to, goal: y }, text, crossing, side),
    y,
    dx: 5,
    text,
    color: theme.ink3,
    align: 'left',
    halo: theme.surface,
  });
  return [words(limits.upper, limits.upperLabel, 'over'), words(limits.lower, limits.lowerLabel, 'under')];
}

/** The name of the year before, at the end of its line, on the side away from the present one. */
export function thenWord(then: Values, now: Values, theme: ChartTheme): Mark[] {
  const index = then.values.findLastIndex((v) => v !== null);
  const value = then.values[index];
  if (value === null || value === undefined) return [];
  const other = now.values[index];
  const up = other !== null && other !== undefined && value > other;
  return [
    {
      kind: 'text',
      x: index + 0.5,
      y: value,
      dx: 4,
      dy: up ? -11 : 12,
      text: then.name,
      color: theme.ink3,
      align: 'right',
      halo: theme.surface,
    },
  ];
}

/**
 * Rings, numbers and brackets of the findings. Numbers and words that would lie on each other are moved apart, away from
 * the line.
 */
export function signalMarks(
  signals: readonly SignalMark[],
  values: readonly (number | null)[],
  perPixel: number,
  perSlot: number,
  theme: ChartTheme,
): Mark[] {
  const numbered = new Set<string>();
  const marks: Mark[] = [];
  const place = new Places(perPixel, perSlot);
  for (const signal of signals) {
    const value = values[signal.at];
    if (value === null || value === undefined) continue;
    if (signal.outside) marks.push({ kind: 'ring', x: signal.at + 0.5, y: value, color: theme.now });
    if (numbered.has(signal.mark)) continue;
    numbered.add(signal.mark);
    const last = signals.findLast((other) => other.mark === signal.mark) ?? signal;
    if (!signal.outside && signal.runLabel !== '') {
      marks.push(...bracket(signal, last.at, values, perPixel, place, theme));
      continue;
    }
    const at = signal.outside ? signal.at : last.at;
    marks.push(place.badge(signal, at, values[at] ?? value));
  }
  return marks;
}

/** Takes places on the plane of pixels, so that no two words or numbers lie on each other. */
class Places {
  readonly #taken: { readonly x: number; readonly y: number; readonly width: number }[] = [];
  readonly #perPixel: number;
  readonly #perSlot: number;

  constructor(perPixel: number, perSlot: number) {
    this.#perPixel = perPixel;
    this.#perSlot = perSlot;
  }

  /** How far up (negative: higher) something of a width has to stand from a point, beginning `dy` away from it. */
  take(x: number, y: number, dy: number, width: number): number {
    const step = dy < 0 ? -16 : 16;
    const centre = x * this.#perSlot;
    const base = -y / Math.max(Number.EPSILON, this.#perPixel);
    let at = dy;
    for (let tries = 0; tries < 5 && this.#isTaken(centre, base + at, width); tries += 1) at += step;
    this.#taken.push({ x: centre, y: base + at, width });
    return at;
  }

  badge(signal: SignalMark, at: number, value: number): Mark {
    const above = signal.side === 'above';
    const dy = this.take(at + 0.5, value, above ? -18 : 18, 16);
    return { kind: 'badge', x: at + 0.5, y: value, dy, text: signal.mark, solid: true };
  }

  #isTaken(x: number, y: number, width: number): boolean {
    return this.#taken.some(
      (one) => Math.abs(one.x - x) < (one.width + width) / 2 && Math.abs(one.y - y) < 15,
    );
  }
}

/** A bracket on the far side of a run, with its number and its words. */
function bracket(
  signal: SignalMark,
  lastAt: number,
  values: readonly (number | null)[],
  perPixel: number,
  place: Places,
  theme: ChartTheme,
): Mark[] {
  const from = Math.max(0, lastAt - signal.run + 1);
  const run = values.slice(from, lastAt + 1).filter((v): v is number => v !== null);
  const above = signal.side === 'above';
  const edge = above ? Math.min(...run) : Math.max(...run);
  const y = edge + (above ? -18 : 18) * perPixel;
  const tip = y + (above ? 5 : -5) * perPixel;
  const [left, right] = [from + 0.5, lastAt + 0.5];
  const middle = (left + right) / 2;
  const first = values[from];
  return [
    {
      kind: 'path',
      points: [
        [left, tip],
        [left, y],
        [right, y],
        [right, tip],
      ],
      color: theme.ink1,
      width: 1,
    },
    {
      kind: 'text',
      x: middle,
      y,
      dy: place.take(middle, y, above ? 10 : -10, textWidth(signal.runLabel)),
      text: signal.runLabel,
      color: theme.ink2,
      halo: theme.surface,
    },
    ...(first === null || first === undefined ? [] : [place.badge(signal, from, first)]),
  ];
}

export function breakMarks(
  input: Pick<ExplorerInput, 'slots' | 'breaks' | 'axisNote' | 'base' | 'chosen'>,
  scale: Scale,
  size: Size,
  theme: ChartTheme,
): Mark[] {
  const perSlot = Math.max(0.1, (size.width - 90) / Math.max(1, input.slots.length));
  const marks: Mark[] = [];
  let free = Number.NEGATIVE_INFINITY;
  for (const [i, at] of input.breaks.entries()) {
    marks.push({ kind: 'tick', x: at.at, color: theme.line3 });
    const left = at.at * perSlot;
    // A first month that shows only its last days gives way to the next one.
    const next = input.breaks[i + 1];
    const crowded = i === 0 && next !== undefined && (next.at - at.at) * perSlot < textWidth(at.text) + 8;
    if (crowded && at.bold !== true) continue;
    if (left < free && at.bold !== true) continue;
    free = left + textWidth(at.text) + 8;
    marks.push({
      kind: 'text',
      x: at.at,
      y: 'bottom',
      dx: 3,
      dy: 13,
      text: at.text,
      color: at.bold === true ? theme.ink1 : theme.axis,
      align: 'left',
      bold: at.bold ?? false,
    });
  }
  marks.push({
    kind: 'text',
    x: 0,
    y: 'bottom',
    dy: 28,
    text: input.axisNote,
    color: theme.axis,
    align: 'left',
  });
  const foot = scale.min <= 0 && scale.max >= 0 ? 0 : scale.min;
  const stroke = (stretch: Stretch, color: string): Mark => ({
    kind: 'path',
    points: [
      [stretch.from, foot],
      [stretch.to, foot],
    ],
    color,
    width: 3,
  });
  if (input.base !== null) marks.push(stroke(input.base, theme.then));
  if (input.chosen !== null) marks.push(stroke(input.chosen, theme.ink1));
  return marks;
}
