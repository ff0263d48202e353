import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accentMoved, contrast, deriveAccent, hexOfOklch, oklchOf } from '../../../renderer/ui/accent.ts';

const hex = fc
  .tuple(fc.nat(255), fc.nat(255), fc.nat(255))
  .map((rgb) => `#${rgb.map((v) => v.toString(16).padStart(2, '0')).join('')}`);
const grounds = {
  light: ['#ffffff', '#f5f6f7', '#eef0f2'],
  dark: ['#14181b', '#0e1113', '#1c2125'],
} as const;

describe('a client accent', () => {
  test('reads 4.5:1 as text on every ground of both themes, whatever the brand colour', () => {
    fc.assert(
      fc.property(hex, fc.constantFrom('light', 'dark'), (brand, theme) => {
        const { accent, text, soft, on } = deriveAccent(brand, theme);
        for (const ground of grounds[theme]) {
          expect(contrast(accent, ground)).toBeGreaterThanOrEqual(4.5);
          expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
        }
        expect(contrast(text, soft)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(on, accent)).toBeGreaterThanOrEqual(4.5);
      }),
      { numRuns: 300 },
    );
  });

  test('keeps the hue of the brand', () => {
    for (const brand of ['#ffcc00', '#e4002b', '#00a0df', '#7ac143']) {
      for (const theme of ['light', 'dark'] as const) {
        const from = oklchOf(brand).h;
        const to = oklchOf(deriveAccent(brand, theme).accent).h;
        expect(Math.abs(((to - from + 540) % 360) - 180)).toBeLessThan(4);
      }
    }
  });

  test('leaves a brand colour that is dark enough as it is, and says when it moved one', () => {
    expect(deriveAccent('#4750bd', 'light').accent).toBe('#4750bd');
    expect(accentMoved('#4750bd', 'light')).toBe(false);
    expect(accentMoved('#ffcc00', 'light')).toBe(true);
  });

  test('OKLCH and back is the same colour', () => {
    fc.assert(
      fc.property(hex, (color) => {
        expect(hexOfOklch(oklchOf(color))).toBe(color);
      }),
    );
  });

  test('contrast is that of WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  });
});
