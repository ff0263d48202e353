/** Clients that were put away, folded up; each can be brought back. */
import { callOnce, useCall } from '../../api/index.ts';
import { momentDate } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Button, ClientBadge, useToast } from '../../ui/index.ts';
import { Disclosure } from '../due/index.ts';
import css from './PortfolioScreen.module.css';

export function ArchivedClients() {
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  const words = t.portfolio.archive;
  const archived = (useCall('clients.list', { archived: true }).data ?? []).filter(
    (client) => client.archivedAt !== null,
  );
  if (archived.length === 0) return null;
  const bringBack = async (client: (typeof archived)[number]): Promise<void> => {
    await callOnce('clients.archive', { client: client.id, archived: false });
    toast({
      text: words.returned(client.name),
      undo: () => void callOnce('clients.archive', { client: client.id, archived: true }),
    });
  };
  return (
    <Disclosure title={words.title(archived.length)}>
      <ul className={css['archived']}>
        {archived.map((client) => (
          <li key={client.id}>
            <ClientBadge client={client} />
            <span>{client.name}</span>
            <span className={css['quiet']}>
              {client.archivedAt && words.since(format.date(momentDate(client.archivedAt), 'medium'))}
            </span>
            <Button
              size="small"
              aria-label={`${words.back}: ${client.name}`}
              onClick={() => void bringBack(client)}
            >
              {words.back}
            </Button>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
