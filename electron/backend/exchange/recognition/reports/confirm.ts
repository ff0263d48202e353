/**
 * Formats that nobody here has seen a real file of: taken for what they look like only once a person has said so.
 */
import type { Block } from '../tables/blocks.ts';
import { ask } from '../context.ts';
import type { Findings, InspectContext } from '../context.ts';
import { confirmQuestion } from '../questions.ts';
import type { Signature } from './signature.ts';

export function isUnproven({ confidence }: Signature): boolean {
  return confidence === 'fixture' || confidence === 'memory';
}

/** False when a person said that the table is something else; open questions count as a yes that the file waits for. */
export function isTaken(
  signature: Signature,
  block: Block,
  file: string,
  context: InspectContext,
  findings: Findings,
): boolean {
  if (!isUnproven(signature)) return true;
  const { platform, report } = signature;
  const answer = ask(findings, confirmQuestion(platform, report, block.name, file), context);
  if (answer === 'no') return false;
  findings.notes.push({ code: 'format-from-memory', where: file, detail: report });
  return true;
}
