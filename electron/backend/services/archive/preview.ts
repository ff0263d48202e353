/** What is in a staging, beside what is in the book: told before anything is taken in. */
import type { ArchivePreview } from '../../../../shared/contract/api/archives.ts';
import { endOf, isoOf } from '../../../../shared/domain/time.ts';
import type { Day } from '../../../../shared/domain/time.ts';
import type { ArchiveHead } from '../../../store/archive/format.ts';
import type { ReadStore } from '../../../store/openStore.ts';
import { accountsOf, countIn, figureSpans } from '../../../store/queries/archives.ts';
import { findIdentities } from '../../../store/queries/channels.ts';
import { findClient, findClientByUid, getClient } from '../../../store/queries/clients.ts';
import type { ClientRow } from '../../../store/queries/clients.ts';
import { cadenceOf } from '../../../store/rows.ts';
import type { ReadContext } from '../../context.ts';
import { found } from '../../errors.ts';
import { initialsOf } from '../clients.ts';
import { encodeLogo } from '../logo.ts';

/** The client of a staging. */
export function stagedClient(staged: ReadStore): ClientRow {
  return found(getClient(staged, 1), 'archive-damaged', 'the archive holds no client');
}

export function previewOf(
  ctx: ReadContext,
  staged: ReadStore,
  head: ArchiveHead,
): Omit<ArchivePreview, 'session' | 'fileName' | 'bytes'> {
  const client = stagedClient(staged);
  const here = findClientByUid(ctx.store, client.uid);
  return {
    client: {
      name: client.name,
      trade: client.trade,
      color: client.color,
      initials: initialsOf(client.name),
      logo: encodeLogo(client.logo, client.logo_type),
      language: client.language,
      currency: client.currency,
    },
    span: spanOf(staged, client.id),
    counts: {
      figures: countIn(staged, 'figures'),
      channels: countIn(staged, 'channels'),
      kpis: countIn(staged, 'kpis'),
      targets: countIn(staged, 'targets'),
      batches: countIn(staged, 'batches'),
      content: countIn(staged, 'content_items'),
      cases: countIn(staged, 'cases'),
      evidence: countIn(staged, 'evidence'),
      annotations: countIn(staged, 'annotations'),
      actions: countIn(staged, 'actions'),
      texts: countIn(staged, 'texts'),
      deliverables: countIn(staged, 'deliverables'),
    },
    made: { at: head.at, version: head.app, by: head.by },
    here: here
      ? {
          id: here.id,
          name: here.name,
          archived: here.archived_at !== null,
          until: spanOf(ctx.store, here.id)?.to ?? null,
          figures: countIn(ctx.store, 'figures', here.id),
        }
      : null,
    freeName: freeName(ctx, client.name),
    accounts: accountsOf(staged, client.id).flatMap(({ network, account }) => {
      const [owner] = findIdentities(ctx.store, network, account);
      // An account of the same client goes with whichever of the two the person keeps.
      if (owner === undefined || owner.client === here?.id) return [];
      const other = getClient(ctx.store, owner.client);
      return other ? [{ account, client: other.name }] : [];
    }),
  };
}

function spanOf(store: ReadStore, client: number): { readonly from: string; readonly to: string } | null {
  const spans = figureSpans(store, client);
  if (spans.length === 0) return null;
  const from = Math.min(...spans.map((span) => span.first)) as Day;
  const to = Math.max(
    ...spans.map(({ cadence, last }) => endOf({ cadence: cadenceOf(cadence), start: last as Day }) - 1),
  ) as Day;
  return { from: isoOf(from), to: isoOf(to) };
}

/** `Northline`, `Northline (2)`: a name that no client has. */
export function freeName(ctx: ReadContext, name: string): string {
  if (!findClient(ctx.store, name)) return name;
  const stem = name.slice(0, 72);
  let n = 2;
  while (findClient(ctx.store, `${stem} (${n})`)) n += 1;
  return `${stem} (${n})`;
}
