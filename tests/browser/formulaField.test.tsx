/** The formula field as a person uses it: completion by keyboard, and repairs with one click. */
import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { CallName, Input, Output } from '../../shared/contract/api.ts';
import type { ClientKpi, FormulaCheckDto } from '../../shared/contract/api/kpis.ts';
import type { Reply } from '../../shared/contract/reply.ts';
import type { Transport } from '../../shared/contract/transport.ts';
import { checkFormula } from '../../shared/domain/formula/check.ts';
import type { KpiDefinition, Unit } from '../../shared/domain/kpi.ts';
import { makeQueryClient } from '../../renderer/api/queryClient.ts';
import { FormulaField } from '../../renderer/features/kpis/FormulaField.tsx';
import { LanguageProvider } from '../../renderer/i18n/index.tsx';
import '../../renderer/ui/base.css';
import '../../renderer/ui/tokens.css';

const define = (key: string, en: string, es: string, unit: Unit): ClientKpi['definition'] => ({
  key,
  name: { en, es },
  definition: { en: '', es: '' },
  unit,
  direction: 'up',
  timeAggregation: 'sum',
  channelAggregation: 'sum',
  kra: 'community_engagement',
  stage: 'engagement',
  level: 'operational',
  cadence: 'day',
  vanity: false,
  aliases: { en: [], es: [] },
  target: { kind: 'atLeast' },
});
const definitions = [
  define('link_clicks', 'Link clicks', 'Clics en enlaces', { kind: 'count' }),
  define('reach', 'Reach', 'Alcance', { kind: 'count' }),
  define('replies', 'Replies', 'Respuestas', { kind: 'count' }),
  define('ad_spend', 'Ad spend', 'Inversión', { kind: 'money' }),
];
const kpis = definitions.map((definition, i): ClientKpi => ({
  id: i + 1,
  client: 1,
  definition,
  shown: true,
  own: false,
  weight: 1,
  headline: null,
  figures: 0,
  targets: 0,
}));

/** Answers the check as the backend does, from the rules themselves. */
function checked({ formula, key, unit }: Input<'kpis.checkFormula'>): FormulaCheckDto {
  const byKey = new Map<string, KpiDefinition>(definitions.map((d) => [d.key, d]));
  const known = { definition: (one: string) => byKey.get(one), keys: () => byKey.keys() };
  const check = checkFormula(formula, known, key, unit);
  const dto = (remark: (typeof check.warnings)[number] | { code: never }) =>
    ({ text: '', message: '', ...remark }) as FormulaCheckDto['problems'][number];
  return {
    ok: check.ok,
    problems: check.ok ? [] : check.errors.map((error) => dto(error as never)),
    warnings: check.warnings.map(dto),
    kpis: [],
    kind: check.ok ? check.kind : null,
    unit: null,
  };
}
const transport: Transport = {
  invoke: <N extends CallName>(name: N, input: Input<N>) => {
    if (name !== 'kpis.checkFormula') throw new Error(`nobody answers ${name}`);
    const data = checked(input as Input<'kpis.checkFormula'>) as Output<N>;
    return Promise.resolve({ ok: true, data } satisfies Reply<Output<N>>);
  },
  subscribe: () => () => undefined,
  upload: () => Promise.reject(new Error('no files here')),
  save: () => Promise.resolve({ outcome: 'cancelled' }),
  saveAll: () => Promise.resolve({ outcome: 'cancelled', files: [] }),
};
Object.defineProperty(window, 'pulsebook', { value: transport, configurable: true });

function Form({ language, start }: { readonly language: 'en' | 'es'; readonly start: string }) {
  const [formula, setFormula] = useState(start);
  const [unit, setUnit] = useState<Unit>({ kind: 'percent' });
  return (
    <QueryClientProvider client={makeQueryClient()}>
      <LanguageProvider language={language}>
        <FormulaField
          client={1}
          own="own_rate"
          unit={unit}
          kpis={kpis}
          value={formula}
          onChange={setFormula}
          onUnit={setUnit}
        />
        <output aria-label="kept">{formula}</output>
        <output aria-label="unit">{unit.kind}</output>
        <button type="button">Next</button>
      </LanguageProvider>
    </QueryClientProvider>
  );
}

beforeEach(async () => {
  await page.viewport(800, 700);
});

async function open(language: 'en' | 'es' = 'en', start = '') {
  await render(<Form language={language} start={start} />);
  const field = page.getByRole('textbox', { name: language === 'en' ? 'Formula' : 'Fórmula' });
  await userEvent.click(field);
  return field;
}
const options = (): string[] =>
  [...document.querySelectorAll('[role="option"]')].map((one) => one.firstElementChild?.textContent ?? '');
const active = (): string | undefined => {
  const id = document.activeElement?.getAttribute('aria-activedescendant');
  return id ? (document.getElementById(id)?.firstElementChild?.textContent ?? undefined) : undefined;
};

