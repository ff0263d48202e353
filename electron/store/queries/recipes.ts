/** Recipes: answers given for files of one shape, remembered per client so that they apply by themselves. */
import type { ReadStore, WriteStore } from '../openStore.ts';
import { statement } from '../rows.ts';

export interface RecipeRow {
  readonly id: number;
  readonly shape: string;
  readonly name: string;
  /** JSON: question id -> choice. */
  readonly answers: string;
  readonly used: number;
}

export function findRecipe(store: ReadStore, client: number, shape: string): RecipeRow | undefined {
  return statement<[number, string], RecipeRow>(
    store,
    'SELECT id, shape, name, answers, used FROM recipes WHERE client = ? AND shape = ?',
  ).get(client, shape);
}

export function saveRecipe(
  store: WriteStore,
  row: { uid: string; client: number; shape: string; name: string; answers: string; at: string },
): number {
  const saved = statement<typeof row, { id: number }>(
    store,
    `INSERT INTO recipes (uid, client, shape, name, answers, used, at) VALUES (@uid, @client, @shape, @name, @answers, 1, @at)
     ON CONFLICT (client, shape) DO UPDATE SET answers = excluded.answers, used = used + 1, at = excluded.at RETURNING id`,
  ).get(row);
  if (!saved) throw new Error('recipe was neither inserted nor found');
  return saved.id;
}
