/** Going back shows a screen where it was left, also when that screen comes a moment after its address. */
import { useEffect, useState } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { useScrollMemory } from '../../renderer/app/places.ts';

const before = location.href;

/** Two screens, each with more than it can show; which one stands there is said by `show`, not by the address. */
let show: (screen: string) => void = () => undefined;
function TwoScreens() {
  useScrollMemory();
  const [screen, setScreen] = useState('first');
  useEffect(() => {
    show = setScreen;
  }, []);
  return (
    <main key={screen} id="content" style={{ height: 100, overflow: 'auto' }} aria-label={screen}>
      <div style={{ height: 1000 }}>{screen}</div>
    </main>
  );
}

const content = (): HTMLElement => {
  const found = document.querySelector<HTMLElement>('#content');
  if (found === null) throw new Error('no screen');
  return found;
};
const shown = (): string => `${content().textContent} at ${content().scrollTop}`;

beforeEach(() => history.replaceState(null, '', '#/first'));
afterEach(() => history.replaceState(null, '', before));

test('a screen that comes after its address is still shown where it was left', async () => {
  await render(<TwoScreens />);
  await expect.poll(shown).toBe('first at 0');
  content().scrollTop = 120;
  // The position is remembered when the browser tells of it.
  await new Promise((told) => content().addEventListener('scroll', told, { once: true }));
  history.pushState(null, '', '#/second');
  show('second');
  await expect.poll(shown).toBe('second at 0');
  history.back();
  // The address is the first screen's already, the screen still the second one.
  await expect.poll(shown).toBe('second at 120');
  show('first');
  await expect.poll(shown).toBe('first at 120');
});
