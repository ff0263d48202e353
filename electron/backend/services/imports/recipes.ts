/** Answers that hold for the next file of the same shape: which network, which KPI. Dates are asked anew each time. */
import { createHash } from 'node:crypto';
import { record } from '../../../store/queries/ledger.ts';
import { findRecipe, saveRecipe } from '../../../store/queries/recipes.ts';
import { momentOf, newUid } from '../../context.ts';
import type { ReadContext, WriteContext } from '../../context.ts';
import type { Answers, Inspection } from '../../exchange/model.ts';
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

const lasting = /^(network|kpi|decimal|account)(:|$)/;

export function rememberedAnswers(ctx: ReadContext, client: number, inspection: Inspection): Answers {
  const recipe = findRecipe(ctx.store, client, shapeOf(inspection));
  if (!recipe) return {};
  const answers = JSON.parse(recipe.answers) as Answers;
  const offered = new Map(
    inspection.questions.map((question) => [
      question.id,
      new Set(question.choices.map((choice) => choice.id)),
    ]),
  );
  return Object.fromEntries(Object.entries(answers).filter(([id, choice]) => offered.get(id)?.has(choice)));
}

export function rememberAnswers(ctx: WriteContext, client: number, batch: number, file: SessionFile): void {
  const answers = Object.fromEntries(Object.entries(file.answers).filter(([id]) => lasting.test(id)));
  if (Object.keys(answers).length === 0) return;
  const shape = shapeOf(file.inspection);
  const before = findRecipe(ctx.store, client, shape);
  const recipe = saveRecipe(ctx.store, {
    uid: newUid(),
    client,
    shape,
    name: file.inspection.report ?? file.name,
    answers: JSON.stringify(answers),
    at: momentOf(ctx),
  });
  if (before?.answers === JSON.stringify(answers)) return;
  record(ctx.store, {
    at: momentOf(ctx),
    client,
    batch,
    entity: 'recipe',
    entityId: recipe,
    change: before ? 'update' : 'create',
    ...(before ? { before: JSON.parse(before.answers) as Answers } : {}),
    after: answers,
  });
}
