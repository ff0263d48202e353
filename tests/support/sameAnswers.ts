/**
 * Whether two books answer alike about a client, its rows being numbered otherwise in each.
 *
 * Numbers of rows may differ as long as they differ in one way throughout: what is 4 here and 9 there is so in every
 * answer. Everything else must be equal.
 */
import { assert } from 'vitest';
import type { CallName, Input } from '../../shared/contract/api.ts';
import type { TestBackend } from './backend.ts';

type Pairs = Map<string, Map<string, string>>;

/** Fields that hold the number of a row, by what it is of. Marks, tokens and addresses are compared without them. */
const kinds: Readonly<Record<string, string>> = {
  client: 'client',
  kpi: 'kpi',
  metric: 'kpi',
  channel: 'channel',
  batch: 'batch',
  byBatch: 'batch',
  tag: 'tag',
  item: 'item',
  action: 'action',
};
/** The rows of an answer whose `id` is that of a kind, by the field they stand in. */
const lists: Readonly<Record<string, string>> = {
  kpis: 'kpi',
  channels: 'channel',
  tags: 'tag',
  batches: 'batch',
  items: 'item',
  cases: 'case',
};

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function same(a: unknown, b: unknown, pairs: Pairs, path: string, kind: string): void {
  if (Array.isArray(a) && Array.isArray(b)) {
    const others: readonly unknown[] = b;
    assert.strictEqual(others.length, a.length, `${path}.length`);
    for (const [i, one] of a.entries()) same(one, others[i], pairs, `${path}[${i}]`, kind);
    return;
  }
  if (isRecord(a) && isRecord(b)) {
    assert.deepEqual(Object.keys(b), Object.keys(a), path);
    for (const [key, value] of Object.entries(a)) {
      // Groups by channel are called by its number.
      const numbered = key === 'key' && path.endsWith(']') && /^[1-9]\d*$/.test(String(value));
      const of = key === 'id' ? kind : numbered ? 'channel' : kinds[key];
      same(value, b[key], pairs, `${path}.${key}`, of ?? lists[key] ?? key);
    }
    return;
  }
  if (a === b) return;
  if (/\.(?:mark|token|query)$/.test(path)) {
    assert.strictEqual(unnumbered(b), unnumbered(a), path);
    return;
  }
  const [one, other] = [JSON.stringify(a), JSON.stringify(b)];
  const numbered = [one, other].every((text) => /^"?[1-9]\d*"?$/.test(text));
  assert(numbered && (path.endsWith('.id') || isKind(kind)), `${path} (${kind}): ${one} and ${other}`);
  const known = pairs.get(kind) ?? new Map<string, string>();
  pairs.set(kind, known);
  const [mine, theirs] = [one.replaceAll('"', ''), other.replaceAll('"', '')];
  assert.strictEqual(theirs, known.get(mine) ?? theirs, `${path} (${kind})`);
  known.set(mine, theirs);
}

function isKind(kind: string): boolean {
  return Object.values(kinds).includes(kind) || Object.values(lists).includes(kind);
}

/** A mark without its channel, a live token or an address without the numbers of its names. */
function unnumbered(text: unknown): string {
  return String(text)
    .replaceAll(/[#=]\d+/g, '#')
    .split('|')
    .filter((_, i) => i !== 2)
    .join('|');
}

export type Question = { [N in CallName]: readonly [N, (client: number) => Input<N>] }[CallName];

/** Asks both books the same and fails at the first difference. */
export async function sameAnswers(
  a: { readonly app: TestBackend; readonly client: number },
  b: { readonly app: TestBackend; readonly client: number },
  questions: readonly Question[],
): Promise<number> {
  const pairs: Pairs = new Map();
  for (const [name, input] of questions) {
    // oxlint-disable-next-line no-await-in-loop
    const answers = await Promise.all([a, b].map(({ app, client }) => app.reply(name, input(client))));
    const [one, other] = answers.map((reply) => (reply.ok ? reply.data : reply.error));
    assert(
      answers.every((reply) => reply.ok),
      `${name}: ${JSON.stringify(answers)}`.slice(0, 400),
    );
    same(one, other, pairs, name, name.split('.')[0] ?? '');
  }
  return questions.length;
}
