/** `import`: files into the book, one batch a client; without `--client` each file goes where its account says. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { findClient, getClient } from '../../store/queries/clients.ts';
import type { ClientRow } from '../../store/queries/clients.ts';
import type { ErrorCode } from '../../../shared/contract/codes.ts';
import type { WriteContext } from '../context.ts';
import { CallError } from '../errors.ts';
import { localStamp, openPaths } from '../services/imports/calls.ts';
import { commitSession } from '../services/imports/commit.ts';
import type { FileAtHand } from '../services/imports/inspect.ts';
import { ownerElsewhere } from '../services/imports/owners.ts';
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
    const name = args.text('client');
    const client = name === undefined ? null : namedClient(ctx, name).id;
    const session = await openPaths(ctx, client, files, answers);
    const open = reasons(ctx, session);
    for (const reason of open) err(`${reason}\n`);
    try {
      const batches = await commitSession(ctx, session, undefined);
      for (const batch of batches) {
        const { added, changed, unchanged, kept, refused } = batch.counts;
        const whose = client === null ? `${getClient(ctx.store, batch.client)?.name ?? ''}: ` : '';
        out(
          args.flag('json')
            ? `${JSON.stringify({ client: batch.client, batch: batch.id, ...batch.counts })}\n`
            : `${whose}batch ${batch.id}: ${added} added, ${changed} changed, ${unchanged} unchanged, ${kept} kept, ${refused} refused\n`,
        );
      }
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

const explained = [
  'session-nothing',
  'session-open-questions',
  'session-whose',
  'other-client',
] satisfies ErrorCode[];

/** Why files cannot go in as they are: open questions, refusals, accounts of another client. */
function reasons(ctx: WriteContext, session: ImportSession): string[] {
  return session.files.flatMap((file) => [
    ...othersOf(ctx, file),
    ...file.inspection.questions
      .filter((question) => question.answer === undefined && file.inspection.status === 'needs-answers')
      .map(
        (question) =>
          `${file.name}: question ${question.id}: ${question.text} [${question.choices.map((choice) => choice.id).join(', ')}]`,
      ),
    ...file.inspection.errors
      .filter(() => file.inspection.status === 'refused')
      .map((error) => `${file.name}: ${error.code}: ${error.message} (${error.where})`),
  ]);
}

function othersOf(ctx: WriteContext, file: SessionFile): string[] {
  const { client } = file.owner;
  if (client === null && file.inspection.status !== 'refused')
    return [`${file.name}: session-whose: no account in it says whose it is; name the client with --client`];
  const other = client === null ? null : ownerElsewhere(ctx, client, file);
  return other === null
    ? []
    : [`${file.name}: other-client: the account ${other.account} belongs to ${other.name}`];
}
