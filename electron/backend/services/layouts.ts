/**
 * How a person arranged the screens of a client.
 *
 * A layout says how to look, never what a number is: it makes no entry in the ledger, and one that this version cannot
 * read (an older or newer one) counts as none.
 */
import type { Output, Parsed } from '../../../shared/contract/api.ts';
import { layoutSchema } from '../../../shared/contract/api/layouts.ts';
import type { Layout } from '../../../shared/contract/api/layouts.ts';
import { listLayouts, removeLayout, saveLayout } from '../../store/queries/layouts.ts';
import { transact } from '../../store/rows.ts';
import { changed, momentOf } from '../context.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { requireClient } from './clients.ts';

export function layoutsList(ctx: ReadContext, client: number): Layout[] {
  requireClient(ctx, client);
  return listLayouts(ctx.store, client).flatMap((row) => {
    const read = layoutSchema.safeParse(JSON.parse(row.layout));
    return read.success ? [read.data] : [];
  });
}

/** The layout of one screen; `null` where the person arranged nothing. */
export function layoutOf<S extends Layout['screen']>(
  ctx: ReadContext,
  client: number,
  screen: S,
): Extract<Layout, { screen: S }> | null {
  const layout = layoutsList(ctx, client).find((one) => one.screen === screen);
  return (layout as Extract<Layout, { screen: S }> | undefined) ?? null;
}

export function setLayout(ctx: WriteContext, input: Parsed<'layouts.set'>): Output<'layouts.set'> {
  const { client, layout } = input;
  const before = layoutOf(ctx, client, layout.screen);
  transact(ctx.store, () =>
    saveLayout(ctx.store, client, { screen: layout.screen, layout: JSON.stringify(layout) }, momentOf(ctx)),
  );
  changed(ctx, client, 'layouts');
  return { before };
}

export function resetLayout(ctx: WriteContext, input: Parsed<'layouts.reset'>): Output<'layouts.reset'> {
  const before = layoutOf(ctx, input.client, input.screen);
  transact(ctx.store, () => removeLayout(ctx.store, input.client, input.screen));
  changed(ctx, input.client, 'layouts');
  return { before };
}
