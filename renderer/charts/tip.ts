/** What the pointer shows, built from DOM nodes: markup with inline styles would be refused by the page's policy. */
import type { Tip } from './model.ts';
import css from './charts.module.css';

function node(tag: string, className: string | undefined, text?: string): HTMLElement {
  const element = document.createElement(tag);
  if (className !== undefined) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

export function tipNode(tip: Tip): HTMLElement {
  const box = node('div', css['tip']);
  box.append(node('div', css['tipTitle'], tip.title));
  for (const row of tip.rows) {
    const line = node('div', row.muted === true ? css['tipMuted'] : css['tipRow']);
    const swatch = node('span', css['tipSwatch']);
    if (row.color !== undefined) swatch.style.backgroundColor = row.color;
    line.append(swatch, node('span', css['tipName'], row.name), node('span', css['tipValue'], row.value));
    box.append(line);
  }
  for (const note of tip.notes) box.append(node('div', css['tipNote'], note));
  return box;
}
