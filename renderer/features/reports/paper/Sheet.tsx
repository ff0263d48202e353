/** One A4 page: the client and what the report is of at its head, the day and the number of the page at its foot. */
import type { ReactNode, Ref } from 'react';
import { useFormat } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import { ClientBadge } from '../../../ui/ClientBadge.tsx';
import { usePaper } from './Context.tsx';
import css from './Sheet.module.css';

export interface SheetProps {
  readonly page: string;
  /** No head and no foot: the cover. */
  readonly bare?: boolean;
  /** The room between head and foot. */
  readonly room?: Ref<HTMLDivElement>;
  readonly children: ReactNode;
}

export function Sheet({ page, bare, room, children }: SheetProps) {
  const t = useT();
  const format = useFormat();
  const { model, printed } = usePaper();
  const frame = printed ? { 'aria-hidden': true } : {};
  const { client } = model;
  const words = t.reports.paper;
  if (bare === true) return <div className={css['sheet']}>{children}</div>;
  return (
    <div className={`${css['sheet']} ${css['framed']}`}>
      <header className={css['head']} {...frame}>
        <ClientBadge client={client} size={20} />
        <span className={css['client']}>{client.name}</span>
        <span className={css['detail']}>{words.head(format.span(model.span, 'long'), model.base.label)}</span>
      </header>
      <div ref={room} className={css['room']}>
        {children}
      </div>
      <footer className={css['foot']} {...frame}>
        <span>
          {[
            words.dataAsOf(format.date(model.preparedOn, 'long')),
            ...(model.preparedBy === '' ? [] : [words.preparedBy(model.preparedBy)]),
          ].join(' ')}
        </span>
        <span>{page}</span>
      </footer>
    </div>
  );
}
