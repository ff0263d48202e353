/** One place where one signs in: what is due there, client by client, and where to click for it. */
import { useId, useState } from 'react';
import type { Client } from '../../../shared/contract/api/clients.ts';
import { Button, Panel } from '../../ui/index.ts';
import { useT } from '../../i18n/index.tsx';
import css from './due.module.css';
import { DueRow } from './DueRow.tsx';
import { placeName } from './lines.ts';
import type { DueAnswer, DuePlace } from './lines.ts';
import { Steps } from './Steps.tsx';

export interface DuePlacePanelProps {
  readonly answer: DueAnswer;
  readonly place: DuePlace;
  readonly clients: ReadonlyMap<number, Client>;
  /** The steps are shown without being asked for. */
  readonly open: boolean;
  /** The client's own list: no column for the client. */
  readonly one: boolean;
}

export function DuePlacePanel({ answer, place, clients, open: first, one }: DuePlacePanelProps) {
  const t = useT();
  const id = useId();
  const [open, setOpen] = useState(first);
  const name = placeName(place.place, t);
  const detail = { own: t.due.ownDetail, typed: t.due.typedDetail }[place.place];
  return (
    <Panel
      title={name}
      detail={detail ?? t.due.count(place.items.length)}
      flush
      actions={
        place.guides.length > 0 && (
          <Button
            kind="ghost"
            size="small"
            icon={open ? 'chevronUp' : 'chevronDown'}
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            {t.due.where}
          </Button>
        )
      }
    >
      {open && place.guides.length > 0 && <Steps id={id} guides={place.guides} written={answer.written} />}
      <DueTable answer={answer} items={place.items} clients={clients} label={t.due.table(name)} one={one} />
    </Panel>
  );
}

export interface DueTableProps {
  readonly answer: DueAnswer;
  readonly items: DuePlace['items'];
  readonly clients: ReadonlyMap<number, Client>;
  readonly label: string;
  readonly one: boolean;
  /** None of them is due yet. */
  readonly later?: boolean;
}

export function DueTable({ answer, items, clients, label, one, later = false }: DueTableProps) {
  const t = useT();
  const words = t.due.columns;
  return (
    <div className={css['scroll']}>
      <table className={css['table']} aria-label={label}>
        <colgroup>
          {[...(one ? [] : ['client']), 'channel', 'export', 'covered', 'since', 'every', 'actions'].map(
            (name) => (
              <col key={name} className={css[`col-${name}`]} />
            ),
          )}
        </colgroup>
        <thead>
          <tr>
            {!one && <th scope="col">{words.client}</th>}
            <th scope="col">{words.channel}</th>
            <th scope="col">{words.export}</th>
            <th scope="col">{words.covered}</th>
            <th scope="col">{later ? words.soon : words.since}</th>
            <th scope="col">{words.every}</th>
            <th scope="col">
              <span className="visually-hidden">{words.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <DueRow
              key={`${item.client} ${item.channel ?? ''} ${item.export}`}
              item={item}
              guides={answer.guides}
              client={clients.get(item.client)}
              one={one}
              later={later}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
