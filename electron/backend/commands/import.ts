/** `import`: files of one client into the book, as one batch. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { findClient } from '../../store/queries/clients.ts';
import type { ClientRow } from '../../store/queries/clients.ts';
import type { ErrorCode } from '../../../shared/contract/codes.ts';
import type { WriteContext } from '../context.ts';
import { CallError } from '../errors.ts';
import { localStamp, openPaths } from '../services/imports/calls.ts';
import { commitSession } from '../services/imports/commit.ts';
import type { FileAtHand } from '../services/imports/inspect.ts';
import { ownerElsewhere } from '../services/imports/routes.ts';
import type { ImportSession, SessionFile } from '../services/imports/session.ts';
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
    const open = reasons(ctx, session);
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
      // The reasons are told already, unless it failed for one of its own (a full disk).
      const told = error instanceof CallError && (explained as readonly string[]).includes(error.code);
      if (open.length > 0 && told) throw new Refusal(['nothing was imported']);
      throw error;
    }
    if (open.length > 0)
      throw new Refusal([
        `${open.length} reason${open.length === 1 ? '' : 's'} above: those files were left out`,
      ]);
  });
};

const explained = ['session-nothing', 'session-open-questions', 'other-client'] satisfies ErrorCode[];

/** Why files cannot go in as they are: open questions, refusals, accounts of another client. */
function reasons(ctx: WriteContext, session: ImportSession): string[] {
  return session.files.flatMap((file) => [
    ...othersOf(ctx, session, file),
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

function othersOf(ctx: WriteContext, session: ImportSession, file: SessionFile): string[] {
  const other = ownerElsewhere(ctx, session.client, file);
  return other === null
    ? []
    : [`${file.name}: other-client: the account ${other.account} belongs to ${other.name}`];
}
