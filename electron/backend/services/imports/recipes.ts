/**
 * Recipes: how a person had files of one shape read (which network, which KPI, which columns), so that the next one is
 * read so by itself. What belongs to one file alone (its year, its rate, its period) is asked each time.
 */
import { createHash } from 'node:crypto';
import type { Parsed, Output } from '../../../../shared/contract/api.ts';
import { record } from '../../../store/queries/ledger.ts';
import { deleteRecipe, findRecipe, getRecipe, listRecipes, saveRecipe, useRecipe } from '../../../store/queries/recipes.ts';
import { transact } from '../../../store/rows.ts';
import { changed, momentOf, newUid } from '../../context.ts';
import type { ReadContext, WriteContext } from '../../context.ts';
import { found } from '../../errors.ts';
import type { Answers, Inspection, Mappings } from '../../exchange/model.ts';
import { requireClient } from '../clients.ts';
import type { SessionFile } from './session.ts';

/** What makes two files alike: the report and the headers of its tables, not the name and not the values. */
export function shapeOf(inspection: Inspection): string {
  const text = JSON.stringify([
    inspection.platform,
    inspection.report,
    inspection.tables.map((table) => table.columns.map((column) => column.header)),
  ]);
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

const lasting = /^(network|kpi|decimal|account|confirm|survey|dateOrder)(:|$)/;

/**
 * Gives a file what is remembered for its shape, as far as a person has not spoken. True when that is news for the
 * reading of the file.
 */
export function recall(ctx: ReadContext, file: SessionFile): boolean {
  const { client } = file.owner;
  const recipe = client === null ? undefined : findRecipe(ctx.store, client, file.shape);
  if (!recipe) return false;
  const answers = { ...offered(JSON.parse(recipe.answers) as Answers, file.inspection), ...file.answers };
  const mappings =
    file.mappedBy === null ? placed(JSON.parse(recipe.mappings) as Mappings, file.inspection) : file.mappings;
  const news =
    Object.keys(answers).some((id) => file.answers[id] !== answers[id]) ||
    (file.mappedBy === null && Object.keys(mappings).length > 0);
  file.answers = answers;
  file.mappings = mappings;
  if (file.mappedBy === null && Object.keys(mappings).length > 0) file.mappedBy = 'recipe';
  return news;
}

/** Answers that the file's questions offer. */
function offered(answers: Answers, inspection: Inspection): Answers {
  const choices = new Map(
    inspection.questions.map((question) => [
      question.id,
      new Set(question.choices.map((choice) => choice.id)),
    ]),
  );
  return Object.fromEntries(Object.entries(answers).filter(([id, choice]) => choices.get(id)?.has(choice)));
}

/** Tables by name; where names change from month to month (tabs called after it), by their place. */
function placed(mappings: Mappings, inspection: Inspection): Mappings {
  const kept = Object.entries(mappings);
  const { tables } = inspection;
  return Object.fromEntries(
    kept.flatMap(([name, mapping], i) => {
      const table = tables.find((one) => one.name === name) ?? (kept.length === tables.length ? tables[i] : undefined);
      return table ? [[table.name, mapping] as const] : [];
    }),
  );
}

/** Call in the transaction of the batch. */
export function rememberReading(ctx: WriteContext, client: number, batch: number, file: SessionFile): void {
  const answers = Object.fromEntries(Object.entries(file.answers).filter(([id]) => lasting.test(id)));
  const mappings = file.mappedBy === null ? {} : file.mappings;
  const { shape } = file;
  const before = findRecipe(ctx.store, client, shape);
  if (Object.keys(answers).length === 0 && Object.keys(mappings).length === 0 && !before) return;
  const after = { answers: JSON.stringify(answers), mappings: JSON.stringify(mappings) };
  const at = momentOf(ctx);
  if (before && before.answers === after.answers && before.mappings === after.mappings) {
    useRecipe(ctx.store, before.id, at);
    return;
  }
  const recipe = saveRecipe(ctx.store, {
    uid: newUid(),
    client,
    shape,
    name: file.name.split('/').at(-1) ?? file.name,
    platform: file.inspection.platform,
    ...after,
    at,
  });
  record(ctx.store, {
    at,
    client,
    batch,
    entity: 'recipe',
    entityId: recipe,
    change: before ? 'update' : 'create',
    ...(before ? { before: { answers: before.answers, mappings: before.mappings } } : {}),
    after,
  });
}

export function recipesList(ctx: ReadContext, input: Parsed<'recipes.list'>): Output<'recipes.list'> {
  requireClient(ctx, input.client);
  return listRecipes(ctx.store, input.client).map((row) => ({
    id: row.id,
    name: row.name,
    platform: row.platform,
    at: row.at,
    used: row.used,
    lastUsed: row.last_used,
    answers: Object.entries(JSON.parse(row.answers) as Answers).map(([id, answer]) => ({ id, answer })),
    mappings: Object.entries(JSON.parse(row.mappings) as Mappings).map(([table, mapping]) => ({
      table,
      mapping,
    })),
  }));
}

/** Files of this shape are asked about again. */
export function forgetRecipe(ctx: WriteContext, input: Parsed<'recipes.forget'>): Record<string, never> {
  const row = found(getRecipe(ctx.store, input.recipe), 'recipe-not-found', `there is no recipe ${input.recipe}`);
  transact(ctx.store, () => {
    deleteRecipe(ctx.store, row.id);
    record(ctx.store, {
      at: momentOf(ctx),
      client: row.client,
      entity: 'recipe',
      entityId: row.id,
      change: 'remove',
      before: { name: row.name, answers: row.answers, mappings: row.mappings },
    });
  });
  changed(ctx, row.client, 'imports');
  return {};
}
