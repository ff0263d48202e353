/** Reads the heights of a laid-out report, and where the lines of its paragraphs begin. Looks at the document only. */
import type { Measures } from './flow.ts';

/** Everything with `data-b` below `root`; paragraphs carry `data-lines` too. `room` is the free part of an empty page. */
export function measure(root: HTMLElement, room: HTMLElement): Measures {
  const heights = new Map<string, number>();
  const lines = new Map<string, readonly number[]>();
  for (const element of root.querySelectorAll<HTMLElement>('[data-b]')) {
    const id = element.dataset['b'] ?? '';
    heights.set(id, element.getBoundingClientRect().height);
    const text = element.dataset['lines'] === undefined ? null : element.querySelector('p');
    if (text === null) continue;
    lines.set(id, linesOf(text));
    heights.set(`line:${id}`, Number.parseFloat(getComputedStyle(text).lineHeight));
  }
  return { page: room.getBoundingClientRect().height, heights, lines };
}

/** The first character of each line, counted over the element's whole text. */
export function linesOf(element: Element): number[] {
  const lines = [0];
  const range = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let before = 0;
  let bottom: number | null = null;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    // Lines break between words, or, where a word is longer than a line, within it.
    for (const word of text.matchAll(/\S+/g)) {
      for (const part of partsOf(word[0], word.index)) {
        range.setStart(node, part.at);
        range.setEnd(node, part.at + part.length);
        const rects = [...range.getClientRects()];
        const box = rects.at(0);
        if (box === undefined) continue;
        if (bottom !== null && box.top >= bottom - 1) lines.push(before + part.at);
        bottom = Math.max(...rects.map((rect) => rect.bottom));
      }
    }
    before += text.length;
  }
  return lines;
}

/** A word that no line may hold is looked at letter by letter; others in the parts a line may break between. */
function partsOf(word: string, at: number): { readonly at: number; readonly length: number }[] {
  if (word.length > 60) return Array.from(word, (_, i) => ({ at: at + i, length: 1 }));
  const parts = word.split(/(?<=[-–—/])(?=.)/);
  let from = at;
  return parts.map((part) => {
    const place = { at: from, length: part.length };
    from += part.length;
    return place;
  });
}
