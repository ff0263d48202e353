/** The keyboard of the grid: what a key pressed on a cell asks for. Follows the ARIA grid pattern and spreadsheets. */
import type { GridControl } from './useGrid.ts';

export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  /** The platform's command key: Ctrl, or Cmd on a Mac. */
  readonly command: boolean;
}

export interface KeyTargets {
  readonly control: GridControl;
  /** Lines in one screenful. */
  readonly page: number;
  /** Folds or opens the group under the focus; false where none is. */
  readonly fold: (want: 'toggle' | 'open' | 'close') => boolean;
}

const FAR = 1_000_000;

/** Does what a key asks for. True when it meant something, so that the browser leaves it alone. */
export function pressKey(press: KeyPress, targets: KeyTargets): boolean {
  const { control, page } = targets;
  const { key, shiftKey: extend, command, altKey } = press;
  switch (key) {
    case 'ArrowUp':
      return did(command ? control.edge('up', extend) : control.step({ lines: -1 }, extend));
    case 'ArrowDown':
      if (altKey) return did(control.float('origin'));
      return did(command ? control.edge('down', extend) : control.step({ lines: 1 }, extend));
    case 'ArrowLeft':
      if (!extend && targets.fold('close')) return true;
      return did(command ? control.edge('left', extend) : control.step({ cols: -1 }, extend));
    case 'ArrowRight':
      if (!extend && targets.fold('open')) return true;
      return did(command ? control.edge('right', extend) : control.step({ cols: 1 }, extend));
    case 'Home':
      return did(control.step({ cols: -FAR, ...(command && { lines: -FAR }) }, extend));
    case 'End':
      return did(control.step({ cols: FAR, ...(command && { lines: FAR }) }, extend));
    case 'PageUp':
      return did(control.step({ lines: -page }, extend));
    case 'PageDown':
      return did(control.step({ lines: page }, extend));
    case 'Enter':
      if (!targets.fold('toggle')) control.open();
      return true;
    case ' ':
      if (command) return did(control.selectColumn());
      if (extend) return did(control.selectRow());
      return targets.fold('toggle');
    case 'F2':
      return did(extend ? control.float('note') : control.open());
    case 'Delete':
    case 'Backspace':
      return did(control.state(null));
    case 'Escape':
      return did(control.escape());
    default:
      return command ? commandKey(key.toLowerCase(), control) : !altKey && typedKey(key, control);
  }
}

function commandKey(key: string, control: GridControl): boolean {
  switch (key) {
    case 'a':
      return did(control.selectAll());
    case 'd':
      return did(control.fill('down'));
    case 'r':
      return did(control.fill('right'));
    default:
      return false;
  }
}

function typedKey(key: string, control: GridControl): boolean {
  if (key === 'n' || key === 'N') return did(control.state('na'));
  // A letter opens the editor too: a word is then refused there, in words, instead of being taken apart.
  if (!/^[\p{L}0-9+\-\u2212.,$€£¥:]$/u.test(key)) return false;
  return did(control.open(key));
}

/** For a key that was understood: what it does is done by the time this is called. */
function did(_done: void): true {
  return true;
}
