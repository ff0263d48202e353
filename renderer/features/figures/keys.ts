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
  readonly lastLine: number;
  readonly lastCol: number;
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
      return done(control.step({ lines: command ? -FAR : -1 }, extend));
    case 'ArrowDown':
      if (altKey) return done(control.float('origin'));
      return done(control.step({ lines: command ? FAR : 1 }, extend));
    case 'ArrowLeft':
      if (!extend && targets.fold('close')) return true;
      return done(control.step({ cols: command ? -FAR : -1 }, extend));
    case 'ArrowRight':
      if (!extend && targets.fold('open')) return true;
      return done(control.step({ cols: command ? FAR : 1 }, extend));
    case 'Home':
      return done(control.step({ cols: -FAR, ...(command && { lines: -FAR }) }, extend));
    case 'End':
      return done(control.step({ cols: FAR, ...(command && { lines: FAR }) }, extend));
    case 'PageUp':
      return done(control.step({ lines: -page }, extend));
    case 'PageDown':
      return done(control.step({ lines: page }, extend));
    case 'Enter':
      if (!targets.fold('toggle')) control.open();
      return true;
    case ' ':
      return targets.fold('toggle');
    case 'F2':
      return done(extend ? control.float('note') : control.open());
    case 'Delete':
    case 'Backspace':
      return done(control.state(null));
    case 'Escape':
      return done(control.escape());
    default:
      return command ? commandKey(key.toLowerCase(), control) : !altKey && typedKey(key, control);
  }
}

function commandKey(key: string, control: GridControl): boolean {
  switch (key) {
    case 'a':
      return done(control.selectAll());
    case 'd':
      return done(control.fill('down'));
    case 'r':
      return done(control.fill('right'));
    default:
      return false;
  }
}

function typedKey(key: string, control: GridControl): boolean {
  if (key === 'n' || key === 'N') return done(control.state('na'));
  if (!/^[0-9+\-\u2212.,$€£¥:]$/.test(key)) return false;
  return done(control.open(key));
}

function done(_: void): true {
  return true;
}
