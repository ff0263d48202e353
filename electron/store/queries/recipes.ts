/** Recipes: how files of one shape are read, remembered per client so that it happens by itself. */
import type { ReadStore, WriteStore } from '../openStore.ts';
import { statement } from '../rows.ts';

export interface RecipeRow {
  readonly id: number;
  readonly uid: string;
  readonly client: number;
  readonly shape: string;
  readonly name: string;
  readonly platform: string | null;
  /** JSON: question id -> choice. */
  readonly answers: string;
  /** JSON: table name -> TableMapping. */
  readonly mappings: string;
  readonly used: number;
  readonly at: string;
  readonly last_used: string | null;
}

export function findRecipe(store: ReadStore, client: number, shape: string): RecipeRow | undefined {
  return statement<[number, string], RecipeRow>(
    store,
    'SELECT * FROM recipes WHERE client = ? AND shape = ?',
  ).get(client, shape);
}

export function getRecipe(store: ReadStore, id: number): RecipeRow | undefined {
  return statement<[number], RecipeRow>(store, 'SELECT * FROM recipes WHERE id = ?').get(id);
}

/** Newest first. */
export function listRecipes(store: ReadStore, client: number): RecipeRow[] {
  return statement<[number], RecipeRow>(
    store,
    'SELECT * FROM recipes WHERE client = ? ORDER BY at DESC, id DESC',
  ).all(client);
}

type NewRecipe = Omit<RecipeRow, 'id' | 'used' | 'last_used'>;

/** Inserts a recipe or puts another one in its place; returns its id. */
export function saveRecipe(store: WriteStore, row: NewRecipe): number {
  const saved = statement<NewRecipe, { id: number }>(
    store,
    `INSERT INTO recipes (uid, client, shape, name, platform, answers, mappings, used, at, last_used)
     VALUES (@uid, @client, @shape, @name, @platform, @answers, @mappings, 1, @at, @at)
     ON CONFLICT (client, shape) DO UPDATE SET name = excluded.name, platform = excluded.platform, answers = excluded.answers,
       mappings = excluded.mappings, used = used + 1, at = excluded.at, last_used = excluded.at RETURNING id`,
  ).get(row);
  if (!saved) throw new Error('recipe was neither inserted nor found');
  return saved.id;
}

/** Counts that it served again. */
export function useRecipe(store: WriteStore, id: number, at: string): void {
  statement<[string, number], never>(
    store,
    'UPDATE recipes SET used = used + 1, last_used = ? WHERE id = ?',
  ).run(at, id);
}

export function deleteRecipe(store: WriteStore, id: number): void {
  statement<[number], never>(store, 'DELETE FROM recipes WHERE id = ?').run(id);
}
