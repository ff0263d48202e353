/** A small chart with everything that can go wrong in one: gaps at both ends and inside, n/a, a rate, a hostile name. */
import { comboOption, lineOption } from '../../renderer/charts/index.ts';
import type { Build, SlotState, Values } from '../../renderer/charts/index.ts';
import type { ChartWords } from '../../renderer/charts/model.ts';

export const words: ChartWords = {
  style: { language: 'es', numberFormat: '1.234,5', currency: 'EUR' },
  noData: 'sin dato',
  notApplicable: 'n/a',
  goal: 'Meta',
  period: 'Periodo',
  others: 'Otros',
};
export const months = ['jul', 'ago', 'sept', 'oct', 'nov', 'dic'];
const states: readonly SlotState[] = ['missing', 'value', 'notApplicable', 'missing', 'value', 'missing'];

export const bars: Values = {
  name: '=Pedidos; "redes"',
  unit: { kind: 'count' },
  values: [null, 1200.5, null, null, 1560, null],
  states,
};
export const rate: Values = {
  name: 'Interacción',
  unit: { kind: 'percent' },
  values: [null, 0.048, null, null, -0.0725, null],
  states,
};
const slots = months.map((label) => ({ label, title: `${label} 2026` }));

/** Bars with a line over them. */
export const combo: Build = (theme, size) =>
  comboOption(
    {
      slots,
      bars,
      line: rate,
      now: { from: 4, to: 5 },
      base: { from: 1, to: 2 },
      goals: months.map(() => 1500),
      goalLabel: (goal) => `meta ${goal}`,
      notes: [{ at: 1.5, mark: '1', text: 'Foro nuevo' }],
      words,
    },
    theme,
    size,
  );

/** A line alone. */
export const line: Build = (theme, size) =>
  lineOption(
    {
      slots,
      now: bars,
      then: null,
      goals: months.map(() => null),
      goalLabel: (goal) => `meta ${goal}`,
      at: 4,
      words,
    },
    theme,
    size,
  );
