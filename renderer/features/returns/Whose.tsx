/** Whose figures they are, where the client that the workbook names is not in this book. */
import { useId } from 'react';
import type { Client } from '../../../shared/contract/api/clients.ts';
import type { Returned } from '../../../shared/contract/api/returns.ts';
import { useT } from '../../i18n/index.tsx';
import { EmptyState, LinkButton } from '../../ui/index.ts';
import { ClientChoice } from '../imports/ClientChoice.tsx';
import css from './Whose.module.css';

export function Whose({
  returned,
  clients,
  onChoose,
}: {
  readonly returned: Returned;
  readonly clients: readonly Client[];
  readonly onChoose: (client: number) => void;
}) {
  const t = useT();
  const title = useId();
  const words = t.returns.whose;
  if (clients.length === 0) {
    return (
      <EmptyState
        title={words.nobody}
        action={
          <LinkButton to="/new" kind="primary" icon="plus">
            {t.app.nav.newClient}
          </LinkButton>
        }
      >
        {words.nobodyText}
      </EmptyState>
    );
  }
  return (
    <section className={css['panel']} aria-labelledby={title}>
      <h2 id={title}>{words.title}</h2>
      <p className={css['text']}>{words.text(returned.workbook.client)}</p>
      <ClientChoice clients={clients} label={words.client} labelledBy={title} onChoose={onChoose} />
    </section>
  );
}
