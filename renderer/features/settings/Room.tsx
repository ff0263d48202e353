/** A room of the settings: the list of rooms at the left, this one beside it. */
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Page } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { cx, Icon } from '../../ui/index.ts';
import css from './Room.module.css';
import { roomIcons } from './roomIcons.ts';
import { roomHref, rooms } from './rooms.ts';
import type { RoomName } from './rooms.ts';

export interface RoomProps {
  readonly room: RoomName;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

export function Room({ room, actions, children }: RoomProps) {
  const t = useT();
  const words = t.settings;
  return (
    <Page
      title={room === 'general' ? words.title : words.rooms[room]}
      {...(room !== 'general' && { detail: words.title })}
      actions={actions}
    >
      <div className={css['house']}>
        <nav className={css['rooms']} aria-label={words.rooms.label}>
          <ul>
            {rooms.map((name) => (
              <li key={name}>
                <Link
                  href={roomHref(name)}
                  className={cx(css['entry'], name === room && css['here'])}
                  aria-current={name === room ? 'page' : undefined}
                >
                  <Icon name={roomIcons[name]} />
                  {words.rooms[name]}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className={css['room']}>{children}</div>
      </div>
    </Page>
  );
}
