/** `import`: files of one client into the book, as one batch. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { findClient } from '../../store/queries/clients.ts';
import type { ClientRow } from '../../store/queries/clients.ts';
import type { WriteContext } from '../context.ts';
import { localStamp, openPaths } from '../services/imports/calls.ts';
import { commitSession } from '../services/imports/commit.ts';
import type { FileAtHand } from '../services/imports/inspect.ts';
import type { ImportSession } from '../services/imports/session.ts';
import { readAnswers } from './answers.ts';
import { withBook } from './open.ts';
import { Refusal } from './command.ts';
import type { Command } from './command.ts';

export function namedClient(ctx: WriteContext, name: string): ClientRow {
  const client = findClient(ctx.store, name);
  if (!client) throw new Refusal([`client-not-found: there is no client called ${name}`]);
  return client;
}

export const importCommand: Command = (args, { out, err }) => {
  const answers = readAnswers(args.text('answers'));
  const missing = args.files.filter((file) => !existsSync(file) || !statSync(file).isFile());
  if (missing.length > 0)
    throw new Refusal(missing.map((file) => `file-unreadable: ${file} is not a file that can be read`));
  const files = args.files.map((file): FileAtHand => {
    const full = path.resolve(file);
    return {
      handle: '',
      path: full,
      name: path.basename(full),
      modified: localStamp(statSync(full).mtimeMs),
    };
  });
  return withBook(args.need('data'), async (ctx) => {
    const client = namedClient(ctx, args.need('client'));
    const session = await openPaths(ctx, client.id, files, answers);
    const open = reasons(session);
    for (const reason of open) err(`${reason}\n`);
    try {
      const batch = await commitSession(ctx, session, undefined);
      const { added, changed, unchanged, kept, refused } = batch.counts;
      out(
        args.flag('json')
          ? `${JSON.stringify({ batch: batch.id, ...batch.counts })}\n`
          : `batch ${batch.id}: ${added} added, ${changed} changed, ${unchanged} unchanged, ${kept} kept, ${refused} refused\n`,
      );
    } catch (error) {
      if (open.length > 0) throw new Refusal(['nothing was imported']);
      throw error;
    }
    if (open.length > 0)
      throw new Refusal([
        `${open.length} reason${open.length === 1 ? '' : 's'} above: those files were left out`,
      ]);
  });
};

/** Why files cannot go in as they are: open questions and refusals. */
function reasons(session: ImportSession): string[] {
  return session.files.flatMap((file) => [
    ...file.inspection.questions
      .filter(() => file.inspection.status === 'needs-answers')
      .map(
        (question) =>
          `${file.name}: question ${question.id}: ${question.text} [${question.choices.map((choice) => choice.id).join(', ')}]`,
      ),
    ...file.inspection.errors
      .filter(() => file.inspection.status === 'refused')
      .map((error) => `${file.name}: ${error.code}: ${error.message} (${error.where})`),
  ]);
}
