/** What can be done with a client from its row. */
import { useState } from 'react';
import type { Client } from '../../../shared/contract/api/clients.ts';
import { callOnce } from '../../api/index.ts';
import { clientHref, handOver, navigate, pickFiles } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { IconButton, useToast } from '../../ui/index.ts';
import { Menu } from '../../ui/Menu.tsx';
import { HandOver } from '../clients/HandOver.tsx';

export function RowMenu({ client, to }: { readonly client: Client; readonly to: string }) {
  const t = useT();
  const toast = useToast();
  const words = t.portfolio.menu;
  const [handing, setHanding] = useState(false);
  const archive = async (): Promise<void> => {
    await callOnce('clients.archive', { client: client.id, archived: true });
    toast({
      text: words.archived(client.name),
      undo: () => void callOnce('clients.archive', { client: client.id, archived: false }),
    });
  };
  return (
    <>
      <Menu
        align="end"
        trigger={<IconButton icon="more" label={words.label(client.name)} />}
        groups={[
          [
            { id: 'open', label: words.open, icon: 'bars', onSelect: () => navigate(to) },
            {
              id: 'import',
              label: words.import,
              icon: 'import',
              onSelect: () => pickFiles((files) => handOver(client.id, files)),
            },
            {
              id: 'setup',
              label: words.setup,
              icon: 'sliders',
              onSelect: () => navigate(clientHref(client.id, 'setup')),
            },
          ],
          [
            { id: 'handOver', label: t.archives.handOver, icon: 'export', onSelect: () => setHanding(true) },
            { id: 'archive', label: words.archive, icon: 'archive', onSelect: () => void archive() },
          ],
        ]}
      />
      {handing && <HandOver client={client} onClose={() => setHanding(false)} />}
    </>
  );
}
