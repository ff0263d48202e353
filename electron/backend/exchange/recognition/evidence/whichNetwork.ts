/**
 * Which network a table is of: what its signature, title or file says, words that only one network has, what its
 * siblings prove, what a person answered, the client's only channel; else the question.
 *
 * Invariant: everything weaker than the file's own word leaves a note.
 */
import { noDay } from '../../../../../shared/domain/cells/dateColumn.ts';
import { parseDate } from '../../../../../shared/domain/cells/dates.ts';
import type { ImportNoteCode } from '../../../../../shared/contract/imports/codes.ts';
import type { ReadFile } from '../../model.ts';
import { cellText } from '../cells.ts';
import { ask, whereOf } from '../context.ts';
import type { Findings, InspectContext, SharedFacts } from '../context.ts';
import { fold } from '../fold.ts';
import { networkIn, networksIn } from '../networks.ts';
import type { Planned } from '../planTables.ts';
import { networkQuestion } from '../questions.ts';

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

/** First and last day of a dated table, as one text: exports of one page of a platform share it. */
export function rangeKey(plan: Planned): string | undefined {
  const date = plan.mapping.columns.find((column) => column.role === 'date');
  const { rows } = plan.block;
  if (!date || rows.length === 0) return undefined;
  const days = [rows[0], rows.at(-1)].map((row) => {
    const reading = parseDate(cellText(row?.[date.index] ?? null));
    return reading?.kind === 'day' ? reading.day : noDay;
  });
  return days.includes(noDay) ? undefined : days.toSorted((a, b) => a - b).join('|');
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
    if (mapping.recognised || mapping.networkSaid) return mapping.network;
    const said = [...block.titles.toReversed(), read.container === 'delimited' ? '' : block.sheet, read.name]
      .map(networkIn)
      .find((one) => one !== undefined);
    if (said) return said;
    const [own] = context.clientNetworks ?? [];
    if (mapping.network !== 'other' || context.clientNetworks?.length !== 1 || own === undefined)
      return mapping.network;
    findings.notes.push({ code: 'network-of-client', where: whereOf(plan.env), detail: own });
    return own;
  }
  const allowed = mapping.network.oneOf;
  const fits = (network: string | undefined): network is string =>
    network !== undefined && allowed.includes(network);
  const noted = (code: ImportNoteCode, network: string): string => {
    findings.notes.push({ code, where: whereOf(plan.env), detail: network });
    return network;
  };
  for (const title of block.titles.toReversed()) if (fits(networkIn(title))) return networkIn(title) ?? '';
  // "ClientFB_Views": initials stand out of a name that runs on.
  const inName = networkIn(
    read.name.replaceAll(/[_.\-/]/g, ' ').replaceAll(/(\p{Ll})(FB|IG)(?![\p{L}])/gu, '$1 $2 '),
  );
  if (fits(inName)) return inName;
  const within = only(statedNetworks(planned), allowed);
  if (within !== undefined) return within;
  const question = networkQuestion(block.titles.at(-1) ?? block.name, read.name, allowed, context);
  // An answer given before wins over what is only likely.
  if (fits(context.answers?.[question.id])) return ask(findings, question, context) ?? '';
  const worded = networkOfWords(plan);
  if (fits(worded)) return noted('network-of-words', worded);
  const range = rangeKey(plan);
  const beside =
    only(shared.networksByRange.get(`${mapping.platform}|${range ?? ''}`) ?? [], allowed) ??
    only(shared.networks.get(mapping.platform) ?? [], allowed);
  if (beside !== undefined) return noted('network-from-siblings', beside);
  const own = only(context.clientNetworks ?? [], allowed);
  if (own !== undefined) return noted('network-of-client', own);
  return ask(findings, question, context) ?? allowed[0] ?? 'other';
}

/** The one of the allowed networks that is among these; none where there are several. */
function only(found: Iterable<string>, allowed: readonly string[]): string | undefined {
  const fitting = new Set([...found].filter((one) => allowed.includes(one)));
  const [first] = fitting;
  return fitting.size === 1 ? first : undefined;
}

/** The network that alone has a metric or a kind of post of the table. */
function networkOfWords({ block, mapping }: Planned): string | undefined {
  const texts = [...block.titles, ...block.header]
    .filter((text) => text.length <= 80)
    .map((text) => fold(text));
  const found = Object.entries(mapping.signature?.networkWords ?? {}).filter(([, patterns]) =>
    texts.some((text) => patterns.some((pattern) => pattern.test(text))),
  );
  return found.length === 1 ? found[0]?.[0] : undefined;
}
