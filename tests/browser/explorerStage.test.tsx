/** The chart one works on: zoomed, moved along and opened by keyboard; a press and a drag do the same. */
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { explorerOption } from '../../renderer/charts/index.ts';
import type { Build } from '../../renderer/charts/index.ts';
import { cutExplorer } from '../../renderer/charts/index.ts';
import { ChartStage } from '../../renderer/features/explorer/ChartStage.tsx';
import type { Picked } from '../../renderer/features/explorer/ChartStage.tsx';
import { KindPicker } from '../../renderer/features/explorer/KindPicker.tsx';
import type { Kind } from '../../renderer/features/explorer/choice.ts';
import { NoteForm } from '../../renderer/features/explorer/NoteForm.tsx';
import type { NoteDraft } from '../../renderer/features/explorer/useNotes.ts';
import type { Range } from '../../renderer/features/explorer/zoom.ts';
import { LanguageProvider } from '../../renderer/i18n/index.tsx';
import '../../renderer/ui/base.css';
import '../../renderer/ui/tokens.css';

const TOTAL = 20;
const slots = Array.from({ length: TOTAL }, (_, i) => ({ label: `W${i + 1}`, title: `Week ${i + 1}` }));

function buildOf(range: Range): Build {
  return (theme, size) =>
    explorerOption(
      cutExplorer(
        {
          slots,
          now: { name: 'Interactions', unit: { kind: 'count' }, values: slots.map((_, i) => 100 + i) },
          then: null,
          goals: slots.map(() => null),
          goalLabel: (goal) => goal,
          limits: null,
          signals: [],
          notes: [],
          definitions: [],
          trend: null,
          forecast: null,
          breaks: [],
          axisNote: '2026, by week',
          chosen: null,
          base: null,
          words: {
            style: { language: 'en', numberFormat: '1,234.5', currency: 'EUR' },
            noData: 'no data',
            notApplicable: 'n/a',
            goal: 'Goal',
            period: 'Period',
            others: 'Others',
          },
        },
        range.from,
        range.to,
      ),
      theme,
      size,
    );
}

const sheetOf = (onSave: (draft: NoteDraft) => void) => (_: Picked, close: () => void) => (
  <NoteForm
    start={{ day: '2026-10-05', text: '', kpi: 1, channel: null }}
    kpi={{ id: 1, name: 'Interactions' }}
    channel={null}
    busy={false}
    error={null}
    submit="Add annotation"
    onCancel={close}
    onSubmit={(draft) => {
      onSave(draft);
      close();
    }}
  />
);

function Stage({ onSave }: { readonly onSave: (draft: NoteDraft) => void }) {
  const [range, setRange] = useState<Range>({ from: 0, to: TOTAL });
  const [build, setBuild] = useState<Build>(() => buildOf(range));
  return (
    <LanguageProvider language="en">
      <output>{`${range.from}-${range.to}`}</output>
      <div style={{ width: 640, height: 300, display: 'flex' }}>
        <ChartStage
          build={build}
          label="Interactions by week"
          view="chart"
          total={TOTAL}
          range={range}
          onZoom={(next) => {
            setRange(next);
            setBuild(() => buildOf(next));
          }}
          sheetLabel={({ index }) => `At ${slots[index]?.title ?? ''}`}
          sheet={sheetOf(onSave)}
        />
      </div>
    </LanguageProvider>
  );
}

const slider = () => page.getByRole('slider', { name: 'Points of: Interactions by week' });
const shown = () => page.getByRole('status');

async function begin(onSave: (draft: NoteDraft) => void = () => undefined): Promise<HTMLElement> {
  await render(<Stage onSave={onSave} />);
  const image = page.getByRole('img', { name: 'Interactions by week' });
  await expect.element(image).toHaveAttribute('data-drawn', 'true');
  await expect.element(slider()).toBeVisible();
  const reader = slider().element();
  if (!(reader instanceof HTMLElement)) throw new Error('no slider');
  return reader;
}

test('+, -, Shift with arrows and 0 zoom and move around the point that is read', async () => {
  const reader = await begin();
  reader.focus();
  await userEvent.keyboard('{Home}+');
  await expect.element(shown()).toHaveTextContent('0-12');
  await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
  await expect.element(shown()).toHaveTextContent('3-15');
  await userEvent.keyboard('-');
  await expect.element(shown()).toHaveTextContent('0-20');
  await userEvent.keyboard('+0');
  await expect.element(shown()).toHaveTextContent('0-20');
});

test('Enter opens a point; what is written there is kept, and focus comes back', async () => {
  const onSave = vi.fn<(draft: NoteDraft) => void>();
  const reader = await begin(onSave);
  reader.focus();
  await userEvent.keyboard('{Home}{ArrowRight}{ArrowRight}{Enter}');
  await expect.element(page.getByRole('dialog', { name: 'At Week 3' })).toBeVisible();
  const line = page.getByRole('textbox', { name: 'What happened' });
  await expect.element(line).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Say what happened.')).toBeVisible();
  await userEvent.keyboard('Forum down{Enter}');
  expect(onSave).toHaveBeenCalledWith({ day: '2026-10-05', text: 'Forum down', kpi: 1, channel: null });
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
});

test('a drag zooms to what lies under it, a press opens the point', async () => {
  const reader = await begin();
  const box = reader.getBoundingClientRect();
  const at = (share: number) => ({
    x: Math.round(box.left + box.width * share),
    y: Math.round(box.top + 120),
  });
  const stage = reader.closest('[class*="stage"]');
  const send = (type: string, share: number): void => {
    const { x, y } = at(share);
    stage?.dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        clientX: x,
        clientY: y,
        button: 0,
        pointerId: 1,
        isPrimary: true,
      }),
    );
  };
  // The pointer is a made-up one: nobody can hold it.
  if (stage instanceof HTMLElement) stage.setPointerCapture = () => undefined;
  send('pointerdown', 0.4);
  send('pointermove', 0.6);
  send('pointermove', 0.7);
  send('pointerup', 0.7);
  await expect.element(shown()).not.toHaveTextContent('0-20');
  const [from = 0, to = 0] = (shown().element().textContent ?? '').split('-').map(Number);
  expect(from).toBeGreaterThanOrEqual(6);
  expect(to - from).toBeGreaterThanOrEqual(5);
  expect(to - from).toBeLessThanOrEqual(9);
  send('pointerdown', 0.5);
  send('pointerup', 0.5);
  await expect.element(page.getByRole('dialog', { name: /^At Week / })).toBeVisible();
});

test('a kind that makes no sense says why and cannot be chosen', async () => {
  const chosen: Kind[] = [];
  await render(
    <LanguageProvider language="en">
      <KindPicker
        value="xmr"
        offers={[
          { kind: 'xmr', why: null },
          { kind: 'bar', why: null },
          { kind: 'stacked', why: 'partsOnly' },
        ]}
        onChange={(kind) => chosen.push(kind)}
      />
    </LanguageProvider>,
  );
  await page.getByRole('button', { name: 'Chart: Usual range (XmR)' }).click();
  const stacked = page.getByRole('radio', { name: /^Stacked Needs parts/ });
  await expect.element(stacked).toHaveAttribute('aria-disabled', 'true');
  await stacked.click({ force: true });
  expect(chosen).toEqual([]);
  await page.getByRole('radio', { name: /^Bars/ }).click();
  expect(chosen).toEqual(['bar']);
});
