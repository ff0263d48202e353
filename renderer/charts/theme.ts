/** The colours and type a chart is drawn with. Builders take them as data; readTheme.ts reads them from the page. */

/** A plain colour, or a hatch: drawn on a small canvas for a canvas, as a vector for a picture that is saved. */
export type Fill =
  | string
  | { readonly image: unknown; readonly repeat: 'repeat' }
  | {
      readonly svgElement: unknown;
      readonly svgWidth: number;
      readonly svgHeight: number;
      readonly repeat: 'repeat';
    };

export interface ChartTheme {
  readonly font: string;
  readonly ink1: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly surface: string;
  readonly line1: string;
  readonly line2: string;
  readonly line3: string;
  /** The present period: the client's accent. */
  readonly now: string;
  /** The accent as text. */
  readonly nowText: string;
  /** Other periods: the accent, pale. */
  readonly nowPale: string;
  /** The base. */
  readonly then: string;
  readonly goal: string;
  readonly limit: string;
  readonly natural: string;
  readonly grid: string;
  readonly axis: string;
  /** `--c-1` to `--c-6`, for categories only. */
  readonly categories: readonly string[];
  /** Missing. */
  readonly hatch: Fill;
  /** Fills of the three statuses: for status shapes and nothing else. */
  readonly met: string;
  readonly risk: string;
  readonly off: string;
}

const pattern = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;

/** `#rrggbb` with an alpha, as `rgba()`; anything else comes back as it is. */
export function withAlpha(color: string, alpha: number): string {
  const m = pattern.exec(color);
  if (m === null) return color;
  const [r, g, b] = m.slice(1).map((part) => Number.parseInt(part, 16));
  return `rgba(${r}, ${g}, ${b}, ${alpha})`;
}

/** Relative luminance of a colour, 0 to 1 (WCAG 2.2). */
function luminance([r, g, b]: readonly number[]): number {
  const part = (value = 0): number => {
    const c = value / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
}

/** The ink, or the ground's own colour, whichever reads better on the accent laid over the ground with an alpha. */
export function readableOn(theme: Pick<ChartTheme, 'now' | 'surface' | 'ink1'>, alpha: number): string {
  // A style sheet that was made small writes #fff.
  const channels = (color: string): number[] | null =>
    pattern
      .exec(color.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3'))
      ?.slice(1)
      .map((part) => Number.parseInt(part, 16)) ?? null;
  const [now, ground, ink] = [theme.now, theme.surface, theme.ink1].map(channels);
  if (!now || !ground || !ink) return theme.ink1;
  const under = luminance(ground.map((value, i) => value + ((now[i] ?? 0) - value) * alpha));
  const contrast = (color: readonly number[]): number => {
    const over = luminance(color);
    return (Math.max(over, under) + 0.05) / (Math.min(over, under) + 0.05);
  };
  return contrast(ink) >= contrast(ground) ? theme.ink1 : theme.surface;
}

/** True for a surface darker than middle grey. */
export function isDark(surface: string): boolean {
  const m = pattern.exec(surface);
  if (m === null) return false;
  const [r = 255, g = 255, b = 255] = m.slice(1).map((part) => Number.parseInt(part, 16));
  return 0.299 * r + 0.587 * g + 0.114 * b < 128;
}
