/** The cell of the grid that has the focus, or gets it back: where a panel that was asked from a cell returns to. */
export function activeCell(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[data-line][tabindex="0"]');
}
