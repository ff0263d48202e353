/**
 * Whose figures these are, as far as the file says: account ids and handles, web properties.
 */
import type { ExtractedTable, Inspection } from '../model.ts';
import type { Block } from './blocks.ts';
import { cellText } from './cells.ts';
import type { Mapping } from './mapping.ts';

type Identity = Inspection['identities'][number];

export function identitiesOf(
  planned: readonly { readonly block: Block; readonly mapping: Mapping }[],
  tables: readonly ExtractedTable[],
): Identity[] {
  const found = new Map<string, Identity>();
  for (const [i, { block, mapping }] of planned.entries()) {
    const network =
      tables[i]?.content[0]?.network ??
      tables[i]?.figures[0]?.network ??
      (typeof mapping.network === 'string' ? mapping.network : 'other');
    const id = mapping.columns.find((column) => column.role === 'account');
    const name = mapping.columns.find((column) => column.role === 'accountName');
    if (id ?? name) {
      for (const row of block.rows) {
        const account = cellText(row[(id ?? name)?.index ?? 0] ?? null);
        const called = id && name ? cellText(row[name.index] ?? null) : '';
        if (account !== '' && !found.has(`${network}|${account}`))
          found.set(`${network}|${account}`, {
            network,
            account,
            ...(called === '' ? {} : { name: called }),
          });
      }
    }
    for (const comment of block.comments) {
      const property = /^\s*(?:property|propiedad|propriedade)\s*:\s*(.+)$/i.exec(comment)?.[1]?.trim();
      if (property) found.set(`${network}|${property}`, { network, account: property });
    }
    const handle = /tiktok\.com\/@([\w.]+)/.exec(tables[i]?.content[0]?.link ?? '')?.[1];
    if (handle) found.set(`tiktok|${handle}`, { network: 'tiktok', account: handle });
  }
  return [...found.values()];
}