test('completes a KPI by its key or its name: arrows choose, Enter and Tab take, the caret goes on behind it', async () => {
  const field = await open();
  await userEvent.keyboard('re');
  await expect.element(page.getByRole('listbox')).toBeVisible();
  expect(options()).toEqual(['Reach', 'Replies']);
  expect(active()).toBe('Reach');
  await userEvent.keyboard('{ArrowDown}');
  expect(active()).toBe('Replies');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.element(field).toHaveValue('[Reach]');
  await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
  await userEvent.keyboard(' / link cl{Tab}');
  await expect.element(field).toHaveValue('[Reach] / [Link clicks]');
  await expect.element(page.getByLabelText('kept')).toHaveTextContent('reach / link_clicks');
  expect(document.activeElement).toBe(field.element());
  await userEvent.keyboard('{Tab}');
  expect(document.activeElement).not.toBe(field.element());
});

test('finds KPIs by their Spanish names, and tells what a function means', async () => {
  const field = await open('es');
  await userEvent.keyboard('inversion');
  expect(options()).toEqual(['Inversión']);
  await userEvent.keyboard('{Enter} / coal');
  await expect.element(page.getByRole('option', { name: /el primero que no falta/ })).toBeVisible();
  await userEvent.keyboard('{Enter}alc{Enter}');
  await expect.element(field).toHaveValue('[Inversión] / coalesce([Alcance])');
  await expect.element(page.getByLabelText('kept')).toHaveTextContent('ad_spend / coalesce(reach)');
});

test('Escape closes the list and leaves the text; Alt and down opens it with every KPI', async () => {
  const field = await open();
  await userEvent.keyboard('re{Escape}');
  await expect.element(page.getByRole('listbox')).not.toBeInTheDocument();
  await expect.element(field).toHaveValue('re');
  await userEvent.keyboard('{Backspace}{Backspace}{Alt>}{ArrowDown}{/Alt}');
  await expect.poll(options).toEqual(['Link clicks', 'Reach', 'Replies', 'Ad spend']);
});

test('says what is wrong and where, and a click repairs it', async () => {
  const field = await open();
  await userEvent.fill(field, 'reech / link_clicks');
  const alert = page.getByRole('alert');
  await expect
    .poll(() => alert.query()?.querySelector('p')?.textContent)
    .toBe('There is no KPI called reech at character 1');
  await userEvent.click(page.getByRole('button', { name: 'Did you mean [Reach]?' }));
  await expect.element(field).toHaveValue('[Reach] / link_clicks');
  await expect.element(page.getByText('Can be computed')).toBeVisible();
  await expect.element(alert).not.toBeInTheDocument();
});

test('refuses money and a count together, in words', async () => {
  const field = await open();
  await userEvent.fill(field, 'ad_spend + reach');
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent('Money and a count do not go together here at character 10');
  await expect.element(field).toHaveAttribute('aria-invalid', 'true');
});

test('warns of a percentage a hundred times too much: the formula or the unit is mended with one click', async () => {
  const field = await open();
  await userEvent.fill(field, '100 * link_clicks / reach');
  await expect.element(page.getByText(/A hundred times too much/)).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Declare it points' }));
  await expect.element(page.getByLabelText('unit')).toHaveTextContent('points');
  await expect.element(page.getByText(/A hundred times too much/)).not.toBeInTheDocument();
  await userEvent.fill(field, 'link_clicks / reach');
  await userEvent.click(page.getByRole('button', { name: 'Declare it a percentage' }));
  await expect.element(page.getByLabelText('unit')).toHaveTextContent('percent');
  await expect.element(page.getByText('Can be computed')).toBeVisible();
});

test('shows a stored formula by the names of the reader’s language, and keeps it in keys', async () => {
  const field = await open('es', 'link_clicks / coalesce(reach, 1)');
  await expect.element(field).toHaveValue('[Clics en enlaces] / coalesce([Alcance], 1)');
  await userEvent.keyboard('{End} * 2');
  await expect.element(page.getByLabelText('kept')).toHaveTextContent('link_clicks / coalesce(reach, 1) * 2');
});

test('a remark stands where the eye sees it, and a press selects the stretch', async () => {
  const field = await open('en', 'link_clicks / reach');
  await userEvent.fill(field, '[Link clicks] / [Reech]');
  await expect
    .poll(() => page.getByRole('alert').query()?.querySelector('p')?.textContent)
    .toBe('There is no KPI called reech at character 17');
  await userEvent.click(page.getByRole('button', { name: 'at character 17' }));
  await expect
    .poll(() => {
      const area = field.element();
      if (!(area instanceof HTMLTextAreaElement)) throw new TypeError('the formula is no text area');
      return area.value.slice(area.selectionStart, area.selectionEnd);
    })
    .toBe('[Reech]');
  await userEvent.click(page.getByRole('button', { name: 'Did you mean [Reach]?' }));
  await expect.element(field).toHaveValue('[Link clicks] / [Reach]');
});

test('says how the function around the caret is called, with the value being written', async () => {
  await open();
  await userEvent.keyboard('if(1 > 0, ');
  const help = page.getByText(/one or the other/);
  await expect.element(help).toBeVisible();
  expect(help.element().querySelector('strong')?.textContent).toBe('then');
});
