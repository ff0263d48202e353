/**
 * Whose figures these are, as far as the file says: account ids and handles, web properties.
 */
import type { ExtractedTable, Inspection } from '../../model.ts';
import type { Block } from '../tables/blocks.ts';
import { cellText, isRoundedId } from '../cells.ts';
import { placeReader } from '../rows/figureRows.ts';
import type { Mapping } from '../mapping.ts';

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
      const placeOf = placeReader(mapping, network);
      for (const row of block.rows) {
        const at = placeOf(row).network;
        const text = cellText(row[(id ?? name)?.index ?? 0] ?? null);
        const named = id && name ? cellText(row[name.index] ?? null) : '';
        const account = isRoundedId(text) ? named : text;
        const called = account === named ? '' : named;
        if (account !== '' && !found.has(`${at}|${account}`))
          found.set(`${at}|${account}`, {
            network: at,
            account,
            ...(called === '' ? {} : { name: called }),
          });
      }
    }
    for (const comment of block.comments) {
      const property = /^\s*(?:property|propiedad|propriedade|propriété|proprietà)\s*:\s*(.+)$/i
        .exec(comment)?.[1]
        ?.trim();
      if (property) found.set(`${network}|${property}`, { network, account: property });
    }
    const handle = /tiktok\.com\/@([\w.]+)/.exec(tables[i]?.content[0]?.link ?? '')?.[1];
    if (handle) found.set(`tiktok|${handle}`, { network: 'tiktok', account: handle });
  }
  return [...found.values()];
}
