/** The kinds of chart under a button; one that makes no sense for what is looked at says why. */
import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useT } from '../../i18n/index.tsx';
import { Button, cx, Icon, Popover } from '../../ui/index.ts';
import type { Kind } from './choice.ts';
import type { KindOffer } from './kinds.ts';
import css from './toolbar.module.css';

export interface KindPickerProps {
  readonly value: Kind;
  readonly offers: readonly KindOffer[];
  readonly onChange: (kind: Kind) => void;
}

export function KindPicker({ value, offers, onChange }: KindPickerProps) {
  const t = useT();
  const words = t.explorer.kinds;
  const [open, setOpen] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const all = [...(list.current?.querySelectorAll<HTMLElement>('[role="radio"]') ?? [])];
    const at = all.findIndex((one) => one === document.activeElement);
    all[(at + step + all.length) % all.length]?.focus();
  };
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      bare
      label={words.label}
      trigger={
        <Button
          aria-label={`${words.label}: ${words.name[value]}`}
          icon="trend"
          className={css['pick'] ?? ''}
        >
          {words.name[value]}
          <Icon name="chevronDown" />
        </Button>
      }
    >
      <div
        ref={list}
        className={css['kinds']}
        role="radiogroup"
        aria-label={words.label}
        onKeyDown={move}
        tabIndex={-1}
      >
        {offers.map(({ kind, why }) => (
          <button
            key={kind}
            type="button"
            role="radio"
            aria-checked={kind === value}
            aria-disabled={why === null ? undefined : true}
            className={cx(css['kind'], why !== null && css['unfit'])}
            onClick={() => {
              if (why !== null) return;
              onChange(kind);
              setOpen(false);
            }}
          >
            <span className={css['check']}>{kind === value && <Icon name="check" />}</span>
            <span>
              <span className={css['kindName']}>{words.name[kind]}</span>
              <span className={css['kindHint']}>{why === null ? words.hint[kind] : words.why[why]}</span>
            </span>
          </button>
        ))}
      </div>
    </Popover>
  );
}
