/** The page of a preview: what stands above, the table beside what taking it does, and the bar with the one button. */
import type { ReactNode } from 'react';
import { shortcut } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { Button, cx, Icon } from '../../ui/index.ts';
import css from './body.module.css';

export interface PreviewBodyProps {
  /** What is seen is being taken: nothing of it can be changed. */
  readonly taking?: boolean;
  readonly busy?: boolean;
  readonly children: ReactNode;
}

export function PreviewBody({ taking = false, busy = false, children }: PreviewBodyProps) {
  return (
    <div className={cx(css['page'], taking && css['taking'])} aria-busy={busy}>
      {children}
    </div>
  );
}

/** `tall`: much stands above, so that the table has a height of its own. */
export function Split({ tall = false, children }: { readonly tall?: boolean; readonly children: ReactNode }) {
  return <div className={cx(css['split'], tall && css['tall'])}>{children}</div>;
}

export interface TakeFootProps {
  /** What will happen, with a tick. */
  readonly can: string | null;
  /** That nothing will. */
  readonly cannot: string | null;
  readonly detail: string;
  readonly leave: { readonly text: string; readonly disabled: boolean; readonly press: () => void };
  readonly take: {
    readonly text: string;
    readonly busy: boolean;
    readonly disabled: boolean;
    readonly press: () => void;
  };
}

export function TakeFoot({ can, cannot, detail, leave, take }: TakeFootProps) {
  const t = useT();
  return (
    <>
      <p className={css['fate']} role="status">
        {can !== null && (
          <span className={css['can']}>
            <Icon name="check" /> {can}
          </span>
        )}
        {cannot !== null && <span>{cannot}</span>}
        {detail !== '' && <span className={css['detail']}>{detail}</span>}
      </p>
      <Button kind="ghost" onClick={leave.press} disabled={leave.disabled}>
        {leave.text}
      </Button>
      <Button
        kind="primary"
        size="large"
        keys={shortcut(t.common.enterKey)}
        busy={take.busy}
        disabled={take.disabled}
        onClick={take.press}
      >
        {take.text}
      </Button>
    </>
  );
}
