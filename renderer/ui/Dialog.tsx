/** A question that must be answered before anything else. Not for what can be undone. */
import { Dialog as Base } from '@base-ui/react/dialog';
import type { ReactNode } from 'react';
import { useT } from '../i18n/index.tsx';
import { IconButton } from './Button.tsx';
import { cx } from './cx.ts';
import css from './floating.module.css';

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons, the main one last. */
  readonly footer?: ReactNode;
  readonly wide?: boolean;
}

export function Dialog({ open, onClose, title, children, footer, wide }: DialogProps) {
  const t = useT();
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={css['backdrop']} />
        <Base.Popup className={cx(css['dialog'], wide && css['wide'])}>
          <Base.Title className={css['dialogTitle']}>{title}</Base.Title>
          <div className={css['dialogBody']}>{children}</div>
          {footer !== undefined && <div className={css['dialogFoot']}>{footer}</div>}
          {/* Last, so that the first thing to choose has the focus when it opens. */}
          <Base.Close
            render={<IconButton className={css['dialogClose'] ?? ''} icon="close" label={t.common.close} />}
          />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
