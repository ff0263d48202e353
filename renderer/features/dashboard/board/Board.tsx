/**
 * The cards of a dashboard on their three columns, arranged by pointer (the grip) and by keyboard (a card's menu button:
 * Shift with arrows moves, 1 to 3 size, Delete takes off). Focus stays with the card, and what happened is told.
 */
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode, RefObject } from 'react';
import { cardId, cardSizes } from '../../../../shared/contract/layouts/dashboard.ts';
import type { CardSize, DashboardCard } from '../../../../shared/contract/layouts/dashboard.ts';
import { useT } from '../../../i18n/index.tsx';
import { cx, useToast } from '../../../ui/index.ts';
import type { MenuItem } from '../../../ui/Menu.tsx';
import { moved, movedBeside, pack, rowsOf, sized, without } from './arrange.ts';
import type { Packed, Place } from './arrange.ts';
import css from './Board.module.css';
import { CardContext } from './card.tsx';
import { useDrag } from './useDrag.ts';

export interface BoardCard {
  readonly card: DashboardCard;
  readonly name: string;
  /** About how high it will be, CSS pixels. */
  readonly height: number;
  /** A short list that shares a sheet with another one above or below it. */
  readonly quiet: boolean;
  readonly content: ReactNode;
}

export interface BoardProps {
  /** All that are arranged, also those that have nothing to show now. */
  readonly cards: readonly DashboardCard[];
  /** Those with something to show, in their order. */
  readonly shown: readonly BoardCard[];
  readonly dimmed: boolean;
  readonly onArrange: (cards: readonly DashboardCard[]) => void;
  /** After the last card. */
  readonly tail: ReactNode;
}

export function Board({ cards, shown, dimmed, onArrange, tail }: BoardProps) {
  const t = useT();
  const toast = useToast();
  const words = t.dashboard.board;
  const root = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  const byId = useMemo(() => new Map(shown.map((one) => [cardId(one.card), one])), [shown]);
  const look = (list: readonly DashboardCard[]): Place[] =>
    pack(
      list.flatMap((card): Packed[] => {
        const one = byId.get(cardId(card));
        return one === undefined ? [] : [{ card, height: one.height }];
      }),
    );
  const places = look(cards);
  const at = new Map(places.map((place) => [place.id, place]));
  const follow = useFollow(root);

  const name = (id: string): string => byId.get(id)?.name ?? id;
  const order = (list: readonly DashboardCard[]): string[] => list.map(cardId).filter((one) => byId.has(one));
  const told = (id: string, list: readonly DashboardCard[]): string =>
    words.movedTo(name(id), order(list).indexOf(id) + 1, order(list).length);

  const step = (id: string, by: -1 | 1): void => {
    const next = moved(cards, id, by, look);
    if (next === cards) {
      setSaid(words.atEnd(name(id)));
      return;
    }
    follow(id);
    onArrange(next);
    setSaid(told(id, next));
  };
  const resize = (id: string, size: CardSize): void => {
    follow(id);
    onArrange(sized(cards, id, size));
    setSaid(words.sizedTo(name(id), words.sizes[size]));
  };
  const takeOff = (id: string): void => {
    const ids = order(cards);
    follow(ids[ids.indexOf(id) + 1] ?? ids[ids.indexOf(id) - 1] ?? null);
    onArrange(without(cards, id));
    toast({ text: words.takenOff(name(id)), undo: () => onArrange(cards) });
  };
  const drag = useDrag(
    root,
    (id, drop) => {
      const next = movedBeside(cards, id, drop.target, drop.after);
      onArrange(next);
      setSaid(told(id, next));
    },
    () => setSaid(words.dropped),
  );

  const onKeyDownCapture = (event: KeyboardEvent, one: BoardCard): void => {
    const target = event.target;
    if (!(target instanceof Element) || target.closest('[data-card-menu]') === null) return;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const run = keyed(event, cardId(one.card), { step, resize, takeOff });
    if (run === null) return;
    // Before the button sees it: an arrow key would open its menu.
    event.preventDefault();
    event.stopPropagation();
    run();
  };

  return (
    <div
      ref={root}
      className={cx(css['board'], dimmed && css['dimmed'], drag.dragged !== null && css['dragging'])}
      style={{ '--rows': rowsOf(places) } as Record<string, string>}
      aria-busy={dimmed}
    >
      {order(cards).map((id) => {
        const one = byId.get(id);
        const place = at.get(id);
        if (one === undefined || place === undefined) return null;
        const above = places.find((other) => under(other, place));
        const below = places.find((other) => under(place, other));
        return (
          // The handler is for the menu button inside, which has a role and a name of its own.
          // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
          <div
            key={id}
            data-card={id}
            className={cx(
              css['card'],
              one.quiet && above !== undefined && byId.get(above.id)?.quiet === true && css['joined'],
              one.quiet && below !== undefined && byId.get(below.id)?.quiet === true && css['carries'],
              drag.dragged === id && css['dragged'],
            )}
            style={
              {
                '--column': `${place.column} / span ${place.columns}`,
                '--row': `${place.row} / span ${place.rows}`,
              } as Record<string, string>
            }
            onKeyDownCapture={(event) => onKeyDownCapture(event, one)}
          >
            <CardContext
              value={{
                name: one.name,
                groups: groupsOf(one.card, t, { step, resize, takeOff }),
                onGrip: (event) => drag.take(id, event),
              }}
            >
              {one.content}
            </CardContext>
            {drag.drop?.target === id && <span className={cx(css['line'], css[drag.drop.edge])} />}
          </div>
        );
      })}
      <div className={css['tail']}>{tail}</div>
      <div className="visually-hidden" role="status">
        {said}
      </div>
    </div>
  );
}

