/** What is due by place, what is not yet, what is no longer asked for; over all clients or of one. */
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { useCall } from '../../api/index.ts';
import { useAppState } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Button, ClientBadge, EmptyState, ErrorPanel, Panel } from '../../ui/index.ts';
import css from './due.module.css';
import { DuePlacePanel, DueTable } from './DuePlacePanel.tsx';
import { isDue, placesOf, wholeName } from './lines.ts';
import { useDueActions } from './useDueActions.ts';

export interface DueListsProps {
  /** `null`: of all clients. */
  readonly client: number | null;
  /** Stands beside other things: under a heading of its own, and not at all while nothing was ever imported. */
  readonly beside?: boolean;
  /** The place whose steps are shown at once. */
  readonly at?: string;
}

export function DueLists({ client, beside = false, at }: DueListsProps) {
  const t = useT();
  const format = useFormat();
  const { today } = useAppState();
  const { data, error, refetch } = useCall('due.list', { client });
  const list = useCall('clients.list', {}).data ?? [];
  const clients = new Map(list.map((one) => [one.id, one]));
  if (error) return <ErrorPanel error={error} inline onRetry={() => void refetch()} />;
  if (!data) return null;
  const due = data.items.filter((item) => isDue(item, today));
  const later = data.items.filter((item) => !isDue(item, today));
  const places = placesOf(due, data.guides);
  const [next] = later;
  if (data.items.length + data.stopped.length === 0) {
    return beside ? null : <EmptyState title={t.due.nothing}>{t.due.nothingText}</EmptyState>;
  }
  return (
    <section className={css['lists']} aria-label={t.due.title}>
      {beside && <h2 className={css['heading']}>{t.due.title}</h2>}
      {due.length === 0 && (
        <Panel title={t.due.none}>
          <p className={css['grey']}>
            {t.due.noneText}{' '}
            {next &&
              t.due.next(
                [client === null && clients.get(next.client)?.name, wholeName(next, data.guides, t, format)]
                  .filter((part) => typeof part === 'string')
                  .join(', '),
                format.date(next.since, 'medium'),
              )}
          </p>
        </Panel>
      )}
      {places.map((place) => (
        <DuePlacePanel
          key={place.place}
          answer={data}
          place={place}
          clients={clients}
          open={places.length === 1 || place.place === at}
          one={client !== null}
        />
      ))}
      {later.length > 0 && (
        <Disclosure title={t.due.later(later.length)} unfolded={!beside && due.length === 0}>
          <DueTable
            answer={data}
            items={later}
            clients={clients}
            label={t.due.later(later.length)}
            one={client !== null}
            later
          />
        </Disclosure>
      )}
      {data.stopped.length > 0 && (
        <Disclosure title={t.due.stoppedTitle(data.stopped.length)}>
          <Stopped answer={data} clients={clients} />
        </Disclosure>
      )}
    </section>
  );
}

function Stopped({ answer, clients }: Pick<Parameters<typeof DueTable>[0], 'answer' | 'clients'>) {
  const t = useT();
  const format = useFormat();
  const { resume } = useDueActions();
  return (
    <ul className={css['stopped']}>
      {answer.stopped.map((item) => {
        const client = clients.get(item.client);
        const name = wholeName(item, answer.guides, t, format);
        return (
          <li key={`${item.client} ${item.channel ?? ''} ${item.export}`}>
            {client && <ClientBadge client={client} />}
            <span className={css['name']}>
              {client?.name} <span className={css['grey']}>{name}</span>
            </span>
            <Button size="small" aria-label={`${t.due.resume}: ${name}`} onClick={() => resume(item, name)}>
              {t.due.resume}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

/** Folded away until it is asked for. */
export function Disclosure({
  title,
  unfolded = false,
  children,
}: {
  readonly title: string;
  /** Open from the start, where it is all there is to see. */
  readonly unfolded?: boolean;
  readonly children: ReactNode;
}) {
  const id = useId();
  const [open, setOpen] = useState(unfolded);
  return (
    <section className={css['disclosure']}>
      <Button
        kind="ghost"
        size="small"
        icon={open ? 'chevronUp' : 'chevronDown'}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {title}
      </Button>
      <div id={id} className={css['folded']} hidden={!open}>
        {open && children}
      </div>
    </section>
  );
}
