/** The sections of a report that can have a text, and small changes to the text of one. Pure. */
import type { ReportTextDto, TextProblem, TextTold } from '../../../shared/contract/api/texts.ts';
import { placeOfText } from '../../../shared/domain/report.ts';
import type { ReportModel, ReportSection } from '../../../shared/domain/report.ts';

/** Cover, scorecard, definitions and the sheet to fill in say what they say. */
export function isWritable({ kind }: Pick<ReportSection, 'kind'>): boolean {
  return !['cover', 'scorecard', 'definitions', 'entry'].includes(kind);
}

/**
 * The section whose text a section of the report opens: its own, or, on the scorecard, the first of a key result area
 * that is printed there. `null`: none.
 */
export function textOfSection(
  model: Pick<ReportModel, 'sections' | 'commentary'>,
  section: ReportSection,
): string | null {
  if (isWritable(section)) return section.id;
  return model.commentary.find((text) => placeOfText(model, text) === section.id)?.section ?? null;
}

/** The name of a section by the id its text is kept under; `null`: there is no such section. */
export function nameOfText(model: Pick<ReportModel, 'sections' | 'groups'>, id: string): string | null {
  const section = model.sections.find((one) => one.id === id);
  if (section !== undefined) return section.name;
  const group = model.groups.find((one) => `kra:${one.key}` === id);
  return group?.name ?? null;
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

/** True for an `@` or `/` just typed where a word begins: it asks for a figure, not for a sign. */
export function asksForFigure(text: string, caret: number): boolean {
  const sign = text[caret - 1];
  if (sign !== '@' && sign !== '/') return false;
  const before = text[caret - 2];
  return before === undefined || /[\s([{¿¡«"“]/.test(before);
}

/** What a token said when the text was approved, where it says something else now. */
export function thenOf(text: Pick<ReportTextDto, 'stale'> | undefined, told: TextTold): string | null {
  const one = text?.stale.find((stale) => stale.token === told.token && stale.state === 'changed');
  return one?.then ?? null;
}