interface Moves {
  readonly step: (id: string, by: -1 | 1) => void;
  readonly resize: (id: string, size: CardSize) => void;
  readonly takeOff: (id: string) => void;
}

function keyed(event: KeyboardEvent, id: string, moves: Moves): (() => void) | null {
  if (event.shiftKey) {
    if (event.key === 'ArrowLeft' || event.key === 'ArrowUp') return () => moves.step(id, -1);
    if (event.key === 'ArrowRight' || event.key === 'ArrowDown') return () => moves.step(id, 1);
    return null;
  }
  const size = cardSizes[['1', '2', '3'].indexOf(event.key)];
  if (size !== undefined) return () => moves.resize(id, size);
  return event.key === 'Delete' ? () => moves.takeOff(id) : null;
}

function groupsOf(card: DashboardCard, t: ReturnType<typeof useT>, moves: Moves): MenuItem[][] {
  const words = t.dashboard.board;
  const id = cardId(card);
  return [
    [
      {
        id: 'earlier',
        label: words.earlier,
        icon: 'arrowUp',
        hint: '⇧ ←',
        onSelect: () => moves.step(id, -1),
      },
      {
        id: 'later',
        label: words.later,
        icon: 'arrowDown',
        hint: '⇧ →',
        onSelect: () => moves.step(id, 1),
      },
    ],
    cardSizes.map((size, i) => ({
      id: size,
      label: words.sizes[size],
      icon: 'columns' as const,
      ...(size === card.size && { icon: 'check' as const }),
      hint: String(i + 1),
      disabled: size === card.size,
      onSelect: () => moves.resize(id, size),
    })),
    [
      {
        id: 'off',
        label: words.off,
        icon: 'close',
        hint: words.deleteKey,
        onSelect: () => moves.takeOff(id),
      },
    ],
  ];
}

/** True when `lower` stands right under `upper` in the same narrow lane. */
function under(upper: Place, lower: Place): boolean {
  return (
    upper !== lower &&
    upper.band === lower.band &&
    upper.columns === 2 &&
    lower.columns === 2 &&
    upper.column === lower.column &&
    upper.row + upper.rows === lower.row
  );
}

/** Gives the focus back to a card's menu button once the cards stand anew: moving an element takes it away. */
function useFollow(root: RefObject<HTMLElement | null>): (id: string | null) => void {
  const followed = useRef<string | null>(null);
  // After every drawing: only one that follows a move finds something to do.
  useLayoutEffect(() => {
    const id = followed.current;
    if (id === null) return;
    followed.current = null;
    const found = root.current?.querySelectorAll<HTMLElement>('[data-card]') ?? [];
    const card = [...found].find((one) => one.dataset['card'] === id);
    card?.querySelector<HTMLElement>('[data-card-menu]')?.focus();
    card?.scrollIntoView({ block: 'nearest' });
  });
  return (id) => {
    followed.current = id;
  };
}
