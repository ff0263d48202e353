/** A list of actions under a button. */
import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement, ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './floating.module.css';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';

export interface MenuItem {
  readonly id: string;
  readonly label: ReactNode;
  readonly icon?: IconName;
  /** Instead of an icon. */
  readonly mark?: ReactNode;
  /** Grey, at the right: a count, a shortcut. */
  readonly hint?: ReactNode;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly onSelect: () => void;
}

export interface MenuProps {
  readonly trigger: ReactElement;
  /** Groups are divided by hairlines. */
  readonly groups: readonly (readonly MenuItem[])[];
  readonly align?: 'start' | 'end';
}

export function Menu({ trigger, groups, align = 'start' }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className={css['positioner']} align={align} sideOffset={4} collisionPadding={8}>
          <Base.Popup className={cx(css['popup'], css['list'])}>
            {groups
              .filter((group) => group.length > 0)
              .map((group, i) => (
                <Base.Group key={group[0]?.id}>
                  {i > 0 && <Base.Separator className={css['separator']} />}
                  {group.map((item) => (
                    <Base.Item
                      key={item.id}
                      className={cx(css['item'], item.danger && css['danger'])}
                      disabled={item.disabled ?? false}
                      onClick={item.onSelect}
                    >
                      {item.mark ?? (item.icon && <Icon name={item.icon} />)}
                      <span className={css['itemText']}>{item.label}</span>
                      {item.hint !== undefined && <span className={css['hint']}>{item.hint}</span>}
                    </Base.Item>
                  ))}
                </Base.Group>
              ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
