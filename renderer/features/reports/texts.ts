/** The sections of a report that can have a commentary, and small changes to the text of one. Pure. */
import type { ReportTextDto, TextProblem, TextTold } from '../../../shared/contract/api/texts.ts';
import type { ReportModel } from '../../../shared/domain/report.ts';

export interface Section {
  /** `summary`, or `kra:` and a key. */
  readonly id: string;
  /** Name of the key result area; `null` for the summary. */
  readonly name: string | null;
}

export const SUMMARY = 'summary';

export function sectionsOf(model: Pick<ReportModel, 'groups'>): readonly Section[] {
  return [
    { id: SUMMARY, name: null },
    ...model.groups.map((group) => ({ id: `kra:${group.key}`, name: group.name })),
  ];
}

/** The text with what was probably meant in the place of the problem. */
export function mended(text: string, problem: TextProblem): string {
  const { at, length, suggestion = '' } = problem;
  return text.slice(0, at) + suggestion + text.slice(at + length);
}

/** A token put over what is selected, with a space where words would touch; `caret` stands behind it. */
export function inserted(
  text: string,
  token: string,
  from: number,
  to: number,
): { readonly text: string; readonly caret: number } {
  const before = text.slice(0, from);
  const after = text.slice(to);
  const gap = before === '' || /[\s([{¿¡«"“]$/.test(before) ? '' : ' ';
  const next = /^[\p{L}\p{N}{]/u.test(after) ? ' ' : '';
  const head = `${before}${gap}${token}`;
  return { text: `${head}${next}${after}`, caret: head.length };
}

/** What a token said when the text was approved, where it says something else now. */
export function thenOf(text: Pick<ReportTextDto, 'stale'> | undefined, told: TextTold): string | null {
  const one = text?.stale.find((stale) => stale.token === told.token && stale.state === 'changed');
  return one?.then ?? null;
}
