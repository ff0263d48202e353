/** The offer of an empty section to begin with what its figures say: taken, kept, and taken back. The backend is a fake. */
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Commentary } from '../../renderer/features/reports/editor/Commentary.tsx';
import type { CallName, Input, Output } from '../../shared/contract/api.ts';
import type { ReportTextDto } from '../../shared/contract/api/texts.ts';
import type { Reply } from '../../shared/contract/reply.ts';
import type { Transport } from '../../shared/contract/transport.ts';
import { clientDto } from '../support/clientDto.ts';
import { AtClient, Frame } from './frame.tsx';
import { says } from './says.ts';

const report = {
  client: 1,
  period: { cadence: 'month', start: '2026-10-01' },
  base: 'lastYear',
  language: 'en',
} as const;
const fromFigures = 'October closed with link clicks at 93.';

let body = '';
/** What the figures say; nothing where there are none. */
let drafted = '';
let kept: string[] = [];

const textOf = (words: string): ReportTextDto => ({
  section: 'summary',
  body: words,
  pieces: words === '' ? [] : [{ kind: 'text', at: 0, length: words.length, source: words, text: words }],
  problems: [],
  stale: [],
  changed: 0,
  at: null,
});

function answer(name: CallName, input: unknown): ReportTextDto | Pick<ReportTextDto, 'pieces' | 'problems'> {
  switch (name) {
    case 'texts.get':
      return textOf(body);
    case 'texts.draft':
      return textOf(drafted);
    case 'texts.preview':
      return textOf((input as Input<'texts.preview'>).body);
    case 'texts.set':
      ({ body } = input as Input<'texts.set'>);
      kept.push(body);
      return textOf(body);
    default:
      throw new Error(`nobody answers ${name}`);
  }
}

const transport: Transport = {
  ...window.pulsebook,
  invoke: <N extends CallName>(name: N, input: Input<N>) =>
    Promise.resolve({ ok: true, data: answer(name, input) } as Reply<Output<N>>),
  subscribe: () => () => undefined,
} as Transport;
Object.defineProperty(window, 'pulsebook', { value: transport });

const box = page.getByRole('textbox', { name: 'Text' });
const offer = page.getByRole('button', { name: 'Write from the figures' });

async function open(): Promise<void> {
  await page.viewport(1280, 800);
  await render(
    <Frame size={{ width: 344, height: 780 }}>
      <AtClient client={clientDto({ name: 'Northline Labs' })}>
        <Commentary report={report} section="summary" name="Summary" onClose={() => undefined} />
      </AtClient>
    </Frame>,
  );
  await expect.element(box).toBeVisible();
}

beforeEach(() => {
  body = '';
  drafted = fromFigures;
  kept = [];
  sessionStorage.clear();
});

test(
  'the text its figures give stands in an empty section at a press, is kept, and is taken back by undo',
  { timeout: 15_000 },
  async () => {
    await open();
    await userEvent.click(offer);
    await expect.element(box).toHaveValue(fromFigures);
    await expect.element(box).toHaveFocus();
    await expect.element(offer).not.toBeInTheDocument();
    await says(page.getByRole('region', { name: 'As it reads' }), new RegExp(fromFigures));
    await expect.poll(() => kept, { timeout: 3000 }).toEqual([fromFigures]);
    await userEvent.click(page.getByRole('button', { name: 'Undo' }));
    await expect.element(box).toHaveValue('');
    await expect.element(offer).toBeVisible();
    await expect.poll(() => kept, { timeout: 3000 }).toEqual([fromFigures, '']);
  },
);

test('what was written on it meanwhile is not undone', async () => {
  await open();
  await userEvent.click(offer);
  await userEvent.keyboard(' More soon.');
  await userEvent.click(page.getByRole('button', { name: 'Undo' }));
  await expect.element(box).toHaveValue(`${fromFigures} More soon.`);
});

test('nothing is offered where a text stands, until it is gone', async () => {
  body = 'Ours.';
  await open();
  await expect.element(box).toHaveValue('Ours.');
  await expect.element(offer).not.toBeInTheDocument();
  await userEvent.clear(box);
  await expect.element(offer).toBeVisible();
});

test('an empty section whose figures say nothing stays empty', async () => {
  drafted = '';
  await open();
  await expect.element(box).toHaveValue('');
  await expect.element(offer).not.toBeInTheDocument();
});
