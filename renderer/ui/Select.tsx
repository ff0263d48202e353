/** One of several, from a list under a button. */
import { Select as Base } from '@base-ui/react/select';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './floating.module.css';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';
import own from './Select.module.css';

export interface SelectItem<V extends string> {
  readonly value: V;
  readonly label: string;
  /** Grey, at the right of the list. */
  readonly hint?: string;
  readonly mark?: ReactNode;
}

export interface SelectProps<V extends string> {
  /** Read aloud; a `Field` gives a visible one by `labelledBy`. */
  readonly label?: string;
  readonly labelledBy?: string;
  readonly id?: string;
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly items: readonly SelectItem<V>[];
  readonly icon?: IconName;
  /** In the bar: strong words. In a form: as wide as the field. */
  readonly look?: 'bar' | 'form';
  readonly disabled?: boolean;
}

export function Select<V extends string>({
  label,
  labelledBy,
  id,
  value,
  onChange,
  items,
  icon,
  look = 'bar',
  disabled = false,
}: SelectProps<V>) {
  const chosen = items.find((item) => item.value === value);
  return (
    <Base.Root
      items={items.map((item) => ({ value: item.value, label: item.label }))}
      value={value}
      onValueChange={(next) => next !== null && onChange(next)}
      disabled={disabled}
      modal={false}
    >
      <Base.Trigger
        id={id}
        className={cx(own['trigger'], own[look])}
        aria-label={label === undefined ? undefined : `${label}: ${chosen?.label ?? ''}`}
        aria-labelledby={labelledBy}
      >
        {icon && <Icon name={icon} />}
        {chosen?.mark}
        <span className={own['value']}>{chosen?.label ?? ''}</span>
        <Icon name="chevronDown" />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner
          className={css['positioner']}
          alignItemWithTrigger={false}
          sideOffset={4}
          collisionPadding={8}
          align="start"
        >
          <Base.Popup className={css['popup']}>
            <Base.List className={css['list']}>
              {items.map((item) => (
                <Base.Item key={item.value} value={item.value} className={css['item']}>
                  {item.mark}
                  <Base.ItemText className={css['itemText']}>{item.label}</Base.ItemText>
                  {item.hint !== undefined && <span className={css['hint']}>{item.hint}</span>}
                  <span className={css['mark']}>
                    <Base.ItemIndicator>
                      <Icon name="check" />
                    </Base.ItemIndicator>
                  </span>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
