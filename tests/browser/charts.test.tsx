/** The chart on a page: drawn on a canvas, again in another theme, told to screen readers, and readable as a table. */
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Chart, ChartViewButton, comboOption, useChartView } from '../../renderer/charts/index.ts';
import type { Build } from '../../renderer/charts/index.ts';
import { tipNode } from '../../renderer/charts/tip.ts';
import { LanguageProvider } from '../../renderer/i18n/index.tsx';
import '../../renderer/ui/base.css';
import '../../renderer/ui/tokens.css';

const build: Build = (theme, size) =>
  comboOption(
    {
      slots: ['Aug', 'Sep', 'Oct'].map((label) => ({ label, title: `${label} 2026` })),
      bars: { name: 'Interactions', unit: { kind: 'count' }, values: [1200, null, 1560] },
      now: { from: 2, to: 3 },
      base: { from: 0, to: 1 },
      goals: [1500, 1500, 1500],
      goalLabel: (goal) => `goal ${goal}`,
      notes: [],
      words: {
        style: { language: 'en', numberFormat: '1,234.5', currency: 'EUR' },
        noData: 'no data',
        notApplicable: 'n/a',
        goal: 'Goal',
        period: 'Period',
        others: 'Others',
      },
    },
    theme,
    size,
  );

function Sample() {
  const { view, toggle } = useChartView();
  return (
    <LanguageProvider language="en">
      <div style={{ width: 600 }}>
        <ChartViewButton view={view} onToggle={toggle} />
        <Chart build={build} height={220} label="Interactions by month" view={view} />
      </div>
    </LanguageProvider>
  );
}

/** The colour of a pixel of the chart, as `r,g,b`. */
function pixel(canvas: HTMLCanvasElement, x: number, y: number): string {
  const ratio = canvas.width / canvas.clientWidth;
  const data =
    canvas.getContext('2d')?.getImageData(Math.round(x * ratio), Math.round(y * ratio), 1, 1).data ?? [];
  return [...data].slice(0, 3).join(',');
}

const rgb = (hex: string): string => [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16)).join(',');

test('the present period is drawn in the accent, and again when the accent changes', async () => {
  await render(<Sample />);
  const image = page.getByRole('img', { name: 'Interactions by month' });
  await expect.element(image).toHaveAttribute('data-drawn', 'true');
  const canvas = image.element().querySelector('canvas');
  expect(canvas).not.toBeNull();
  if (canvas === null) return;
  // The last of three slots, near the foot of its bar.
  await expect.poll(() => pixel(canvas, 510, 170)).toBe(rgb('#4750bd'));
  document.documentElement.style.setProperty('--accent', '#66741a');
  await expect.poll(() => pixel(canvas, 510, 170)).toBe(rgb('#66741a'));
  document.documentElement.style.removeProperty('--accent');
});

test('as a table it holds the same figures, and a gap is a gap, not 0', async () => {
  await render(<Sample />);
  await page.getByRole('button', { name: 'Show as a table' }).click();
  const table = page.getByRole('table', { name: 'Interactions by month' });
  await expect.element(table).toBeVisible();
  await expect.element(table.getByRole('row', { name: /^Oct 2026 1,560 1,500$/ })).toBeVisible();
  await expect.element(table.getByRole('row', { name: /^Sep 2026 Nothing recorded 1,500$/ })).toBeVisible();
  await page.getByRole('button', { name: 'Show as a chart' }).click();
  await expect.element(page.getByRole('img', { name: 'Interactions by month' })).toBeVisible();
});

test('arrow keys step through the points, and each is read out with its unit', async () => {
  await render(<Sample />);
  const points = page.getByRole('slider', { name: 'Points of: Interactions by month' });
  await expect.element(points).toHaveAttribute('aria-valuetext', 'Oct 2026: Interactions 1,560; Goal 1,500');
  points.element().focus();
  await userEvent.keyboard('{ArrowLeft}');
  await expect
    .element(points)
    .toHaveAttribute('aria-valuetext', 'Sep 2026: Interactions no data; Goal 1,500');
  // What the pointer would show is shown.
  await expect.element(page.getByText('Sep 2026')).toBeVisible();
  await userEvent.keyboard('{Home}');
  await expect.element(points).toHaveAttribute('aria-valuenow', '1');
  await userEvent.keyboard('{ArrowLeft}');
  await expect.element(points).toHaveAttribute('aria-valuenow', '1');
  await userEvent.keyboard('{End}');
  await expect.element(points).toHaveAttribute('aria-valuenow', '3');
});

test('what the pointer reads is made of nodes: text is never taken for markup', () => {
  const node = tipNode({
    title: '<b>Oct</b>',
    rows: [{ name: 'Reach', value: '12', color: '#112233' }],
    notes: ['1  <i>note</i>'],
  });
  expect(node.querySelector('b, i')).toBeNull();
  expect(node.textContent).toBe('<b>Oct</b>Reach121  <i>note</i>');
});
