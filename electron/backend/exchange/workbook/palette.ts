/**
 * The colours of a workbook. The accent is the client's brand colour with its hue kept and its lightness held
 * until white text on it, and the accent as text on white, reach a contrast of 4.5:1 (WCAG 2.2, 1.4.3).
 * The untouched brand colour is for the logo block on the cover only.
 */
export interface Palette {
  readonly brand: string;
  /** Text that reads on `brand`. */
  readonly onBrand: string;
  readonly accent: string;
  readonly accentText: string;
  readonly accentSoft: string;
  readonly accentLine: string;
  readonly accentPale: string;
}

/** Status, ink and line colours: the app's light theme. */
export const ink = {
  first: '15191D',
  second: '454D55',
  third: '656E77',
  line: 'D2D7DC',
  hairline: 'E6E9EC',
  then: 'A3ABB3',
  goal: '15191D',
  hatch: 'C3C9CF',
  gapGround: 'F8F9FA',
  computed: 'F7F8FA',
  white: 'FFFFFF',
  met: '0A7361',
  risk: '855200',
  off: 'AD2F14',
} as const;

/** For categories only; told apart in colour-blind vision too. */
export const categories = ['1659D3', 'AD7525', '004C3A', '7D1078', '929196', '3798DE'] as const;

type Rgb = readonly [number, number, number];

function parse(color: string): Rgb {
  const hex = /^#?([0-9a-f]{6})$/i.exec(color.trim())?.[1] ?? '4750bd';
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as unknown as Rgb;
}

function hexOf(rgb: Rgb): string {
  return rgb
    .map((part) =>
      Math.round(Math.min(1, Math.max(0, part)) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
    .toUpperCase();
}

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((part) =>
    part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  ) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast of two `RRGGBB` colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [x, y] = [luminance(parse(a)), luminance(parse(b))];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

function mix(color: Rgb, other: Rgb, share: number): Rgb {
  return color.map((part, index) => part * share + (other[index] ?? 0) * (1 - share)) as unknown as Rgb;
}

/** Scaling all three parts keeps hue and saturation. */
function darkenUntil(color: Rgb, ratio: number): Rgb {
  let result = color;
  while (contrast(hexOf(result), 'FFFFFF') < ratio) result = mix(result, [0, 0, 0], 0.97);
  return result;
}

export function paletteOf(brandColor: string): Palette {
  const brand = parse(brandColor);
  const white: Rgb = [1, 1, 1];
  const accent = darkenUntil(brand, 4.6);
  return {
    brand: hexOf(brand),
    onBrand:
      contrast(hexOf(brand), 'FFFFFF') >= 4.5
        ? 'FFFFFF'
        : contrast(hexOf(brand), ink.first) >= 4.5
          ? ink.first
          : 'FFFFFF',
    accent: hexOf(accent),
    accentText: hexOf(darkenUntil(brand, 6)),
    accentSoft: hexOf(mix(accent, white, 0.1)),
    accentLine: hexOf(mix(accent, white, 0.4)),
    accentPale: hexOf(mix(accent, white, 0.28)),
  };
}
