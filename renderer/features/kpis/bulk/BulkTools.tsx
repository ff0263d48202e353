/** What can be done with the selected cells at once. Each tool says what it goes by before it is used. */
import { useState } from 'react';
import { useT } from '../../../i18n/index.tsx';
import { shortcut } from '../../../app/palette.ts';
import { Button, IconButton, NumberInput, Popover } from '../../../ui/index.ts';
import type { Unit } from '../../../../shared/domain/kpi.ts';
import css from './bulk.module.css';
import type { Tool } from './draft.ts';

const share: Unit = { kind: 'percent' };

export interface BulkToolsProps {
  readonly disabled: boolean;
  /** Unit of the selected rows, where they share one: a whole can be spread over them. */
  readonly unit: Unit | null;
  /** There are targets in the same periods of the year before. */
  readonly canCopy: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly onCopy: () => void;
  readonly onUse: (tool: Tool) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

export function BulkTools(props: BulkToolsProps) {
  const t = useT();
  const words = t.kpis.bulk.tools;
  return (
    <div className={css['tools']} role="toolbar" aria-label={words.label}>
      <Button
        size="small"
        disabled={props.disabled}
        onClick={() => props.onUse({ tool: 'right' })}
        keys={shortcut('R')}
      >
        {words.right}
      </Button>
      <Amount
        label={words.lastYear}
        text={words.lastYearText}
        field={words.change}
        unit={share}
        first={0.05}
        disabled={props.disabled}
        onUse={(change) => props.onUse({ tool: 'lastYear', change })}
      />
      <Button size="small" disabled={props.disabled || !props.canCopy} onClick={props.onCopy}>
        {words.copy}
      </Button>
      <Amount
        label={words.season}
        text={props.unit === null ? words.seasonMixed : words.seasonText}
        field={words.whole}
        unit={props.unit ?? { kind: 'number' }}
        first={null}
        disabled={props.disabled || props.unit === null}
        onUse={(whole) => props.onUse({ tool: 'season', whole })}
      />
      <Amount
        label={words.floor}
        text={words.floorText}
        field={words.floorShare}
        unit={share}
        first={0.9}
        disabled={props.disabled}
        onUse={(of) => props.onUse({ tool: 'floor', share: of })}
        onClear={() => props.onUse({ tool: 'floor', share: null })}
      />
      <span className={css['steps']}>
        <IconButton icon="undo" label={t.common.undo} disabled={!props.canUndo} onClick={props.onUndo} />
        <IconButton icon="redo" label={words.redo} disabled={!props.canRedo} onClick={props.onRedo} />
      </span>
    </div>
  );
}

interface AmountProps {
  readonly label: string;
  readonly text: string;
  readonly field: string;
  readonly unit: Unit;
  readonly first: number | null;
  readonly disabled: boolean;
  readonly onUse: (value: number) => void;
  readonly onClear?: () => void;
}

/** A tool that asks for one number. */
function Amount({ label, text, field, unit, first, disabled, onUse, onClear }: AmountProps) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const [value, setValue] = useState<number | null | undefined>(first);
  const use = (): void => {
    if (typeof value !== 'number') return;
    onUse(value);
    setOpen(false);
  };
  return (
    <Popover
      label={label}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" disabled={disabled}>
          {label}
        </Button>
      }
    >
      <form
        className={css['amount']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          use();
        }}
      >
        <p>{text}</p>
        <NumberInput key={unit.kind} label={field} unit={unit} value={value ?? null} onChange={setValue} />
        <div className={css['amountFoot']}>
          {onClear && (
            <Button
              kind="ghost"
              size="small"
              onClick={() => {
                onClear();
                setOpen(false);
              }}
            >
              {t.kpis.bulk.tools.floorNone}
            </Button>
          )}
          <Button kind="primary" size="small" submit disabled={typeof value !== 'number'}>
            {t.kpis.bulk.tools.use}
          </Button>
        </div>
      </form>
    </Popover>
  );
}
