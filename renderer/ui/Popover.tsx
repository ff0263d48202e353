/** A sheet that floats beside what opened it. Escape and a press outside close it. */
import { Popover as Base } from '@base-ui/react/popover';
import type { ReactElement, ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './floating.module.css';

export interface PopoverProps {
  /** A button; gets the ARIA it needs. */
  readonly trigger: ReactElement;
  readonly label?: string;
  readonly children: ReactNode;
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
  readonly align?: 'start' | 'center' | 'end';
  /** With the small point of the pictures. */
  readonly arrow?: boolean;
  /** No inner space. */
  readonly bare?: boolean;
}

export function Popover({
  trigger,
  label,
  children,
  open,
  onOpenChange,
  side = 'bottom',
  align = 'start',
  arrow,
  bare,
}: PopoverProps) {
  return (
    <Base.Root
      {...(open !== undefined && { open })}
      {...(onOpenChange && { onOpenChange: (next: boolean) => onOpenChange(next) })}
    >
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner
          className={css['positioner']}
          side={side}
          align={align}
          sideOffset={arrow ? 8 : 4}
          collisionPadding={8}
        >
          <Base.Popup className={cx(css['popup'], css['panel'], bare && css['bare'])} aria-label={label}>
            {arrow && (
              <Base.Arrow className={css['arrow']}>
                <svg width="14" height="7" viewBox="0 0 14 7" aria-hidden="true">
                  <path className={css['arrowFill']} d="M0 7L7 0l7 7z" />
                  <path className={css['arrowLine']} d="M0 7L7 0l7 7" />
                </svg>
              </Base.Arrow>
            )}
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** A popover placed at any element, without a trigger of its own: for cells of a grid. */
export function AnchoredPopover({
  anchor,
  onClose,
  label,
  children,
  side = 'bottom',
}: {
  readonly anchor: Element | null;
  readonly onClose: () => void;
  readonly label: string;
  readonly children: ReactNode;
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
}) {
  return (
    <Base.Root open={anchor !== null} onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Positioner
          className={css['positioner']}
          anchor={anchor}
          side={side}
          sideOffset={6}
          collisionPadding={8}
        >
          <Base.Popup className={cx(css['popup'], css['panel'])} aria-label={label}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
