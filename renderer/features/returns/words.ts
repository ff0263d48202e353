/** What a returned workbook says, in the person's words. */
import type { Output } from '../../../shared/contract/api.ts';
import { returnedKinds } from '../../../shared/contract/api/returns.ts';
import type { Returned, ReturnedCell } from '../../../shared/contract/api/returns.ts';
import type { Catalogue } from '../../i18n/en/index.ts';
import type { Format } from '../../i18n/format.tsx';
import type { Counts } from './rows.ts';

/** `3 figures changed, 2 cells filled in and 1 note`. Empty where there is nothing. */
export function cameText(t: Catalogue, format: Format, counts: Counts): string {
  return listed(
    format,
    returnedKinds
      .filter((kind) => counts[kind] > 0)
      .map((kind) => t.returns.came[kind](counts[kind], format.number(counts[kind], 0))),
  );
}

/** `3 figures and 1 note`. */
export function tookText(
  t: Catalogue,
  format: Format,
  { figures, notes, texts }: Pick<Output<'returns.commit'>, 'figures' | 'notes' | 'texts'>,
): string {
  const words = t.returns;
  return listed(
    format,
    [
      figures > 0 && words.tookFigures(figures, format.number(figures, 0)),
      notes > 0 && words.tookNotes(notes, format.number(notes, 0)),
      texts > 0 && words.tookTexts(texts, format.number(texts, 0)),
    ].filter((one) => one !== false),
  );
}

function listed(format: Format, parts: readonly string[]): string {
  return new Intl.ListFormat(format.language, { type: 'conjunction' }).format(parts);
}

/** Why a cell is not taken by itself, or cannot be; and what taking it does where that matters. */
export function reasonText(t: Catalogue, cell: ReturnedCell): string {
  const words = t.returns.reasons;
  if (cell.reason === 'changedHere') return cell.taken ? words.changedHereTaken : words.changedHere;
  if (cell.reason !== null) return words[cell.reason];
  if (!cell.takeable) return cell.came === cell.here ? words.alreadySo : '';
  return cell.kind === 'figure' && cell.came === null && cell.here !== null ? words.emptied : '';
}

/** Which figure, note or text it is: what is said of a row to whoever listens. */
export function whatText(format: Format, cell: ReturnedCell, name: string): string {
  return [name, cell.channelName, cell.period && format.period(cell.period, 'medium'), cell.cell]
    .filter(Boolean)
    .join(', ');
}

export function problemText(t: Catalogue, problem: Returned['problems'][number]): string {
  const words = t.returns.problems;
  switch (problem.code) {
    case 'manifestDamaged':
      return words.manifestDamaged;
    case 'sheetMissing':
      return words.sheetMissing(problem.where);
    case 'columnMissing':
      return words.columnMissing(problem.where);
    case 'rowsWithoutKey':
      return words.rowsWithoutKey(problem.count ?? 1, problem.where);
    default:
      return problem.code satisfies never;
  }
}
