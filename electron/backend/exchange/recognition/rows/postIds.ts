/**
 * By what a post is known: the platform's own id, text digit by digit.
 *
 * A spreadsheet that took ids for numbers has rounded them: `1.78E+17`, or zeros after the fifteenth digit in every one.
 * Such an id says nothing; the link then stands for it: the id inside, where it has one, else the whole of it.
 */
import type { Cell } from '../../model.ts';
import { cellText } from '../cells.ts';

/** Digits that a spreadsheet keeps. */
const kept = 15;

/** Places of the id in the links of the networks, best first; a query may also name the page. */
const inLink: readonly RegExp[] = [
  /[?&](?:story_fbid|fbid|v)=(\d{8,25})(?!\d)/,
  /(?:status|videos?|posts?|reels?|permalink|activity|share|ugcPost)(?:es)?[/:-](?:[^/?#]*[:._/-])?(\d{8,25})(?!\d)/i,
];

/** Answers the id of a row (`link`: its link, empty where it has none); `undefined`: nobody can know it. */
export function idReader(
  rows: readonly (readonly Cell[])[],
  index: number | undefined,
): (row: readonly Cell[], link: string) => string | undefined {
  if (index === undefined) return (_row, link) => idInLink(link);
  const long = rows.map((row) => wholeText(row[index] ?? null)).filter(isLong);
  const rounded = long.length >= 3 && long.every((text) => isZeros(text.slice(kept)));
  return (row, link) => {
    const text = wholeText(row[index] ?? null);
    return text === '' || (rounded && isLong(text)) ? idInLink(link) : text;
  };
}

/** Empty where the cell's own notation shows that digits are lost. */
function wholeText(cell: Cell): string {
  if (typeof cell === 'number')
    return Number.isInteger(cell) && Math.abs(cell) < 10 ** kept ? String(cell) : '';
  const text = cellText(cell);
  return /^-?\d+(?:[.,]\d+)?e\+?\d+$/i.test(text) ? '' : text;
}

function isLong(text: string): boolean {
  return text.length > kept && /^\d+$/.test(text);
}

function isZeros(text: string): boolean {
  return /^0+$/.test(text);
}

function idInLink(link: string): string | undefined {
  if (link === '') return undefined;
  const end = link.slice(-300);
  for (const place of inLink) {
    const found = place.exec(end)?.[1];
    if (found !== undefined) return found;
  }
  const path = end.split(/[?#]/)[0] ?? '';
  return /(\d{8,25})(?!.*\d{8,25})/.exec(path)?.[1] ?? link;
}
