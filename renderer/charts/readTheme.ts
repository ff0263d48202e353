/**
 * Reads a chart's theme from the CSS custom properties that hold where the chart stands: a light report page inside
 * a dark window gets light charts.
 *
 * A canvas cannot use `var()`, so the values are read again whenever theme or accent change (useChart).
 */
import { isDark, withAlpha } from './theme.ts';
import type { ChartTheme, Fill } from './theme.ts';

/** Diagonal hatch, 6 px apart, seamless when repeated. */
function hatchOf(color: string, ground: string): Fill {
  const size = 6;
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  const pen = canvas.getContext('2d');
  if (pen === null) return ground;
  pen.strokeStyle = color;
  pen.lineWidth = 1;
  pen.beginPath();
  for (const shift of [-size, 0, size]) {
    pen.moveTo(shift - 1, size + 1);
    pen.lineTo(shift + size + 1, -1);
  }
  pen.stroke();
  return { image: canvas, repeat: 'repeat' };
}

/** The theme that holds at an element. */
export function readTheme(element: Element): ChartTheme {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  const surface = token('--surface');
  const now = token('--accent');
  return {
    font: token('--font-ui') || 'sans-serif',
    ink1: token('--ink-1'),
    ink2: token('--ink-2'),
    ink3: token('--ink-3'),
    surface,
    line1: token('--line-1'),
    line2: token('--line-2'),
    line3: token('--line-3'),
    now,
    nowText: token('--accent-text'),
    nowPale: withAlpha(now, isDark(surface) ? 0.3 : 0.235),
    then: token('--c-then'),
    goal: token('--c-goal'),
    limit: token('--c-limit'),
    natural: token('--c-natural'),
    grid: token('--c-grid'),
    axis: token('--c-axis'),
    categories: [1, 2, 3, 4, 5, 6].map((n) => token(`--c-${n}`)),
    hatch: hatchOf(token('--gap-hatch'), token('--gap-ground')),
    met: token('--met-fill'),
    risk: token('--risk-fill'),
    off: token('--off-fill'),
  };
}
