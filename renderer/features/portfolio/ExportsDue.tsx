/** Exports that are due, a line for each place where one signs in: once there, all clients are done in one go. */
import { Link } from 'wouter';
import { useCall } from '../../api/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { ClientBadge, Icon } from '../../ui/index.ts';
import { placeName, placesOf } from '../due/lines.ts';
import type { DueAnswer } from '../due/lines.ts';
import css from './NeedsPanel.module.css';

export interface ExportsDueProps {
  readonly answer: DueAnswer;
  readonly due: DueAnswer['items'];
}

export function ExportsDue({ answer, due }: ExportsDueProps) {
  const t = useT();
  const format = useFormat();
  const clients = useCall('clients.list', {}).data ?? [];
  return (
    <>
      {due.length === 0 && (
        <p className={css['nothing']}>
          <b>{t.due.none}</b> {t.due.noneText}
        </p>
      )}
      <ul className={css['list']} aria-label={t.due.title}>
        {placesOf(due, answer.guides).map(({ place, items }) => {
          const first = items.reduce(
            (day, item) => (item.since < day ? item.since : day),
            items[0]?.since ?? '',
          );
          const whose = clients.filter((client) => items.some((item) => item.client === client.id));
          return (
            <li key={place}>
              <span className={css['icon']}>
                <Icon name={place === 'typed' ? 'table' : 'import'} />
              </span>
              <span className={css['what']}>
                <b>{placeName(place, t)}</b>{' '}
                <span>
                  {t.due.count(items.length)}, {t.due.columns.since.toLocaleLowerCase()}{' '}
                  {first !== '' && format.date(first, 'short')}
                </span>
              </span>
              <span className={css['badges']}>
                {whose.map((client) => (
                  <span key={client.id} title={client.name}>
                    <ClientBadge client={client} />
                    <span className="visually-hidden">{client.name}</span>
                  </span>
                ))}
              </span>
              <Link href={`/due?at=${encodeURIComponent(place)}`} className={css['fix']}>
                {place === 'typed' ? t.due.type : t.due.where}
                <span className="visually-hidden">: {placeName(place, t)}</span>
              </Link>
            </li>
          );
        })}
      </ul>
      <p className={css['foot']}>
        <Link href="/due" className={css['fix']}>
          {t.due.all}
        </Link>
      </p>
    </>
  );
}
