/**
 * A client's accent from the client's brand colour.
 *
 * Rule (docs: the look): keep the brand's hue, hold its lightness until text in that colour reads 4.5:1 on every
 * ground of the theme. The untouched brand colour stays in the logo and on covers. All maths in OKLCH (Björn
 * Ottosson, "A perceptual color space for image processing"), contrast by WCAG 2.2.
 */

export type Theme = 'light' | 'dark';

/** OKLCH: lightness 0 to 1, chroma, hue in degrees. */
export interface Oklch {
  readonly l: number;
  readonly c: number;
  readonly h: number;
}

export interface Accent {
  readonly accent: string;
  /** Text on a ground of `accent`. */
  readonly on: string;
  readonly text: string;
  readonly soft: string;
  readonly line: string;
}

type Rgb = readonly [r: number, g: number, b: number];

/** Grounds that accented text stands on, per theme (tokens.css: surface, app, sunken or raised, hover). */
const grounds: Readonly<Record<Theme, readonly string[]>> = {
  light: ['#ffffff', '#f5f6f7', '#eef0f2'],
  dark: ['#14181b', '#0e1113', '#1c2125'],
};
const ENOUGH = 4.5;

const toLinear = (v: number): number => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
const toGamma = (v: number): number => (v <= 0.003_130_8 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055);

function rgbOf(hex: string): Rgb {
  const n = Number.parseInt(hex.slice(1, 7), 16);
  return [((n >> 16) & 255) / 255, ((n >> 8) & 255) / 255, (n & 255) / 255];
}

function hexOf([r, g, b]: Rgb): string {
  const part = (v: number): string =>
    Math.round(Math.min(1, Math.max(0, v)) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${part(r)}${part(g)}${part(b)}`;
}

/** `#rrggbb` as OKLCH. */
export function oklchOf(hex: string): Oklch {
  const [r, g, b] = rgbOf(hex).map(toLinear) as [number, number, number];
  const l = Math.cbrt(0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b);
  const m = Math.cbrt(0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b);
  const s = Math.cbrt(0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b);
  const a = 1.977_998_495_1 * l - 2.428_592_205 * m + 0.450_593_709_9 * s;
  const bb = 0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766 * s;
  return {
    l: 0.210_454_255_3 * l + 0.793_617_785 * m - 0.004_072_046_8 * s,
    c: Math.hypot(a, bb),
    h: ((Math.atan2(bb, a) * 180) / Math.PI + 360) % 360,
  };
}

function linearOf({ l, c, h }: Oklch): Rgb {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const ll = (l + 0.396_337_777_4 * a + 0.215_803_757_3 * b) ** 3;
  const mm = (l - 0.105_561_345_8 * a - 0.063_854_172_8 * b) ** 3;
  const ss = (l - 0.089_484_177_5 * a - 1.291_485_548 * b) ** 3;
  return [
    4.076_741_662_1 * ll - 3.307_711_591_3 * mm + 0.230_969_929_2 * ss,
    -1.268_438_004_6 * ll + 2.609_757_401_1 * mm - 0.341_319_396_5 * ss,
    -0.004_196_086_3 * ll - 0.703_418_614_7 * mm + 1.707_614_701 * ss,
  ];
}

/** The nearest sRGB colour of the same lightness and hue: chroma gives way until it fits. */
export function hexOfOklch(color: Oklch): string {
  const fits = (c: number): boolean => linearOf({ ...color, c }).every((v) => v >= -0.000_1 && v <= 1.000_1);
  let c = color.c;
  if (!fits(c)) {
    let low = 0;
    for (let i = 0; i < 20; i += 1) {
      const middle = (low + c) / 2;
      if (fits(middle)) low = middle;
      else c = middle;
    }
    c = low;
  }
  return hexOf(linearOf({ ...color, c }).map((v) => toGamma(Math.max(0, v))) as unknown as Rgb);
}

/** WCAG contrast of two colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const luminance = (hex: string): number => {
    const [r, g, bl] = rgbOf(hex).map(toLinear) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
  };
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** Moves lightness in steps (down in light, up in dark) until every ground is met with 4.5:1. */
function hold(color: Oklch, theme: Theme, on: readonly string[]): Oklch {
  const step = theme === 'light' ? -0.005 : 0.005;
  let { l } = color;
  while (l > 0 && l < 1) {
    const hex = hexOfOklch({ ...color, l });
    if (on.every((ground) => contrast(hex, ground) >= ENOUGH)) break;
    l += step;
  }
  return { ...color, l: Math.min(1, Math.max(0, l)) };
}

/** Dark themes want a pale accent: a deep brand colour is lifted to here before contrast is held. */
const DARK_FLOOR = 0.75;
const DARK_CEILING = 0.9;

export function deriveAccent(brand: string, theme: Theme): Accent {
  const color = oklchOf(brand);
  if (theme === 'light') {
    const accent = hold(color, theme, grounds.light);
    const soft = hexOfOklch({ l: 0.953, c: Math.min(0.022, color.c * 0.12), h: color.h });
    const text = hold({ ...accent, l: accent.l - 0.04 }, theme, [...grounds.light, soft]);
    return {
      accent: hexOfOklch(accent),
      on: '#ffffff',
      text: hexOfOklch(text),
      soft,
      line: hexOfOklch({ l: 0.82, c: Math.min(0.07, color.c * 0.4), h: color.h }),
    };
  }
  const lifted = {
    ...color,
    l: Math.min(DARK_CEILING, Math.max(DARK_FLOOR, color.l)),
    c: Math.min(color.c, 0.16),
  };
  const accent = hold(lifted, theme, grounds.dark);
  const soft = hexOfOklch({ l: 0.26, c: Math.min(0.055, color.c * 0.32), h: color.h });
  const text = hold({ ...accent, l: Math.min(0.95, accent.l + 0.04) }, theme, [...grounds.dark, soft]);
  return {
    accent: hexOfOklch(accent),
    on: '#0e1113',
    text: hexOfOklch(text),
    soft,
    line: hexOfOklch({ l: 0.45, c: Math.min(0.12, color.c * 0.7), h: color.h }),
  };
}

/** Custom properties of an accent, for `style` props and for the root element (both go through the CSSOM). */
export function accentProperties(brand: string, theme: Theme): Readonly<Record<`--accent${string}`, string>> {
  const a = deriveAccent(brand, theme);
  return {
    '--accent': a.accent,
    '--accent-on': a.on,
    '--accent-text': a.text,
    '--accent-soft': a.soft,
    '--accent-line': a.line,
  };
}

/** True when the theme had to move the brand colour to be readable. */
export function accentMoved(brand: string, theme: Theme): boolean {
  return deriveAccent(brand, theme).accent.toLowerCase() !== hexOfOklch(oklchOf(brand)).toLowerCase();
}
