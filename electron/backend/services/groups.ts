/** What a client calls its key result areas and stages, and in which order they stand. */
import type { Output, Parsed } from '../../../shared/contract/api.ts';
import type { Group, Groups } from '../../../shared/contract/api/setups.ts';
import { listKras, listStages } from '../../store/queries/clients.ts';
import type { GroupName } from '../../store/queries/clients.ts';
import { record } from '../../store/queries/ledger.ts';
import { updateGroup } from '../../store/queries/setups.ts';
import { transact } from '../../store/rows.ts';
import { changed, momentOf } from '../context.ts';
import type { ReadContext, WriteContext } from '../context.ts';
import { CallError } from '../errors.ts';
import { requireClient } from './clients.ts';

const dto = ({ key, name_en: en, name_es: es }: GroupName): Group => ({ key, name: { en, es } });

export function groupsOf(ctx: ReadContext, client: number): Groups {
  requireClient(ctx, client);
  return { kras: listKras(ctx.store, client).map(dto), stages: listStages(ctx.store, client).map(dto) };
}

export function setGroups(
  ctx: WriteContext,
  input: Parsed<'clients.setGroups'>,
): Output<'clients.setGroups'> {
  const { client } = input;
  const before = groupsOf(ctx, client);
  transact(ctx.store, () => {
    for (const table of ['kras', 'stages'] as const) {
      const next = input[table];
      if (next === undefined) continue;
      const keys = (groups: readonly Group[]): string =>
        groups
          .map((group) => group.key)
          .toSorted()
          .join();
      if (keys(next) !== keys(before[table]))
        throw new CallError('invalid-input', `${table}: every one there is, once`);
      next.forEach(({ key, name }, position) =>
        updateGroup(ctx.store, table, client, { key, name_en: name.en, name_es: name.es, position }),
      );
      record(ctx.store, {
        at: momentOf(ctx),
        client,
        entity: 'groups',
        entityId: client,
        change: 'update',
        before: { [table]: before[table] },
        after: { [table]: next },
      });
    }
  });
  changed(ctx, client, 'clients', 'kpis');
  return { before };
}
