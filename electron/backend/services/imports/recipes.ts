/**
 * Recipes: how a person had files of one shape read (which network, which KPI, which columns), so that the next one is
 * read so by itself. What belongs to one file alone (its year, its rate, its period) is asked each time.
 */
import { createHash } from 'node:crypto';
import type { Parsed, Output } from '../../../../shared/contract/api.ts';
import { listChannels } from '../../../store/queries/channels.ts';
import { record } from '../../../store/queries/ledger.ts';
import {
  deleteRecipe,
  findRecipe,
  getRecipe,
  listRecipes,
  saveRecipe,
  useRecipe,
} from '../../../store/queries/recipes.ts';
import { transact } from '../../../store/rows.ts';
import { changed, momentOf, newUid } from '../../context.ts';
import type { ReadContext, WriteContext } from '../../context.ts';
import { found } from '../../errors.ts';
import type { Answers, Inspection, Mappings } from '../../exchange/model.ts';
import { matchMappings, shapeKey } from '../../exchange/recognition/sheets/shape.ts';
import { requireClient } from '../clients.ts';
import type { SessionFile } from './session.ts';

/** What makes two files alike, short enough for a key: see `shapeKey`. */
export function shapeOf(inspection: Inspection): string {
  return createHash('sha256').update(shapeKey(inspection)).digest('hex').slice(0, 32);
}

const lasting = /^(network|kpi|decimal|account|confirm|survey|dateOrder|mapping)(:|$)/;

/**
 * Gives a file what is remembered for its shape, as far as a person has not spoken. True when that is news for the
 * reading of the file.
 */
export function recall(ctx: ReadContext, file: SessionFile): boolean {
  const { client } = file.owner;
  if (client === null || file.recalled) return false;
  file.recalled = true;
  const recipe = findRecipe(ctx.store, client, file.shape);
  if (!recipe) return false;
  const networks = new Set(listChannels(ctx.store, recipe.client).map((channel) => channel.network));
  const answers = {
    ...offered(JSON.parse(recipe.answers) as Answers, file.inspection, networks),
    ...file.answers,
  };
  const mappings =
    file.mappedBy === null
      ? matchMappings(JSON.parse(recipe.mappings) as Mappings, file.inspection.tables)
      : file.mappings;
  const news =
    Object.keys(answers).some((id) => file.answers[id] !== answers[id]) ||
    (file.mappedBy === null && Object.keys(mappings).length > 0);
  file.answers = answers;
  file.mappings = mappings;
  if (file.mappedBy === null && Object.keys(mappings).length > 0) file.mappedBy = 'recipe';
  return news;
}

/**
 * Answers that the file's questions offer. Which network is never taken over where the client has several of those in
 * question: this month's file may be the other one's.
 */
function offered(answers: Answers, inspection: Inspection, networks: ReadonlySet<string>): Answers {
  const choices = new Map(
    inspection.questions
      .filter(
        (question) =>
          question.code !== 'network' || question.choices.filter(({ id }) => networks.has(id)).length < 2,
      )
      .map((question) => [question.id, new Set(question.choices.map((choice) => choice.id))]),
  );
  return Object.fromEntries(Object.entries(answers).filter(([id, choice]) => choices.get(id)?.has(choice)));
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
  const row = found(
    getRecipe(ctx.store, input.recipe),
    'recipe-not-found',
    `there is no recipe ${input.recipe}`,
  );
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
