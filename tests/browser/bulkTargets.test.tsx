/** The bulk editor of targets as a person uses it: typed, pasted, filled, taken back, and saved in one step. */
import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { CallName, Input, Output } from '../../shared/contract/api.ts';
import type { ClientKpi } from '../../shared/contract/api/kpis.ts';
import type { TargetGrid } from '../../shared/contract/api/targetSets.ts';
import type { Reply } from '../../shared/contract/reply.ts';
import type { Transport } from '../../shared/contract/transport.ts';
import { TargetsScreen } from '../../renderer/features/kpis/index.ts';
import { clientDto } from '../support/clientDto.ts';
import { AtClient, Frame } from './frame.tsx';

const client = clientDto({ name: 'Almazara', color: '#5d6b1f', numberFormat: '1.234,5' });

function kpi(id: number, name: string, over: Partial<ClientKpi['definition']> = {}): ClientKpi {
  return {
    id,
    client: 1,
    shown: true,
    own: false,
    weight: 1,
    headline: null,
    figures: 12,
    targets: 0,
    definition: {
      key: name.toLowerCase().replaceAll(' ', '_'),
      name: { en: name, es: name },
      definition: { en: '', es: '' },
      unit: { kind: 'count' },
      direction: 'up',
      timeAggregation: 'sum',
      channelAggregation: 'sum',
      kra: 'engagement',
      stage: 'engagement',
      level: 'operational',
      cadence: 'day',
      vanity: false,
      aliases: { en: [], es: [] },
      target: { kind: 'atLeast' },
      ...over,
    },
  };
}
const kpis = [
  kpi(1, 'Interactions'),
  kpi(2, 'Reply rate', { unit: { kind: 'percent' }, timeAggregation: 'formula', formula: 'a / b' }),
  kpi(3, 'Cost', { unit: { kind: 'money' }, direction: 'down' }),
];
const months = Array.from({ length: 12 }, (_, i) => ({
  start: `2026-${String(i + 1).padStart(2, '0')}-01`,
  end: i === 11 ? '2027-01-01' : `2026-${String(i + 2).padStart(2, '0')}-01`,
  closed: i < 10,
}));
const grid: TargetGrid = {
  periods: months,
  rows: kpis.map((one, row) => ({
    kpi: one.id,
    channel: null,
    fits: true,
    kind: row === 1 ? 'ratio' : 'flow',
    cells: months.map((_, i) => ({
      target: null,
      lastYear: row === 0 ? 1000 + 100 * i : row === 1 ? 0.04 : null,
      value: null,
    })),
    usual: row === 0 ? { low: 1040, high: 1980, periods: 12 } : null,
  })),
};

let saved: Input<'targets.setMany'>[] = [];
let putBack: Input<'targets.putBack'>[] = [];
function answer(name: CallName, input: unknown): unknown {
  switch (name) {
    case 'kpis.list':
      return kpis;
    case 'targets.list':
    case 'channels.list':
      return [];
    case 'catalogue.get':
      return {
        kras: [{ key: 'engagement', name: { en: 'Engagement', es: 'Participación' } }],
        stages: [],
        kpis: [],
        templates: [],
      };
    case 'targets.grid':
      return grid;
    case 'targets.setMany':
      saved.push(input as Input<'targets.setMany'>);
      return { lanes: [{ kpi: 1, channel: null, cadence: 'month' }], targets: [] };
    case 'targets.putBack':
      putBack.push(input as Input<'targets.putBack'>);
      return { lanes: [], targets: [] };
    default:
      throw new Error(`nobody answers ${name}`);
  }
}
const transport: Transport = {
  invoke: <N extends CallName>(name: N, input: Input<N>) =>
    Promise.resolve({ ok: true, data: answer(name, input) as Output<N> } satisfies Reply<Output<N>>),
  subscribe: () => () => undefined,
  upload: () => Promise.reject(new Error('no files here')),
  save: () => Promise.resolve({ outcome: 'cancelled' }),
  saveAll: () => Promise.resolve({ outcome: 'cancelled', files: [] }),
};
Object.defineProperty(window, 'pulsebook', { value: transport, configurable: true });

beforeEach(async () => {
  saved = [];
  putBack = [];
  location.hash = '#/c/1/kpis/targets';
  await page.viewport(1280, 800);
  await render(
    <Frame size={{ width: 1240, height: 780 }}>
      <AtClient client={client}>
        <TargetsScreen />
      </AtClient>
    </Frame>,
  );
  await vi.waitFor(() => cellAt(0, 0));
});

const cellAt = (row: number, column: number): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
  if (found === null) throw new Error(`no cell ${row} ${column}`);
  return found;
};
const goal = (row: number, column: number): string =>
  (cellAt(row, column).firstElementChild?.textContent ?? '').replaceAll(/\s/g, ' ');
