/** One of many, found by typing: a button that opens a list with a search line. */
import { Combobox as Base } from '@base-ui/react/combobox';
import type { ReactNode } from 'react';
import { useT } from '../i18n/index.tsx';
import { cx } from './cx.ts';
import css from './floating.module.css';
import { Icon } from './Icon.tsx';
import own from './Select.module.css';

export interface ComboboxItem {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  readonly mark?: ReactNode;
  /** Further words it is found by. */
  readonly words?: string;
}

export interface ComboboxProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (value: string) => void;
  readonly items: readonly ComboboxItem[];
  readonly placeholder?: string;
  readonly look?: 'bar' | 'form';
  readonly id?: string;
}

/** Lower case without accents, so that "interaccion" finds "Interacción". */
export function searchable(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

export function Combobox({
  label,
  value,
  onChange,
  items,
  placeholder = '',
  look = 'bar',
  id,
}: ComboboxProps) {
  const t = useT();
  const chosen = items.find((item) => item.value === value) ?? null;
  return (
    <Base.Root
      items={items}
      autoHighlight
      value={chosen}
      onValueChange={(item: ComboboxItem | null) => item && onChange(item.value)}
      itemToStringLabel={(item: ComboboxItem) => item.label}
      isItemEqualToValue={(a: ComboboxItem, b: ComboboxItem) => a.value === b.value}
      filter={(item: ComboboxItem, query: string) =>
        searchable(`${item.label} ${item.hint ?? ''} ${item.words ?? ''}`).includes(searchable(query))
      }
    >
      <Base.Trigger
        id={id}
        className={cx(own['trigger'], own[look])}
        aria-label={`${label}: ${chosen?.label ?? placeholder}`}
      >
        {chosen?.mark}
        <span className={own['value']}>{chosen?.label ?? placeholder}</span>
        <Icon name="chevronDown" />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner className={css['positioner']} sideOffset={4} collisionPadding={8} align="start">
          <Base.Popup className={css['popup']} aria-label={label}>
            <div className={css['search']}>
              <Icon name="search" />
              <Base.Input className={css['searchInput']} placeholder={t.common.search} aria-label={label} />
            </div>
            <Base.Empty className={css['empty']}>{t.common.noMatch}</Base.Empty>
            <Base.List className={css['list']}>
              {(item: ComboboxItem) => (
                <Base.Item key={item.value} value={item} className={css['item']}>
                  {item.mark}
                  <span className={css['itemText']}>{item.label}</span>
                  {item.hint !== undefined && <span className={css['hint']}>{item.hint}</span>}
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
