/** The accounts by which imports know a channel, each with the way to forget it. */
import type { Account } from '../../../shared/contract/api/setups.ts';
import { callOnce, useCall, useCommand } from '../../api/index.ts';
import { useT } from '../../i18n/index.tsx';
import { ErrorPanel, IconButton, useToast } from '../../ui/index.ts';
import css from './Channels.module.css';

export function Accounts({ client, channel }: { readonly client: number; readonly channel: number }) {
  const t = useT();
  const toast = useToast();
  const { data } = useCall('channels.accounts', { client });
  const forget = useCommand('channels.forget');
  const mine = (data ?? []).filter((one) => one.channel === channel);
  const drop = ({ network, account }: Account): void => {
    forget.mutate(
      { channel, network, account },
      {
        onSuccess: ({ batches }) =>
          toast({
            text: t.clients.accountForgotten(account),
            undo: () => void callOnce('channels.remember', { channel, network, account, batches }),
          }),
      },
    );
  };
  if (mine.length === 0) return null;
  return (
    <section>
      <h3 className={css['label']}>{t.clients.accounts}</h3>
      <ul className={css['accounts']}>
        {mine.map((one) => (
          <li key={`${one.network} ${one.account}`}>
            <span className={css['account']}>{one.account}</span>
            <IconButton icon="close" label={t.clients.forgetAccount(one.account)} onClick={() => drop(one)} />
          </li>
        ))}
      </ul>
      <p className={css['hint']}>{t.clients.accountsHint}</p>
      {forget.error && <ErrorPanel error={forget.error} inline />}
    </section>
  );
}
