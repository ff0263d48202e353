/** `return`: what a workbook that came back says otherwise, cell by cell; taken where that is asked for. */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Returned, ReturnedCell } from '../../../shared/contract/api/returns.ts';
import type { WriteContext } from '../context.ts';
import { assignReturn, openFile, takeReturned } from '../services/returns/calls.ts';
import { commitReturned } from '../services/returns/commit.ts';
import { returnedDto } from '../services/returns/view.ts';
import { Refusal, UsageError } from './command.ts';
import type { Command, Streams } from './command.ts';
import { namedClient } from './import.ts';
import { withBook } from './open.ts';

const ways = ['none', 'usual', 'all'] as const;
type Way = (typeof ways)[number];

export const returnCommand: Command = (args, { out }) => {
  const way = ways.find((one) => one === (args.text('take') ?? 'none'));
  if (way === undefined) throw new UsageError('--take is none, usual or all');
  const file = path.resolve(args.files[0] ?? '');
  if (!existsSync(file) || !statSync(file).isFile())
    throw new Refusal([`file-unreadable: ${file} is not a file that can be read`]);
  return withBook(args.need('data'), async (ctx) => {
    const opened = await openedFor(ctx, file, args.text('client'), way);
    if (args.flag('json')) out(`${JSON.stringify(opened, null, 2)}\n`);
    else tell(opened, out);
    if (way === 'none' || !opened.cells.some((cell) => cell.taken)) return;
    const { batch, figures, notes, texts } = await commitReturned(ctx, ctx.returns.get(opened.session));
    if (!args.flag('json'))
      out(`batch ${batch.id}: ${figures} figures, ${notes} notes, ${texts} paragraphs taken\n`);
  });
};

async function openedFor(
  ctx: WriteContext,
  file: string,
  client: string | undefined,
  way: Way,
): Promise<Returned> {
  const session = await ctx.jobs.run('command-line', (job) =>
    openFile(ctx, { path: file, name: path.basename(file), handle: '' }, job),
  );
  if (client !== undefined && !session.own)
    assignReturn(ctx, { session: session.id, client: namedClient(ctx, client).id });
  if (session.client === null && way !== 'none')
    throw new Refusal([
      `session-whose: the client ${session.book.head.client} is not in this book: name one with --client`,
    ]);
  return way === 'all'
    ? takeReturned(ctx, { session: session.id, ids: null, take: true })
    : returnedDto(ctx, session);
}

function tell(opened: Returned, out: Streams['out']): void {
  const { workbook, cells, same, problems, overwritten, overwrittenTotal } = opened;
  out(`${opened.fileName}: ${workbook.client}, ${workbook.periodLabel}\n`);
  for (const problem of problems)
    out(`  ${problem.code} ${problem.where}${problem.count === undefined ? '' : ` (${problem.count})`}\n`);
  for (const cell of cells) out(`  ${lineOf(cell)}\n`);
  for (const { sheet, cell, was, came } of overwritten)
    out(`  overwritten, not taken: ${sheet} ${cell}: ${said(was)} -> ${said(came)}\n`);
  if (overwrittenTotal > overwritten.length)
    out(`  and ${overwrittenTotal - overwritten.length} more formulas overwritten\n`);
  out(`${cells.length} cells differ, ${same} are the same\n`);
}

function lineOf(cell: ReturnedCell): string {
  const { kind, sheet, kpi, kpiName, channelName, period, section, was, came, here, reason, taken } = cell;
  const of = [kpi ?? kpiName, channelName, period?.start, section]
    .filter((part) => part !== null && part !== undefined && part !== '')
    .join(' ');
  const now = here === was ? '' : ` (here ${said(here)})`;
  const why = reason === null ? '' : ` [${reason}]`;
  return `${taken ? '+' : ' '} ${kind} ${sheet} ${cell.cell} ${of}: ${said(was)} -> ${said(came)}${now}${why}`;
}

function said(value: string | number | null): string {
  return value === null ? 'nothing' : JSON.stringify(value);
}
