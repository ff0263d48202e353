/** A value in a list that is changed where it stands: its words, and a short menu behind them. */
import type { ReactNode } from 'react';
import { Menu } from '../../ui/Menu.tsx';
import { Icon } from '../../ui/index.ts';
import css from './KpiTable.module.css';

export interface CellMenuProps<V extends string> {
  /** What is changed, of which KPI. */
  readonly label: string;
  readonly value: V;
  readonly items: readonly { readonly value: V; readonly label: string; readonly hint?: string }[];
  /** Instead of the value's own words. */
  readonly children?: ReactNode;
  /** The text of `children`, where it is not the value's: what is seen must be in the button's name. */
  readonly said?: string;
  /** How a value that is none of the items is called. */
  readonly none?: string;
  readonly onChange: (value: V) => void;
}

export function CellMenu<V extends string>({
  label,
  value,
  items,
  children,
  said,
  none = '',
  onChange,
}: CellMenuProps<V>) {
  const chosen = items.find((item) => item.value === value);
  return (
    <Menu
      trigger={
        <button
          type="button"
          className={css['cellMenu']}
          aria-label={`${label}: ${said ?? chosen?.label ?? none}`}
          onClick={(event) => event.stopPropagation()}
        >
          {children ?? chosen?.label}
          <Icon name="chevronDown" />
        </button>
      }
      groups={[
        items.map((item) => ({
          id: item.value,
          label: item.label,
          ...(item.value === value
            ? { icon: 'check' as const }
            : { mark: <span className={css['noMark']} /> }),
          ...(item.hint !== undefined && { hint: item.hint }),
          onSelect: () => item.value !== value && onChange(item.value),
        })),
      ]}
    />
  );
}
