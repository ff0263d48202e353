/**
 * The engine against a second implementation of another kind: plain SQL and Python's standard library, written from the
 * documents alone. Both compute three generated clients (sixty KPIs and four of content items, six channels, three years); every number must agree
 * to 1e-9, relative, and every word (state, status, reason, date) must be the same.
 */
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeBook } from '../../shared/domain/book.ts';
import { answerOf, comparable, type Answer, type Plain } from './answers.ts';
import { clients, partsOf } from './generate.ts';
import { questionsOf, type Question } from './questions.ts';

const script = path.join(import.meta.dirname, 'answer.py');
const python = spawnSync('python3', ['--version']).status === 0;
if (!python) console.log('No python3 here: the engine is not checked against the second implementation.');

const tolerance = 1e-9;
/** Disagreements that are shown. */
const shown = 40;

async function asked(input: string): Promise<Answer[]> {
  const child = spawn('python3', [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  child.stdin.end(input);
  expect(await ended).toBe(0);
  const lines = Buffer.concat(chunks).toString('utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Answer);
}

function same(a: Plain, b: Plain): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return a === b;
  return Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b));
}

test.runIf(python)(
  'three generated clients come out the same, number for number',
  async () => {
    const parts = clients.map(partsOf);
    expect(parts.map((p) => p.definitions.length)).toEqual([64, 64, 64]);
    const questions = questionsOf(clients, parts);
    const second = asked(JSON.stringify({ clients: parts, questions }));
    const books = parts.map((p) => ({ book: makeBook(p), definitions: p.definitions }));
    const first = questions.map((question) => {
      const client = books[question[0]];
      if (client === undefined) throw new Error('no such client');
      return answerOf(client.book, client.definitions, question);
    });
    const formulas = new Set(parts[0]?.definitions.filter((d) => d.formula !== undefined).map((d) => d.key));
    const theirs = await second;
    expect(theirs).toHaveLength(questions.length);

    const counts = { numbers: 0, words: 0 };
    const wrong = new Map<Question, string[]>();
    for (const [i, question] of questions.entries()) {
      const formula = formulas.has(question[2]);
      const [ours, other] = [comparable(first[i] ?? {}, formula), comparable(theirs[i] ?? {}, formula)];
      for (const name of new Set([...ours.keys(), ...other.keys()])) {
        const [a, b] = [ours.get(name), other.get(name)];
        counts[typeof (a ?? b) === 'number' ? 'numbers' : 'words'] += 1;
        if (!same(a, b)) wrong.set(question, [...(wrong.get(question) ?? []), `${name}: ${a}, second ${b}`]);
      }
    }
    const all = counts.numbers + counts.words;
    const off = [...wrong.values()].reduce((n, list) => n + list.length, 0);
    console.log(
      `${questions.length} questions, ${counts.numbers} numbers and ${counts.words} words compared: ` +
        `${all - off} agree, ${off} do not.`,
    );
    const lines = [...wrong]
      .slice(0, shown)
      .map(([question, list]) => `${question.join(' ')}: ${list.join('; ')}`);
    expect(lines).toEqual([]);
  },
  180_000,
);