/** Goes to a cell, as a press would. */
async function at(row: number, column: number): Promise<void> {
  cellAt(row, column).focus();
  await expect.poll(() => cellAt(row, column).tabIndex).toBe(0);
}
async function use(tool: string, typed?: string): Promise<void> {
  await userEvent.click(page.getByRole('button', { name: tool }));
  const sheet = page.getByRole('dialog', { name: tool });
  if (typed !== undefined) await userEvent.fill(sheet.getByRole('textbox'), typed);
  await userEvent.click(sheet.getByRole('button', { name: 'Use' }));
  await expect.element(sheet).not.toBeInTheDocument();
}
function paste(text: string): void {
  const data = new DataTransfer();
  data.setData('text/plain', text);
  document.activeElement?.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
  );
}
const save = () => page.getByRole('button', { name: 'Save targets' });

test('typing goes down with Enter; a floor stands behind a slash; what is no target is said and kept open', async () => {
  await at(0, 0);
  await userEvent.keyboard('12.000 / 10.800{Enter}');
  expect(goal(0, 0)).toBe('12.000');
  expect(cellAt(0, 0).textContent).toContain('floor 10.800');
  await expect.poll(() => document.activeElement).toBe(cellAt(1, 0));
  await userEvent.keyboard('4,5{Enter}soon{Enter}');
  expect(goal(1, 0)).toBe('4,5 %');
  await expect.poll(() => document.querySelector('[role="alert"]')?.textContent).toMatch(/^No target: type/);
  await userEvent.keyboard('{Escape}');
  expect(goal(2, 0)).toBe('');
  await userEvent.click(save());
  await expect.poll(() => saved.length).toBe(1);
  expect(saved[0]).toEqual({
    client: 1,
    clear: [],
    targets: [
      {
        kpi: 1,
        channel: null,
        cadence: 'month',
        from: '2026-01-01',
        to: '2026-02-01',
        kind: 'atLeast',
        goal: 12000,
        floor: 10800,
      },
      {
        kpi: 2,
        channel: null,
        cadence: 'month',
        from: '2026-01-01',
        to: '2026-02-01',
        kind: 'atLeast',
        goal: 0.045,
      },
    ],
  });
  await userEvent.click(page.getByRole('button', { name: 'Undo' }).last());
  await expect
    .poll(() => putBack)
    .toEqual([{ client: 1, lanes: [{ kpi: 1, channel: null, cadence: 'month' }], targets: [] }]);
});

test('pastes a block from Excel with decimal commas, and says what of it was no target', async () => {
  await at(0, 1);
  paste('1.500\t1.600\t1.700\r\n4,5 %\t4,75 %\tn/a\r\n3,20 €\t3,10 €\t3,05 €');
  await expect.poll(() => goal(0, 1)).toBe('1.500');
  expect(goal(0, 3)).toBe('1.700');
  expect(goal(1, 2)).toBe('4,8 %');
  expect(goal(2, 3)).toBe('3,05 €');
  await expect.element(page.getByText('1 pasted cell was no target and is left out')).toBeVisible();
  expect(goal(1, 3)).toBe('');
  await userEvent.click(save());
  await expect.poll(() => saved[0]?.targets.length).toBe(8);
  // Where less is better the goal is the most it may be.
  expect(saved[0]?.targets.at(-1)).toMatchObject({ kpi: 3, kind: 'atMost', goal: 3.05 });
  expect(saved[0]?.targets.find((target) => target.goal === 0.0475)).toBeDefined();
});

test('a block with decimal points is read as such in a client that writes commas', async () => {
  await at(2, 0);
  paste('3.25\t1,204.50');
  await expect.poll(() => goal(2, 0)).toBe('3,25 €');
  await userEvent.click(save());
  await expect.poll(() => saved[0]?.targets.map((target) => target.goal)).toEqual([3.25, 1204.5]);
});

test('fills right, and takes it back and does it again', async () => {
  await at(0, 0);
  await userEvent.keyboard('900{Enter}');
  await at(0, 0);
  await userEvent.keyboard('{Shift>}{ArrowRight}{ArrowRight}{/Shift}{Control>}r{/Control}');
  expect([0, 1, 2, 3].map((column) => goal(0, column))).toEqual(['900', '900', '900', '']);
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(goal(0, 1)).toBe('');
  await userEvent.keyboard('{Control>}y{/Control}');
  expect(goal(0, 2)).toBe('900');
  await userEvent.keyboard('{Delete}');
  await expect.element(page.getByText(/^Type, paste from Excel/)).toBeVisible();
});

test('last year’s values with five per cent more, spread and floor', async () => {
  await at(0, 0);
  await userEvent.keyboard('{Shift>}{Control>}{ArrowRight}{/Control}{/Shift}');
  await use('From last year');
  await expect.poll(() => goal(0, 0)).toBe('1.050');
  expect(goal(0, 11)).toBe('2.205');
  await use('Floor');
  await expect.poll(() => cellAt(0, 0).textContent).toContain('floor 945');
  await use('Spread', '37.200');
  // Last year was 18,600 in all: twice each month.
  await expect.poll(() => goal(0, 0)).toBe('2.000');
  expect(goal(0, 11)).toBe('4.200');
});
