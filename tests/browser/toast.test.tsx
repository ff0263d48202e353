/** Messages: the newest three, gone after a while, never while somebody is at them, and a way back to where one was. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { flushSync } from 'react-dom';
import { focusNewestToast, ToastProvider, useToast } from '../../renderer/ui/Toast.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const undone: string[] = [];

function Many({ names }: { readonly names: readonly string[] }) {
  const toast = useToast();
  return (
    <button
      type="button"
      onClick={() => {
        for (const name of names) toast({ text: name, undo: () => undone.push(name) });
      }}
    >
      Do
    </button>
  );
}

const texts = (): string[] =>
  [...document.querySelectorAll('[data-toast] > span')].map((line) => line.textContent);
const wait = (ms: number): void => {
  flushSync(() => void vi.advanceTimersByTime(ms));
};

async function start(...names: readonly string[]): Promise<HTMLElement> {
  const screen = await render(
    <ToastProvider>
      <Many names={names} />
    </ToastProvider>,
  );
  const button = screen.container.querySelector('button');
  if (button === null) throw new Error('no button');
  button.focus();
  flushSync(() => button.click());
  return button;
}

test('the newest three are shown, and are gone after a while', async () => {
  await start('one', 'two', 'three', 'four');
  expect(texts()).toEqual(['two', 'three', 'four']);
  wait(7000);
  expect(texts()).toEqual(['two', 'three', 'four']);
  wait(8100);
  expect(texts()).toEqual([]);
});

test('with the focus on one of them none goes; when it closes the focus is where it was', async () => {
  const button = await start('one', 'two');
  flushSync(() => focusNewestToast());
  expect(document.activeElement?.closest('[data-toast]')?.textContent).toContain('two');
  wait(60_000);
  expect(texts()).toEqual(['one', 'two']);
  flushSync(() => (document.activeElement as HTMLElement).click());
  expect(undone).toEqual(['two']);
  expect(document.activeElement).toBe(button);
  wait(8100);
  expect(texts()).toEqual([]);
});
