/** A sheet that opens under a word while it is hovered or has the focus, and stays when the word is pressed. */
import { Popover as Base } from '@base-ui/react/popover';
import { useState } from 'react';
import type { FocusEvent, ReactElement, ReactNode } from 'react';
import { cx } from './cx.ts';
import css from './floating.module.css';

const DELAY = 120;

export interface HoverSheetProps {
  /** A span, so that it wraps like the words around it; becomes a button in all but its box. */
  readonly trigger: ReactElement;
  readonly label: string;
  /** Nothing in it takes the focus: it goes when the word is left. */
  readonly children: ReactNode;
}

export function HoverSheet({ trigger, label, children }: HoverSheetProps) {
  const [open, setOpen] = useState(false);
  const onFocus = (event: FocusEvent<HTMLElement>): void => {
    if (event.currentTarget.matches(':focus-visible')) setOpen(true);
  };
  return (
    <Base.Root open={open} onOpenChange={(next) => setOpen(next)}>
      <Base.Trigger
        render={trigger}
        nativeButton={false}
        openOnHover
        delay={DELAY}
        onFocus={onFocus}
        onBlur={() => setOpen(false)}
      />
      <Base.Portal>
        <Base.Positioner
          className={css['positioner']}
          side="bottom"
          align="center"
          sideOffset={8}
          collisionPadding={8}
        >
          <Base.Popup
            className={cx(css['popup'], css['glance'])}
            aria-label={label}
            initialFocus={false}
            finalFocus={false}
          >
            <Base.Arrow className={css['arrow']}>
              <svg width="14" height="7" viewBox="0 0 14 7" aria-hidden="true">
                <path className={css['arrowFill']} d="M0 7L7 0l7 7z" />
                <path className={css['arrowLine']} d="M0 7L7 0l7 7" />
              </svg>
            </Base.Arrow>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
