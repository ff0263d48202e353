/**
 * What a card's head holds on the board: one quiet menu (what can be done with its chart, then where it stands), and a
 * grip for the pointer. Outside of a board a chart keeps its own menu.
 */
import { createContext, useContext } from 'react';
import type { PointerEvent } from 'react';
import { ChartMenu, useChartActions } from '../../../charts/index.ts';
import type { ChartMenuProps } from '../../../charts/export/ChartMenu.tsx';
import { useT } from '../../../i18n/index.tsx';
import { cx, Icon, IconButton } from '../../../ui/index.ts';
import { Menu } from '../../../ui/Menu.tsx';
import type { MenuItem } from '../../../ui/Menu.tsx';
import css from './Board.module.css';

export interface CardControls {
  readonly name: string;
  readonly groups: readonly (readonly MenuItem[])[];
  readonly onGrip: (event: PointerEvent) => void;
}

export const CardContext = createContext<CardControls | null>(null);

export interface CardMenuProps {
  /** Above the groups that every card has. */
  readonly own?: readonly MenuItem[];
  /** For cards without a head: at the upper right corner, there while the pointer or focus is on the card. */
  readonly corner?: boolean;
}

export function CardMenu({ own = [], corner = false }: CardMenuProps) {
  const card = useContext(CardContext);
  return card === null ? null : <Control card={card} groups={[own, ...card.groups]} corner={corner} />;
}

/** The same for a chart's card. */
export function ChartCardMenu(chart: ChartMenuProps) {
  const card = useContext(CardContext);
  const actions = useChartActions(chart);
  return card === null ? (
    <ChartMenu {...chart} />
  ) : (
    <Control card={card} groups={[...actions, ...card.groups]} corner={false} />
  );
}

function Control({
  card,
  groups,
  corner,
}: {
  readonly card: CardControls;
  readonly groups: readonly (readonly MenuItem[])[];
  readonly corner: boolean;
}) {
  const t = useT();
  return (
    <>
      {/* For the pointer only: the menu moves a card by keyboard. */}
      <span
        className={css['grip']}
        aria-hidden="true"
        title={t.dashboard.board.drag}
        onPointerDown={card.onGrip}
      >
        <Icon name="drag" />
      </span>
      <span className={cx(css['control'], corner && css['corner'])}>
        <Menu
          align="end"
          trigger={
            <IconButton
              className={css['menu'] ?? ''}
              icon="more"
              label={t.dashboard.board.menu(card.name)}
              data-card-menu=""
            />
          }
          groups={groups}
        />
      </span>
    </>
  );
}
