/**
 * Which network a table is of: what its signature, title or file says, what its siblings prove, what a person
 * answered; else the question.
 */
import type { ReadFile } from '../model.ts';
import { whereOf } from './context.ts';
import type { Findings, InspectContext, SharedFacts } from './context.ts';
import { networkIn, networksIn } from './networks.ts';
import type { Planned } from './planTables.ts';
import { networkQuestion } from './questions.ts';

/** Networks that titles of this file state, or that its signature fixes. */
export function statedNetworks(planned: readonly Planned[]): string[] {
  const found = new Set<string>();
  for (const { block, mapping } of planned) {
    if (typeof mapping.network === 'string') {
      if (mapping.recognised) found.add(mapping.network);
      continue;
    }
    for (const title of block.titles) for (const network of networksIn(title)) found.add(network);
  }
  return [...found];
}

/** The network of a table: its signature, titles, name, the drop's other files, the answer; else a question. */
export function networkFor(
  plan: Planned,
  planned: readonly Planned[],
  read: ReadFile,
  context: InspectContext,
  shared: SharedFacts,
  findings: Findings,
): string {
  const { mapping, block } = plan;
  if (typeof mapping.network === 'string') {
    if (mapping.recognised) return mapping.network;
    const said = [...block.titles.toReversed(), block.name, block.sheet, ...block.header, read.name]
      .map(networkIn)
      .find((one) => one !== undefined);
    if (said) return said;
    const [only] = context.clientNetworks ?? [];
    return context.clientNetworks?.length === 1 && only !== undefined ? only : mapping.network;
  }
  const allowed = mapping.network.oneOf;
  const fits = (network: string | undefined): network is string =>
    network !== undefined && allowed.includes(network);
  for (const title of block.titles.toReversed()) if (fits(networkIn(title))) return networkIn(title) ?? '';
  const inName = networkIn(read.name.replaceAll(/[_.\-/]/g, ' '));
  if (fits(inName)) return inName;
  const within = statedNetworks(planned).filter((one) => allowed.includes(one));
  if (within.length === 1 && within[0] !== undefined) return within[0];
  const beside = [...(shared.networks.get(mapping.platform) ?? [])].filter((one) => allowed.includes(one));
  if (beside.length === 1 && beside[0] !== undefined) {
    findings.notes.push({ code: 'network-from-siblings', where: whereOf(plan.env), detail: beside[0] });
    return beside[0];
  }
  const answer = context.answers?.['network'];
  if (fits(answer)) return answer;
  findings.questions.push(networkQuestion(block.titles.at(-1) ?? block.name, read.name, allowed, context));
  return allowed[0] ?? 'other';
}
